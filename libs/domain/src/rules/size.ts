import { legalPersons, type LegalPerson } from '../consortium/legal-person';
import { isLocalGovernment, isNgo } from '../organisation/sector';
import { ruleWords } from '../words.pl/rules';
import type { Fix, FixStep } from './fix';
import { finding, type Answer, type Rule } from './rule';

const CODE = 'R-SIZE';
const words = ruleWords.size;

/** R-SIZE: members, counted as legal persons, between the bounds of the rule set, both inclusive. */
export const size: Rule = (facts, ruleSet) => {
  const persons = legalPersons(facts.members);
  const { min, max } = ruleSet.size;
  const count = persons.length;
  const bound = (aspect: 'MIN' | 'MAX', required: number, short: number, text: string, fix: () => Fix): Answer =>
    finding({
      code: CODE,
      aspect,
      verdict: short > 0 ? 'fail' : 'pass',
      unit: 'count',
      actual: count,
      required,
      relation: aspect === 'MIN' ? 'atLeast' : 'atMost',
      shortBy: short > 0 ? short : null,
      text,
      source: ruleWords.source[CODE],
      fix: short > 0 ? fix() : null,
    });
  const answers = [bound('MIN', min, min - count, words.min(count, min), () => adding(min - count))];
  if (max !== null)
    answers.push(bound('MAX', max, count - max, words.max(count, max), () => removing(persons, count - max)));
  return answers;
};

/** NGOs are added, because they never spoil the NGO share. */
const adding = (count: number): Fix => ({
  text: words.add(count),
  steps: [
    { act: 'ADD_MEMBER', sectors: ['NGO', 'NGO_EQUIVALENT', 'CHURCH'], role: 'PARTNER', count, needs: 'ORGANISATION' },
  ],
});

/** Whom no rule asks for leaves first; the leader stays and takes over what is left. */
function removing(persons: readonly LegalPerson[], count: number): Fix {
  const isLeader = ({ members }: LegalPerson) => members.some((member) => member.role === 'LEADER');
  const kinds = { ngo: 0, jst: 0 };
  for (const { chief } of persons) {
    if (isNgo(chief.sector)) kinds.ngo += 1;
    if (isLocalGovernment(chief.sector)) kinds.jst += 1;
  }
  const rank = (person: LegalPerson) => {
    if (isLeader(person)) return 9;
    if (isLocalGovernment(person.chief.sector)) return kinds.jst > 1 ? 1 : 3;
    return isNgo(person.chief.sector) ? 2 : 0;
  };
  const order = [...persons].sort((a, b) => rank(a) - rank(b) || (a.chief.id < b.chief.id ? 1 : -1));
  const leaving = order.slice(0, count);
  const heir = order.at(-1)?.chief.id ?? '';
  const steps: FixStep[] = leaving.flatMap(({ members }) =>
    members.map((member): FixStep => ({ act: 'REMOVE_MEMBER', member: member.id, linesTo: heir })),
  );
  return { text: words.remove(leaving.map(({ chief }) => chief.name)), steps };
}
