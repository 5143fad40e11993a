/** Words of the pages about calls: list, workshop, publishing, and what the public reads. */
import { counted, plural } from './plural';

const NBSP = '\u00a0';

export const callStateWords = {
  /** What the public would say of it. */
  phase: {
    DRAFT: 'w przygotowaniu',
    ANNOUNCED: 'ogłoszony, przyjmowanie jeszcze się nie zaczęło',
    OPEN: 'przyjmuje oferty',
    CLOSED: 'termin minął',
    ANNULLED: 'unieważniony',
  },
  /** The same, short enough for a chip. */
  chip: {
    DRAFT: 'Projekt',
    ANNOUNCED: 'Ogłoszony',
    OPEN: 'Otwarty',
    CLOSED: 'Zamknięty',
    ANNULLED: 'Unieważniony',
  },
  annex: 'Aneks w przygotowaniu',
  edition: {
    NOTICE: 'Ogłoszenie',
    ANNEX: 'Aneks',
    EXTENSION: 'Przedłużenie terminu',
    ANNULMENT: 'Unieważnienie',
  },
} as const;

export const callListWords = {
  title: 'Nabory',
  create: 'Nowy nabór',
  lead: 'Nabory, które przygotowujesz, i te, które już ogłoszono.',
  leadReader: 'Nabory, które ogłosiły gminy. Otwórz nabór, aby przeczytać kryteria i termin albo zadać pytanie.',
  toPublic: 'Strona dla każdego, bez logowania',
  shown: (n: number, more: boolean) =>
    `Pokazano ${counted(n, 'nabór', 'nabory', 'naborów')}${more ? ', są dalsze' : ''}`,
  noNumber: 'bez numeru',
  deadline: 'Termin składania ofert',
  opens: (when: string) => `od ${when}`,
  noDeadline: 'termin nieustalony',
  emptyTitle: 'Nie ma jeszcze żadnego naboru',
  empty:
    'Zacznij od gminy i tytułu. Resztę uzupełnisz w dowolnej kolejności; nabór zobaczą inni dopiero po ogłoszeniu.',
  emptyReader: 'Pojawią się tutaj nabory, gdy gmina je ogłosi.',
} as const;

export const createCallWords = {
  title: 'Nowy nabór',
  lead: 'Powstanie projekt, który widzi tylko gmina, operator powiatu, program i audytor.',
  municipality: 'Gmina',
  name: 'Tytuł naboru',
  nameHint: 'Na przykład „Lokalne Centrum w Sopocie”; można go później zmienić.',
  copyOf: 'Na podstawie wcześniejszego naboru',
  copyOfNothing: 'Zacznij od pustego',
  copyHint: 'Skopiujemy zasady, kryteria, teksty i załączniki. Dat, konsultacji ani dowodów ogłoszenia nie kopiujemy.',
  noEarlier: 'Nie ma jeszcze naboru, na którym można się oprzeć.',
  create: 'Utwórz projekt',
  creating: 'Tworzenie…',
  missing: {
    municipality: 'Wybierz gminę, której dotyczy nabór.',
    title: 'Wpisz tytuł naboru.',
  },
} as const;

const sections = (n: number): string => `${n} ${plural(n, 'część', 'części', 'części')}`;

export const callDeskWords = {
  notLoaded: 'Nie udało się wczytać naboru',
  lost: 'Ten nabór nie jest już dostępny dla tego, w czyim imieniu działasz. Treść strony została zamknięta.',
  place: (municipality: string, number: string | null) =>
    number ? `${municipality}, nabór ${number}` : `${municipality}, projekt bez numeru`,
  tasks: 'Części naboru',
  progress: (done: number, all: number) => `W porządku: ${done} z ${sections(all)}`,
  state: {
    EMPTY: 'pusta',
    FILLING: 'w trakcie',
    ATTENTION: 'do poprawy',
    REMARKS: 'są uwagi',
    DONE: 'w porządku',
  },
  findings: (n: number) => `${n} do poprawy`,
  chooseSection: 'Przejdź do części',
  next: (title: string) => `Dalej: ${title}`,
  previous: (title: string) => `Wstecz: ${title}`,
  check: 'Sprawdzenie naboru',
  openCheck: (summary: string) => `Sprawdzenie naboru: ${summary}. Pokaż`,
  closeCheck: 'Schowaj sprawdzenie',
  toField: 'Pokaż miejsce',
  toFieldOf: (section: string) => `Pokaż miejsce: ${section}`,
  mended: (section: string) => `Wprowadzono poprawkę w części „${section}”. Cofniesz ją w polu albo w historii.`,
  goPublish: 'Przejdź do ogłoszenia',
  goPublishAnnex: 'Przejdź do ogłoszenia aneksu',
  publishLater: (n: number) =>
    `Ogłosić będzie można, gdy ${plural(n, 'zniknie', 'znikną', 'zniknie')} ${counted(n, 'sprawa', 'sprawy', 'spraw')} do poprawy.`,
  publishNow: 'Wszystko sprawdzone. Zanim ogłosisz, zobaczysz całą treść na jednej stronie.',
  readsOnly: 'Możesz czytać ten projekt; pisze w nim gmina, operator powiatu albo program.',
  annexOpen: 'Przygotowujesz aneks. Do jego ogłoszenia wszyscy czytają obowiązującą treść.',
  publicPage: 'Strona publiczna',
  contents: 'Treść naboru',
  rooms: 'Komisja i oferty',
  parts: {
    contents: 'Treść',
    editions: 'Wydania i zmiany',
    questions: 'Pytania i odpowiedzi',
    history: 'Historia',
  },
  historyLead: 'Kto co zrobił z tym naborem i kiedy, najnowsze na górze.',
  actsTitle: 'Czynności',
  waiting: (n: number) =>
    `${counted(n, 'pole czeka', 'pola czekają', 'pól czeka')} na Twój wybór: wpisane słowa nie są jeszcze w treści naboru. Dopóki nie wybierzesz, nie można przejść do ogłoszenia.`,
} as const;

export const callActWords = {
  annex: 'Przygotuj aneks',
  annexTitle: 'Aneks do naboru',
  annexLead:
    'Otworzy się edycja treści. Do ogłoszenia aneksu obowiązuje i jest publicznie widoczne dotychczasowe wydanie. Aneks wymaga uzasadnienia, a każda różnica będzie pokazana.',
  annexGo: 'Otwórz edycję',
  extend: 'Przedłuż termin',
  extendTitle: 'Przedłużenie terminu',
  extendLead: 'Powstanie nowe wydanie z późniejszym terminem. Wszyscy od razu widzą nowy termin i powód.',
  extendNow: (when: string) => `Obecny termin: ${when}.`,
  newDeadline: 'Nowy termin',
  extendGo: 'Przedłuż termin',
  abandon: 'Porzuć aneks',
  abandonTitle: 'Porzucenie aneksu',
  abandonLead: 'Zmiany z tego aneksu przepadną w edycji, zostaną jednak w historii. Obowiązuje dotychczasowe wydanie.',
  abandonGo: 'Porzuć aneks',
  annul: 'Unieważnij',
  annulTitle: 'Unieważnienie naboru',
  annulLead:
    'Tego nie można cofnąć. Nabór zostanie publicznie widoczny jako unieważniony, razem z powodem; ofert nie będzie można składać.',
  annulGo: 'Unieważnij nabór',
  cause: 'Przyczyna',
  causes: { REASONS: 'z powodu podanego w uzasadnieniu', NO_VALID_OFFERS: 'brak ważnych ofert' },
  reason: 'Uzasadnienie',
  reasonHint: 'Przeczytają je wszyscy; od 10 znaków.',
  working: 'Zapisywanie…',
  missing: {
    reason: 'Wpisz uzasadnienie, co najmniej 10 znaków.',
    moment: 'Podaj dzień i godzinę.',
    notLater: 'Nowy termin musi być późniejszy niż obecny.',
    past: 'Nowy termin musi być w przyszłości.',
  },
  done: {
    annex: 'Otwarto edycję aneksu.',
    abandon: 'Porzucono aneks.',
    extend: 'Przedłużono termin.',
    annul: 'Unieważniono nabór.',
  },
} as const;

export const publishCallWords = {
  title: 'Ogłoszenie naboru',
  titleAnnex: 'Ogłoszenie aneksu',
  lead: 'Tak nabór zobaczą wszyscy. Po ogłoszeniu tej treści nie da się zmienić inaczej niż aneksem z uzasadnieniem.',
  leadAnnex: 'Tak będzie brzmiał nabór po aneksie. Pod spodem są różnice, które zobaczą wszyscy.',
  back: 'Wróć do edycji',
  findings: 'Sprawdzenie',
  findingsOk: 'Nic nie stoi na przeszkodzie.',
  fixIn: 'Popraw to w edycji naboru.',
  next: 'Co się stanie',
  steps: [
    'Nabór dostanie kolejny numer, bez luk w numeracji powiatu.',
    'Cała treść zostanie zamrożona; jej skrót SHA-256 stanie na stronie publicznej, obok pliku JSON.',
    'Strona będzie dostępna bez logowania, z odliczaniem do terminu według zegara serwera.',
    'Zmiana będzie możliwa tylko aneksem z uzasadnieniem albo przedłużeniem terminu.',
  ],
  stepsAnnex: [
    'Powstanie następne wydanie naboru, z własnym skrótem SHA-256 i uzasadnieniem.',
    'Poprzednie wydanie zostanie dostępne, a różnice będą pokazane słowami.',
  ],
  differences: 'Różnice wobec obowiązującego wydania',
  noDifferences: 'Aneks nic nie zmienia. Wróć do edycji albo zostaw obowiązujące wydanie.',
  reason: 'Uzasadnienie aneksu',
  reasonHint: 'Będzie opublikowane razem z różnicami; od 10 znaków.',
  reasonMissing: 'Wpisz uzasadnienie aneksu, co najmniej 10 znaków.',
  publish: 'Ogłoś nabór',
  publishAnnex: 'Ogłoś aneks',
  publishing: 'Ogłaszanie…',
  blocked: (n: number) =>
    `Nie można jeszcze ogłosić: ${counted(n, 'sprawa', 'sprawy', 'spraw')} do poprawy. Ich lista jest na tej stronie.`,
  readsOnly: 'Ogłasza gmina, operator powiatu albo program.',
  asideTitle: 'Są wpisy odłożone na bok',
  aside: (n: number) =>
    `W ${counted(n, 'polu', 'polach', 'polach')} ktoś wpisał coś innego, niż jest w treści, i nikt tego potem nie zmienił. Tych słów nie będzie w ogłoszeniu. Jeśli tak ma być, możesz ogłosić.`,
  asideSee: 'Zobacz je w historii',
  changedTitle: 'Treść zmieniła się w międzyczasie',
  changed: (n: number) =>
    n === 0
      ? 'Ktoś zapisał coś w projekcie, ale treść jest taka sama. Możesz ogłosić.'
      : 'Ktoś zapisał zmiany, gdy ta strona była otwarta. Niczego nie ogłoszono. Poniżej jest już nowa treść; sprawdź, co się zmieniło, i zdecyduj jeszcze raz.',
  published: (number: string) => `Ogłoszono nabór ${number}.`,
  publishedAnnex: 'Ogłoszono aneks.',
} as const;

export const differenceWords = {
  before: 'Było',
  after: 'Jest',
  empty: '(puste)',
  none: 'Bez różnic w treści.',
} as const;

const parts = ({ days, hours, minutes, seconds }: Left, tellsSeconds: boolean): string =>
  [
    days > 0 ? counted(days, 'dzień', 'dni', 'dni') : '',
    days > 0 || hours > 0 ? `${hours}${NBSP}godz.` : '',
    `${minutes}${NBSP}min`,
    tellsSeconds ? `${String(seconds).padStart(2, '0')}${NBSP}s` : '',
  ]
    .filter(Boolean)
    .join(' ');

interface Left {
  over: boolean;
  days: number;
  hours: number;
  minutes: number;
  seconds: number;
}

export const countdownWords = {
  left: (left: Left, tellsSeconds: boolean): string => (left.over ? 'Termin minął' : parts(left, tellsSeconds)),
  label: 'Do terminu zostało',
  labelOpens: 'Do otwarcia zostało',
  /** `minutes` before the deadline, as `ANNOUNCED_MINUTES` has them. */
  announced: (minutes: number): string => {
    if (minutes === 0) return 'Termin minął.';
    if (minutes % 60 !== 0) return `Do terminu: ${counted(minutes, 'minuta', 'minuty', 'minut')}.`;
    return `Do terminu: ${counted(minutes / 60, 'godzina', 'godziny', 'godzin')}.`;
  },
} as const;

export const publicCallWords = {
  title: 'Nabory ogłoszone',
  lead: 'Nabory na prowadzenie Lokalnych Centrów. Czytać może każdy, bez logowania.',
  shown: (n: number, more: boolean) =>
    `Pokazano ${counted(n, 'nabór', 'nabory', 'naborów')}${more ? ', są dalsze' : ''}`,
  emptyTitle: 'Nie ma ogłoszonych naborów',
  empty: 'Gdy gmina ogłosi nabór, pojawi się tutaj z terminem, kryteriami i pełną treścią.',
  notFoundTitle: 'Nie ma takiego naboru',
  notFound: 'Adres jest niepełny albo nabór nie został jeszcze ogłoszony.',
  toList: 'Nabory ogłoszone',
  signIn: 'Zaloguj się',
  toPortal: 'Przejdź do portalu',
  number: (number: string) => `Nabór nr ${number}`,
  municipality: (name: string) => `Gmina ${name}`,
  deadline: 'Termin składania ofert',
  deadlineVoid: 'Termin składania ofert, który przestał obowiązywać',
  deadlineOf: (when: string) => `do ${when}`,
  opensOf: (when: string) => `Oferty można składać od ${when}.`,
  whatCounts: 'Decyduje chwila wpływu według zegara serwera, co do milisekundy, włącznie.',
  yourClock: (text: string) => `Zegar w tym urządzeniu ${text} względem serwera; odliczanie tego nie powiela.`,
  clockBehind: (seconds: number) => `spóźnia się o ${counted(seconds, 'sekundę', 'sekundy', 'sekund')}`,
  clockAhead: (seconds: number) => `spieszy się o ${counted(seconds, 'sekundę', 'sekundy', 'sekund')}`,
  annulled: 'Nabór unieważniono. Ofert nie można składać.',
  annulledCause: 'Przyczyna: brak ważnych ofert.',
  annulledReason: (reason: string) => `Powód: ${reason}`,
  changed: (no: number, when: string) => `Obowiązuje wydanie ${no}, ogłoszone ${when}.`,
  contents: 'Spis treści',
  files: 'Do pobrania',
  calendar: 'Termin do kalendarza (ICS)',
  calendarVoid: 'Odwołanie terminu w kalendarzu (ICS)',
  json: (no: number) => `Treść wydania ${no} (JSON)`,
  print: 'Drukuj',
  editions: 'Wydania i zmiany',
  editionsLead: 'Każde wydanie jest zamrożone. Skrót SHA-256 pliku JSON pozwala sprawdzić, że nikt go nie zmienił.',
  edition: (no: number, kind: string) => `Wydanie ${no}. ${kind}`,
  editionAt: (when: string) => `Ogłoszono ${when}.`,
  editionReason: (reason: string) => `Uzasadnienie: ${reason}`,
  sha: 'SHA-256',
  copySha: (no: number) => `Kopiuj SHA-256 wydania ${no}`,
  differences: 'Co się zmieniło',
  questions: 'Pytania i odpowiedzi',
  noQuestions: 'Nie ma jeszcze pytań z odpowiedzią.',
  questionAt: (when: string) => `Zadano ${when}`,
  answer: 'Odpowiedź',
  answerAt: (when: string) => `Odpowiedziano ${when}`,
  correctedAt: (when: string) => `poprawiono ${when}`,
} as const;

export const callReadingWords = {
  weightSum: 'Suma wag',
  percent: (weight: number) => `${weight}`,
  adopted: 'Przyjęte kryteria',
  adoptedSame: 'Uchwałą przyjęto kryteria w brzmieniu podanym w tym naborze.',
  adoptedOther: 'Kryteria przyjęte uchwałą mają inne brzmienie niż w tym naborze.',
  adoptedNone: 'Nie wskazano, jakie kryteria przyjęto.',
  tiesOrder: 'Gdy oferty mają tyle samo punktów, rozstrzyga kolejno',
  nothing: 'Nie podano.',
  remarksOf: (consultation: string) => `Uwagi: ${consultation}`,
  attendanceOf: (meeting: string) => `Obecność: ${meeting}`,
  unknownItem: 'bez wskazania',
} as const;

export const questionWords = {
  ask: 'Zadaj pytanie',
  askAsDesk: 'Dopisz pytanie, które zadano poza portalem',
  askLead: 'Odpowiedź przeczytają wszyscy, bez informacji, kto pytał.',
  text: 'Pytanie',
  send: 'Wyślij pytanie',
  sent: 'Wysłano pytanie. Pojawi się publicznie razem z odpowiedzią.',
  tooShort: 'Napisz pytanie, co najmniej 5 znaków.',
  waiting: 'Czeka na odpowiedź',
  answer: 'Odpowiedz',
  answerText: 'Treść odpowiedzi',
  answerSend: 'Opublikuj odpowiedź',
  correct: 'Popraw odpowiedź',
  correctLead: 'Dotychczasowa odpowiedź zostanie w historii, a publicznie pojawi się data poprawki.',
  correctSend: 'Opublikuj poprawioną odpowiedź',
  meanwhile: 'Ktoś odpowiedział w międzyczasie:',
  meanwhileWay: 'Niczego nie nadpisano. Możesz zostawić tę odpowiedź albo połączyć ją ze swoją i opublikować.',
  replace: 'Opublikuj moją zamiast tej',
  leave: 'Zrezygnuj',
  earlier: (n: number) => counted(n, 'wcześniejsza odpowiedź', 'wcześniejsze odpowiedzi', 'wcześniejszych odpowiedzi'),
  ownWaiting: 'Twoje pytania, które czekają na odpowiedź',
  signInToAsk: 'Zaloguj się, aby zadać pytanie',
  answerMissing: 'Napisz odpowiedź.',
  answered: 'Opublikowano odpowiedź.',
  none: 'Nikt jeszcze o nic nie zapytał.',
} as const;

export const adoptedWords = {
  none: 'Nie wskazano',
  same: 'Takie jak w tym naborze',
  other: 'Inne niż w tym naborze',
  help: 'Uchwała przyjmuje kryteria z tego naboru słowo w słowo. Gdy je potem zmienisz, potrzebna będzie nowa uchwała.',
  adopt: 'Uchwała przyjmuje obecne kryteria',
  step: 'przyjęte kryteria',
} as const;
