import { counted, plural } from './plural';

/** How a ranking is said: a place in one sentence, with its numbers. */
export const rankingWords = {
  status: {
    selected: 'wybrana',
    reserve: 'lista rezerwowa',
    'below-threshold': 'poniżej progu',
    rejected: 'odrzucona',
    undecided: 'nierozstrzygnięta',
  },
  points: (shown: string) => `${shown}\u00a0pkt`,
  exactly: (fraction: string) => `dokładnie ${fraction}`,
  tie: (offer: string, by: string) => `remis z ${offer}; rozstrzyga ${by}`,
  compared: (own: string, sign: string, others: string) => `: ${own} ${sign} ${others}`,
  lowerZit: 'niższa kwota ZIT',
  lot: 'losowanie',
  lotNotDrawn: (offer: string) => `remis z ${offer}; rozstrzygnie losowanie`,
  tieLeft: (offer: string) => `remis z ${offer}, którego zasady naboru nie rozstrzygają`,
  below: (threshold: string) => `poniżej progu ${threshold}\u00a0pkt`,
  rejected: 'nie podlega ocenie',
  noScore: 'brak ważnych ocen',
  block: {
    QUORUM: (offer: string, count: number, quorum: number) =>
      `Ranking nie powstanie: ofertę ${offer} ${plural(count, 'oceniła', 'oceniły', 'oceniło')} ${counted(count, 'osoba', 'osoby', 'osób')} bez konfliktu interesów, a kworum wynosi ${quorum}. Brakujące osoby powinny oddać karty.`,
    LOT_NEEDED: (offers: readonly string[]) =>
      `Ofert ${offers.join(', ')} nie rozstrzyga żadna zasada poza losowaniem. Przeprowadź losowanie przy świadkach.`,
    TIE_LEFT: (offers: readonly string[]) =>
      `Ofert ${offers.join(', ')} nie rozstrzyga żadna zasada naboru, a losowania w nim nie przewidziano.`,
  },
  /** What a file says that cannot be ranked. */
  fault: {
    weights: (sum: number) => `Wagi kryteriów sumują się do ${sum}, a powinny do 100.`,
    scale: 'Skala to dwie liczby całkowite: 0 i największa liczba punktów.',
    threshold:
      'Próg to tekst z liczbą punktów od 0 do 100, najwyżej z dwoma miejscami po przecinku, na przykład "60.00".',
    aggregate: 'Portal liczy średnią: MEAN.',
    tie: (by: string, known: readonly string[]) => `Nie ma zasady remisu „${by}”. Dozwolone: ${known.join(', ')}.`,
    points: (points: string, most: number) => `„${points}” to nie liczba całkowita punktów od 0 do ${most}.`,
    pointsCount: (given: number, wanted: number) => `Jest ${given} ocen, a kryteriów ${wanted}.`,
    assessor: (assessor: string) => `Osoby „${assessor}” nie ma na liście assessors.`,
    offer: (offer: string) => `Oferty „${offer}” nie ma w pliku.`,
    zit: 'Nie wiadomo, o jaką kwotę ZIT prosi ta oferta: podaj budget albo zitGrosze.',
    automatic: (code: string, points: number, expected: number) =>
      `Kryterium ${code} liczy się samo z rekomendacji: ${expected}, a na karcie jest ${points}.`,
  },
} as const;
