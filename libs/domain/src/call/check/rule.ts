import { formatDatePl, type LocalDate } from '../../calendar/local-date';
import { type Instant, inWarsaw } from '../../calendar/instant';
import type { RuleSet } from '../../rules/rule-set';
import type { SheetOf } from '../../sheet/read-sheet';
import { callCheckWords } from '../../words.pl/call-check';
import type { CALL_FORM } from '../call-form';
import type { CallFinding, CallRule } from '../finding';

/** A call as one document: `readSheet(CALL_FORM, values)`. */
export type CallContents = SheetOf<typeof CALL_FORM>;

/** What the check must know besides the call itself. */
export interface CallAbout {
  /** Moment of the publication that is asked about. */
  now: Instant;
  /** Municipality, 7 digits. */
  teryt: string;
  /** Paths of what was typed and cannot be read. */
  unread: readonly string[];
  /** Rule sets that exist, newest first. */
  ruleSets: readonly RuleSet[];
  edition: 'NOTICE' | 'ANNEX';
  /** What the public reads at present; null before the first edition. */
  published: CallContents | null;
}

/** One rule: everything that is wrong or doubtful, or one finding that passes. */
export type CallCheck = (call: CallContents, about: CallAbout) => CallFinding[];

/** What is wrong, in the section of its path. */
export interface Fault {
  /** `section.field` or longer; a section alone when no field is meant. */
  at: string;
  text: string;
  fix: string;
  sets?: NonNullable<CallFinding['fix']>['sets'];
}

/** The findings of a rule: its faults, or that it passes. */
export function findings(
  code: CallRule,
  section: string,
  faults: readonly CallFinding[],
  pass: () => string,
): CallFinding[] {
  if (faults.length > 0) return [...faults];
  return [{ code, verdict: 'pass', text: pass(), fix: null, source: callCheckWords.source[code], section, path: null }];
}

export const fails = (code: CallRule, fault: Fault): CallFinding => found(code, 'fail', fault);
export const warns = (code: CallRule, fault: Fault): CallFinding => found(code, 'warning', fault);

function found(code: CallRule, verdict: 'fail' | 'warning', { at, text, fix, sets = null }: Fault): CallFinding {
  const section = at.split('.')[0] ?? at;
  const path = at.includes('.') ? at : null;
  return { code, verdict, text, fix: { text: fix, sets }, source: callCheckWords.source[code], section, path };
}

/** Which of these are empty, each by its word, in the order of the words. */
export const missingOf = <Name extends string>(
  words: Readonly<Record<Name, string>>,
  values: Readonly<Record<NoInfer<Name>, unknown>>,
): string[] => (Object.keys(words) as Name[]).filter((name) => values[name] === null).map((name) => words[name]);

/** „31 marca 2015, 15:30”, Polish time */
export function clock(instant: Instant): string {
  const { date, time } = inWarsaw(instant);
  return `${formatDatePl(date)}, ${time}`;
}

export const polishDay = (instant: Instant): LocalDate => inWarsaw(instant).date;
