import { formatZloty } from '../money/grosze';
import { plural } from './plural';

/** What the portal answers and writes about awards. */
export const awardWords = {
  noResult: 'Wynik tego naboru nie jest jeszcze ogłoszony. Przyznanie jest możliwe po ogłoszeniu.',
  newerFrozen: 'Zamrożono nową wersję wyniku, która nie jest jeszcze ogłoszona. Najpierw ogłoś ją, potem przyznawaj.',
  offerGone: (offer: string) =>
    `Oferta ${offer} nie jest już tą, którą oceniono. Przyznać można ofertę z ogłoszonego wyniku.`,
  otherZit: (offer: string, now: number, ranked: number) =>
    `Oferta ${offer} obejmuje ${formatZloty(now)} środków ZIT, a w ogłoszonym wyniku ma ${formatZloty(ranked)}. Potrzebna jest nowa wersja wyniku.`,
  turn: {
    AWARDED: 'Tej ofercie już przyznano realizację.',
    ENDED: 'Przyznanie tej ofercie zakończono; ponownie się go nie otwiera.',
    EARLIER: 'Przed tą ofertą są na liście inne. Przyznaje się w kolejności ogłoszonego wyniku.',
    PLACES:
      'Wszystkie centra tego naboru są już przyznane. Lista rezerwowa przesuwa się, gdy któreś przyznanie się zakończy.',
    MONEY: 'Środki, które pozostały w naborze, nie wystarczą na tę ofertę.',
  },
  reasonNeeded: 'Podaj powód.',
  reserveNeedsReason: 'Oferta jest na liście rezerwowej: podaj, dlaczego lista się przesuwa.',
  onlyReserveHasReason: 'Powód podaje się tylko przy ofercie z listy rezerwowej. Usuń go.',
  endedOtherwise: 'To przyznanie zakończono już z innym powodem. Odśwież stronę.',
  idTaken: 'Pod tym kluczem zapisano już inne przyznanie. Odśwież stronę i spróbuj ponownie.',
  blocks: {
    notInSight: 'Treść przyznanej oferty nie jest dla Ciebie dostępna. Przenieść ją może lider konsorcjum albo gmina.',
    ended: (reason: string) => `Przyznanie zakończono: ${reason}`,
    agreementIssued: (number: string) =>
      `Konsorcjum ma już wydaną umowę ${number}. Zmiany po wydaniu umowy wprowadza aneks.`,
    memberLeft: (name: string) =>
      `${name} jest stroną oferty, a nie jest już członkiem konsorcjum. Umowa ma odpowiadać ofercie: przyjmij ją ponownie, a po wydaniu umowy zmień strony aneksem.`,
    memberJoined: (name: string) =>
      `${name} jest członkiem konsorcjum, a nie jest stroną oferty. Przystąpi aneksem po wydaniu umowy; na razie usuń ją z konsorcjum.`,
    leaderChanged: (name: string) => `W ofercie liderem jest ${name}. Wyznacz tego lidera, a potem przenieś ofertę.`,
    amounts: (carried: string, awarded: string) =>
      `Z pozycji budżetu oferty da się przenieść ${carried}, a przyznano ${awarded}: część pozycji jest niepełna. Ofertę trzeba poprawić z urzędem, który prowadzi nabór.`,
  },
  carry: {
    experience: (name: string) => `Doświadczenie: ${name}`,
    projects: (count: number) => `podobne projekty: ${count}`,
    turnover: (amount: string) => `obrót ${amount}`,
  },
  letter: {
    awarded: (place: number, fromReserve: boolean): string[] => [
      fromReserve
        ? `Państwa oferta, umieszczona na liście rezerwowej na ${place}. miejscu, otrzymuje realizację zadania, ponieważ wcześniejsze przyznanie zakończono.`
        : `Państwa oferta, wybrana na ${place}. miejscu ogłoszonego wyniku, otrzymuje realizację zadania.`,
      'Kwoty są kwotami oferty, która została przyjęta i oceniona. W tej wysokości przygotowywana jest umowa o partnerstwie.',
    ],
    ended: ['Przyznanie realizacji zadania Państwa ofercie zakończono. Powód podano niżej.'] as string[],
    next: [
      'W portalu otwórz stronę „Przyznanie” swojego konsorcjum, sprawdź, co zmieni przeniesienie oferty, i przygotuj umowę o partnerstwie.',
    ] as string[],
    total: 'Koszt całkowity',
    zit: 'Środki ZIT',
    own: 'Wkład własny',
    result: 'Ogłoszony wynik',
    resultNo: (no: number) => `wersja ${no}`,
  },
  annulled: {
    letter: (none: boolean): string[] => [
      none
        ? 'Nabór, w którym złożyli Państwo ofertę, unieważniono, ponieważ żadna oferta nie spełniła jego wymagań.'
        : 'Nabór, w którym złożyli Państwo ofertę, unieważniono.',
      'Złożona oferta i jej potwierdzenie pozostają w portalu. Można ją skopiować do kolejnego naboru.',
    ],
    awarded: 'W tym naborze obowiązuje przyznanie. Najpierw je zakończ, z podaniem powodu.',
    someValid:
      'Brak ważnych ofert można podać tylko po terminie, gdy żadna oferta nie wpłynęła albo żadna nie przeszła oceny. W tym naborze tak nie jest: wybierz inną przyczynę.',
  },
  count: (n: number) => `${n} ${plural(n, 'przyznanie', 'przyznania', 'przyznań')}`,
} as const;
