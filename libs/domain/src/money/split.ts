import type { Grosze } from './grosze';

/**
 * The one rule by which money is divided: every part gets the floor of its exact share, the grosze that
 * remain go one each to the largest remainders, and equal remainders to the earlier part. Parts always
 * sum to the whole. Weights are whole and not negative; when all are zero the split is even.
 */
export function splitByWeights(total: Grosze, weights: readonly number[]): Grosze[] {
  const sum = weights.reduce((all, weight) => all + BigInt(weight), 0n);
  if (weights.length === 0) return [];
  if (sum === 0n) return splitEvenly(total, weights.length);
  const exact = weights.map((weight) => BigInt(total) * BigInt(weight));
  const parts = exact.map((share) => Number(share / sum));
  const left = total - parts.reduce((all, part) => all + part, 0);
  const byRemainder = exact
    .map((share, index) => ({ index, remainder: share % sum }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  for (const { index } of byRemainder.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}

/** Equal parts; the first ones take the grosze that do not divide. */
export const splitEvenly = (total: Grosze, parts: number): Grosze[] =>
  splitByWeights(total, new Array<number>(parts).fill(1));
