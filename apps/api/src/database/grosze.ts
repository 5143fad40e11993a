import type { ValueTransformer } from 'typeorm';

/** Whole grosze in a `bigint` column; a fraction throws instead of being rounded. Not applied to raw SQL. */
export const grosze: ValueTransformer = {
  to: (value: unknown): unknown => {
    if (value === null || value === undefined || typeof value === 'object') return value;
    if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number of grosze: ${String(value)}`);
    return String(value);
  },
  from: (value: string | null): number | null => (value === null ? null : groszeOf(value)),
};

/** A `bigint` or `sum()` of a raw query as grosze. */
export const groszeOf = (value: string | number): number => {
  const amount = Number(value);
  if (!Number.isSafeInteger(amount)) throw new RangeError(`out of the safe range: ${value}`);
  return amount;
};
