import { plural } from './plural';

const NBSP = '\u00a0';
const lines = (n: number): string => `${n} ${plural(n, 'wiersz', 'wiersze', 'wierszy')}`;

/** The budget of an offer on its page, and its files. */
export const offerBudgetWords = {
  intro:
    'Pisz jak w arkuszu: strzałki prowadzą, litera zaczyna pisanie, Ctrl+V wkleja blok z Excela lub LibreOffice. Każda organizacja pisze własne wiersze; cudze widać, ale są zamknięte.',
  sheetName: 'Budżet oferty',
  rulesTitle: 'Co mówią zasady o budżecie',
  rulesFine: 'Zasady nie mają uwag do budżetu.',
  toLine: (no: string) => `Przejdź do wiersza ${no}`,
  sums: 'Sumy liczą tylko kompletne wiersze: z kategorią, obszarem, opisem, członkiem, źródłem, ilością i ceną.',
  notCounted: (n: number) =>
    `${lines(n)} ${plural(n, 'jest jeszcze niekompletny i nie wchodzi', 'są jeszcze niekompletne i nie wchodzą', 'jest jeszcze niekompletnych i nie wchodzi')} do sum.`,
  empty: 'Budżet nie ma jeszcze wierszy. Dodaj pierwszy, wklej blok z arkusza kalkulacyjnego albo wczytaj plik.',
  read: 'Wczytaj plik',
  save: 'Zapisz jako CSV',
  fileName: (title: string) => `budzet-${title}.csv`,
} as const;

/** Reading a budget out of a file. */
export const budgetFileWords = {
  title: 'Wczytaj budżet z pliku',
  lead: `Plik Excela (.xlsx) albo CSV, do 5${NBSP}MB i 5${NBSP}000 wierszy. Kolumny poznajemy po nagłówkach, na przykład: Kategoria, Obszar, Usługa, Partner, Źródło, Jednostka, Ilość, Cena jednostkowa, Kwota. Nic nie wejdzie do budżetu, zanim tego nie zatwierdzisz.`,
  choose: 'Plik z budżetem',
  paste: 'Albo wklej tu skopiowane wiersze z nagłówkami',
  show: 'Pokaż podgląd',
  cancel: 'Anuluj',
  reading: 'Czytanie pliku',
  tooLarge: `Plik ma ponad 5${NBSP}MB. Podziel go na części albo usuń z niego arkusze i obrazy, które nie są budżetem.`,
  emptyFile: 'Plik jest pusty. Wybierz inny.',
  oldExcel:
    'To plik dawnego Excela (.xls). Zapisz go jako skoroszyt programu Excel (.xlsx) albo CSV i wczytaj ponownie.',
  notRead: 'Tego pliku nie da się odczytać jako arkusza. Zapisz go jako .xlsx albo CSV i wczytaj ponownie.',
  noHeads:
    'W pliku nie ma wiersza z nagłówkami budżetu. Dodaj nad wierszami nagłówki, na przykład: Kategoria, Usługa, Partner, Ilość, Cena jednostkowa.',
  noRows: 'Pod nagłówkami nie ma żadnego wiersza. Sprawdź, czy to właściwy plik.',
  tooMany: `Budżet mieści 5${NBSP}000 wierszy, a z tym plikiem byłoby ich więcej. Podziel plik na części albo zastąp nim swoje wiersze.`,
  encoding: (encoding: string) => `Kodowanie znaków: ${encoding}.`,
  sheet: (name: string) => `Arkusz: ${name}.`,
  otherSheet: (name: string) =>
    `Arkusz „${name}” też wygląda na budżet, ale go nie wczytano: przenieś go do osobnego pliku.`,
  sumRow: (row: number, text: string) =>
    `Wiersz ${row} pliku to suma („${text}”), więc go pominięto: sumy liczą się same.`,
  ignored: (names: string) => `Budżet nie ma kolumn: ${names}. Ich treści nie wczytamy.`,
  preview: 'Podgląd',
  counts: (rows: number, sum: string) => `${lines(rows)}, razem ${sum}.`,
  noFaults: 'Wszystkie komórki dały się odczytać.',
  faults: (n: number) =>
    `Do poprawy: ${n} ${plural(n, 'komórka', 'komórki', 'komórek')}. Wiersze z błędami wejdą do arkusza z wpisanym tekstem i poczekają na poprawę; do sum i do zapisu trafią po niej.`,
  fault: (row: number, column: string, value: string, text: string) =>
    `Wiersz ${row}, kolumna „${column}”${value ? `, „${value}”` : ''}: ${text}`,
  moreFaults: (n: number) => `I jeszcze ${n}. Pokaże je arkusz po wczytaniu.`,
  firstRows: (n: number) => `Pierwsze ${n} ${plural(n, 'wiersz', 'wiersze', 'wierszy')} z pliku`,
  fileRow: 'Wiersz pliku',
  how: 'Co zrobić z wierszami, które już są',
  append: 'Dopisz poniżej',
  replace: 'Zastąp moje wiersze; cudze zostaną',
  take: (n: number) => `Wczytaj ${lines(n)}`,
} as const;

const changes = (n: number): string => `${n} ${plural(n, 'zmiana', 'zmiany', 'zmian')}`;
const fields = (n: number): string => `${n} ${plural(n, 'pole', 'pola', 'pól')}`;

/** The offer as files, and a file of an offer that is taken in. */
export const offerFileWords = {
  title: 'Oferta w plikach',
  pdf: 'Cała oferta (PDF)',
  html: 'Cała oferta (HTML)',
  json: 'Plik oferty (JSON)',
  choose: 'Wczytaj plik oferty (JSON)',
  lead: `Plik zapisany tutaj albo w innym naborze, do 10${NBSP}MB. Najpierw zobaczysz różnice; wczytają się tylko części, które piszesz. Puste pola pliku niczego nie kasują.`,
  tooLarge: `Plik ma ponad 10${NBSP}MB, więc nie jest plikiem oferty z tego portalu. Wybierz inny.`,
  notRead:
    'To nie jest plik oferty z tego portalu albo pochodzi z innej wersji formularza. Wybierz plik .json pobrany przyciskiem „Plik oferty (JSON)”.',
  count: (n: number) =>
    n === 0 ? 'W częściach, które piszesz, plik niczego nie zmienia.' : `${changes(n)} do wczytania.`,
  foreign: (n: number) =>
    `${fields(n)} w pliku ${plural(n, 'należy', 'należą', 'należy')} do innych członków i ${plural(n, 'zostanie', 'zostaną', 'zostanie')} bez zmian.`,
  unread: (n: number) =>
    `${fields(n)} w pliku ${plural(n, 'nie pasuje', 'nie pasują', 'nie pasuje')} do formularza i ${plural(n, 'zostanie pominięte', 'zostaną pominięte', 'zostanie pominiętych')}.`,
  differences: 'Co zmieni plik',
  field: 'Pole',
  before: 'Jest',
  after: 'Będzie',
  nothing: 'puste',
  more: (n: number) => `I jeszcze ${changes(n)}.`,
  take: (n: number) => `Wczytaj ${n} ${plural(n, 'zmianę', 'zmiany', 'zmian')}`,
  taken: (n: number) => `Wczytano ${n} ${plural(n, 'zmianę', 'zmiany', 'zmian')}. „Cofnij” nad formularzem je odwoła.`,
  cancel: 'Anuluj',
  step: 'wczytanie pliku oferty',
} as const;
