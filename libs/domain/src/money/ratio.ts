/** An exact share; both parts whole and not negative. It is compared, never divided. */
export interface Ratio {
  num: number;
  den: number;
}

/**
 * Below zero when a < b, zero when equal, above zero when a > b. Cross-multiplied, so 14.999 997 % is
 * less than 15 %; BigInt steps in where a product leaves the safe integers. Denominators are above zero.
 */
export function compareRatio(a: Ratio, b: Ratio): number {
  const left = a.num * b.den;
  const right = b.num * a.den;
  if (Number.isSafeInteger(left) && Number.isSafeInteger(right)) return left - right;
  const difference = BigInt(a.num) * BigInt(b.den) - BigInt(b.num) * BigInt(a.den);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Does num/den reach the required share; `inclusive: false` asks for more than it. Zero over zero never does. */
export function reaches(share: Ratio, required: Ratio, inclusive = true): boolean {
  if (share.den <= 0) return false;
  const order = compareRatio(share, required);
  return inclusive ? order >= 0 : order > 0;
}

/** Least whole number that is `percent` (at most three decimals) of a whole `base`: the ceiling. */
export function percentCeil(base: number, percent: number): number {
  const parts = BigInt(base) * BigInt(Math.round(percent * 1000));
  return Number((parts + 99_999n) / 100_000n);
}

/** Largest whole number that is at most `percent` (at most three decimals) of a whole `base`: the floor. */
export function percentFloor(base: number, percent: number): number {
  return Number((BigInt(base) * BigInt(Math.round(percent * 1000))) / 100_000n);
}

/**
 * Percentage as people read it, `14,99`, without the sign. Truncated, never rounded, so that a share
 * which fails is never shown as one that passes (N2b). A base of zero shows `0,00`.
 */
export const percentTruncated = (num: number, den: number, decimals = 2): string => percentOf(num, den, decimals, 0n);

/** Percentage of what passed an upper bound: raised, so that 85.000 003 % shows as `85,01` and not as a pass. */
export const percentRaised = (num: number, den: number, decimals = 2): string =>
  percentOf(num, den, decimals, den > 0 ? BigInt(den) - 1n : 0n);

function percentOf(num: number, den: number, decimals: number, lift: bigint): string {
  const scale = 10n ** BigInt(decimals);
  const scaled = den > 0 ? (BigInt(num) * 100n * scale + lift) / BigInt(den) : 0n;
  const whole = scaled / scale;
  return decimals === 0 ? String(whole) : `${whole},${String(scaled % scale).padStart(decimals, '0')}`;
}

/** `14,99 %` with U+00A0. */
export const formatPercent = (num: number, den: number, decimals = 2): string =>
  `${percentTruncated(num, den, decimals)}\u00a0%`;

/** `85,01 %` for what passed an upper bound, with U+00A0. */
export const formatPercentRaised = (num: number, den: number, decimals = 2): string =>
  `${percentRaised(num, den, decimals)}\u00a0%`;
