import type { Instant } from '../calendar/instant';

/** What the public would say of a published call at that moment; never stored. */
export type Phase = 'ANNOUNCED' | 'OPEN' | 'CLOSED' | 'ANNULLED';

export function phaseOf(call: { opensAt: Instant; closesAt: Instant; annulled: boolean }, now: Instant): Phase {
  if (call.annulled) return 'ANNULLED';
  if (!isInTime(now, call.closesAt)) return 'CLOSED';
  return milliseconds(now) < milliseconds(call.opensAt) ? 'ANNOUNCED' : 'OPEN';
}

/** F.5 N7: received at 15:30:00.000 is in time, at 15:30:00.001 it is not; what is finer than a millisecond is cut. */
export const isInTime = (receivedAt: Instant, closesAt: Instant): boolean =>
  milliseconds(receivedAt) <= milliseconds(closesAt);

/** Whole milliseconds since 1970, cut and never rounded. Throws RangeError on what is no instant. */
function milliseconds(instant: Instant): number {
  const read = Date.parse(instant.replace(/(\.\d{3})\d+/, '$1'));
  if (Number.isNaN(read)) throw new RangeError(`no instant: ${instant}`);
  return read;
}
