import type { ConsortiumFacts } from '../consortium/facts';
import type { Finding, NotChecked } from './finding';
import type { RuleSet } from './rule-set';

/** A rule answers with everything it found, or says that it could not be asked. */
export type Answer = Finding | NotChecked;

/** Pure: everything a rule needs comes in, nothing is looked up. */
export type Rule = (facts: ConsortiumFacts, ruleSet: RuleSet) => Answer[];

type Optional = 'shortBy' | 'subject' | 'fix';

/** A finding; what is not said about it is null. */
export function finding(said: Omit<Finding, Optional> & Partial<Pick<Finding, Optional>>): Finding {
  return { ...said, shortBy: said.shortBy ?? null, subject: said.subject ?? null, fix: said.fix ?? null };
}

export const aboutMember = (id: string) => ({ kind: 'member', id }) as const;
export const aboutLine = (no: string) => ({ kind: 'line', id: no }) as const;

/** Positions of a meter, both within 0…1; for the eye only. */
export function meterOf(actual: number, required: number, whole: number): { actual: number; required: number } {
  const at = (value: number) => (whole > 0 ? Math.min(1, Math.max(0, value / whole)) : 0);
  return { actual: at(actual), required: at(required) };
}
