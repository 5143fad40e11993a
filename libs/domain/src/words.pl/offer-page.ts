import { counted, plural } from './plural';
import { ended } from './sentence';

/** Words of the pages on which an offer is begun and written. */

export const offerStateWords = {
  chip: {
    DRAFT: 'W przygotowaniu',
    SUBMITTED: 'Złożona',
    AMENDING: 'Złożona, otwarta do zmiany',
    WITHDRAWN: 'Wycofana',
    CURING: 'Uzupełniana po wezwaniu',
  },
} as const;

export const offerListWords = {
  title: 'Oferty',
  begin: 'Rozpocznij ofertę',
  lead: 'Oferty konsorcjów, w których jest Twoja organizacja. Do terminu nikt spoza konsorcjum ich nie widzi.',
  shown: (n: number, more: boolean) =>
    `Pokazano ${counted(n, 'ofertę', 'oferty', 'ofert')}${more ? ', są dalsze' : ''}`,
  about: (consortium: string, callNumber: string) => `${consortium} · nabór ${callNumber}`,
  until: 'Termin',
  left: 'Zostało',
  over: 'Termin minął',
  receipt: (number: string) => `Potwierdzenie ${number}`,
  emptyTitle: 'Nie ma jeszcze żadnej oferty',
  empty:
    'Oferta jest odpowiedzią konsorcjum na ogłoszony nabór. Zaczyna się od tego, co konsorcjum już ma: usług, grup i budżetu.',
  missing: {
    none: 'Nic nie brakuje',
    all: (n: number) => `${n} do uzupełnienia`,
    own: (n: number) => (n === 0 ? 'po Waszej stronie nic' : `z tego ${n} po Waszej stronie`),
  },
} as const;

export const beginOfferWords = {
  title: 'Nowa oferta',
  lead: 'Wybierz nabór i konsorcjum. Jedno konsorcjum składa w naborze jedną ofertę.',
  call: 'Nabór',
  until: (when: string) => `Termin: ${when}`,
  consortium: 'Konsorcjum',
  begun: 'ta oferta już jest',
  open: 'Otwórz ofertę',
  from: 'Od czego zacząć',
  fromConsortium: 'Od tego, co ma konsorcjum',
  fromConsortiumHint:
    'Usługi, grupy, miejsca, budżet i deklarowany wkład przejdą do oferty. Pokoje konsorcjum zostaną bez zmian.',
  fromEarlier: (title: string) => `Od wcześniejszej oferty: ${title}`,
  fromEarlierHint: (call: string) => `Złożona lub pisana w naborze ${call}. To, co już nie pasuje, zostanie oznaczone.`,
  go: 'Rozpocznij ofertę',
  going: 'Otwieranie…',
  noneTitle: 'Nie ma naboru, na który można odpowiedzieć',
  none: 'Potrzebny jest ogłoszony nabór w gminie, w której działa Wasze konsorcjum. Organizacja musi być jego członkiem.',
  otherCall:
    'Do naboru, od którego zaczynasz, nie pasuje żadne konsorcjum Twojej organizacji. Poniżej są nabory, na które może odpowiedzieć.',
  toCalls: 'Ogłoszone nabory',
  toConsortia: 'Konsorcja',
  answer: 'Odpowiedz ofertą',
  missing: {
    call: 'Wybierz nabór.',
    consortium: 'Wybierz konsorcjum.',
  },
} as const;

const sections = (n: number): string => counted(n, 'część', 'części', 'części');

export const offerDeskWords = {
  notLoaded: 'Nie udało się wczytać oferty',
  lost: 'Ta oferta nie jest już dostępna dla tego, w czyim imieniu działasz. Treść strony została zamknięta.',
  attachments: 'Załączniki',
  budget: 'Budżet',
  place: (consortium: string, callNumber: string) => `${consortium}, nabór ${callNumber}`,
  deadline: 'Termin',
  left: 'zostało',
  toCall: (number: string) => `Nabór ${number}`,
  toSubmit: 'Złożenie oferty',
  tasks: 'Części oferty',
  progress: (done: number, all: number) => `Gotowe: ${done} z ${sections(all)}`,
  state: {
    EMPTY: 'pusta',
    STARTED: 'w trakcie',
    FAULTY: 'do poprawy',
    COMPLETE: 'gotowa',
  },
  files: (n: number) => (n === 0 ? 'bez plików' : counted(n, 'plik', 'pliki', 'plików')),
  /** What a section still needs, and from whom. */
  missing: (n: number) => `brakuje: ${n}`,
  missingYours: (n: number) => `u Was: ${n}`,
  here: (name: string) => `Teraz pisze tu: ${name}`,
  writes: (name: string, section: string) => `${name} pisze: ${section}`,
  writesLabel: 'Kto teraz pisze',
  next: (title: string) => `Dalej: ${title}`,
  previous: (title: string) => `Wstecz: ${title}`,
  check: 'Sprawdzenie oferty',
  openCheck: (summary: string) => `Sprawdzenie oferty: ${summary}. Pokaż`,
  closeCheck: 'Schowaj sprawdzenie',
  whose: { label: 'Czyje braki pokazać', all: 'Wszystkie', own: 'Tylko nasze' },
  toFieldOf: (section: string) => `Pokaż miejsce: ${section}`,
  submitLater: (n: number) =>
    `Złożyć będzie można, gdy ${plural(n, 'zniknie', 'znikną', 'zniknie')} ${counted(n, 'sprawa', 'sprawy', 'spraw')} do poprawy.`,
  submitNow: 'Nic nie blokuje. Kolej na podpisy wszystkich członków.',
  over: 'Termin tego naboru minął.',
  submitted:
    'Oferta jest złożona i zamknięta. Można ją czytać; do terminu można ją otworzyć do zmiany na stronie potwierdzenia.',
  kept: 'Oferta jest złożona i zamknięta. Można ją czytać.',
  called: (until: string) => `Oferta jest złożona. Wezwano do jej uzupełnienia do ${until}.`,
  amending: 'Oferta jest otwarta do zmiany. Do czasu nowego złożenia liczy się to, co złożono wcześniej.',
  curing: (until: string) =>
    `Oferta jest otwarta do uzupełnienia do ${until}. Zmienić można tylko to, co wymienia wezwanie; do złożenia uzupełnienia liczy się to, co złożono wcześniej.`,
  curingOver: (until: string) =>
    `Czas na uzupełnienie minął: ${until}. Liczy się to, co złożono; wpisane zmiany zostają w historii.`,
  withdrawn: 'Oferta jest wycofana. Można ją zmieniać i złożyć ponownie do terminu.',
} as const;

/** To one organisation alone: it competes with itself. */
export const offerElsewhereWords = {
  also: (consortium: string) =>
    `Twoja organizacja jest także w konsorcjum „${consortium}”, które ma ofertę w tym samym naborze. Zasady tego nie zabraniają, ale te oferty konkurują ze sobą.`,
  leadsBoth: (consortium: string) =>
    `Twoja organizacja jest liderem także w konsorcjum „${consortium}”, które ma ofertę w tym samym naborze. Lider składa w naborze jedną ofertę: drugiej portal nie przyjmie.`,
  way: 'Zdecydujcie, w której ofercie zostajecie; z drugiego konsorcjum można wystąpić, a lidera zmienić. Tę uwagę widzą tylko osoby z Twojej organizacji.',
} as const;

/** Whose a field is. */
export const offerRightsWords = {
  readsOnly:
    'W tej roli tylko czytasz ofertę. Piszą w niej koordynatorzy i redaktorzy organizacji, a w gminie jej pracownicy.',
  leader: (name: string) => ended(`Tę część pisze lider konsorcjum: ${name}`),
  member: (name: string) => ended(`Wpisuje: ${name}`),
  /** An item of members that names none of them. */
  orphan: (name: string) => ended(`Pozycja bez członka konsorcjum; wskaże go lider: ${name}`),
} as const;

export const offerPeopleWords = {
  lend: 'Udostępnij tę część…',
  lendOwn: 'Udostępnij swoją część…',
  lendTitle: (section: string) => `Udostępnienie części: ${section}`,
  lendOwnTitle: 'Udostępnienie własnej części',
  lendLead: 'Zaznaczone organizacje będą mogły pisać w tej części tak jak lider, dopóki nie odznaczysz ich tutaj.',
  lendOwnLead:
    'Zaznaczone organizacje będą mogły pisać we wszystkim, co w tej ofercie należy do Twojej organizacji: w usługach, planie, budżecie, doświadczeniu, wkładzie i oświadczeniach.',
  lendSave: 'Zapisz udostępnienie',
  lending: 'Zapisywanie…',
  lentTo: (names: string) => ended(`Udostępniono: ${names}`),
  lentNobody: 'Tę część pisze teraz tylko jej właściciel.',
  lentToYou: (name: string) => `${name} udostępnia Wam tę część.`,
  nobodyElse: 'W konsorcjum nie ma innej organizacji.',
} as const;

export const organisations = (n: number): string => `${n} ${plural(n, 'organizacja', 'organizacje', 'organizacji')}`;
