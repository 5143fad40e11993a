/** Words of the pages about a consortium: list, founding, card, panel, history. */
import { plural } from './plural';

const members = (n: number): string => `${n} ${plural(n, 'członek', 'członków', 'członków')}`;

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
