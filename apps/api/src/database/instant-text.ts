/**
 * SQL that writes an instant as the wire has it: UTC, `2015-03-31T13:30:00.000Z`. With `US` to the microsecond, for a
 * cursor that has to find its very row again.
 */
export const utc = (instant: string, digits: 'MS' | 'US' = 'MS'): string =>
  `to_char((${instant}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.${digits}"Z"')`;
