import { viewOnlyReason } from './view-only';

/** Sentences of the server about the register of organisations. */
export const organisationActWords = {
  empty: {
    name: 'Nazwa: pole nie może być puste, wpisz pełną nazwę organizacji.',
    sector: 'Sektor: wybierz sektor organizacji.',
  },
  mayNotEdit: {
    READS_ONLY: 'Masz dostęp tylko do odczytu. O zmianę poproś administratora programu.',
    ITS_OWN_PEOPLE:
      'Dane tej organizacji zmieniają jej przedstawiciele, pracownik gminy, w której ma siedzibę, albo administrator programu.',
    VIEW_ONLY: viewOnlyReason,
  },
  unitOfUnit: 'Jednostką nadrzędną może być tylko samodzielna osoba prawna. Wybierz gminę, nie jej jednostkę.',
  alreadyThere: (name: string) => `W rejestrze jest już ta organizacja: ${name}. Użyj jej zamiast dodawać drugą.`,
} as const;
