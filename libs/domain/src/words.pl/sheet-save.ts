import { plural } from './plural';

const fields = (n: number): string => `${n} ${plural(n, 'pole', 'pola', 'pól')}`;

/** What a save of a sheet is told when it cannot be taken as it came. */
export const sheetSaveWords = {
  unknownPath: (path: string) =>
    `Formularz nie ma pola „${path}”. Odśwież stronę, bo formularz mógł się zmienić; w danych z innego programu popraw nazwę pola.`,
  noValue: (path: string) =>
    `Pole „${path}” nie przyjmuje wartości tego rodzaju. Wpisz ją tak, jak podpowiada formularz; to, czego nie da się odczytać, przyślij jako {"typed": "tekst"}.`,
  twice: (path: string) => `Pole „${path}” jest w tym zapisie dwa razy. Zostaw jedną wartość.`,
  noBase: (path: string) =>
    `Pole „${path}”: nie ma tak dużego numeru zmiany. Podaj numer, z którym pole zostało odczytane.`,
  closed: (n: number) =>
    `Ten tekst jest zamknięty, więc nie zapisano: ${fields(n)}. Skopiuj wpisane wartości; wrócą do tekstu, gdy zostanie znów otwarty.`,
  usedSave: 'Pod tym numerem zapisano już co innego. Wyślij zmiany z nowym numerem zapisu.',
} as const;
