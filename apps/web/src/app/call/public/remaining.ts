export interface Remaining {
  /** The deadline has gone by; it is inclusive, so at the very millisecond it has not. */
  over: boolean;
  days: number;
  hours: number;
  minutes: number;
  seconds: number;
}

/** Whole parts of what is left, from milliseconds. */
export function remaining(ms: number): Remaining {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  return {
    over: ms < 0,
    days: Math.floor(seconds / 86_400),
    hours: Math.floor(seconds / 3_600) % 24,
    minutes: Math.floor(seconds / 60) % 60,
    seconds: seconds % 60,
  };
}

/** When a screen reader says what is left, in minutes before the deadline: rarely, and more often near the end. */
export const ANNOUNCED_MINUTES = [24 * 60, 60, 15, 5, 1, 0] as const;

/** The announcement that lies between two looks at the clock, in minutes; null when there is none. */
export function announcement(beforeMs: number, nowMs: number): number | null {
  const crossed = ANNOUNCED_MINUTES.filter((minutes) => beforeMs >= minutes * 60_000 && nowMs < minutes * 60_000);
  return crossed.at(-1) ?? null;
}
