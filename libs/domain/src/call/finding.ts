import type { SheetValue } from '../sheet/form';

export const CALL_RULES = [
  'C-FIELDS',
  'C-READ',
  'C-CONSULT',
  'C-CRITERIA',
  'C-ADOPTED',
  'C-SCORING',
  'C-REGIME',
  'C-RULES',
  'C-MEETING',
  'C-CHANNELS',
  'C-DAYS',
  'C-DEADLINE',
  'C-PERIOD',
  'C-CAP',
] as const;
export type CallRule = (typeof CALL_RULES)[number];

/** The answer of one rule about a call that is to be published. */
export interface CallFinding {
  code: CallRule;
  verdict: 'pass' | 'warning' | 'fail';
  /** The sentence for people, with names and numbers. */
  text: string;
  /** What to do about it; null when it passes. */
  fix: CallFix | null;
  /** Slide, paragraph of law or question of the domain page. */
  source: string;
  /** Section of the form, and the path of the field it is about, as far as there is one. */
  section: string;
  path: string | null;
}

/** The way out of a finding; with `sets`, a machine can do it in one click, as an ordinary save. */
export interface CallFix {
  /** e.g. „przesuń termin na 24 marca 2015, 15:30” */
  text: string;
  sets: readonly { path: string; value: SheetValue }[] | null;
}
