import { formatDatePl } from '../../calendar/local-date';
import { callCheckWords } from '../../words.pl/call-check';
import { criteriaText } from '../criteria-text';
import type { CallFinding } from '../finding';
import { type CallCheck, type CallContents, fails, findings, missingOf, polishDay } from './rule';

const words = callCheckWords.adopted;
const CODE = 'C-ADOPTED';

/** C-ADOPTED (slide 13): a resolution on mode and rules, and criteria that are still the ones it adopted. */
export const adopted: CallCheck = (call, { now, published }) => {
  const { number, date } = call.resolution;
  const faults = [...papers(call, now), ...sameCriteria(call), ...newResolution(call, published)];
  return findings(CODE, 'resolution', faults, () => words.pass(number ?? '', date === null ? '' : formatDatePl(date)));
};

function papers({ resolution }: CallContents, now: string): CallFinding[] {
  const missing = missingOf(words.missing, resolution);
  const faults: CallFinding[] = [];
  if (missing.length > 0) {
    const names = Object.keys(words.missing) as (keyof typeof words.missing)[];
    const at = `resolution.${names.find((name) => resolution[name] === null)}`;
    faults.push(fails(CODE, { at, text: words.incomplete(missing), fix: words.fixIncomplete }));
  }
  if (resolution.date !== null && resolution.date > polishDay(now)) {
    const text = words.future(formatDatePl(resolution.date));
    faults.push(fails(CODE, { at: 'resolution.date', text, fix: words.fixFuture }));
  }
  return faults;
}

function sameCriteria(call: CallContents): CallFinding[] {
  const now = criteriaText(call);
  const then = call.resolution.adopted;
  if (then === now) return [];
  const sets = [{ path: 'resolution.adopted', value: now }];
  const at = 'resolution.adopted';
  // There is nothing to adopt yet, and C-CRITERIA says so.
  if (then === null && call.criteria.list.length === 0) return [];
  if (then === null) return [fails(CODE, { at, text: words.none, fix: words.fixNone, sets })];
  return [fails(CODE, { at, text: words.changed(changes(then, now)), fix: words.fixChanged, sets })];
}

/** Other criteria than the published ones were adopted by another resolution than the published one. */
function newResolution(call: CallContents, published: CallContents | null): CallFinding[] {
  if (!published || criteriaText(published) === criteriaText(call)) return [];
  const { number, date } = call.resolution;
  const before = published.resolution;
  if (number === null || date === null || before.date === null) return [];
  if (number.trim() === before.number?.trim() && date === before.date) {
    const text = words.old(number, formatDatePl(date));
    return [fails(CODE, { at: 'resolution.number', text, fix: words.fixOld })];
  }
  if (date >= before.date) return [];
  const text = words.earlier(formatDatePl(date), formatDatePl(before.date));
  return [fails(CODE, { at: 'resolution.date', text, fix: words.fixEarlier })];
}

type Adopted = Readonly<Record<'code' | 'name' | 'weight' | 'kind', string | number | null>>;

/** What differs, criterion by criterion; nothing when what was kept is no list of criteria. */
function changes(then: string, now: string): string[] {
  const before = readAdopted(then);
  const after = readAdopted(now) ?? [];
  if (!before) return [];
  const said = (value: string | number | null): string => String(value ?? '–');
  const gone = before.filter(({ code }) => !after.some((item) => item.code === code));
  const found = gone.map(({ code }) => words.difference.gone(said(code)));
  for (const item of after) {
    const was = before.find(({ code }) => code === item.code);
    const code = said(item.code);
    if (!was) found.push(words.difference.came(code));
    else if (was.weight !== item.weight) found.push(words.difference.weight(code, said(was.weight), said(item.weight)));
    else if (was.name !== item.name) found.push(words.difference.name(code));
    else if (was.kind !== item.kind) found.push(words.difference.kind(code));
  }
  return found.length === 0 ? [words.difference.order] : found;
}

function readAdopted(text: string): Adopted[] | null {
  try {
    const read: unknown = JSON.parse(text);
    return Array.isArray(read) && read.every((item) => typeof item === 'object' && item !== null)
      ? (read as Adopted[])
      : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
