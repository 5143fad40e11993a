/** Words of the pages about a consortium: list, founding, composition, services, panel, history. */
import { plural } from './plural';

const members = (n: number): string => `${n} ${plural(n, 'członek', 'członków', 'członków')}`;
const lines = (n: number): string => `${n} ${plural(n, 'pozycja budżetu', 'pozycje budżetu', 'pozycji budżetu')}`;
const services = (n: number): string => `${n} ${plural(n, 'usługa', 'usługi', 'usług')}`;
const persons = (n: number): string => `${n} ${plural(n, 'osoba', 'osoby', 'osób')}`;

export const consortiumListWords = {
  title: 'Konsorcja',
  create: 'Załóż konsorcjum',
  search: 'Szukaj konsorcjum',
  searchHint: 'Nazwa, gmina albo lider; wielkość liter i polskie znaki nie mają znaczenia',
  columns: {
    title: 'Konsorcjum',
    place: 'Gmina',
    leader: 'Lider',
    members: 'Skład',
    total: 'Budżet',
    changed: 'Zmieniono',
  },
  noLeader: 'bez lidera',
  members,
  found: (n: number, more: boolean) =>
    `${more ? 'Ponad ' : ''}${n} ${plural(n, 'konsorcjum', 'konsorcja', 'konsorcjów')}`,
  emptyTitle: 'Nie ma jeszcze żadnego konsorcjum',
  empty: 'Załóż pierwsze: wybierz gminę, w której powstanie Lokalne Centrum, i nadaj konsorcjum nazwę.',
  emptyReader: 'Pojawią się tutaj konsorcja, do których wejdzie organizacja, w imieniu której działasz.',
  nothingFoundTitle: 'Nic nie pasuje do wyszukiwania',
  nothingFound: (text: string) => `Żadne konsorcjum nie pasuje do „${text}”. Skróć tekst albo sprawdź pisownię.`,
} as const;

export const createConsortiumWords = {
  title: 'Nowe konsorcjum',
  lead: 'Trzy rzeczy na początek; skład, usługi i budżet uzupełnisz w dowolnej kolejności.',
  municipality: 'Gmina',
  centre: 'Planowane Lokalne Centrum',
  phase: (n: number) => `etap ${n}`,
  name: 'Nazwa konsorcjum',
  nameHint: 'Na przykład „Kompas Sopocki”; nazwę można później zmienić.',
  create: 'Załóż konsorcjum',
  missing: {
    municipality: 'Wybierz gminę.',
    centre: 'Wybierz Lokalne Centrum.',
    name: 'Wpisz nazwę konsorcjum, co najmniej dwa znaki.',
  },
  toList: 'Przejdź do listy konsorcjów',
  noCentres: 'Nie zaplanowano jeszcze żadnego Lokalnego Centrum. Plan prowadzi administrator programu.',
} as const;

export const consortiumWords = {
  tabsLabel: 'Części konsorcjum',
  tabs: {
    composition: 'Skład',
    services: 'Usługi i odbiorcy',
    budget: 'Budżet',
    documents: 'Dokumenty',
    history: 'Historia',
  },
  place: (municipality: string, callNo: string | null) =>
    callNo ? `${municipality}, nabór ${callNo}` : `${municipality}, bez numeru naboru`,
  loading: 'Wczytywanie konsorcjum…',
  notLoaded: 'Nie udało się wczytać konsorcjum',
  readOnlyTitle: 'Tylko do odczytu',
  leave: {
    title: 'Nie wszystko jest zapisane',
    text: (n: number) =>
      `${n} ${plural(n, 'zmiana czeka', 'zmiany czekają', 'zmian czeka')} na zapis. Po wyjściu z tej strony ${plural(n, 'przepadnie', 'przepadną', 'przepadnie')}.`,
    stay: 'Zostań i zapisz',
    go: 'Wyjdź bez zapisu',
  },
} as const;

export const panelWords = {
  title: 'Stan konsorcjum',
  open: (summary: string) => `Pokaż stan konsorcjum: ${summary}`,
  close: 'Zwiń stan konsorcjum',
  money: 'Pieniądze',
  total: 'Koszt całkowity',
  zit: 'Dofinansowanie ZIT',
  own: 'Wkład własny',
  ownCash: 'w tym pieniężny',
  ownInKind: 'w tym rzeczowy',
  other: 'Inne źródła',
  noMoney: 'Budżet jest pusty. Kwoty pojawią się po dodaniu pierwszej pozycji.',
  barSays: (zit: string, own: string, most: number) =>
    `ZIT to ${zit} kosztów, wkład własny ${own}. Granica ZIT: ${most}\u00a0%.`,
  limit: (most: number) => `najwyżej ${most}\u00a0% ZIT`,
  rules: 'Zasady',
  ruleSet: (version: string) => `Zasady naboru: ${version}`,
  saved: 'Zapis',
  retry: 'Spróbuj teraz',
  dropRefused: 'Porzuć tę zmianę',
  refused: (detail: string) => `Nie zapisano: ${detail}`,
  dropped: 'Porzucono niezapisaną zmianę. Widać stan z serwera.',
} as const;

export const compositionWords = {
  title: 'Członkowie',
  add: 'Dodaj członka',
  empty: 'Konsorcjum nie ma jeszcze członków. Dodaj lidera: organizację, która poprowadzi pozostałych.',
  emptyTitle: 'Zacznij od lidera',
  role: { LEADER: 'Lider', PARTNER: 'Partner' },
  details: 'Zadania i wkład',
  detailsOf: (name: string) => `Zadania i wkład: ${name}`,
  makeLeader: 'Ustanów liderem',
  makeLeaderOf: (name: string) => `Ustanów liderem: ${name}`,
  exit: 'Wystąpienie',
  exitOf: (name: string) => `Wystąpienie z konsorcjum: ${name}`,
  register: 'Karta w rejestrze',
  noIdentifiers: 'bez numerów rejestrowych',
  unitOf: 'jednostka gminy',
  brings: (amount: string) => `wnosi ${amount}`,
  receives: (amount: string) => `otrzymuje ${amount}`,
  noMoney: 'bez pozycji w budżecie',
  joined: (name: string) => `Dodano: ${name}.`,
  leaderAppointed: (name: string) => `Liderem jest teraz: ${name}.`,
  share: {
    title: 'Udział organizacji pozarządowych',
    sentence: (ngo: number, all: number) =>
      `${ngo} z ${all} ${all === 1 ? 'członka' : 'członków'} to ${ngo === 1 ? 'organizacja pozarządowa' : 'organizacje pozarządowe'}.`,
    threshold: (text: string) => `próg ${text}`,
    thresholdOver: (text: string) => `ponad ${text}`,
    decides: 'rozstrzyga',
    unknown: 'brak danych',
    measure: {
      MEMBER_COUNT: 'liczba członków',
      BUDGET: 'udział w budżecie',
      ZIT: 'udział w środkach ZIT',
      VOTES: 'głosy w radzie partnerstwa',
    },
    ngo: 'organizacja pozarządowa',
    other: 'pozostali',
    table: 'Cztery miary udziału',
    columns: { measure: 'Miara', share: 'Udział', exact: 'Dokładnie' },
  },
} as const;

export const memberWords = {
  tasks: 'Zadania w centrum',
  tasksHint: 'Jedno zadanie w wierszu; trafią do umowy o partnerstwie.',
  cash: 'Deklarowany wkład pieniężny',
  inKind: 'Deklarowany wkład rzeczowy',
  declaredHint: 'Kwota do listu intencyjnego; liczy się osobno od pozycji budżetu.',
  votes: 'Głosy w radzie partnerstwa',
  similarProjects: (years: number) => `Podobne projekty w ciągu ${years} ${years === 1 ? 'roku' : 'lat'}`,
  turnover: 'Obroty za ostatni zamknięty rok',
  wholeNumber: (most: number) => `Wpisz liczbę całkowitą od 0 do ${most}.`,
  fields: {
    tasks: 'Zadania',
    similarProjects3y: 'Podobne projekty',
    turnoverGrosze: 'Obroty',
    votes: 'Głosy',
    declaredCashGrosze: 'Wkład pieniężny',
    declaredInKindGrosze: 'Wkład rzeczowy',
  },
} as const;

export const addMemberWords = {
  title: 'Dodaj członka',
  search: 'Szukaj w rejestrze organizacji',
  searchHint: 'Nazwa, NIP, REGON albo KRS',
  results: 'Znalezione organizacje',
  sectors: (names: string) => `Pokazane: ${names}.`,
  allSectors: 'Pokaż wszystkie sektory',
  isMember: 'już należy do konsorcjum',
  none: 'Rejestr nie zna takiej organizacji.',
  noneHint: 'Zmień tekst wyszukiwania albo dodaj nową organizację.',
  more: 'Jest ich więcej. Doprecyzuj wyszukiwanie.',
  role: 'Rola',
  roles: { PARTNER: 'partner', LEADER: 'lider' },
  leaderStays: 'Konsorcjum ma już lidera; nowa organizacja dołącza jako partner. Lidera zmienisz na liście członków.',
  add: 'Dodaj do konsorcjum',
  choose: 'Najpierw wybierz organizację z listy.',
  create: 'Nie ma na liście? Dodaj nową organizację',
  backToSearch: 'Wróć do wyszukiwania',
  createTitle: 'Nowa organizacja',
  createAndAdd: 'Zapisz w rejestrze i dodaj do konsorcjum',
  name: 'Nazwa',
  legalForm: 'Forma prawna',
  sector: 'Sektor',
  sectorOf: (sector: string) => `Sektor: ${sector}`,
  nip: 'NIP',
  regon: 'REGON',
  krs: 'KRS',
  address: 'Adres siedziby',
  missingForm: 'Wybierz formę prawną; z niej wynika sektor.',
  certain: 'Ta organizacja jest już w rejestrze. Wybierz ją zamiast dodawać drugi raz.',
  take: 'Wybierz',
} as const;

export const exitWords = {
  title: (name: string) => `${name}: wystąpienie z konsorcjum`,
  owns: (lineCount: number, serviceCount: number) =>
    [lineCount > 0 ? lines(lineCount) : '', serviceCount > 0 ? services(serviceCount) : ''].filter(Boolean).join(' i '),
  heir: 'Kto je przejmie',
  heirLead: (owned: string) => `Ta organizacja ma ${owned}. Wskaż członka, który je przejmie.`,
  heirMissing: 'Wskaż, kto przejmie pozycje i usługi.',
  ownsNothing: 'Ta organizacja nie ma pozycji w budżecie ani usług, więc nic nie trzeba przekazywać.',
  lastMember: 'To jedyny członek, więc nie ma komu przekazać jego pozycji. Najpierw dodaj innego członka.',
  breaks: 'Co przestanie się zgadzać',
  keeps: 'Wystąpienie nie narusza żadnej zasady.',
  mends: (text: string) => `Naprawi to: ${text}.`,
  confirm: 'Potwierdź wystąpienie',
  done: (name: string) => `${name}: wystąpienie zapisane.`,
  undo: 'Cofnij',
  undone: (name: string) => `${name} wraca do konsorcjum.`,
  undoFailed: 'Nie udało się cofnąć wystąpienia. Dodaj członka ręcznie.',
} as const;

export const cardWords = {
  title: 'Karta konsorcjum',
  name: 'Nazwa konsorcjum',
  nameMissing: 'Nazwa musi mieć co najmniej dwa znaki.',
  callNo: 'Numer naboru',
  from: 'Pierwszy dzień',
  to: 'Ostatni dzień',
  period: 'Okres realizacji',
  periodSays: (months: number) => `${months} ${plural(months, 'miesiąc', 'miesiące', 'miesięcy')}, oba dni włącznie`,
  periodNotWhole: 'to nie jest pełna liczba miesięcy',
  periodReversed: 'Ostatni dzień jest wcześniejszy niż pierwszy.',
  wrongDate: 'Wpisz datę, która istnieje w kalendarzu.',
  periodHalf: 'Podaj oba dni albo żaden.',
  fill: (months: number) => `Ustaw ${months} ${plural(months, 'miesiąc', 'miesiące', 'miesięcy')} od pierwszego dnia`,
  regime: 'Podstawa prawna',
  regimeHint: 'Decyduje o brzmieniu umowy; musi pasować do jej daty.',
  declared: 'Deklarowany koszt całkowity',
  declaredHint: 'Suma pozycji budżetu musi być jej równa co do grosza.',
  letterSigned: 'List intencyjny podpisany',
} as const;

export const serviceWords = {
  title: 'Usługi',
  lead: 'Zaznacz, kto prowadzi którą usługę.',
  area: { LABOUR_MARKET: 'Włączenie na rynek pracy', SOCIAL_SERVICES: 'Usługi społeczne' },
  chosen: (n: number, all: number) => `${n} z ${all}`,
  service: 'Usługa',
  nobody: 'nikt nie prowadzi',
  cell: (service: string, member: string) => `${service}: ${member}`,
  noMembers: 'Najpierw dodaj członków na karcie „Skład”; potem przypiszesz im usługi.',
  toComposition: 'Przejdź do składu',
  own: 'Dodaj własną usługę',
  ownTitle: 'Usługa spoza katalogu',
  ownName: 'Nazwa usługi',
  ownArea: 'Obszar',
  ownJustification: 'Jak służy celowi obszaru',
  ownHint: 'Bez uzasadnienia usługa spoza katalogu nie przejdzie oceny.',
  ownAdd: 'Dodaj usługę',
  ownMark: 'własna',
  ownRemove: (name: string) => `Usuń usługę własną: ${name}`,
  ownRemoved: (name: string) => `Usunięto usługę: ${name}.`,
  ownNameMissing: 'Wpisz nazwę usługi.',
  ownJustificationShort: 'Napisz co najmniej 10 znaków uzasadnienia.',
  ownTwice: 'Taka usługa już jest na liście.',
  cancel: 'Anuluj',
  undo: 'Cofnij',
} as const;

export const groupWords = {
  title: 'Odbiorcy',
  lead: 'Ile osób z każdej grupy obejmie centrum w całym okresie.',
  group: 'Grupa docelowa',
  planned: 'Planowane osoby',
  plannedOf: (group: string) => `Planowana liczba osób: ${group}`,
  sum: 'Suma wskazań',
  sumSays: (groups: number) =>
    `w ${groups} ${plural(groups, 'grupie', 'grupach', 'grupach')}; osoba należąca do dwóch grup liczy się dwa razy`,
  distinct: 'Różne osoby',
  distinctHint: 'Każda osoba raz, niezależnie od liczby grup.',
  distinctTooMany: (sum: number) => `Różnych osób nie może być więcej niż wskazań (${sum}).`,
  distinctTooFew: (most: number) =>
    `Największa grupa liczy ${persons(most)}, więc różnych osób musi być co najmniej tyle.`,
} as const;

export const pointWords = {
  title: 'Punkty obsługi',
  lead: 'Adresy, pod którymi mieszkańcy znajdą centrum.',
  empty: 'Nie podano jeszcze żadnego adresu.',
  address: 'Adres',
  addressMissing: 'Wpisz adres punktu.',
  hours: 'Godziny otwarcia',
  accessibility: 'Dostępność',
  accessibilityHint: 'Na przykład: wejście bez progu, pętla indukcyjna.',
  municipality: 'Gmina',
  add: 'Dodaj punkt',
  newAddress: 'Adres nowego punktu',
  remove: (address: string) => `Usuń punkt: ${address}`,
  removed: (address: string) => `Usunięto punkt: ${address}.`,
  point: (n: number) => `Punkt ${n}`,
  undo: 'Cofnij',
} as const;

export const consortiumHistoryWords = {
  title: 'Historia',
  lead: 'Kto, kiedy i co zmienił; od najnowszych.',
  empty: 'Historia zacznie się od pierwszej zmiany.',
  emptyTitle: 'Jeszcze nic się nie wydarzyło',
  more: 'Pokaż wcześniejsze',
  notLoaded: 'Nie udało się wczytać historii.',
} as const;

export const fixWords = {
  done: (text: string) => `Zrobione: ${text}.`,
  undo: 'Cofnij',
  undone: 'Cofnięto poprawkę.',
  mayNot: 'Nie możesz zmieniać tego konsorcjum.',
} as const;

/** Names of fields in the question about a conflict. */
export const consortiumFieldWords = {
  title: 'Nazwa konsorcjum',
  callNo: 'Numer naboru',
  periodFrom: 'Pierwszy dzień',
  periodTo: 'Ostatni dzień',
  legalRegime: 'Podstawa prawna',
  declaredTotalGrosze: 'Deklarowany koszt całkowity',
  distinctPersons: 'Różne osoby',
  letterOfIntentSignedOn: 'List intencyjny podpisany',
  targetGroups: 'Odbiorcy',
  services: 'Usługa',
  servicePoints: 'Punkt obsługi',
  catalogueAdditions: 'Usługa własna',
  line: (no: string) => `Pozycja ${no}`,
  wholeLine: 'cała pozycja',
  removed: 'usunięte',
  left: 'członek wystąpił z konsorcjum',
} as const;
