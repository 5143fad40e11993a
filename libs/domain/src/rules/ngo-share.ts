import type { ConsortiumFacts } from '../consortium/facts';
import { legalPersons, type LegalPerson } from '../consortium/legal-person';
import { formatZloty } from '../money/grosze';
import { percentTruncated, reaches, type Ratio } from '../money/ratio';
import { isNgo } from '../organisation/sector';
import { ruleWords } from '../words.pl/rules';
import { figuresOf } from './figures';
import { byMembers, byMoney, byVotes } from './ngo-share-fix';
import { finding, meterOf, type Rule } from './rule';
import { NGO_MEASURES, type NgoMeasure } from './rule-set';

const CODE = 'R-NGO';
const words = ruleWords.ngo;

/**
 * R-NGO (slide 13): at least half of the partnership are NGOs. Half of what is open (Q1), so all four
 * measures are always shown and one, the rule set's, decides. Money is in grosze, members are legal persons.
 */
export const ngoShare: Rule = (facts, { ngo, size }) => {
  const persons = legalPersons(facts.members);
  const shares = sharesOf(facts, persons);
  const share = shares[ngo.measure];
  const source = ruleWords.source[CODE];
  if (share === null) return [{ code: CODE, text: words.noMoney }];

  const required = { num: ngo.num, den: ngo.den };
  const passes = reaches(share, required, ngo.inclusive);
  const mend = passes
    ? null
    : ngo.measure === 'MEMBER_COUNT'
      ? byMembers(persons, required, ngo.inclusive, size.max)
      : ngo.measure === 'VOTES'
        ? byVotes(facts.members, required, ngo.inclusive)
        : byMoney(facts, ngo.measure, share, required, ngo.inclusive);
  const money = ngo.measure === 'BUDGET' || ngo.measure === 'ZIT';
  const show = (value: number) => (money ? formatZloty(value) : String(value));
  const measures = Object.fromEntries(NGO_MEASURES.map((measure) => [measure, written(shares[measure])]));
  return [
    finding({
      code: CODE,
      aspect: 'SHARE',
      verdict: passes ? 'pass' : 'fail',
      unit: 'ratio',
      actual: written(share),
      required: `${ngo.num}/${ngo.den}`,
      relation: ngo.inclusive ? 'atLeast' : 'moreThan',
      shortBy: mend?.shortBy ?? null,
      text:
        facts.members.length === 0
          ? words.nobody
          : words.share(
              ngo.measure,
              [show(share.num), show(share.den)],
              share.den,
              `${percentTruncated(share.num, share.den)}\u00a0%`,
              percentOf(required),
              ngo.inclusive,
              mend?.missing ?? null,
            ),
      source,
      fix: mend?.fix ?? null,
      measures,
      meter: meterOf(share.num * required.den, share.den * required.num, share.den * required.den),
    }),
  ];
};

/** NGO part by all four measures; null for money when there is none to measure. */
export function sharesOf(facts: ConsortiumFacts, persons: readonly LegalPerson[]): Record<NgoMeasure, Ratio | null> {
  const { sums } = figuresOf(facts);
  const inMoney = (part: 'total' | 'zit', whole: number): Ratio | null => {
    if (sums === null || whole === 0) return null;
    const num = facts.members.reduce((sum, m) => sum + (isNgo(m.sector) ? (sums.byMember[m.id]?.[part] ?? 0) : 0), 0);
    return { num, den: whole };
  };
  const votesOf = (members: typeof facts.members) => members.reduce((sum, member) => sum + member.votes, 0);
  return {
    MEMBER_COUNT: { num: persons.filter(({ chief }) => isNgo(chief.sector)).length, den: persons.length },
    BUDGET: inMoney('total', sums?.total ?? 0),
    ZIT: inMoney('zit', sums?.zit ?? 0),
    VOTES: { num: votesOf(facts.members.filter((member) => isNgo(member.sector))), den: votesOf(facts.members) },
  };
}

const written = (share: Ratio | null): string | null => (share && share.den > 0 ? `${share.num}/${share.den}` : null);

/** A required share as people say it: `50 %`, and `1/3` when no percentage is exact. */
const percentOf = ({ num, den }: Ratio): string =>
  (num * 100) % den === 0 ? `${(num * 100) / den}\u00a0%` : `${num}/${den}`;
