import { counted } from './plural';

const points = (count: number): string => counted(count, 'punkt', 'punkty', 'punktów');

/** What a score card needs, as the server and the grid say it. */
export const scoringWords = {
  gap: {
    NO_POINTS: (code: string, most: number) => `${code}: brak punktów. Wpisz liczbę całkowitą od 0 do ${most}.`,
    NOT_POINTS: (code: string, typed: string, most: number) =>
      `${code}: „${typed}” to nie punkty. Wpisz liczbę całkowitą od 0 do ${most}.`,
    NO_REASON: {
      BELOW_HALF: (code: string, given: number, most: number) =>
        `${code}: ${points(given)} to mniej niż połowa z ${most}, więc potrzebne jest uzasadnienie.`,
      ABOVE_NINE_TENTHS: (code: string, given: number, most: number) =>
        `${code}: ${points(given)} to więcej niż dziewięć dziesiątych z ${most}, więc potrzebne jest uzasadnienie.`,
    },
    NOT_REASON: (code: string, longest: string) =>
      `${code}: uzasadnienie jest za długie. Skróć je do ${longest} znaków.`,
  },
  readsOnly: 'Karty ocen wypełniają przewodniczący i członkowie komisji. Sekretarz ich nie wypełnia.',
  closed: 'Ta karta jest oddana. Aby ją poprawić, zacznij poprawkę i oddaj ją z uzasadnieniem.',
  frozen: 'Wynik naboru jest zamrożony, więc kart ocen nie można już zmienić ani oddać.',
  notHandedIn: 'Tej karty jeszcze nie oddano: pisze się w niej dalej, bez poprawki.',
  noReason: 'Napisz, dlaczego poprawiasz oddaną kartę (od 3 do 2000 znaków). To uzasadnienie zostaje przy karcie.',
  otherRevision: (seen: number, now: number) =>
    `Karta zmieniła się po tym, co widać na ekranie (stan ${seen}, teraz ${now}). Przejrzyj ją i oddaj jeszcze raz.`,
  incomplete: (gaps: number) =>
    `Karta nie jest kompletna: ${counted(gaps, 'brak', 'braki', 'braków')}. Uzupełnij wskazane kryteria.`,
  keyUsed: 'Pod tym numerem żądania oddano już inną kartę. Odśwież stronę i spróbuj jeszcze raz.',
  noteHidden: 'Wspólną notatkę piszą osoby, które oddały kartę tej oferty.',
  noteChanged: 'Ktoś zmienił wspólną notatkę wcześniej. Przejrzyj jej obecny tekst i zapisz swój jeszcze raz.',
} as const;
