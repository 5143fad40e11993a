import { plural } from './plural';

const centres = (n: number): string => `${n} ${plural(n, 'centrum', 'centra', 'centrów')}`;
const awards = (n: number): string => `${n} ${plural(n, 'przyznanie', 'przyznania', 'przyznań')}`;

/** The page on which offers are awarded after a result. */
export const awardPageWords = {
  title: 'Przyznanie',
  call: 'Nabór',
  link: 'Przyznanie realizacji',
  lead: (no: number, when: string) => `Wynik w wersji ${no} ogłoszono ${when}. Przyznaje się w kolejności listy.`,
  noResult: 'Wynik naboru nie jest jeszcze ogłoszony. Przyznanie będzie możliwe po jego ogłoszeniu.',
  newerFrozen: 'Zamrożono nową wersję wyniku, która nie jest jeszcze ogłoszona. Najpierw ją ogłoś.',
  standing: (count: number, of: number | null, zit: string, money: string | null) =>
    [
      of === null ? `Obowiązuje ${awards(count)}` : `Obowiązuje ${awards(count)}, nabór przewiduje ${centres(of)}`,
      money === null ? `środki ZIT ${zit}` : `środki ZIT ${zit} z ${money}`,
    ].join('; ') + '.',
  whoAwards: 'Przyznaje ten, kto prowadzi nabór: urząd gminy, operator powiatu albo administrator programu.',
  about: (offer: string, shown: string, zit: string, status: 'selected' | 'reserve') =>
    [offer, `${shown}\u00a0pkt`, `ZIT ${zit}`, status === 'selected' ? 'wybrana' : 'lista rezerwowa'].join(' · '),
  turn: {
    AWARDED: 'przyznano',
    ENDED: 'przyznanie zakończone',
    NEXT: 'następna w kolejności',
    EARLIER: 'czeka na swoją kolej',
    PLACES: 'czeka: centra są przyznane',
    MONEY: 'nie mieści się w kwocie naboru',
  },
  give: 'Przyznaj',
  giveTitle: (title: string) => `Przyznanie: ${title}`,
  giveLead: (zit: string) =>
    `Oferta otrzyma realizację w kwotach, które przyjęto i oceniono (środki ZIT ${zit}). Konsorcjum dostanie pismo.`,
  giveReserveLead: (zit: string) =>
    `Lista rezerwowa się przesuwa: oferta otrzyma realizację w kwotach, które przyjęto i oceniono (środki ZIT ${zit}). Konsorcjum dostanie pismo.`,
  moveReason: 'Dlaczego lista się przesuwa',
  moveHint: 'Powód stanie w piśmie i zostanie na stałe.',
  end: 'Zakończ przyznanie',
  endTitle: (title: string) => `Zakończenie przyznania: ${title}`,
  endLead:
    'Zakończonego przyznania nie da się przywrócić. Konsorcjum dostanie pismo, a kolej przejdzie na następną ofertę z listy rezerwowej.',
  endReason: 'Powód',
  endHint: 'Na przykład: konsorcjum odstąpiło od podpisania umowy. Powód stanie w piśmie.',
  reasonMissing: 'Podaj powód, co najmniej 10 znaków.',
  working: 'Zapisywanie…',
  amounts: (total: string, zit: string, own: string) => `Razem ${total}; środki ZIT ${zit}; wkład własny ${own}.`,
  awarded: (when: string, reason: string | null) => `Przyznano ${when}${reason ? `. Powód: ${reason}` : '.'}`,
  carried: (when: string) => `Ofertę przeniesiono do konsorcjum ${when}.`,
  agreement: (number: string, when: string) => `Umowę ${number} wydano ${when}.`,
  ended: (when: string, reason: string) => `Zakończono ${when}. Powód: ${reason}`,
  nobody: 'Żadna oferta nie osiągnęła progu. Nie ma komu przyznać realizacji.',
} as const;

/** The consortium's page about its award. */
export const carryPageWords = {
  title: 'Przyznanie',
  lead: (call: string, offer: string, place: number, no: number) =>
    `Nabór ${call}: oferta ${offer}, ${place}. miejsce ogłoszonego wyniku (wersja ${no}). Umowa ma opiewać na te kwoty, co do grosza:`,
  total: 'Koszt całkowity',
  zit: 'Środki ZIT',
  own: 'Wkład własny',
  none: 'To konsorcjum nie ma przyznanej oferty.',
  inTheWay: 'Co stoi na przeszkodzie',
  wouldChange: 'Co zmieni się w konsorcjum',
  wouldChangeLead:
    'Usługi, grupy, punkty, budżet i deklarowane wkłady zostaną zastąpione tymi z przyjętej oferty. Skład konsorcjum się nie zmieni.',
  carry: 'Przenieś ofertę do konsorcjum',
  working: 'Przenoszenie…',
  done: 'Konsorcjum ma to, co przyjęta oferta, pozycja po pozycji. Projekt umowy jest gotowy.',
  agreement: 'Otwórz umowę o partnerstwie',
  stands: (call: string) => `Temu konsorcjum przyznano realizację w naborze ${call}.`,
  fellThrough: (call: string) => `Przyznanie w naborze ${call} zakończono.`,
  open: 'Zobacz przyznanie',
} as const;

/** Tables of differences. */
export const differencesViewWords = {
  parties: 'Strony',
  sums: 'Plan finansowy (zł)',
  shares: 'Kwoty przypadające na strony i deklaracje (zł)',
  lines: 'Pozycje budżetu (zł)',
  works: 'Zadania, usługi, grupy i terminy',
  what: 'Czego dotyczy',
  before: 'Jest',
  after: 'Będzie',
  difference: 'Różnica',
  none: '–',
  text: (label: string, before: string | null, after: string | null) =>
    before === null
      ? `${label}: dochodzi ${after}`
      : after === null
        ? `${label}: odchodzi ${before}`
        : `${label}: ${before} → ${after}`,
} as const;

/** Awards on the public page of a result. */
export const publicAwardWords = {
  title: 'Przyznane realizacje',
  row: (offer: string, place: number, day: string, total: string, zit: string) =>
    `Oferta ${offer}, ${place}. miejsce: ${total}, w tym środki ZIT ${zit}; przyznano ${day}.`,
} as const;
