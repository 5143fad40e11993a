import { reaches, type Ratio } from '../money/ratio';

/** A reduced fraction as it is published, `485/6`; a whole number stands alone. */
export function fractionText({ num, den }: Ratio): string {
  const divisor = gcd(num, den) || 1;
  return den === divisor ? String(num / divisor) : `${num / divisor}/${den / divisor}`;
}

/** Rounded half up, with a comma: `80,83`. Only shown, never compared. */
export function shownPoints({ num, den }: Ratio, decimals = 2): string {
  const scale = 10n ** BigInt(decimals);
  return withComma((2n * BigInt(num) * scale + BigInt(den)) / (2n * BigInt(den)), decimals);
}

/**
 * Points of an offer beside the threshold: rounded half up, but what does not reach the threshold is never shown as if
 * it did: 59.996 of 60 shows as `59,99…` (N20).
 */
export function shownScore(score: Ratio, threshold: Ratio, inclusive: boolean): string {
  const rounded = (2n * BigInt(score.num) * 100n + BigInt(score.den)) / (2n * BigInt(score.den));
  const asRounded = { num: Number(rounded), den: 100 };
  if (reaches(score, threshold, inclusive) || !reaches(asRounded, threshold, inclusive)) return withComma(rounded, 2);
  return `${withComma((BigInt(score.num) * 100n) / BigInt(score.den), 2)}…`;
}

function withComma(scaled: bigint, decimals: number): string {
  const digits = String(scaled).padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)},${digits.slice(-decimals)}`;
}

function gcd(a: number, b: number): number {
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}
