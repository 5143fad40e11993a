import type { Instant } from '@zit/domain';

/**
 * How late something is that was received then, in whole milliseconds; 0: in time. The deadline's own millisecond still
 * counts (F.5 N7): at 15:30:00.000 in time, at 15:30:00.001 late by one.
 */
export const lateness = (receivedAt: Instant, deadlineAt: Instant): number =>
  Math.max(0, Date.parse(receivedAt) - Date.parse(deadlineAt));
