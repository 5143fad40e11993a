import type { CONFLICT_POLICIES } from '../call/call-form';
import type { Grosze } from '../money/grosze';
import type { Ratio } from '../money/ratio';

export type ConflictPolicy = (typeof CONFLICT_POLICIES)[number];

/** Tie rules that are no criterion: the offer that asks for less money; a witnessed lot. */
export const LOWER_ZIT = 'LOWER_ZIT';
export const LOT = 'LOT';

export interface RankingCriterion {
  code: string;
  /** Percent of the score, whole; those of a call sum to 100. */
  weight: number;
}

/** R-SCORE: how a published call ranks (domain A.15, F.4). */
export interface RankingRules {
  criteria: readonly RankingCriterion[];
  /** Most points a criterion gives; the least is 0. */
  maxPoints: number;
  /** Points of 100. */
  threshold: Ratio;
  thresholdInclusive: boolean;
  /** Least number of assessors whose cards count, for each offer. */
  quorum: number;
  /** In the published order: a criterion's code, `LOWER_ZIT` or `LOT`. */
  ties: readonly string[];
  conflictPolicy: ConflictPolicy;
  /** Centres of the call, one for each selected offer; null: as many as reach the threshold. */
  centres: number | null;
  /** Money of the call; null: enough for its centres. */
  moneyGrosze: Grosze | null;
}

export interface RankedOffer {
  /** Its name in the call: a letter, or the number of its receipt. */
  offer: string;
  zitGrosze: Grosze;
  /** Late, or refused by the formal check: it is listed and not scored. */
  rejected: boolean;
}

/** One assessor's points for one offer, in the order of the criteria, automatic ones included. */
export interface RankingCard {
  assessor: string;
  offer: string;
  points: readonly number[];
}

export interface RankingConflict {
  assessor: string;
  offer: string;
}

/** Everything a ranking follows from; nothing else may change it. */
export interface RankingCall {
  rules: RankingRules;
  offers: readonly RankedOffer[];
  cards: readonly RankingCard[];
  conflicts: readonly RankingConflict[];
  /** What the witnessed lot drew; null: none was drawn. */
  lotSeed: string | null;
}
