/**
 * How late something is that was received then, in whole milliseconds; 0: in time. The deadline's own millisecond still
 * counts (R-DUE is inclusive): at 15:30:00.000 in time, at 15:30:00.001 late by one.
 * @param receivedAt milliseconds since 1970
 * @param deadlineAt ISO instant
 */
export const lateness = (receivedAt: number, deadlineAt: string): number =>
  Math.max(0, Math.trunc(receivedAt) - Date.parse(deadlineAt));

export const isInTime = (receivedAt: number, deadlineAt: string): boolean => lateness(receivedAt, deadlineAt) === 0;
