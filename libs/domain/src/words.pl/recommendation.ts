/** Of the request to the county's NGO council, and of its resolution. */
export const recommendationWords = {
  title: 'Rekomendacja rady',
  lead: 'Rada organizacji pozarządowych powiatu może polecić ofertę uchwałą. Rada czyta tylko to, co jest w prośbie: tytuł, skład konsorcjum i opis poniżej. Samej oferty nie widzi.',
  council: (county: string) => `Rada organizacji pozarządowych, ${county}`,
  asked: (when: string) => `Prośba wysłana ${when}`,
  waiting: 'Rada jeszcze nie podjęła uchwały.',
  summary: 'Opis oferty dla rady',
  summaryHelp:
    'Na czym polega oferta, dla kogo jest i dlaczego rada miałaby ją polecić. Nie wpisuj danych osób ani kwot, których konsorcjum nie chce ujawnić przed terminem.',
  ask: 'Poproś radę o rekomendację',
  withdraw: 'Wycofaj prośbę',
  withdrawn: 'Prośba wycofana. Można poprosić ponownie.',
  mayNotAsk: 'O rekomendację prosi koordynator lidera konsorcjum.',
  sent: 'Prośba wysłana do rady.',
  none: 'Rady jeszcze nie poproszono o rekomendację.',
  noGate: 'Brak rekomendacji nie przekreśla oferty: jest jednym z kryteriów oceny.',
  verdict: { POSITIVE: 'Rekomendacja pozytywna', NEGATIVE: 'Bez rekomendacji' },
  resolution: (number: string, day: string) => `uchwała ${number} z ${day}`,
  votes: (plus: number, minus: number, abstained: number, excluded: number) =>
    `za ${plus}, przeciw ${minus}, wstrzymało się ${abstained}` +
    (excluded > 0 ? `, wyłączono z powodu konfliktu interesów: ${excluded}` : ''),
  reasons: 'Uzasadnienie',
  members: 'Konsorcjum',
  leader: 'lider',
  call: (number: string, title: string) => `Nabór ${number}: ${title}`,
  idTaken: 'Tej prośby nie da się wysłać: jej numer jest już zajęty. Odśwież stronę i wyślij prośbę ponownie.',
  already: 'Rada została już poproszona o rekomendację tej oferty.',
  blank: 'Opis oferty dla rady jest pusty. Napisz, co rada ma ocenić.',
  resolved: 'Rada podjęła już uchwałę; prośby nie można wycofać ani rozpatrzyć drugi raz.',
  refusal: 'Tę czynność może wykonać tylko rada organizacji pozarządowych tego powiatu.',
} as const;

/** Of the council's own page. */
export const councilWords = {
  title: 'Prośby o rekomendację',
  lead: 'Konsorcja z powiatu proszą o polecenie swoich ofert. Uchwałę wpisuje się raz; potem nie można jej zmienić.',
  empty: 'Nikt jeszcze nie poprosił rady o rekomendację.',
  toDo: 'czeka na uchwałę',
  once: 'Uchwałę zapisuje się raz: później nikt jej nie zmieni, także administrator. Sprawdź ją przed zapisaniem.',
  heading: 'Uchwała rady',
  number: 'Numer uchwały',
  numberHelp: 'Na przykład: 3/2015.',
  session: 'Dzień posiedzenia',
  votesFor: 'Głosy za',
  votesAgainst: 'Głosy przeciw',
  votesAbstained: 'Wstrzymało się',
  excluded: 'Wyłączeni z powodu konfliktu interesów',
  excludedHelp: 'Członkowie rady, którzy są związani z tą ofertą i nie głosowali.',
  reasons: 'Uzasadnienie uchwały',
  follows: {
    POSITIVE: 'Więcej głosów za niż przeciw: rada poleca ofertę.',
    NEGATIVE: 'Głosów za nie jest więcej niż przeciw: rada nie poleca oferty.',
  },
  save: 'Zapisz uchwałę',
  saved: 'Uchwała zapisana.',
  future: (day: string) => `Dzień posiedzenia ${day} jeszcze nie nadszedł. Podaj dzień, w którym rada podjęła uchwałę.`,
  noDay: (typed: string) => `„${typed}” nie jest dniem z kalendarza. Podaj dzień posiedzenia.`,
  missing: {
    resolutionNumber: 'Wpisz numer uchwały, na przykład 3/2015.',
    sessionOn: 'Podaj dzień posiedzenia, cały: dzień, miesiąc i rok.',
    reasons: 'Napisz uzasadnienie uchwały.',
  },
  noCount: (typed: string) =>
    typed.trim() === ''
      ? 'Wpisz liczbę osób; gdy nie było żadnej, wpisz 0.'
      : `„${typed}” nie jest liczbą osób. Wpisz liczbę całkowitą od 0 do 1000.`,
  blankNumber: 'Numer uchwały jest pusty. Wpisz numer, na przykład 3/2015.',
  blankReasons: 'Uzasadnienie uchwały jest puste. Napisz, dlaczego rada tak zdecydowała.',
  noVotes: 'Uchwała bez jednego głosu nie jest uchwałą. Wpisz głosy.',
} as const;
