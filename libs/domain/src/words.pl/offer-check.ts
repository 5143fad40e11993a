/** Offices come as the register has them, e.g. „prezes zarządu”. */
type Office = string;

const anyOf = (offices: readonly Office[]): string => [...new Set(offices)].join(' albo ');
const allOf = (offices: readonly Office[]): string => offices.join(', ');

/** What a member's sign-off still needs. */
export const signOffWords = {
  nobody: 'W rejestrze nie ma nikogo, kto może dziś reprezentować tego członka. Uzupełnij reprezentację w rejestrze.',
  alone: (offices: readonly Office[]) => `Brakuje potwierdzenia: ${anyOf(offices)}.`,
  two: (offices: readonly Office[]) => `Brakuje potwierdzenia dwóch osób łącznie, spośród: ${allOf(offices)}.`,
  second: (offices: readonly Office[]) => `Brakuje drugiej osoby: ${anyOf(offices)}.`,
  noSecond:
    'Brakuje drugiej osoby, a w rejestrze nie ma nikogo więcej do reprezentacji łącznej. Uzupełnij reprezentację w rejestrze.',
  all: (offices: readonly Office[]) => `Brakuje potwierdzenia wszystkich: ${allOf(offices)}.`,
  treasurer: 'Brakuje kontrasygnaty skarbnika, bo ten członek obiecuje pieniądze.',
} as const;
