import { formatDatePl, type LocalDate } from '../calendar/local-date';
import type { ConsortiumFacts } from '../consortium/facts';
import { isNgo } from '../organisation/sector';
import { ACTS, partnershipRegimeOn } from '../regime/acts';
import type { LegalRegime } from '../regime/legal-regime';
import { regimeWords } from '../words.pl/regime';
import { ruleWords } from '../words.pl/rules';
import type { Fix } from './fix';
import { finding, type Answer, type Rule } from './rule';

const CODE = 'R-REGIME';
const words = ruleWords.regime;

/** R-REGIME without a document: only what does not hang on its date. */
export const regime: Rule = (facts) => {
  const answers = partiesOf(facts);
  return ACTS[facts.legalRegime] === null ? answers : [...answers, { code: CODE, text: words.noDate }];
};

/** R-REGIME for a paper of that day (N22): the act behind the basis had been enacted and was in force. */
export function regimeOn(facts: ConsortiumFacts, date: LocalDate): Answer[] {
  return [...partiesOf(facts), dateOf(facts.legalRegime, date)];
}

/** B.1, trap: a municipality or a company cannot file a joint offer in an open competition. */
function partiesOf(facts: ConsortiumFacts): Answer[] {
  if (facts.legalRegime !== 'PUBLIC_BENEFIT_COMPETITION') return [];
  const outside = facts.members.filter((member) => !isNgo(member.sector));
  const right = outside.length === 0;
  return [
    finding({
      code: CODE,
      aspect: 'PARTIES',
      verdict: right ? 'pass' : 'fail',
      unit: 'count',
      actual: outside.length,
      required: 0,
      relation: 'atMost',
      shortBy: outside.length || null,
      text: right ? words.partiesRight : words.parties(outside.map((member) => member.name)),
      source: ruleWords.source['R-REGIME:PARTIES'],
      fix: right ? null : setRegime('OWN_REGULATIONS'),
    }),
  ];
}

function dateOf(chosen: LegalRegime, date: LocalDate): Answer {
  const act = ACTS[chosen];
  const name = words.act[chosen];
  const day = formatDatePl(date);
  const verdict = act === null || date >= act.inForce ? 'pass' : date >= act.enacted ? 'warning' : 'fail';
  return finding({
    code: CODE,
    aspect: 'DATE',
    verdict,
    unit: 'text',
    actual: date,
    required: act?.inForce ?? null,
    relation: 'atLeast',
    text:
      verdict === 'pass'
        ? words.right(name, day)
        : verdict === 'fail'
          ? words.tooEarly(name, day)
          : words.notInForce(name, day, formatDatePl(act?.inForce ?? date)),
    source: ruleWords.source[CODE],
    fix: verdict === 'pass' ? null : setRegime(partnershipRegimeOn(date)),
  });
}

const setRegime = (to: LegalRegime): Fix => ({
  text: words.set(regimeWords.name[to]),
  steps: [{ act: 'SET_REGIME', regime: to }],
});
