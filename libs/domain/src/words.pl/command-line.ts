import { counted } from './plural';

/** What the command line says; results go to stdout as JSON, these sentences to stderr. */
export const commandLineWords = {
  help: `portal – sprawdzanie i drukowanie dokumentów konsorcjum oraz ranking ofert z pliku, bez konta i bez bazy danych;
dziennik portalu

Użycie:
  portal rules check PLIK.json [--offer A]
  portal document letter-of-intent       PLIK.json [--offer A] [opcje] --pdf WYNIK.pdf
  portal document letter-of-confirmation PLIK.json [--offer A] [opcje] --pdf WYNIK.pdf
  portal document agreement              PLIK.json [--offer A] [opcje] --pdf WYNIK.pdf
  portal ranking compute PLIK.json [--result WYNIK.json] [--stability ZIARNO]
  portal ranking verify  WYNIK.json [--key KLUCZ]
  portal journal verify [DZIENNIK.jsonl] [--expect PIECZĘĆ]
  portal journal export > DZIENNIK.jsonl
  portal person create-admin --name NAZWA --email ADRES [--link]

PLIK.json jest w formacie wymiany zit-case/1; znak - oznacza standardowe wejście.

rules check
  Sprawdza ofertę (albo wszystkie oferty pliku) i wypisuje {"findings":[…],"notChecked":[…]}.

document
  Drukuje list intencyjny, list potwierdzający albo umowę o partnerstwie. Odmawia tego samego co ekran,
  podając przyczyny i najtańszy sposób naprawy.
  --pdf, --docx, --html PLIK   gdzie zapisać wynik; potrzebny jest co najmniej jeden
  --date RRRR-MM-DD            data dokumentu (domyślnie dzisiejsza); decyduje o podstawie prawnej
  --place MIEJSCOWOŚĆ          miejsce podpisania (domyślnie nazwa gminy)
  --number NUMER               numer dokumentu; bez niego dokument jest projektem
  --copies LICZBA              liczba egzemplarzy (domyślnie tyle, ile stron)
  --valid-until RRRR-MM-DD     ostatni dzień obowiązywania listu
  --member ID                  strona, która podpisuje list potwierdzający (domyślnie lider)

ranking compute
  Liczy ranking z kryteriów, zasad i kart oceny pliku; wypisuje {"ranking":[…]}. Kto jest w konflikcie interesów, nie liczy się
  według scoring.conflictPolicy.
  --result PLIK                zapisuje też wynik w formacie zit-result/1, który każdy może przeliczyć
  --stability ZIARNO           mówi też, jak pewne jest miejsce każdej oferty: 10 000 prób z innym składem oceniających; to
                               samo ziarno (liczba od 0 do 4294967295) daje te same próby

ranking verify
  Przelicza ogłoszony wynik (zit-result/1) bez portalu i wskazuje, co się nie zgadza.
  --key KLUCZ                  klucz publiczny (base64), którym wynik ma być podpisany

journal verify
  Sprawdza, czy nikt nie zmienił dziennika: w bazie danych (DATABASE_URL albo portal uruchomiony na tym
  komputerze) albo w wyeksportowanym pliku. Wskazuje pierwszy zły wpis.
  --expect PIECZĘĆ             pieczęć z wydanego dokumentu albo z listy pieczęci; bez niej nie widać, że ktoś
                               uciął koniec dziennika

journal export
  Wypisuje cały dziennik, wpis w wierszu, razem z pieczęciami.

person create-admin
  Zakłada konto pierwszego administratora programu; tylko raz, dopóki nie ma żadnego. Pyta o hasło bez pokazywania go
  albo czyta je ze standardowego wejścia. Drugi składnik administrator dodaje przy pierwszym logowaniu.
  --link                       zamiast pytać o hasło wypisuje jednorazowy adres do jego ustawienia

Kody wyjścia: 0 – nic nie stoi na przeszkodzie, 1 – coś stoi na przeszkodzie albo dziennik naruszono, 2 – nie da się odczytać pliku
albo polecenia.
`,
  seeHelp: 'Pomoc: portal --help',
  unknownCommand: (command: string) => `Nie ma polecenia „${command}”.`,
  unknownOption: (option: string) => `Nie ma opcji „${option}”.`,
  optionWithoutValue: (option: string) => `Opcja „${option}” wymaga wartości.`,
  noFile: 'Podaj plik z ofertą.',
  tooManyArguments: (argument: string) => `Zbędny argument „${argument}”.`,
  noOutput: 'Podaj, gdzie zapisać wynik: --pdf, --docx albo --html.',
  notDate: (option: string, value: string) =>
    `Opcja „${option}”: „${value}” nie jest datą. Napisz na przykład 2015-06-20.`,
  notCopies: (value: string) => `Opcja „--copies”: „${value}” nie jest liczbą od 1 do 100.`,
  notSeed: (value: string) => `Opcja „--stability”: „${value}” nie jest liczbą całkowitą od 0 do 4294967295.`,
  noMember: (known: readonly string[]) =>
    `Podaj, która strona podpisuje list potwierdzający: --member ${known.join(' | ')}.`,
  leaderConfirms: (id: string, name: string) =>
    `List potwierdzający podpisuje lider: ${name} (${id}). Inną stronę wskaż opcją --member.`,
  chooseOffer: (known: readonly string[]) => `Plik zawiera kilka ofert. Wybierz jedną: --offer ${known.join(' | ')}.`,
  cannotRead: (file: string, reason: string) => `Nie można odczytać pliku „${file}”: ${reason}.`,
  cannotWrite: (file: string, reason: string) => `Nie można zapisać pliku „${file}”: ${reason}.`,
  reason: {
    ENOENT: 'nie ma takiego pliku lub folderu',
    EACCES: 'brak uprawnień',
    EPERM: 'brak uprawnień',
    EISDIR: 'to jest folder',
    ENOTDIR: 'część ścieżki nie jest folderem',
    ENOSPC: 'brak miejsca na dysku',
    EROFS: 'dysk jest tylko do odczytu',
  } as Readonly<Record<string, string>>,
  otherReason: (code: string) => `błąd ${code}`,
  notUtf8: 'Plik nie jest zapisany w kodowaniu UTF-8.',
  tooLarge: (mebibytes: number) => `Plik jest za duży; największy rozmiar to ${mebibytes} MiB.`,
  notJson: 'W tym miejscu kończy się poprawny zapis JSON.',
  tooDeep: 'W tym miejscu zapis JSON jest zagnieżdżony zbyt głęboko.',
  unreadable: (file: string, count: number) => `Plik „${file}” zawiera ${counted(count, 'błąd', 'błędy', 'błędów')}:`,
  fault: (file: string, line: number, column: number, pointer: string, text: string) =>
    `  ${file}:${line}:${column}${pointer ? ` (${pointer})` : ''}: ${text}`,
  withValue: (sentence: string, value: string) => `${sentence} W pliku jest: ${value}.`,
  more: (count: number) => `  … i jeszcze ${counted(count, 'błąd', 'błędy', 'błędów')}.`,
  refused: (document: string) => `Nie wydrukowano: ${document}. Na przeszkodzie stoi:`,
  blocking: (code: string, text: string, fix: string | null) => `  ${code}: ${text}${fix ? ` Naprawa: ${fix}.` : ''}`,
  written: (file: string) => `Zapisano: ${file}`,
} as const;
