import { addMonths } from '../calendar/local-date';
import { periodOf } from '../calendar/period';
import type { ConsortiumFacts } from '../consortium/facts';
import type { DocumentFacts, DocumentKind } from '../document/document-facts';
import { ruleWords } from '../words.pl/rules';
import { annexFindings, awardFindings } from './award-findings';
import { resultOf, RULES } from './check';
import { RULE_CODES, type CheckResult, type RuleCode } from './finding';
import { setPeriod } from './period';
import { regimeOn } from './regime';
import { finding, type Answer } from './rule';

/** A letter of intent comes before the budget: only the partnership itself is judged. */
const LETTER_OF_INTENT: readonly RuleCode[] = ['R-NGO', 'R-COMP', 'R-SIZE', 'R-LEADER', 'R-IDS'];

/**
 * What stands in the way of a document of that kind. A letter of intent asks for a right partnership, a letter
 * of confirmation for one rightly named member, an agreement for everything, on the day of the paper: there,
 * what nobody has said yet (budget, period, who the members are) blocks as well, and so does an amount that is not that
 * of the award. An annex asks all of it again of what would hold after it (N21).
 */
export function documentFindings(kind: DocumentKind, facts: DocumentFacts): CheckResult {
  const { consortium, ruleSet } = facts;
  const ask = (codes: readonly RuleCode[], about: ConsortiumFacts) =>
    codes.flatMap((code) => RULES[code](about, ruleSet));
  switch (kind) {
    case 'LETTER_OF_INTENT':
      return resultOf(ask(LETTER_OF_INTENT, named(consortium)), ruleSet);
    case 'LETTER_OF_CONFIRMATION':
      return resultOf(confirmation(facts), ruleSet);
    case 'PARTNERSHIP_AGREEMENT':
    case 'ANNEX': {
      const whole = { ...named(consortium), lines: consortium.lines ?? [] };
      const others = RULE_CODES.filter((code) => code !== 'R-REGIME' && (code !== 'R-PERIOD' || whole.period !== null));
      const answers = [...ask(others, whole), ...regimeOn(whole, facts.annex?.agreement.date ?? facts.date)];
      if (whole.period === null) answers.push(noPeriod(facts));
      answers.push(...(kind === 'ANNEX' ? annexFindings(facts) : awardFindings(facts)));
      return resultOf(answers, ruleSet);
    }
  }
}

/** On paper nobody is anonymous: a member without identifiers is a party without identifiers. */
const named = (consortium: ConsortiumFacts): ConsortiumFacts => ({
  ...consortium,
  members: consortium.members.map((member) => ({ ...member, anonymous: false })),
});

function confirmation({ consortium, ruleSet, memberId }: DocumentFacts): Answer[] {
  const about = named(consortium);
  const member = about.members.find((each) => each.id === memberId);
  if (!member) {
    return [
      finding({
        code: 'R-IDS',
        aspect: 'MEMBER',
        verdict: 'fail',
        unit: 'text',
        actual: memberId,
        required: null,
        relation: 'oneOf',
        text: ruleWords.ids.noMember,
        source: ruleWords.source['R-IDS'],
      }),
    ];
  }
  const all = RULES['R-IDS'](about, ruleSet);
  const own = all.filter((answer) => 'verdict' in answer && answer.subject?.id === member.id);
  return own.length > 0 ? own : RULES['R-IDS']({ ...about, members: [member] }, ruleSet);
}

/** The next month's first day is the natural beginning. */
function noPeriod({ date, ruleSet }: DocumentFacts): Answer {
  const months = ruleSet.period.months;
  const begin = `${addMonths(date, 1).slice(0, 7)}-01`;
  return finding({
    code: 'R-PERIOD',
    aspect: 'LENGTH',
    verdict: 'fail',
    unit: 'months',
    actual: null,
    required: months,
    relation: 'equal',
    text: ruleWords.period.none(months),
    source: ruleWords.source['R-PERIOD'],
    fix: setPeriod(periodOf(begin, months)),
  });
}
