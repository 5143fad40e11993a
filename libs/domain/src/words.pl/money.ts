const quoted = (typed: string): string => `„${typed.length > 30 ? `${typed.slice(0, 30)}…` : typed}”`;

type Fault = 'EMPTY' | 'CHARACTERS' | 'DECIMALS' | 'NEGATIVE' | 'TOO_LARGE';

const amountFaults: Record<Fault, (typed: string) => string> = {
  EMPTY: () => 'Wpisz kwotę, na przykład 1 234,50.',
  CHARACTERS: (typed) => `${quoted(typed)} to nie jest kwota. Wpisz złote i grosze, na przykład 1 234,50.`,
  DECIMALS: (typed) => `${quoted(typed)} ma więcej niż dwa miejsca po przecinku. Najmniejsza kwota to 0,01 zł.`,
  NEGATIVE: (typed) => `${quoted(typed)} jest kwotą ujemną. Wpisz kwotę nie mniejszą niż 0,00 zł.`,
  TOO_LARGE: (typed) => `${quoted(typed)} to za dużo. Największa kwota to 99 999 999 999,99 zł.`,
};

const quantityFaults: Record<Fault, (typed: string) => string> = {
  EMPTY: () => 'Wpisz liczbę jednostek, na przykład 12 albo 1,5.',
  CHARACTERS: (typed) => `${quoted(typed)} to nie jest liczba. Wpisz na przykład 12 albo 1,5.`,
  DECIMALS: (typed) => `${quoted(typed)} ma więcej niż trzy miejsca po przecinku.`,
  NEGATIVE: (typed) => `${quoted(typed)} jest liczbą ujemną. Wpisz liczbę nie mniejszą niż 0.`,
  TOO_LARGE: (typed) => `${quoted(typed)} to za dużo. Największa liczba jednostek to 1 000 000.`,
};

export const moneyWords = {
  fault: (fault: Fault, typed: string) => amountFaults[fault](typed),
  quantityFault: (fault: Fault, typed: string) => quantityFaults[fault](typed),
} as const;
