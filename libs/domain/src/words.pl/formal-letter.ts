import { formatDatePl, type LocalDate } from '../calendar/local-date';
import { counted } from './plural';

/** Letters of the formal check: the call for correction, and the rejection. */
export const formalLetterWords = {
  title: {
    CURE: 'Wezwanie do uzupełnienia oferty',
    REJECTION: 'Zawiadomienie o odrzuceniu oferty z przyczyn formalnych',
  },
  subtitle: (call: string) => `Nabór nr ${call}`,
  subject: (call: string) => `Nabór nr ${call}, ocena formalna`,
  note: 'Pismo wygenerowane przez Portal Lokalnych Centrów ZIT.',
  template: 'ocena formalna, wzór 1',
  sha: (hash: string) => `SHA-256 pisma: ${hash}`,
  to: 'Do',
  leader: 'Lider',
  consortium: 'Konsorcjum',
  call: 'Nabór',
  receipt: 'Numer potwierdzenia złożenia',
  day: 'Data',
  due: 'Termin uzupełnienia',
  opens: {
    CURE: 'W wyniku oceny formalnej oferty stwierdzono braki, które można uzupełnić. Prosimy o uzupełnienie oferty u organizatora naboru w terminie podanym niżej.',
    REJECTION:
      'W wyniku oceny formalnej oferta została odrzucona i nie będzie oceniana merytorycznie. Przyczyny podano niżej.',
  },
  items: { CURE: 'Co trzeba uzupełnić', REJECTION: 'Przyczyny odrzucenia' },
  fields: 'Czego może dotyczyć uzupełnienie',
  unmet: (item: string) => `Niespełnione: „${item}”`,
  fieldsText: 'Uzupełnienie może dotyczyć tylko tych części oferty; pozostałe zostają takie, jakie złożono.',
  term: 'Termin',
  termText: (days: number, due: LocalDate) =>
    `Na uzupełnienie jest ${counted(days, 'dzień roboczy', 'dni robocze', 'dni roboczych')} od dnia następującego po wysłaniu wezwania, bez świąt i dni wolnych: do ${formatDatePl(due)} włącznie. Wezwanie jest jedno; oferta nieuzupełniona w terminie zostaje odrzucona.`,
  afterText: 'To, co złożono jako pierwsze, zostaje w portalu bez zmian, razem z potwierdzeniem.',
  fileName: (kind: 'CURE' | 'REJECTION', number: string, extension: string) =>
    `${kind === 'CURE' ? 'wezwanie' : 'odrzucenie'}-${number}.${extension}`,
} as const;
