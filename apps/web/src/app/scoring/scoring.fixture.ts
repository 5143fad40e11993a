import type { ScoringOffer, ScoringResponse } from '@zit/contracts';
import { MOST_POINTS, type ScoringCriterion } from '@zit/domain';

/** Criteria of the call in Sopot (F.4); the last follows from the council. */
export const criteria: ScoringCriterion[] = (
  [
    ['zgodność ze wskaźnikami', 20],
    ['jakość usług', 25],
    ['potencjał partnerów', 15],
    ['skład partnerstwa', 10],
    ['budżet', 15],
    ['lokalizacja', 10],
    ['rekomendacja', 5],
  ] as const
).map(([name, weight], at) => ({
  id: `00000000-0000-4000-8000-00000000000${at + 1}`,
  code: `K${at + 1}`,
  name,
  guidance: '',
  weight,
  automatic: at === 6,
}));

const offerOf = (no: number): ScoringOffer => ({
  offerId: `F${no}`,
  receiptNumber: `LC/2264/2015/01/000${no}`,
  title: `Oferta ${no}`,
  consortium: `Konsorcjum ${no}`,
  leader: 'Fundacja',
  automaticPoints: 10,
  ...{ recommended: true, reopened: false },
  card: null,
});

/** Offers of a call, by default three without cards. */
export const scoringOf = (change: Partial<ScoringResponse> = {}, offers = 3): ScoringResponse => ({
  callId: 'C1',
  number: 'LC/2264/2015/01',
  title: 'Lokalne Centrum w Sopocie',
  criteria,
  mostPoints: MOST_POINTS,
  thresholdPoints: 6_000,
  frozenAt: null,
  scores: true,
  offers: Array.from({ length: offers }, (_, at) => offerOf(at + 1)),
  ...change,
});
