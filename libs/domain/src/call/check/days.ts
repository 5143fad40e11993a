import { formatDatePl, type LocalDate } from '../../calendar/local-date';
import { lastDayOf } from '../../calendar/working-days';
import type { LegalRegime } from '../../regime/legal-regime';
import { callCheckWords } from '../../words.pl/call-check';
import type { CallFinding } from '../finding';
import { lastChannelDay } from './channels';
import { clock, type CallCheck, type CallContents, fails, findings, missingOf, polishDay } from './rule';
import { sameHourOn } from './same-hour';

const words = callCheckWords.days;
const CODE = 'C-DAYS';
/** B.4, B.6: a partner call and an open competition leave at least 21 days. */
const MIN_DAYS = 21;
const WITH_MIN: readonly LegalRegime[] = ['PARTNER_2014_ART33', 'PARTNER_2022_ART39', 'PUBLIC_BENEFIT_COMPETITION'];

/** C-DAYS: the deadline leaves the days that the notice promises, and the notice those that the law asks for. */
export const days: CallCheck = (call) => {
  const { days: promised, dayKind } = call.notice;
  const { closesAt } = call.deadline;
  const last = lastChannelDay(call);
  const due = dueDay(call);
  const missing = missingOf(words.missing, { channels: last, closesAt, days: promised, dayKind });
  const tooFew = promised !== null && promised < leastDays(call);
  const faults: CallFinding[] = tooFew ? [fewDays(call, promised)] : [];
  if (promised === null || dayKind === null) faults.push(unknown(call, missing));
  // C-CHANNELS and C-DEADLINE ask for their dates; until then there is nothing to count.
  else if (missing.length > 0) return faults;
  else if (!tooFew && last !== null && closesAt !== null && due !== null && polishDay(closesAt) < due) {
    faults.push(early(last, due, closesAt, promised ?? 0, dayKind === 'BUSINESS'));
  }
  return findings(CODE, 'notice', faults, () =>
    words.pass(
      last === null ? '' : formatDatePl(last),
      promised ?? 0,
      dayKind === 'BUSINESS',
      closesAt === null ? '' : clock(closesAt),
    ),
  );
};

/** First day on which the call may close; null while a channel has no date. What is not filled in counts as 21 days. */
export function dueDay(call: CallContents): LocalDate | null {
  const last = lastChannelDay(call);
  const count = Math.max(call.notice.days ?? MIN_DAYS, leastDays(call));
  return last === null ? null : lastDayOf(last, count, call.notice.dayKind ?? 'CALENDAR');
}

const leastDays = (call: CallContents): number => {
  const { legalRegime } = call.basics;
  return legalRegime !== null && WITH_MIN.includes(legalRegime) ? MIN_DAYS : 0;
};

function fewDays(call: CallContents, promised: number): CallFinding {
  const business = call.notice.dayKind === 'BUSINESS';
  const later = laterDeadline(call);
  return fails(CODE, {
    at: 'notice.days',
    text: words.tooFew(promised, business, MIN_DAYS),
    fix: words.fixDays(MIN_DAYS, business, later === null ? null : clock(later)),
    sets: [{ path: 'notice.days', value: MIN_DAYS }, ...deadlineSets(later)],
  });
}

function unknown(call: CallContents, missing: readonly string[]): CallFinding {
  const { days: promised, dayKind } = call.notice;
  const sets = [
    ...(promised === null ? [{ path: 'notice.days', value: MIN_DAYS }] : []),
    ...(dayKind === null ? [{ path: 'notice.dayKind', value: 'CALENDAR' }] : []),
  ];
  const count = promised ?? MIN_DAYS;
  const business = dayKind === 'BUSINESS';
  const later = laterDeadline(call);
  // A machine can fill in what the law says, but not when the notice came out, nor the hour at which the call closes.
  const all = lastChannelDay(call) !== null && call.deadline.closesAt !== null && count >= leastDays(call);
  return fails(CODE, {
    at: promised === null || dayKind === null ? 'notice.days' : 'deadline.closesAt',
    text: words.unknown(missing),
    fix: all ? words.fixDays(count, business, later === null ? null : clock(later)) : words.fixUnknown,
    sets: all ? [...sets, ...deadlineSets(later)] : null,
  });
}

function early(last: LocalDate, due: LocalDate, closesAt: string, count: number, business: boolean): CallFinding {
  const later = sameHourOn(due, closesAt);
  return fails(CODE, {
    at: 'deadline.closesAt',
    text: words.tooEarly(formatDatePl(last), count, business, formatDatePl(due), clock(closesAt)),
    fix: words.fixDeadline(clock(later)),
    sets: deadlineSets(later),
  });
}

/** The deadline on the day it may be, when it is too early; null when it is not, or nobody can know. */
function laterDeadline(call: CallContents): string | null {
  const { closesAt } = call.deadline;
  const due = dueDay(call);
  return closesAt !== null && due !== null && polishDay(closesAt) < due ? sameHourOn(due, closesAt) : null;
}

const deadlineSets = (later: string | null): { path: string; value: string }[] =>
  later === null ? [] : [{ path: 'deadline.closesAt', value: later }];
