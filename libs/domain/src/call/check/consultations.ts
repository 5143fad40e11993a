import { formatDatePl } from '../../calendar/local-date';
import { callCheckWords } from '../../words.pl/call-check';
import { callFormWords } from '../../words.pl/call-form';
import type { CallFinding } from '../finding';
import { type CallCheck, type CallContents, fails, findings, missingOf, polishDay } from './rule';

const words = callCheckWords.consultations;
const CODE = 'C-CONSULT';
type Consultation = CallContents['consultations']['list'][number];

/** C-CONSULT (slide 13): the NGO council and the municipality, before the resolution, every remark answered. */
export const consultations: CallCheck = (call, { now }) => {
  const { list, remarks } = call.consultations;
  const faults = [...bodies(list), ...list.flatMap((item) => dates(item, call, now)), ...answers(call)];
  return findings(CODE, 'consultations', faults, () => words.pass(list.length, remarks.length));
};

function bodies(list: readonly Consultation[]): CallFinding[] {
  const with_ = (body: string): boolean => list.some((item) => item.body === body);
  const faults: CallFinding[] = [];
  const at = 'consultations';
  if (!with_('NGO_COUNCIL')) faults.push(fails(CODE, { at, text: words.noCouncil, fix: words.fixCouncil }));
  if (!with_('MUNICIPALITY')) faults.push(fails(CODE, { at, text: words.noMunicipality, fix: words.fixMunicipality }));
  return faults;
}

function dates(item: Consultation, call: CallContents, now: string): CallFinding[] {
  const at = `consultations.list.${item.id}`;
  const kind = item.body === null ? null : callFormWords.choices['consultations.list.body'][item.body];
  const name = item.name ?? kind ?? String(call.consultations.list.indexOf(item) + 1);
  const missing = missingOf(words.missing, item);
  if (item.date === null || missing.length > 0) {
    return [fails(CODE, { at, text: words.incomplete(name, missing), fix: words.fixIncomplete })];
  }
  const [path, date] = [`${at}.date`, formatDatePl(item.date)];
  if (item.date > polishDay(now)) {
    return [fails(CODE, { at: path, text: words.future(name, date), fix: words.fixFuture })];
  }
  const adopted = call.resolution.date;
  if (adopted === null || item.date <= adopted) return [];
  return [fails(CODE, { at: path, text: words.late(name, date, formatDatePl(adopted)), fix: words.fixLate })];
}

function answers({ consultations: { remarks } }: CallContents): CallFinding[] {
  const empty = remarks.filter(({ remark, answer }) => remark === null && answer === null);
  const said = remarks.filter((remark) => !empty.includes(remark));
  const faults: CallFinding[] = [];
  const add = (
    of: typeof remarks,
    field: string,
    text: (count: number, first: string) => string,
    fix: string,
  ): void => {
    const [first] = of;
    const at = `consultations.remarks.${first?.id}.${field}`;
    if (first) faults.push(fails(CODE, { at, text: text(of.length, short(first.remark ?? first.answer ?? '')), fix }));
  };
  const unanswered = said.filter(({ remark, answer }) => answer === null || remark === null);
  add(unanswered, unanswered[0]?.remark === null ? 'remark' : 'answer', words.unanswered, words.fixUnanswered);
  const stray = said.filter(({ consultation }) => consultation === null);
  add(stray, 'consultation', words.stray, words.fixStray);
  if (empty.length > 0) {
    const sets = empty.map(({ id }) => ({ path: `consultations.remarks.${id}`, value: null }));
    const [at, fix] = [sets[0]?.path ?? 'consultations', words.fixEmpty(empty.length)];
    faults.push(fails(CODE, { at, text: words.empty(empty.length), fix, sets }));
  }
  return faults;
}

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 59).trimEnd()}…` : text);
