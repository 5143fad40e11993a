import { check, type ConsortiumFacts, type Finding, type RuleCode } from '@zit/domain';
import { sopotRuleSet } from './sopot';

/** What a rule finds in a consortium, the worst first; by the Sopot rules unless others are given. */
export const ofCode = (facts: ConsortiumFacts, code: RuleCode, ruleSet = sopotRuleSet()): Finding[] =>
  check(facts, ruleSet).findings.filter((finding) => finding.code === code);

/** The worst that a rule finds; throws when the rule has nothing to say. */
export function verdictOn(facts: ConsortiumFacts, code: RuleCode, ruleSet = sopotRuleSet()): Finding {
  const [worst] = ofCode(facts, code, ruleSet);
  if (!worst) throw new Error(`${code} gave no finding`);
  return worst;
}

/** A sentence with plain spaces, as one types it. */
export const plain = (text: string | undefined): string | undefined => text?.replaceAll('\u00a0', ' ');
