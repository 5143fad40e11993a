import { computeRanking, type RankingBlock } from './compute-ranking';
import { LOT, LOWER_ZIT, type RankingRules } from './ranking-call';
import { rankingRows, type RankingRow, type ResultDocument } from './result-file';

/** A published result, as far as another ranking follows from it. */
export type EarlierResult = Pick<ResultDocument, 'offers' | 'conflicts' | 'cards'> & {
  rules: Pick<RankingRules, 'thresholdInclusive' | 'quorum' | 'conflictPolicy' | 'centres' | 'moneyGrosze'> & {
    /** Least and most points of a criterion. */
    scale: readonly number[];
    criteria: readonly { code: string }[];
  };
};

/** What a draft would rank by. */
export interface WhatIfRules {
  /** Weights in whole percent. */
  criteria: readonly { code: string; weight: number }[];
  /** In order: a criterion's code, `LOWER_ZIT` or `LOT`. */
  ties: readonly string[];
  /** Hundredths of a point of 100. */
  thresholdPoints: number;
}

export interface WhatIf {
  rows: RankingRow[];
  blocks: RankingBlock[];
  /** Criteria of the draft that nobody scored then; they, and ties by them, are left out. */
  unknown: string[];
  /** Criteria that were scored then and that the draft has not. */
  dropped: string[];
  /** Sum of the weights that are left, in percent; they are not made up to 100. */
  weight: number;
}

/**
 * How the offers of an earlier call would stand by the weights, the order of ties and the threshold of a draft. All
 * else, quorum and conflicts and centres, stays as it was; a lot is not drawn again. For who writes a call, before it is
 * published and never after (F.4, decision 15).
 */
export function whatIf(earlier: EarlierResult, draft: WhatIfRules): WhatIf {
  const scored = new Set(earlier.rules.criteria.map(({ code }) => code));
  const criteria = draft.criteria.filter(({ code }) => scored.has(code));
  const codes = criteria.map(({ code }) => code);
  const rules: RankingRules = {
    ...earlier.rules,
    criteria,
    maxPoints: earlier.rules.scale[1] ?? 0,
    threshold: { num: draft.thresholdPoints, den: 100 },
    ties: draft.ties.filter((by) => [...codes, LOWER_ZIT, LOT].includes(by)),
  };
  const { offers, blocks } = computeRanking(
    {
      rules,
      offers: Object.entries(earlier.offers).map(([offer, { zitGrosze, rejected }]) => ({
        offer,
        zitGrosze,
        rejected,
      })),
      conflicts: earlier.conflicts,
      cards: Object.entries(earlier.cards).flatMap(([offer, cards]) =>
        Object.entries(cards).map(([assessor, points]) => ({
          ...{ offer, assessor },
          points: codes.map((code) => points[code] ?? 0),
        })),
      ),
      lotSeed: null,
    },
    // Only a lot needs one.
    () => '',
  );
  return {
    rows: rankingRows(offers, rules),
    blocks,
    unknown: draft.criteria.map(({ code }) => code).filter((code) => !scored.has(code)),
    dropped: [...scored].filter((code) => !codes.includes(code)),
    weight: criteria.reduce((sum, { weight }) => sum + weight, 0),
  };
}
