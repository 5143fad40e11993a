import { exactSpan } from './offer-signing';

/** Words of a correction: what the portal refuses, and the consortium's page of it. */
export const correctionWords = {
  none: 'Do tej oferty nie wysłano wezwania do uzupełnienia.',
  over: (closedAt: string, lateMs: number) =>
    lateMs > 0
      ? `Czas na uzupełnienie minął: ${closedAt}. Spóźnienie wynosi ${exactSpan(lateMs)}. Uzupełnienia nie można złożyć; wpisane zmiany zostają w historii oferty.`
      : `Czas na uzupełnienie minął: ${closedAt}. Wpisane zmiany zostają w historii oferty.`,
  answered: (number: string) => `Uzupełnienie jest już złożone: potwierdzenie ${number}. Drugiego wezwania nie ma.`,
  decided: 'Ocenę formalną tej oferty rozstrzygnięto, więc uzupełnienia już nie można złożyć.',
  filesClosed: 'Wezwanie nie otwiera załączników. Zmienić można tylko to, co wymienia.',
  fieldClosed: 'Wezwanie do uzupełnienia nie obejmuje tego pola, więc jest zamknięte.',
  title: 'Uzupełnienie oferty',
  tab: 'Uzupełnienie',
  until: (day: string) => `Do ${day} włącznie, do końca dnia (czas polski).`,
  term: 'Termin',
  left: 'Zostało',
  asked: 'Co trzeba uzupełnić',
  opens: 'Co wolno zmienić',
  opensNothing: 'Żadne pole się nie otwiera: brakuje tylko potwierdzeń. Potwierdź treść i złóż uzupełnienie.',
  others: 'Pozostałe pola są zamknięte: liczy się w nich to, co złożono.',
  steps: 'Jak to zrobić',
  stepList: [
    'Otwórz ofertę do uzupełnienia. Robi to lider.',
    'Każdy członek poprawia swoje pola spośród otwartych; zapis działa jak zwykle.',
    'Kogo zmiana dotyczy, potwierdza treść jeszcze raz. Pozostałe potwierdzenia zostają ważne.',
    'Lider składa uzupełnienie i dostaje potwierdzenie z własnym numerem.',
  ],
  open: 'Otwórz ofertę do uzupełnienia',
  opening: 'Otwieram',
  opened: 'Oferta jest otwarta do uzupełnienia.',
  toOffer: 'Przejdź do oferty',
  toSigning: 'Przejdź do potwierdzeń',
  toSubmit: 'Przejdź do złożenia uzupełnienia',
  toLetter: 'Wezwanie (PDF)',
  toReceipt: (number: string) => `Potwierdzenie ${number}`,
  go: 'Uzupełnienie oferty po wezwaniu',
  leaderOnly: 'Ofertę do uzupełnienia otwiera lider. Poproś go o to.',
  submitTitle: 'Złożenie uzupełnienia',
  submit: 'Złóż uzupełnienie',
  submitted: (number: string) => `Złożono uzupełnienie. Potwierdzenie ${number}.`,
  submitLead: (number: string) =>
    `Składasz uzupełnienie oferty z potwierdzenia ${number}. Tamto potwierdzenie zostaje, a od teraz liczy się ta treść.`,
  submitSteps: [
    'Portal zapisze treść i chwilę wpływu i nada potwierdzeniu własny numer.',
    'Urząd porówna obie treści pole po polu i dokończy ocenę formalną. Drugiego wezwania nie będzie.',
  ],
  card: {
    title: 'Co zmieniło uzupełnienie',
    lead: (before: string, after: string) =>
      `Po lewej treść z potwierdzenia ${before}, po prawej z ${after}. Tylko różnice.`,
    field: 'Pole',
    empty: 'puste',
    nothing: 'Treść jest taka sama; uzupełniono tylko potwierdzenia.',
    waits: (day: string) => `Konsorcjum może uzupełnić ofertę do ${day} włącznie.`,
    comes: (number: string) => `Wpłynęło uzupełnienie (${number}). Nowa karta powstanie za chwilę.`,
    missed: (day: string) => `Do ${day} nikt nie złożył uzupełnienia. Następuje odrzucenie z podaniem przyczyn.`,
  },
} as const;
