import { formatDatePl, type LocalDate } from '../../calendar/local-date';
import { callCheckWords } from '../../words.pl/call-check';
import { callFormWords } from '../../words.pl/call-form';
import type { CallFinding } from '../finding';
import { clock, type CallCheck, type CallContents, fails, findings, missingOf, polishDay, warns } from './rule';
import { sameHourOn } from './same-hour';

const words = callCheckWords.channels;
const CODE = 'C-CHANNELS';
/** Slide 13: on the web pages of the organisations' centre and of the town. */
const ENOUGH = 2;
type Channel = CallContents['notice']['channels'][number];

/** C-CHANNELS: at least two channels, each with what proves it. */
export const channels: CallCheck = (call, { now }) => {
  const list = call.notice.channels;
  const few = { at: 'notice', text: words.tooFew(list.length), fix: words.fixTooFew(list.length) };
  const faults = list.length < ENOUGH ? [fails(CODE, few)] : [];
  for (const channel of list) faults.push(...complete(list, channel), ...planned(call, channel, polishDay(now)));
  const last = lastChannelDay(call);
  return findings(CODE, 'notice', faults, () => {
    const names = list.map((channel) => nameOf(list, channel));
    return words.pass(names, last === null ? '' : formatDatePl(last));
  });
};

/** Day of the last channel, from which the days of the notice count; null when no channel has a date. */
export function lastChannelDay(call: CallContents): LocalDate | null {
  const days = call.notice.channels.flatMap(({ publishedOn }) => (publishedOn === null ? [] : [publishedOn]));
  return days.sort().at(-1) ?? null;
}

function nameOf(list: readonly Channel[], channel: Channel): string {
  const kind = channel.kind === null ? null : callFormWords.choices['notice.channels.kind'][channel.kind];
  return channel.name ?? kind ?? String(list.indexOf(channel) + 1);
}

function complete(list: readonly Channel[], channel: Channel): CallFinding[] {
  const needsLink = channel.kind === 'WEB' || channel.kind === 'BIP';
  const missing = missingOf(words.missing, { ...channel, link: needsLink ? channel.link : '' });
  if (missing.length === 0) return [];
  const text = words.incomplete(nameOf(list, channel), missing);
  return [fails(CODE, { at: `notice.channels.${channel.id}`, text, fix: words.fixIncomplete })];
}

/** A notice may come out after the call is frozen, but not after people can already hand in. */
function planned(call: CallContents, channel: Channel, today: LocalDate): CallFinding[] {
  const day = channel.publishedOn;
  if (day === null || day <= today) return [];
  const at = `notice.channels.${channel.id}.publishedOn`;
  const [name, date] = [nameOf(call.notice.channels, channel), formatDatePl(day)];
  const { opensAt } = call.deadline;
  if (opensAt === null || day <= polishDay(opensAt)) {
    return [warns(CODE, { at, text: words.planned(name, date), fix: words.fixPlanned(date) })];
  }
  const opens = sameHourOn(lastChannelDay(call) ?? day, opensAt);
  const sets = [{ path: 'deadline.opensAt', value: opens }];
  const text = words.afterOpening(name, date, clock(opensAt));
  return [fails(CODE, { at, text, fix: words.fixAfterOpening(clock(opens)), sets })];
}
