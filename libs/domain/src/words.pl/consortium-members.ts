/** Words about the members of a consortium: composition, details, joining and leaving. */
import { plural } from './plural';
import { ended } from './sentence';

const lines = (n: number): string => `${n} ${plural(n, 'pozycja budżetu', 'pozycje budżetu', 'pozycji budżetu')}`;
const services = (n: number): string => `${n} ${plural(n, 'usługa', 'usługi', 'usług')}`;

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
  joined: (name: string) => ended(`Dodano: ${name}`),
  leaderAppointed: (name: string) => ended(`Liderem jest teraz: ${name}`),
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
