import type { Ratio } from '../money/ratio';
import { MOST_POINTS } from './criteria';

/** How far assessors are apart on one criterion of one offer. */
export interface Divergence {
  code: string;
  lowest: number;
  highest: number;
  mean: Ratio;
  /** Worth talking about: apart by more than three tenths of the scale. */
  wide: boolean;
}

/** By criterion, in the order given; of fewer than two cards there is nothing to compare. */
export function divergencesOf(
  codes: readonly string[],
  cards: readonly Readonly<Record<string, number>>[],
  most = MOST_POINTS,
): Divergence[] {
  if (cards.length < 2) return [];
  return codes.map((code) => {
    const points = cards.map((card) => card[code] ?? 0);
    const [lowest, highest] = [Math.min(...points), Math.max(...points)];
    const mean = { num: points.reduce((sum, each) => sum + each, 0), den: points.length };
    return { code, lowest, highest, mean, wide: 10 * (highest - lowest) > 3 * most };
  });
}
