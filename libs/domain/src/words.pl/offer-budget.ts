import { plural } from './plural';

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
