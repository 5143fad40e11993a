import { formatDatePl, type LocalDate } from '../calendar/local-date';
import { counted } from './plural';

const paragraphEnd = (text: string): string => (/[.!?…]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);

/** Letters about a published result, and what is said to who asks for reasons and who appeals. */
export const answerWords = {
  status: {
    selected: 'wybrana',
    reserve: 'lista rezerwowa',
    'below-threshold': 'poniżej progu punktowego',
    rejected: 'odrzucona',
    undecided: 'nierozstrzygnięta',
  },
  told: {
    SELECTED: (call: string) =>
      `Informujemy, że oferta została wybrana w naborze nr ${call}. O przyznaniu realizacji zadania i o umowie organizator zawiadomi osobnym pismem.`,
    RESERVE: (call: string) =>
      `Informujemy, że oferta osiągnęła próg punktowy w naborze nr ${call} i znalazła się na liście rezerwowej. Zostanie wybrana, jeżeli oferta, która ją wyprzedza, nie będzie realizowana.`,
    BELOW: (call: string, threshold: string) =>
      `Informujemy, że oferta nie osiągnęła w naborze nr ${call} wymaganego progu ${threshold}\u00a0pkt i nie została wybrana.`,
    REJECTED_RESULT: (call: string) =>
      `Informujemy, że oferta złożona w naborze nr ${call} została odrzucona i nie była oceniana merytorycznie.`,
  },
  replaces: (no: number, before: number, reason: string) =>
    `Ten wynik (wersja ${no}) zastępuje wersję ${before}, o której zawiadomiliśmy wcześniej. Powód: ${paragraphEnd(reason)}`,
  rows: {
    status: 'Rozstrzygnięcie',
    place: 'Miejsce',
    placeOf: (place: number, of: number) => `${place} z ${of}`,
    points: 'Punkty',
    zit: 'Wnioskowana kwota ZIT',
    approved: 'Podstawa zatwierdzenia',
    published: 'Wynik ogłoszono',
    version: 'Wersja wyniku',
    asked: 'Wniosek wpłynął',
    appeal: 'Odwołanie',
    appealNo: (no: number, day: LocalDate) => `nr ${no}, wniesione ${formatDatePl(day)}`,
    decision: 'Rozstrzygnięcie odwołania',
    basis: 'Podstawa',
    dueOn: 'Termin wniesienia',
  },
  rejectedLate: (number: string) => `Oferta ${number} wpłynęła po terminie i nie została dopuszczona do oceny.`,
  rejectedFormal: (number: string) =>
    `Oferta ${number} została odrzucona w ocenie formalnej. Przyczyny podaje pismo wysłane po tej ocenie.`,
  mayAsk: (lastDay: LocalDate) =>
    `Można żądać uzasadnienia w ciągu 30 dni od ogłoszenia wyniku, czyli do ${formatDatePl(lastDay)} włącznie: w portalu, pocztą, pocztą elektroniczną albo osobiście u organizatora.`,
  mayAppeal: (days: number, lastDay: LocalDate) =>
    `Można wnieść odwołanie w ciągu ${counted(days, 'dnia', 'dni', 'dni')} od ogłoszenia wyniku, czyli do ${formatDatePl(lastDay)} włącznie. Wnosi je w portalu lider konsorcjum.`,
  noAppeal: 'Zasady naboru nie przewidują odwołania od wyniku.',
  mayCheck: (link: string) => `Cały wynik, jego plik i program, który liczy ranking od nowa, są na stronie ${link}`,
  office: 'Organizator naboru',

  reasonsLead: (asker: string, resultNo: number) =>
    `W odpowiedzi na wniosek (${asker}) podajemy uzasadnienie ogłoszonego wyniku naboru, wersja ${resultNo}.`,
  lateReasons: (day: number, lastDay: LocalDate) =>
    `Wniosek wpłynął po terminie: ${day}. dnia od ogłoszenia wyniku (termin minął ${formatDatePl(lastDay)}).`,
  placeLine: (offer: string, title: string, because: string) => `${offer} „${title}”: ${because}`,
  criterionLine: (code: string, name: string, said: readonly string[]) => `${code} ${name}. ${said.join('; ')}.`,
  cardPoints: (assessor: string, points: number, reason: string | undefined) =>
    reason === undefined
      ? `${assessor}: ${points}`
      : `${assessor}: ${points} („${reason.trim().replace(/[.;]$/, '')}”)`,

  received: (no: number, due: LocalDate) =>
    `Potwierdzamy, że wpłynęło odwołanie nr ${no} od wyniku naboru. Termin wniesienia mijał ${formatDatePl(due)}.`,
  receivedLate: (days: number) =>
    `Odwołanie wpłynęło ${counted(days, 'dzień', 'dni', 'dni')} po terminie. Zostało przyjęte i oznaczone jako spóźnione; o skutkach rozstrzygnie organ wykonawczy.`,
  next: 'Stanowisko zajmie komisja, a odwołanie rozstrzygnie organ wykonawczy. O rozstrzygnięciu zawiadomimy pismem.',
  grounds: (text: string) => `Treść odwołania: ${text}`,
  upheld: { true: 'uwzględnione', false: 'oddalone' },
  decided: (no: number, upheld: boolean) =>
    `Odwołanie nr ${no} od wyniku naboru zostało ${upheld ? 'uwzględnione' : 'oddalone'}.`,
  decidedLate: (days: number) => `Odwołanie wniesiono ${counted(days, 'dzień', 'dni', 'dni')} po terminie.`,
  effect: {
    NONE: 'Rozstrzygnięcie nie zmienia ocen ani oceny formalnej oferty.',
    SCORES:
      'Komisja oceni ofertę jeszcze raz. Karty innych ofert pozostają bez zmian. Powstanie nowa wersja wyniku, a dotychczasowa pozostanie dostępna.',
    FORMAL:
      'Ocena formalna oferty zostanie przeprowadzona jeszcze raz, a po niej, jeżeli oferta ją przejdzie, ocena punktowa. Powstanie nowa wersja wyniku, a dotychczasowa pozostanie dostępna.',
  },
  statementOf: (text: string) => `Stanowisko komisji: ${text}`,

  blank: 'Wpisz treść.',
  keyTaken: 'Ten klucz ma już inną treść.',
  noResult: 'Wynik tego naboru nie jest jeszcze ogłoszony.',
  noSuchOffer: (offer: string) => `Oferty ${offer} nie ma w ogłoszonym wyniku.`,
  notOnThatDay: 'Podaj dzień nie wcześniejszy niż ogłoszenie wyniku i nie późniejszy niż dziś.',
  manyRequests: (most: number) =>
    `Na odpowiedź czeka już ${most} Twoich wniosków w tym naborze. Poczekaj na odpowiedź i złóż kolejny.`,
  answered: 'Na ten wniosek już odpowiedziano, inną treścią.',
  appealedAlready: 'Odwołanie od tej wersji wyniku jest już wniesione.',
  statedAlready: 'Stanowisko jest już zapisane, z inną treścią.',
  decidedAlready: 'Odwołanie jest już rozstrzygnięte, inaczej.',
  stateFirst: 'Najpierw stanowisko zajmuje komisja.',
  onlyUpheldOpens: 'Skutek ma tylko odwołanie uwzględnione.',
  closedState: 'Stanowisko zapisuje przewodniczący albo sekretarz komisji.',
  closedAnswer: 'Odpowiada i rozstrzyga organizator naboru.',
  /** Which stands in the reason of the next version. */
  name: (no: number) => `odwołanie nr ${no}`,
  because: (numbers: readonly number[]) => `Uwzględniono ${numbers.map((no) => `odwołanie nr ${no}`).join(', ')}.`,
  reasonNames: (names: readonly string[]) => `W powodzie nowej wersji wymień: ${names.join(', ')}.`,
  waits: (no: number, offer: string) =>
    `Odwołanie nr ${no} uwzględniono, a karty oferty ${offer} nie mają jeszcze nowej wersji. Popraw je w ocenie.`,
} as const;
