/** Money is whole grosze in a safe integer; 1 zł = 100 gr. Never a float, never a fraction. */
export type Grosze = number;

/** Largest amount that any field takes: 99 999 999 999,99 zł (N23: 10^13 zł is refused). */
export const MAX_GROSZE: Grosze = 9_999_999_999_999;
