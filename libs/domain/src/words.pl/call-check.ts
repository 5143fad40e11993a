import { calendarWords } from './calendar';
import { counted } from './plural';

/** Dates, sums and names come already written out; counts come as numbers. */
type Text = string;

const list = (names: readonly Text[], most = 5): Text =>
  names.length <= most
    ? names.join(', ')
    : `${names.slice(0, most - 1).join(', ')} i ${names.length - most + 1} innych`;
const quoted = (text: Text): Text => `„${text}”`;
const days = calendarWords.days;
const months = calendarWords.months;
/** „punktu”, „punktów” after a verb that asks for the genitive */
const pointsOf = (count: number): Text => counted(count, 'punktu', 'punktów', 'punktów');
const points = (count: number): Text => counted(count, 'punkt', 'punkty', 'punktów');
const businessDays = (count: number): Text => counted(count, 'dzień roboczy', 'dni robocze', 'dni roboczych');
const daysOf = (count: number, business: boolean): Text => (business ? businessDays(count) : days(count));

/** What the check says before a call is published. A `fix…` is the way out; it stands on a button or after an arrow. */
export const callCheckWords = {
  title: {
    'C-FIELDS': 'Pola do wypełnienia',
    'C-READ': 'Wpisy nie do odczytania',
    'C-CONSULT': 'Konsultacje',
    'C-CRITERIA': 'Kryteria i wagi',
    'C-ADOPTED': 'Uchwała i przyjęte kryteria',
    'C-SCORING': 'Próg, oceny i remisy',
    'C-REGIME': 'Podstawa prawna',
    'C-RULES': 'Zestaw reguł',
    'C-MEETING': 'Spotkanie',
    'C-CHANNELS': 'Kanały ogłoszenia',
    'C-DAYS': 'Dni na złożenie oferty',
    'C-DEADLINE': 'Otwarcie i termin',
    'C-PERIOD': 'Okres realizacji',
    'C-CAP': 'Limit kwoty',
  },
  source: {
    'C-FIELDS': 'ogłoszenie o wyborze partnera, części A.13 i B.4',
    'C-READ': 'zasada portalu: nic wpisanego nie ginie i nic nie jest zgadywane',
    'C-CONSULT': 'slajd 13: kryteria skonsultowane z radą organizacji i samorządem',
    'C-CRITERIA': 'slajdy 10 i 13: uzgodnione kryteria wyboru',
    'C-ADOPTED': 'slajd 13: spotkanie wybiera tryb i zasady',
    'C-SCORING': 'zasada naboru: próg, kworum i remisy znane przed ogłoszeniem',
    'C-REGIME':
      'data wejścia w życie ustawy; art. 14 ust. 2 ustawy o działalności pożytku publicznego i o wolontariacie',
    'C-RULES': 'slajdy 11, 13 i 15: reguły zamrożone z naborem',
    'C-MEETING': 'slajd 13: spotkanie z zaproszeniem, listą i protokołem',
    'C-CHANNELS': 'slajd 13: ogłoszenia na dwóch stronach; art. 13 ust. 3 ustawy o działalności pożytku publicznego',
    'C-DAYS':
      'art. 33 ustawy z 2014 r., art. 39 ustawy z 2022 r., art. 13 ustawy o działalności pożytku publicznego; liczenie dni jak w art. 57 KPA (do potwierdzenia przez radcę prawnego)',
    'C-DEADLINE': 'zasada naboru: termin jest chwilą, decyduje zegar portalu',
    'C-PERIOD': 'slajd 11, pytanie Q17',
    'C-CAP': 'slajd 11, pytanie Q9',
  },

  fields: {
    pass: 'Wszystkie wymagane pola są wypełnione.',
    missing: (labels: readonly Text[]) => `Do wypełnienia: ${labels.join(', ')}.`,
    fix: (count: number) => (count === 1 ? 'uzupełnij to pole' : 'uzupełnij te pola'),
  },

  unread: {
    pass: 'Każdy wpis da się przyjąć.',
    fail: (name: Text) => `${name}: wpisu nie da się przyjąć; powód stoi przy polu.`,
    fix: 'popraw wpis w tym polu albo je wyczyść',
  },

  consultations: {
    pass: (count: number, remarks: number) =>
      `${counted(count, 'konsultacja', 'konsultacje', 'konsultacji')}, w tym z radą organizacji pozarządowych i z gminą; ` +
      (remarks === 0
        ? 'uwag nie było.'
        : `na ${remarks === 1 ? 'jedyną uwagę' : `wszystkie uwagi (${remarks})`} jest odpowiedź.`),
    noCouncil: 'Kryteriów nie skonsultowano z radą organizacji pozarządowych.',
    noMunicipality: 'Kryteriów nie skonsultowano z gminą.',
    fixCouncil: 'dodaj konsultację z radą organizacji pozarządowych: nazwę, datę i opinię',
    fixMunicipality: 'dodaj konsultację z gminą: datę i opinię',
    incomplete: (name: Text, missing: readonly Text[]) => `Konsultacja ${quoted(name)}: brakuje ${list(missing)}.`,
    fixIncomplete: 'uzupełnij konsultację albo ją usuń',
    missing: { body: 'rodzaju', name: 'nazwy', date: 'daty' },
    late: (name: Text, date: Text, resolution: Text) =>
      `Konsultacja ${quoted(name)} ma datę ${date}, a uchwałę podjęto wcześniej, ${resolution}.`,
    fixLate: 'popraw datę konsultacji albo podejmij uchwałę po niej',
    future: (name: Text, date: Text) => `Konsultacja ${quoted(name)} ma datę ${date}, która jeszcze nie nadeszła.`,
    fixFuture: 'popraw datę konsultacji albo poczekaj z publikacją',
    unanswered: (count: number, first: Text) =>
      count === 1
        ? `Uwaga ${quoted(first)} nie ma odpowiedzi.`
        : `${counted(count, 'uwaga', 'uwagi', 'uwag')} bez odpowiedzi, pierwsza: ${quoted(first)}.`,
    fixUnanswered: 'odpowiedz na każdą uwagę: co przyjęto albo dlaczego nie',
    stray: (count: number, first: Text) =>
      count === 1
        ? `Uwaga ${quoted(first)} nie wskazuje konsultacji.`
        : `${counted(count, 'uwaga', 'uwagi', 'uwag')} bez wskazanej konsultacji, pierwsza: ${quoted(first)}.`,
    fixStray: 'wybierz konsultację, w której uwaga padła',
    empty: (count: number) => `${counted(count, 'uwaga', 'uwagi', 'uwag')} bez treści.`,
    fixEmpty: (count: number) => (count === 1 ? 'usuń pustą uwagę' : 'usuń puste uwagi'),
  },

  criteria: {
    pass: (count: number) => `${counted(count, 'kryterium', 'kryteria', 'kryteriów')} z wagami, które dają razem 100.`,
    none: 'Nabór nie ma żadnego kryterium.',
    fixNone: 'dodaj kryteria, ich wagi mają dać razem 100',
    incomplete: (name: Text, missing: readonly Text[]) => `Kryterium ${quoted(name)}: brakuje ${list(missing)}.`,
    fixIncomplete: 'uzupełnij kryterium albo je usuń',
    missing: { code: 'kodu', name: 'nazwy', weight: 'wagi', kind: 'sposobu oceny' },
    twice: (code: Text, count: number) => `Kod ${quoted(code)} powtarza się w ${count}\u00a0kryteriach.`,
    fixTwice: (code: Text) => `nadaj ostatniemu z nich kod ${code}`,
    reserved: (code: Text) => `Kod ${quoted(code)} jest zajęty: tak nazywa się zasada rozstrzygania remisów.`,
    fixReserved: (code: Text) => `nadaj kryterium kod ${code}`,
    tooLittle: (sum: number, short: number) => `Wagi dają razem ${sum}, do 100 brakuje ${pointsOf(short)}.`,
    tooMuch: (sum: number, over: number) => `Wagi dają razem ${sum}, o ${points(over)} za dużo.`,
    fixSum: (difference: number) =>
      difference > 0 ? `dodaj do wag ${points(difference)}` : `odejmij od wag ${points(-difference)}`,
    fixWeight: (name: Text, from: number | null, to: number) =>
      from === null
        ? `nadaj kryterium ${quoted(name)} wagę ${to}`
        : `zmień wagę kryterium ${quoted(name)} z ${from} na ${to}`,
  },

  adopted: {
    pass: (number: Text, date: Text) => `Kryteria są te same, które przyjęto uchwałą nr ${number} z dnia ${date}.`,
    incomplete: (missing: readonly Text[]) => `Uchwała: brakuje ${list(missing)}.`,
    missing: {
      body: 'organu, który ją podjął',
      number: 'numeru',
      date: 'daty',
      mode: 'trybu utworzenia partnerstwa',
      rules: 'zasad',
    },
    fixIncomplete: 'uzupełnij dane uchwały',
    future: (date: Text) => `Uchwała ma datę ${date}, która jeszcze nie nadeszła.`,
    fixFuture: 'popraw datę uchwały albo poczekaj z publikacją',
    none: 'Nie zapisano, które kryteria przyjęto uchwałą.',
    fixNone: 'zapisz obecne kryteria jako przyjęte tą uchwałą',
    changed: (differences: readonly Text[]) =>
      differences.length === 0
        ? 'Kryteria różnią się od przyjętych uchwałą.'
        : `Kryteria różnią się od przyjętych uchwałą: ${list(differences, 4)}.`,
    difference: {
      came: (code: Text) => `${code} doszło`,
      gone: (code: Text) => `${code} ubyło`,
      weight: (code: Text, from: Text, to: Text) => `${code} ma wagę ${to} zamiast ${from}`,
      name: (code: Text) => `${code} ma inną nazwę`,
      kind: (code: Text) => `${code} ma inny sposób oceny`,
      order: 'inna kolejność',
    },
    old: (number: Text, date: Text) =>
      `Kryteria zmieniły się od ogłoszenia naboru, a uchwała jest wciąż ta sama: nr ${number} z dnia ${date}.`,
    fixOld: 'wpisz numer i datę uchwały, która przyjęła zmienione kryteria',
    earlier: (date: Text, before: Text) =>
      `Kryteria zmieniły się od ogłoszenia naboru, a uchwała ma datę ${date}, wcześniejszą niż poprzednia, ${before}.`,
    fixEarlier: 'wpisz datę uchwały, która przyjęła zmienione kryteria',
    fixChanged: 'podejmij nową uchwałę, wpisz jej numer i datę, a potem zapisz obecne kryteria jako przyjęte',
  },

  scoring: {
    pass: (threshold: Text, quorum: number, ties: readonly Text[], appealDays: number | null) =>
      `Próg: ${threshold} pkt na 100, co najmniej ${counted(quorum, 'ocena', 'oceny', 'ocen')}, remisy rozstrzyga kolejno: ${ties.join(', ')}. ${appealDays === null ? 'Odwołania od wyniku nie przewidziano.' : `Odwołanie od wyniku: w ciągu ${counted(appealDays, 'dnia', 'dni', 'dni')} od ogłoszenia.`}`,
    incomplete: (missing: readonly Text[]) => `Zasady oceny: brakuje ${list(missing)}.`,
    missing: {
      thresholdPoints: 'progu punktowego',
      quorum: 'najmniejszej liczby ocen',
      conflictPolicy: 'zasady na wypadek konfliktu interesów',
      scoringBody: 'tego, kto ocenia',
    },
    fixIncomplete: 'uzupełnij zasady oceny',
    noTies: 'Nie wiadomo, co rozstrzyga remis.',
    fixNoTies: 'dodaj zasady: najważniejsze kryterium, potem na przykład mniejszą kwotę z ZIT, na końcu losowanie',
    emptyTie: 'Jedna z zasad rozstrzygania remisów jest pusta.',
    fixRemoveTie: 'usuń tę zasadę',
    unknownTie: (by: Text, codes: readonly Text[]) =>
      `Remis ma rozstrzygać ${quoted(by)}, a nie ma takiego kryterium (są: ${list(codes, 12)}) ani zasady.`,
    fixUnknownTie: 'wybierz kryterium, mniejszą kwotę z ZIT albo losowanie',
    fixTie: (by: Text, code: Text) => `zamień ${quoted(by)} na ${code}`,
    twiceTie: (by: Text) => `Zasada ${quoted(by)} stoi w rozstrzyganiu remisów dwa razy.`,
    fixTwiceTie: 'usuń drugą z nich',
    lotNotLast: 'Losowanie rozstrzyga każdy remis, więc zasady po nim nigdy nie zadziałają.',
    fixLotLast: 'przenieś losowanie na koniec',
    noLot: 'Remis może zostać nierozstrzygnięty, bo na końcu nie ma losowania.',
    fixNoLot: 'dodaj na końcu losowanie',
  },

  regime: {
    pass: (name: Text) => `${sentence(name)}: podstawa obowiązuje i pasuje do członków konsorcjum.`,
    none: 'Nie wybrano podstawy prawnej.',
    fixNone: (name: Text) => `wybierz podstawę, na przykład: ${name}`,
    fixRegime: (name: Text) => `zmień podstawę na: ${name}`,
    notYet: (name: Text, inForce: Text) => `${sentence(name)}: podstawa obowiązuje dopiero od ${inForce}.`,
    older: (name: Text, newer: Text, since: Text) =>
      `${sentence(name)}: od ${since} obowiązuje nowsza podstawa (${newer}).`,
    noSectors: 'Nie wybrano, kto może wejść do konsorcjum.',
    fixNoSectors: 'wybierz rodzaje członków',
    onlyNgos: (name: Text, others: readonly Text[]) =>
      `${sentence(name)}: ofertę wspólną składają tylko organizacje pozarządowe i podmioty z nimi zrównane, a nabór dopuszcza też: ${list(others, 8)}.`,
    fixOnlyNgos: 'zostaw organizacje pozarządowe i podmioty z nimi zrównane; inni mogą być partnerami wspierającymi',
  },

  rules: {
    pass: (version: Text) => `Oferty sprawdza zestaw reguł ${version}.`,
    none: 'Nie wybrano zestawu reguł.',
    unknown: (version: Text, known: readonly Text[]) =>
      known.length === 0
        ? `Zestawu reguł ${quoted(version)} nie ma.`
        : `Zestawu reguł ${quoted(version)} nie ma; są: ${list(known)}.`,
    fix: (version: Text) => `wybierz zestaw ${version}`,
    fixNone: 'poproś operatora programu o dodanie zestawu reguł',
    shutOut: (what: Text, version: Text) =>
      `Zestaw reguł ${version} wymaga w konsorcjum ${what}, a nabór ich nie dopuszcza.`,
    required: { NGO: 'organizacji pozarządowych', JST: 'jednostek samorządu', BUSINESS: 'przedsiębiorców' },
    fixShutOut: 'dopuść ten rodzaj członków albo wybierz inny zestaw reguł',
  },

  meeting: {
    pass: (count: number) => `${counted(count, 'spotkanie', 'spotkania', 'spotkań')} z protokołem.`,
    none: 'Nie ma żadnego spotkania z protokołem.',
    fix: 'dodaj spotkanie i wpisz jego ustalenia',
  },

  channels: {
    pass: (names: readonly Text[], last: Text) =>
      `Ogłoszenie w ${counted(names.length, 'kanale', 'kanałach', 'kanałach')} (${list(names)}), w ostatnim ${last}.`,
    tooFew: (count: number) =>
      count === 0
        ? 'Ogłoszenie nie ma żadnego kanału, a potrzebne są co najmniej dwa.'
        : 'Ogłoszenie ma jeden kanał, a potrzebne są co najmniej dwa.',
    fixTooFew: (count: number) =>
      count === 0 ? 'dodaj dwa kanały z nazwą i datą' : 'dodaj drugi kanał z nazwą i datą',
    incomplete: (name: Text, missing: readonly Text[]) => `Kanał ${quoted(name)}: brakuje ${list(missing)}.`,
    missing: { kind: 'rodzaju', name: 'nazwy', publishedOn: 'daty ogłoszenia', link: 'adresu ogłoszenia' },
    fixIncomplete: 'uzupełnij kanał albo go usuń',
    planned: (name: Text, date: Text) =>
      `Ogłoszenie w kanale ${quoted(name)} ma ukazać się ${date}, po publikacji naboru; dni na złożenie oferty liczą się od ostatniego kanału.`,
    fixPlanned: (date: Text) => `dopilnuj ogłoszenia ${date} albo opublikuj nabór dopiero wtedy`,
    afterOpening: (name: Text, date: Text, opens: Text) =>
      `Ogłoszenie w kanale ${quoted(name)} ma datę ${date}, a nabór otwiera się wcześniej, ${opens}.`,
    fixAfterOpening: (at: Text) => `przesuń otwarcie naboru na ${at}`,
  },

  days: {
    pass: (last: Text, count: number, business: boolean, closes: Text) =>
      `Od ostatniego kanału (${last}) do terminu (${closes}) jest co najmniej ${daysOf(count, business)}.`,
    unknown: (missing: readonly Text[]) => `Nie da się policzyć dni na złożenie oferty: brakuje ${list(missing)}.`,
    missing: {
      channels: 'daty kanału ogłoszenia',
      closesAt: 'terminu składania ofert',
      days: 'liczby dni',
      dayKind: 'rodzaju dni',
    },
    fixUnknown: 'uzupełnij te pola',
    tooFew: (count: number, business: boolean, need: number) =>
      `Na złożenie oferty przewidziano ${daysOf(count, business)}, a ta podstawa prawna wymaga co najmniej ${days(need)}.`,
    tooEarly: (last: Text, count: number, business: boolean, due: Text, closes: Text) =>
      `Ostatni kanał ma datę ${last}, więc oferty trzeba przyjmować co najmniej do ${due} (${daysOf(count, business)}), a termin jest wcześniej, ${closes}.`,
    fixDays: (count: number, business: boolean, at: Text | null) =>
      at === null
        ? `przewidź ${daysOf(count, business)}`
        : `przewidź ${daysOf(count, business)} i przesuń termin na ${at}`,
    fixDeadline: (at: Text) => `przesuń termin na ${at}`,
  },

  deadline: {
    pass: (opens: Text, closes: Text) => `Nabór jest otwarty od ${opens} do ${closes}.`,
    noOpening: 'Nie podano, od kiedy nabór jest otwarty.',
    fixNoOpening: 'wpisz dzień i godzinę otwarcia',
    noDeadline: 'Nie podano terminu składania ofert.',
    fixNoDeadline: 'wpisz dzień i godzinę',
    neither: 'Nie podano, od kiedy i do kiedy można składać oferty.',
    fixNeither: 'wpisz dzień i godzinę otwarcia i terminu',
    past: (closes: Text) => `Termin ${closes} już minął.`,
    fixTo: (at: Text) => `przesuń termin na ${at}`,
    backwards: (opens: Text, closes: Text) =>
      `Nabór otwiera się ${opens}, a termin jest wcześniej albo w tej samej chwili, ${closes}.`,
    shortened: (before: Text, after: Text) =>
      `Aneks skraca termin z ${before} na ${after}, a ogłoszonego terminu nie można skrócić.`,
    fixShortened: (at: Text) => `przywróć termin ${at}`,
  },

  period: {
    pass: (from: Text, to: Text, count: number) => `Realizacja od ${from} do ${to}, ${months(count)}.`,
    none: 'Nie podano okresu realizacji.',
    fixNoneByHand: 'wpisz pierwszy i ostatni dzień realizacji',
    backwards: (from: Text, to: Text) => `Okres kończy się ${to}, czyli przed początkiem, ${from}.`,
    length: (from: Text, to: Text, actual: Text, need: number) =>
      `Okres od ${from} do ${to} to ${actual}, a zestaw reguł wymaga ${counted(need, 'miesiąca', 'miesięcy', 'miesięcy')}.`,
    uneven: (count: number, over: number) => (count === 0 ? days(over) : `${months(count)} i ${days(over)}`),
    exact: (count: number) => months(count),
    fix: (from: Text, to: Text) => `ustaw okres od ${from} do ${to}`,
    early: (from: Text, closes: Text) => `Realizacja zaczyna się ${from}, a oferty można składać do ${closes}.`,
  },

  cap: {
    pass: (cap: Text, most: Text) => `Limit budżetu oferty to ${cap}, w granicach zestawu reguł (${most}).`,
    none: 'Nie podano najwyższego budżetu oferty.',
    fixNone: 'wpisz kwotę',
    zero: 'Najwyższy budżet oferty to zero złotych.',
    tooMuch: (cap: Text, over: Text, most: Text) =>
      `Limit budżetu oferty to ${cap}, o ${over} więcej, niż dopuszcza zestaw reguł (${most}).`,
    fix: (most: Text) => `ustaw limit na ${most}`,
  },
} as const;

/** The same text as the beginning of a sentence. */
function sentence(text: Text): Text {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
