import { addDays, type LocalDate } from '../../calendar/local-date';
import { nextWorkingDay } from '../../calendar/working-days';
import { callCheckWords } from '../../words.pl/call-check';
import type { CallFinding } from '../finding';
import { dueDay } from './days';
import { clock, type CallAbout, type CallCheck, type CallContents, fails, findings, polishDay } from './rule';
import { sameHourOn } from './same-hour';

const words = callCheckWords.deadline;
const CODE = 'C-DEADLINE';
const [OPENS, CLOSES] = ['deadline.opensAt', 'deadline.closesAt'];

/** C-DEADLINE: opens before it closes, closes after now, and an annex takes no time away. */
export const deadline: CallCheck = (call, about) => {
  const { opensAt, closesAt } = call.deadline;
  const faults: CallFinding[] = [];
  if (opensAt === null && closesAt === null)
    return [fails(CODE, { at: OPENS, text: words.neither, fix: words.fixNeither })];
  if (opensAt === null) faults.push(fails(CODE, { at: OPENS, text: words.noOpening, fix: words.fixNoOpening }));
  if (closesAt === null) faults.push(fails(CODE, { at: CLOSES, text: words.noDeadline, fix: words.fixNoDeadline }));
  else faults.push(...past(call, about, closesAt), ...shortened(about, closesAt));
  if (opensAt !== null && closesAt !== null) faults.push(...backwards(call, opensAt, closesAt));
  return findings(CODE, 'deadline', faults, () => words.pass(clock(opensAt ?? ''), clock(closesAt ?? '')));
};

function past(call: CallContents, { now }: CallAbout, closesAt: string): CallFinding[] {
  if (Date.parse(closesAt) > Date.parse(now)) return [];
  const to = sameHourOn(dayFor(call, addDays(polishDay(now), 1)), closesAt);
  const sets = [{ path: CLOSES, value: to }];
  return [fails(CODE, { at: CLOSES, text: words.past(clock(closesAt)), fix: words.fixTo(clock(to)), sets })];
}

function backwards(call: CallContents, opensAt: string, closesAt: string): CallFinding[] {
  if (Date.parse(opensAt) < Date.parse(closesAt)) return [];
  const to = sameHourOn(dayFor(call, addDays(polishDay(opensAt), 1)), closesAt);
  const sets = [{ path: CLOSES, value: to }];
  const text = words.backwards(clock(opensAt), clock(closesAt));
  return [fails(CODE, { at: CLOSES, text, fix: words.fixTo(clock(to)), sets })];
}

function shortened({ published }: CallAbout, closesAt: string): CallFinding[] {
  const before = published?.deadline.closesAt ?? null;
  if (before === null || Date.parse(closesAt) >= Date.parse(before)) return [];
  const text = words.shortened(clock(before), clock(closesAt));
  const sets = [{ path: CLOSES, value: before }];
  return [fails(CODE, { at: CLOSES, text, fix: words.fixShortened(clock(before)), sets })];
}

/** A working day that leaves the days of the notice and is not before `earliest`. */
function dayFor(call: CallContents, earliest: LocalDate): LocalDate {
  const due = dueDay(call);
  return nextWorkingDay(due !== null && due > earliest ? due : earliest);
}
