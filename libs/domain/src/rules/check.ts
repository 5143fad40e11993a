import type { ConsortiumFacts } from '../consortium/facts';
import { area } from './area';
import { cap } from './cap';
import { composition } from './composition';
import { doubleFinancing } from './double-financing';
import type { CheckResult, Finding, NotChecked, RuleCode, Verdict } from './finding';
import { RULE_CODES } from './finding';
import { ids } from './ids';
import { leader } from './leader';
import { ngoShare } from './ngo-share';
import { ownContribution } from './own-contribution';
import { period } from './period';
import { regime } from './regime';
import type { Answer, Rule } from './rule';
import type { RuleSet } from './rule-set';
import { service } from './service';
import { size } from './size';
import { sum } from './sum';
import { valuation } from './valuation';

/** Every rule by its code. */
export const RULES: Readonly<Record<RuleCode, Rule>> = {
  'R-NGO': ngoShare,
  'R-OWN': ownContribution,
  'R-COMP': composition,
  'R-SIZE': size,
  'R-LEADER': leader,
  'R-CAP': cap,
  'R-PERIOD': period,
  'R-AREA': area,
  'R-IDS': ids,
  'R-SUM': sum,
  'R-SERVICE': service,
  'R-DOUBLE': doubleFinancing,
  'R-VALUATION': valuation,
  'R-REGIME': regime,
};

/**
 * Asks every rule about a consortium: all that is right, doubtful or wrong, with numbers and the cheapest fix.
 * Findings stand in the order of RULE_CODES, the worst of a code first; a rule that lacked facts is named in
 * `notChecked` and gives no verdict. The order of members and lines does not matter.
 */
export const check = (facts: ConsortiumFacts, ruleSet: RuleSet): CheckResult =>
  resultOf(
    RULE_CODES.flatMap((code) => RULES[code](facts, ruleSet)),
    ruleSet,
  );

const BAD_FIRST: Record<Verdict, number> = { fail: 0, warning: 1, pass: 2 };

/** Sorts answers into findings and what could not be checked. */
export function resultOf(answers: readonly Answer[], ruleSet: RuleSet): CheckResult {
  const findings: Finding[] = [];
  const notChecked: NotChecked[] = [];
  for (const answer of answers) {
    if ('verdict' in answer) findings.push(answer);
    else notChecked.push(answer);
  }
  const place = new Map(RULE_CODES.map((code, index) => [code, index]));
  const order = (finding: Finding) => (place.get(finding.code) ?? 0) * 3 + BAD_FIRST[finding.verdict];
  findings.sort((a, b) => order(a) - order(b) || byNumber(a.subject?.id, b.subject?.id));
  return { ruleSet: ruleSet.version, findings, notChecked };
}

/** `L20` before `L100`. */
const byNumber = (a = '', b = ''): number => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
