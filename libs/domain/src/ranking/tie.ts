import type { Sha256 } from '../journal/entry';
import { compareRatio } from '../money/ratio';
import type { OfferScore } from './counted-cards';
import { LOT, LOWER_ZIT, type RankedOffer, type RankingRules } from './ranking-call';

/** An offer that stands for a place. */
export interface Contender extends RankedOffer, OfferScore {
  /** Its ticket in the lot: the smallest wins; null: no lot was drawn. */
  ticket: string | null;
}

/** One tie rule, compared: below zero when the first of two wins by it, zero when it leaves them equal. */
export interface TieRule {
  code: string;
  compare(a: Contender, b: Contender): number;
}

/** The published tie rules, in their order (domain A.15: K2, K5, LOWER_ZIT, LOT). */
export const tieRules = ({ criteria, ties }: RankingRules): TieRule[] =>
  ties.map((code) => ({ code, compare: compareBy(code, criteria) }));

function compareBy(code: string, criteria: RankingRules['criteria']): TieRule['compare'] {
  if (code === LOWER_ZIT) return (a, b) => a.zitGrosze - b.zitGrosze;
  if (code === LOT) return (a, b) => (a.ticket === null || b.ticket === null ? 0 : inOrder(a.ticket, b.ticket));
  const at = criteria.findIndex((criterion) => criterion.code === code);
  return (a, b) => {
    const [mine, theirs] = [a.means[at], b.means[at]];
    return mine && theirs ? compareRatio(theirs, mine) : 0;
  };
}

/** The first rule by which two offers of equal points differ; null: none does. */
export const decidingRule = (rules: readonly TieRule[], a: Contender, b: Contender): TieRule | null =>
  rules.find(({ compare }) => compare(a, b) !== 0) ?? null;

/** Ticket of an offer: SHA-256 of the seed, a space and its name. Anybody can work it out again. */
export const ticketOf = (sha256: Sha256, seed: string | null, offer: string): string | null =>
  seed === null ? null : sha256(`${seed} ${offer}`);

/** By UTF-16 units, the same on every machine. */
export const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
