import { counted } from './plural';

/** Names, dates, sums and offices come already written out; counts come as numbers. */
type Text = string;

const anyOf = (offices: readonly Text[]): Text => [...new Set(offices)].join(' albo ');
const allOf = (names: readonly Text[]): Text => names.join(', ');
const some = (names: readonly Text[], most = 6): Text =>
  names.length <= most ? allOf(names) : `${allOf(names.slice(0, most - 1))} i jeszcze ${names.length - most + 1}`;
const lower = (text: Text): Text => text.slice(0, 1).toLowerCase() + text.slice(1);
const quoted = (text: Text): Text => `„${text}”`;

/** What the check says of an offer. A `way…` is the way out; it stands after an arrow. */
export const offerCheckWords = {
  title: {
    'O-READ': 'Wpisy nie do odczytania',
    'O-FIELDS': 'Pola do wypełnienia',
    'O-MEMBERS': 'Kto może być w konsorcjum',
    'O-LEFT': 'Wpisy tych, którzy odeszli',
    'O-PERIOD': 'Okres i harmonogram',
    'O-PLACES': 'Lokalizacja',
    'O-CONTRIBUTION': 'Zadeklarowany wkład własny',
    'O-DECLARED': 'Oświadczenia',
    'O-LETTERS': 'List intencyjny i potwierdzenia',
    'O-TWICE': 'Usługi wpisane dwa razy',
  },
  pass: {
    'O-READ': 'Każdy wpis da się przyjąć.',
    'O-FIELDS': 'Wszystko, czego wymaga formularz, jest wypełnione.',
    'O-MEMBERS': 'Nabór dopuszcza każdego członka konsorcjum.',
    'O-LEFT': 'Każdy wpis należy do obecnego członka konsorcjum.',
    'O-PERIOD': 'Okres realizacji i działania mieszczą się w naborze.',
    'O-PLACES': 'Lokalizacja jest uzasadniona, a miejsca leżą w gminie naboru.',
    'O-CONTRIBUTION': 'Wkład każdego członka zgadza się z budżetem.',
    'O-DECLARED': 'Wszyscy członkowie złożyli oświadczenia.',
    'O-LETTERS': 'Do oferty dołączono list intencyjny i listy potwierdzające.',
    'O-TWICE': 'Żadna usługa nie jest wpisana dwa razy.',
  },

  /** „Usługi (Fundacja „X”)” */
  part: (section: Text, member: Text | null) => (member === null ? section : `${section} (${member})`),
  more: (text: Text, count: number) =>
    `${text} Tak samo jest jeszcze w ${counted(count, 'miejscu', 'miejscach', 'miejscach')}.`,
  wayOwn: (member: Text | null) => (member === null ? 'uzupełnia to lider' : `uzupełnia to ${member}`),

  missing: {
    fail: (part: Text, names: readonly Text[]) => `${part} – do uzupełnienia: ${some(names)}.`,
    none: (list: Text) => `${lower(list)} (nie ma żadnej pozycji)`,
    ofItem: (item: Text, fields: readonly Text[]) => `${item} (${allOf(fields)})`,
    tags: (part: Text, names: readonly Text[]) =>
      `${part} – bez celu albo priorytetu krajowego programu: ${some(names)}.`,
    wayTags: 'wybierz cel i priorytet przy każdej usłudze',
  },

  unread: {
    fail: (part: Text, names: readonly Text[]) => `${part} – wpisy, których nie da się przyjąć: ${some(names)}.`,
    way: 'popraw te pola; powód stoi przy każdym',
  },

  members: {
    sector: (member: Text, sector: Text, allowed: readonly Text[]) =>
      `${member} to ${sector}, a nabór dopuszcza tylko: ${allOf(allowed)}.`,
    way: 'zmień skład konsorcjum albo zapytaj prowadzących nabór',
    seat: (municipality: Text) =>
      `Ani lider, ani żaden samorząd w konsorcjum nie ma siedziby w gminie naboru (${municipality}).`,
    waySeat: 'napisz w sekcji „Partnerstwo”, jak konsorcjum działa na tym terenie',
  },

  left: {
    fail: (section: Text, count: number) =>
      `${section}: ${counted(count, 'wpis należy', 'wpisy należą', 'wpisów należy')} do organizacji, której nie ma już w konsorcjum.`,
    way: 'wskaż innego członka albo usuń te wpisy',
  },

  period: {
    outside: (from: Text, to: Text, first: Text, last: Text) =>
      `Okres realizacji ${from} – ${to} wychodzi poza okres naboru ${first} – ${last}.`,
    way: 'wybierz okres, który mieści się w naborze',
    plan: (part: Text, names: readonly Text[]) => `${part} – poza okresem realizacji: ${some(names)}.`,
    wayPlan: 'popraw daty tych działań albo okres realizacji',
  },

  places: {
    condition:
      'Oferta ma usługi społeczne, a nie mówi, dlaczego akurat tutaj: na terenie o ponadprzeciętnym wykluczeniu albo zdegradowanym i objętym rewitalizacją.',
    way: 'uzasadnij lokalizację i dodaj kryterium ze źródłem i rokiem',
    elsewhere: (names: readonly Text[], municipality: Text) =>
      `Poza gminą naboru (${municipality}) leżą miejsca: ${some(names)}.`,
    wayElsewhere: 'popraw kod gminy albo uzasadnij to w sekcji „Miejsca i kryteria lokalizacji”',
  },

  contribution: {
    cash: (declared: Text, inLines: Text) => `wkład pieniężny ${declared}, a w budżecie ${inLines}`,
    inKind: (declared: Text, inLines: Text) => `wkład rzeczowy i osobowy ${declared}, a w budżecie ${inLines}`,
    fail: (member: Text, differences: readonly Text[]) => `${member} deklaruje ${differences.join('; ')}.`,
    way: 'wyrównaj deklarację albo pozycje budżetu',
  },

  declared: {
    missing: (member: Text, count: number, all: number) => `${member}: brakuje ${count} z ${all} oświadczeń.`,
    refused: (member: Text, declarations: readonly Text[]) =>
      `${member}: „nie” przy oświadczeniu: ${some(declarations.map(quoted))}.`,
    wayRefused: 'jeżeli to pomyłka, zaznacz „tak”; jeżeli nie, ten członek nie może złożyć oferty',
  },

  letters: {
    kind: { LETTER_OF_INTENT: 'listu intencyjnego', LETTER_OF_CONFIRMATION: 'listów potwierdzających' },
    missing: (kinds: readonly Text[]) => `Do oferty nie dołączono: ${allOf(kinds)}.`,
    way: 'wydaj je w dokumentach konsorcjum; dołączą się same',
  },

  twice: {
    same: (member: Text, services: readonly Text[]) => `${member} ma dwa razy tę samą usługę: ${some(services)}.`,
    waySame: 'zostaw jeden wpis',
    areas: (member: Text, services: readonly Text[]) =>
      `${member} ma podobne usługi w obu obszarach: ${some(services)}.`,
    pair: (labourMarket: Text, social: Text) => `${quoted(labourMarket)} i ${quoted(social)}`,
    wayAreas: 'opisz przy obu, czym się różnią, żeby nie płacić dwa razy za to samo',
  },
} as const;

/** What a member's sign-off still needs. */
export const signOffWords = {
  nobody: 'W rejestrze nie ma nikogo, kto może dziś reprezentować tego członka. Uzupełnij reprezentację w rejestrze.',
  alone: (offices: readonly Text[]) => `Brakuje potwierdzenia: ${anyOf(offices)}.`,
  two: (offices: readonly Text[]) => `Brakuje potwierdzenia dwóch osób łącznie, spośród: ${allOf(offices)}.`,
  second: (offices: readonly Text[]) => `Brakuje drugiej osoby: ${anyOf(offices)}.`,
  noSecond:
    'Brakuje drugiej osoby, a w rejestrze nie ma nikogo więcej do reprezentacji łącznej. Uzupełnij reprezentację w rejestrze.',
  all: (offices: readonly Text[]) => `Brakuje potwierdzenia wszystkich: ${allOf(offices)}.`,
  treasurer: 'Brakuje kontrasygnaty skarbnika, bo ten członek obiecuje pieniądze.',
} as const;

/** What the parts of an offer that are not its form are called, when something in them changed. */
export const offerDocumentWords = {
  callNumber: 'Nabór: numer',
  callEdition: 'Nabór: wersja ogłoszenia',
  /** „wersja 2” */
  edition: (no: number, sha256: Text) => `${no} (skrót ${sha256.slice(0, 8)})`,
  consortium: 'Konsorcjum: nazwa',
  party: 'Konsorcjum: członek',
  role: (member: Text) => `Konsorcjum: ${member}, rola`,
  roles: { LEADER: 'lider', PARTNER: 'partner' },
  votes: (member: Text) => `Konsorcjum: ${member}, liczba głosów`,
  register: (member: Text, field: Text) => `Rejestr organizacji: ${member}, ${field}`,
  fields: {
    organisationId: 'organizacja',
    name: 'nazwa',
    sector: 'sektor',
    legalForm: 'forma prawna',
    nip: 'NIP',
    regon: 'REGON',
    krs: 'KRS',
    unitOfNip: 'NIP jednostki nadrzędnej',
    address: 'adres',
    seatTeryt: 'gmina siedziby',
    representation: 'reprezentacja',
  } as Readonly<Record<string, Text>>,
  representation: {
    mode: {
      SOLE: 'samodzielnie',
      JOINT_2: 'dwie osoby łącznie',
      JOINT_ALL: 'wszyscy łącznie',
      PROXY: 'pełnomocnik',
    },
    from: (date: Text) => `od ${date}`,
    to: (date: Text) => `do ${date}`,
  },
  attachment: 'Załącznik',
  attachmentPart: (name: Text, part: Text) => `Załącznik ${quoted(name)}: ${part}`,
  attachmentParts: {
    member: 'członek',
    name: 'nazwa',
    about: 'opis',
    mediaType: 'rodzaj pliku',
    size: 'rozmiar w bajtach',
    sha256: 'treść (skrót pliku)',
  },
  paper: { LETTER_OF_INTENT: 'List intencyjny', LETTER_OF_CONFIRMATION: 'List potwierdzający' },
} as const;
