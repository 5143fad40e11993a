import type { Fix } from './fix';

export const RULE_CODES = [
  'R-NGO',
  'R-OWN',
  'R-COMP',
  'R-SIZE',
  'R-LEADER',
  'R-CAP',
  'R-PERIOD',
  'R-AREA',
  'R-IDS',
  'R-SUM',
  'R-SERVICE',
  'R-DOUBLE',
  'R-VALUATION',
  'R-REGIME',
] as const;
export type RuleCode = (typeof RULE_CODES)[number];

export type Verdict = 'pass' | 'warning' | 'fail';

/** Unit of `actual` and `required`. Ratios are exact strings `"3/5"`; money is whole grosze. */
export type FindingUnit = 'ratio' | 'grosze' | 'count' | 'months' | 'text';

/**
 * The answer of one rule about one thing. A rule returns all of its findings; several of the same code
 * differ in `aspect` (and `subject`). The worst comes first, so that the first finding of a code
 * is the verdict on that code.
 */
export interface Finding {
  code: RuleCode;
  /** Which part of the rule spoke, stable, e.g. `SHARE`, `EXACTLY_ONE`, `DUPLICATE`. */
  aspect: string;
  verdict: Verdict;
  unit: FindingUnit;
  actual: string | number | null;
  required: string | number | null;
  /** How `actual` has to stand to `required`. */
  relation: 'atLeast' | 'moreThan' | 'atMost' | 'equal' | 'oneOf';
  /** What is missing or too much, positive: grosze, members, votes, …; null when nothing is. */
  shortBy: number | null;
  /** The sentence for people, with the numbers. */
  text: string;
  /** Slide, paragraph of law or question of the domain page. */
  source: string;
  /** What it is about: a member's id or a line's no. */
  subject: { kind: 'member' | 'line' | 'field'; id: string } | null;
  /** The cheapest thing that makes this finding pass; null when it already passes. */
  fix: Fix | null;
  /** R-NGO only: the share by all four measures, exact; null where nothing can be measured. */
  measures?: Record<string, string | null>;
  /** 0…1 positions for the thin meter; display only, never compared. */
  meter?: { actual: number; required: number };
}

/** A rule that could not be asked, because the case does not carry what it needs. */
export interface NotChecked {
  code: RuleCode;
  text: string;
}

export interface CheckResult {
  ruleSet: string;
  findings: Finding[];
  notChecked: NotChecked[];
}

export const blocks = (findings: readonly Finding[]): boolean => findings.some((f) => f.verdict === 'fail');
