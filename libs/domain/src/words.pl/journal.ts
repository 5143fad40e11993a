import { counted, plural } from './plural';

const batch = (number: number): string => `partia ${number}`;
const entry = (number: number, seq: number): string => `${batch(number)}, wpis ${seq}`;

/** What is said of the journal as a whole: proofs, seals, where it is printed. */
export const journalWords = {
  whole: (entries: number, batches: number, unsealed: number, newest: string | null) =>
    [
      `Dziennik jest nienaruszony: ${counted(entries, 'wpis', 'wpisy', 'wpisów')} pod ` +
        `${counted(batches, 'pieczęcią', 'pieczęciami', 'pieczęciami')}`,
      unsealed > 0
        ? `, a ${counted(unsealed, 'najnowszy wpis', 'najnowsze wpisy', 'najnowszych wpisów')} ` +
          `${plural(unsealed, 'czeka', 'czekają', 'czeka')} na pieczęć`
        : '',
      newest ? `. Najnowsza pieczęć: ${newest}.` : '.',
    ].join(''),
  broken: (what: string) => `Dziennik naruszono. Pierwsze złe miejsce: ${what}.`,
  fault: {
    ENTRY_CHANGED: (number: number, seq: number) => `${entry(number, seq)}: wpis zmieniono po zapieczętowaniu`,
    ENTRY_MISSING: (number: number, seq: number) => `${entry(number, seq)}: wpis usunięto`,
    ENTRY_MOVED: (number: number, seq: number) =>
      `${entry(number, seq)}: nie na swoim miejscu; przed nim czegoś brakuje albo kolejność zmieniono`,
    ENTRY_LATE: (number: number, seq: number) =>
      `${entry(number, seq)}: wpis ma czas o ponad godzinę wcześniejszy niż poprzednia pieczęć`,
    ENTRIES_COUNT: (number: number, expected: number, found: number) =>
      `${batch(number)}: pieczęć obejmuje ${counted(expected, 'wpis', 'wpisy', 'wpisów')}, a jest ich ${found}`,
    ROOT: (number: number) => `${batch(number)}: wpisy nie pasują do pieczęci`,
    CHAIN: (number: number) => `${batch(number)}: pieczęć nie łączy się z poprzednią; partię ${number - 1} przerobiono`,
    SEAL_HASH: (number: number) => `${batch(number)}: pieczęć zmieniono`,
    SEAL_MISSING: (number: number) => `${batch(number)}: brakuje pieczęci`,
    ENTRY_UNSEALED: (seq: number) => `wpis ${seq}: starszy niż ostatnie pieczęcie, a żadna go nie obejmuje`,
    UNREADABLE: (line: number) => `wiersz ${line} pliku: nie jest częścią dziennika`,
    EXPECTED_MISSING: (hash: string) =>
      `nie ma pieczęci ${hash}, choć została wydana; koniec dziennika ucięto albo przerobiono`,
  },
  notMigrated: 'W tej bazie danych nie ma jeszcze pieczęci dziennika. Zaktualizuj bazę: uruchom portal.',
  noDatabase:
    'Nie wiadomo, gdzie jest baza danych. Podaj jej adres w DATABASE_URL, uruchom portal na tym komputerze (npm start) albo podaj plik z wyeksportowanym dziennikiem.',
  notHash: (value: string) => `„${value}” nie jest skrótem pieczęci: 64 cyfry szesnastkowe.`,
} as const;
