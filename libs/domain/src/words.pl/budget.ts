import { plural } from './plural';

const lines = (n: number): string => `${n} ${plural(n, 'wiersz', 'wiersze', 'wierszy')}`;
const cells = (n: number): string => `${n} ${plural(n, 'komórka', 'komórki', 'komórek')}`;

/** Heads of the sheet's columns; the aliases are how people name them in their own spreadsheets. */
export const columnWords = {
  no: { title: 'Nr', full: 'Numer wiersza', aliases: ['lp', 'nr', 'l p', 'numer', 'line', 'wiersz'] },
  category: { title: 'Kategoria', full: 'Kategoria kosztu', aliases: ['kategoria', 'kategoria kosztu', 'kat', 'cat'] },
  area: { title: 'Obszar', full: 'Obszar usług', aliases: ['obszar', 'obszar uslug', 'area'] },
  item: {
    title: 'Usługa lub wydatek',
    full: 'Usługa z katalogu albo opis wydatku',
    aliases: ['usluga', 'wydatek', 'pozycja', 'nazwa', 'opis', 'usluga lub wydatek', 'nazwa kosztu', 'item', 'koszt'],
  },
  member: {
    title: 'Członek',
    full: 'Członek, który ponosi wydatek',
    aliases: ['czlonek', 'partner', 'realizator', 'podmiot', 'organizacja', 'kto ponosi', 'member'],
  },
  source: {
    title: 'Źródło',
    full: 'Źródło pieniędzy',
    aliases: ['zrodlo', 'zrodlo finansowania', 'zrodlo pieniedzy', 'finansowanie', 'source'],
  },
  unit: { title: 'Jednostka', full: 'Jednostka miary', aliases: ['jednostka', 'jednostka miary', 'j m', 'jm', 'unit'] },
  quantity: { title: 'Ilość', full: 'Ilość', aliases: ['ilosc', 'liczba', 'liczba jednostek', 'qty', 'quantity'] },
  unitPriceGrosze: {
    title: 'Cena jedn.',
    full: 'Cena jednostkowa w złotych',
    aliases: [
      'cena',
      'cena jedn',
      'cena jednostkowa',
      'stawka',
      'koszt jednostkowy',
      'price',
      'cena jedn zl',
      'cena zl',
    ],
  },
  amountGrosze: {
    title: 'Kwota',
    full: 'Kwota w złotych, ilość razy cena',
    aliases: ['kwota', 'wartosc', 'razem', 'koszt calkowity', 'suma', 'amount', 'kwota zl', 'wartosc zl'],
  },
  valuation: {
    title: 'Sposób wyceny',
    full: 'Sposób wyceny wkładu rzeczowego',
    aliases: ['sposob wyceny', 'wycena', 'metoda wyceny', 'valuation'],
  },
  justification: { title: 'Uzasadnienie', full: 'Uzasadnienie', aliases: ['uzasadnienie', 'uwagi', 'justification'] },
} as const;

/** Why a cell could not be read; each says what is wrong and the way out. */
export const cellWords = {
  choose: (column: string) => `Brak wartości w kolumnie „${column}”: wybierz z listy.`,
  unknown: (typed: string, column: string) =>
    `„${typed}” nie ma na liście w kolumnie „${column}”: wybierz z listy albo wpisz kod lub pełną nazwę.`,
  ambiguous: (typed: string) => `„${typed}” pasuje do kilku pozycji: wybierz właściwą z listy.`,
  amountTooBig: 'Kwota wiersza przekracza 99 999 999 999,99 zł: zmniejsz ilość albo cenę.',
  amountDiffers: (typed: string, computed: string) =>
    `Kwota ${typed} zł różni się od iloczynu ilości i ceny (${computed} zł): popraw ilość, cenę albo kwotę.`,
  amountIndivisible: (typed: string, quantity: string) =>
    `Kwoty ${typed} zł nie da się podzielić na ${quantity} równych części w pełnych groszach: zmień ilość albo cenę.`,
  unitIsNumber: (typed: string) =>
    `„${typed}” to liczba, a jednostka to słowo, na przykład „godzina”: wpisz liczbę w kolumnie „Ilość”.`,
  missing: (column: string) => `Brak wartości w kolumnie „${column}”: wpisz liczbę.`,
  notTheirs: (member: string) =>
    `Nie piszesz za organizację: ${member}. Wybierz członka, za którego działasz; wiersz tej organizacji dopisze ona sama albo lider.`,
  tooLong: (most: number) => `Tekst jest za długi: zmieści się najwyżej ${most} znaków.`,
} as const;

/** What the sheet says after an act. */
export const sheetWords = {
  pasted: (rows: number, bad: number) =>
    bad === 0 ? `Wklejono ${lines(rows)}.` : `Wklejono ${lines(rows)}; do poprawy: ${cells(bad)}.`,
  ignoredColumns: (names: string) => ` Arkusz nie ma kolumny ${names}, więc jej treści nie wklejono.`,
  tooManyLines: (most: string, over: string) =>
    `Budżet mieści ${most} wierszy, a po wklejeniu byłoby ich o ${over} za dużo. Nic nie wklejono: podziel blok na części.`,
  emptyClipboard: 'Schowek nie zawiera tekstu do wklejenia.',
  copied: (rows: number, columns: number) =>
    `Skopiowano blok: ${lines(rows)}, ${columns} ${plural(columns, 'kolumna', 'kolumny', 'kolumn')}.`,
  added: (n: number) => `Dodano ${lines(n)}.`,
  imported: (n: number) => `Wczytano ${lines(n)}.`,
  duplicated: (n: number) => `Powielono ${lines(n)}.`,
  deleted: (n: number) => `Usunięto ${lines(n)}. Ctrl+Z przywraca.`,
  moved: (n: number) => `Przesunięto ${lines(n)}.`,
  filled: (n: number) => `Wypełniono w dół: ${lines(n)}.`,
  cleared: (n: number) => `Wyczyszczono: ${cells(n)}.`,
  listCellsStay: 'Kategorii, obszaru, członka i źródła nie można zostawić pustych, więc zostały bez zmian.',
  undone: (what: string) => `Cofnięto: ${what}.`,
  redone: (what: string) => `Ponowiono: ${what}.`,
  nothingToUndo: 'Nie ma czego cofnąć.',
  nothingToRedo: 'Nie ma czego ponowić.',
  acts: {
    type: 'wpisanie wartości',
    paste: 'wklejenie',
    fill: 'wypełnienie w dół',
    clear: 'wyczyszczenie',
    add: 'dodanie wiersza',
    duplicate: 'powielenie wierszy',
    remove: 'usunięcie wierszy',
    move: 'przesunięcie wierszy',
    import: 'wczytanie z pliku',
  },
} as const;

export const budgetWords = {
  title: 'Budżet',
  intro: 'Pisz jak w arkuszu: strzałki prowadzą, litera zaczyna pisanie, Ctrl+V wkleja blok z Excela lub LibreOffice.',
  sheetName: 'Budżet konsorcjum',
  addLine: 'Dodaj wiersz',
  duplicate: 'Powiel',
  remove: 'Usuń',
  up: 'W górę',
  down: 'W dół',
  fillDown: 'Wypełnij w dół',
  undo: 'Cofnij',
  redo: 'Ponów',
  paste: 'Wklej blok',
  density: 'Gęstość wierszy',
  compact: 'Zwarta',
  comfortable: 'Wygodna',
  keys: 'Skróty klawiszy',
  total: 'Razem',
  lineCount: lines,
  held: (n: number) =>
    `${lines(n)} z błędami ${plural(n, 'nie jest jeszcze liczony ani zapisany', 'nie są jeszcze liczone ani zapisane', 'nie jest jeszcze liczonych ani zapisanych')}.`,
  faults: (n: number) => `Do poprawy: ${cells(n)}. Wpisany tekst zostaje w komórce, dopóki go nie poprawisz.`,
  nextFault: 'Pokaż następną',
  toolsName: 'Działania na wierszach',
  nothingChosen: 'Budżet nie ma jeszcze wierszy.',
  nothingToUndo: 'Nie ma czego cofnąć',
  nothingToRedo: 'Nie ma czego ponowić',
  suggestions: 'Podpowiedzi',
  wrongCell: (text: string) => `Do poprawy: ${text}`,
  heldMark: 'niezapisany',
  readOnly: 'Tylko do odczytu',
  empty: 'Budżet nie ma jeszcze wierszy. Dodaj pierwszy albo wklej cały blok z arkusza kalkulacyjnego.',
  emptyExample: 'Kolumny w schowku mogą mieć nagłówki; bez nagłówków liczy się kolejność kolumn arkusza.',
  pasteTitle: 'Wklej blok z arkusza kalkulacyjnego',
  pasteHint: 'Wklej tu skopiowane wiersze (Ctrl+V). Wejdą do arkusza od zaznaczonej komórki.',
  pasteLabel: 'Skopiowane wiersze',
  pasteAct: 'Wstaw do arkusza',
  cancel: 'Anuluj',
  close: 'Zamknij',
  noMembers: 'Najpierw dodaj członków konsorcjum: każdy wiersz budżetu należy do jednego z nich.',
  toComposition: 'Przejdź do składu',
  conflicts: (n: number) =>
    `${n} ${plural(n, 'pole zmienił ktoś inny', 'pola zmienił ktoś inny', 'pól zmienił ktoś inny')} w tym samym czasie. Wybierz, co ma zostać.`,
  resolve: 'Porównaj',
  shortcuts: [
    ['strzałki', 'ruch po komórkach'],
    ['litera, cyfra', 'pisanie w komórce (zastępuje treść)'],
    ['F2', 'poprawianie treści komórki'],
    ['Enter, Shift+Enter', 'zapis i ruch w dół, w górę'],
    ['Tab, Shift+Tab', 'po pisaniu: zapis i ruch w prawo, w lewo; poza pisaniem: wyjście z arkusza'],
    ['Esc', 'porzuca pisanie'],
    ['Delete', 'czyści komórki'],
    ['Home, End', 'początek i koniec wiersza'],
    ['Ctrl+Home, Ctrl+End', 'początek i koniec arkusza'],
    ['PageUp, PageDown', 'strona w górę, w dół'],
    ['Shift+strzałki', 'zaznaczanie bloku'],
    ['Ctrl+A', 'zaznaczenie całości'],
    ['Ctrl+C, Ctrl+X, Ctrl+V', 'kopiowanie, wycięcie, wklejenie bloku'],
    ['Ctrl+D', 'wypełnienie w dół'],
    ['Alt+↑, Alt+↓', 'przesunięcie wierszy'],
    ['Ctrl+Enter', 'nowy wiersz poniżej'],
    ['Ctrl+Delete', 'usunięcie wierszy'],
    ['Ctrl+Z, Ctrl+Y', 'cofnięcie, ponowienie'],
  ],
  totalsTitle: 'Sumy',
  byMember: 'Według członka',
  byCategory: 'Według kategorii',
  byArea: 'Według obszaru',
  bySource: 'Według źródła',
  columns: {
    member: 'Członek',
    category: 'Kategoria',
    area: 'Obszar',
    source: 'Źródło',
    zit: 'ZIT',
    cash: 'Wkład pieniężny',
    inKind: 'Wkład rzeczowy',
    other: 'Inne',
    total: 'Razem',
    share: 'Udział',
  },
  ownShare: (own: string, percent: string, required: string) =>
    `Wkład własny: ${own}, czyli ${percent} kosztów (wymagane ${required}\u00a0%).`,
  noTotals: 'Sumy pojawią się po wpisaniu pierwszej kwoty.',
} as const;

/** Short names for narrow cells; the lists of the catalogue have the full ones. */
export const shortArea = {
  LABOUR_MARKET: 'rynek pracy',
  SOCIAL_SERVICES: 'usługi społeczne',
  CROSS: 'wspólne',
} as const;

export const shortSource = {
  ZIT: 'ZIT',
  OWN_CASH: 'wkład pieniężny',
  OWN_IN_KIND: 'wkład rzeczowy',
  OTHER_PUBLIC: 'inne publiczne',
  OTHER_PRIVATE: 'inne prywatne',
} as const;

/** Other ways in which people write an area or a source in their spreadsheets. */
export const areaAliases = {
  LABOUR_MARKET: ['1', 'obszar 1', 'rynek pracy', 'rp', 'lm'],
  SOCIAL_SERVICES: ['2', 'obszar 2', 'uslugi spoleczne', 'us', 'ss'],
  CROSS: ['x', 'wspolne', 'przekrojowe', 'oba', '1 i 2', 'oba obszary', 'koszty wspolne'],
} as const;

export const sourceAliases = {
  ZIT: ['dotacja', 'zit', 'srodki zit', 'efs'],
  OWN_CASH: [
    'gotowka',
    'pieniezny',
    'wklad pieniezny',
    'wklad finansowy',
    'wklad wlasny pieniezny',
    'wklad wlasny finansowy',
  ],
  OWN_IN_KIND: [
    'rzeczowy',
    'wklad rzeczowy',
    'wklad niepieniezny',
    'wklad wlasny rzeczowy',
    'wklad wlasny niepieniezny',
  ],
  OTHER_PUBLIC: ['inne publiczne', 'publiczne'],
  OTHER_PRIVATE: ['inne prywatne', 'prywatne'],
} as const;
