import type { ConsortiumFacts, MemberFacts } from '../consortium/facts';
import type { LegalPerson } from '../consortium/legal-person';
import { formatZloty } from '../money/grosze';
import { reaches, type Ratio } from '../money/ratio';
import { isNgo, type Sector } from '../organisation/sector';
import { ruleWords } from '../words.pl/rules';
import { cutsFrom, grantFirst } from './figures';
import { NEW_MEMBER, type Fix, type FixStep } from './fix';

const words = ruleWords.ngo;

/** What is missing, as a number and in words, and how to mend it; fix null when no change could. */
export interface Mend {
  shortBy: number | null;
  missing: string | null;
  fix: Fix | null;
}

const addNgos = (count: number): FixStep => ({
  act: 'ADD_MEMBER',
  sectors: ['NGO', 'NGO_EQUIVALENT', 'CHURCH'],
  role: 'PARTNER',
  count,
  needs: 'ORGANISATION',
});

/** Least whole k ≥ 0 with (part + k) / (whole + k) reaching the share; null when none does. */
function leastAdded(part: number, whole: number, { num, den }: Ratio, inclusive: boolean): number | null {
  const gap = num * whole - den * part;
  const k = den > num ? Math.max(0, inclusive ? Math.ceil(gap / (den - num)) : Math.floor(gap / (den - num)) + 1) : 0;
  const enough = Math.max(k, whole === 0 ? 1 : 0);
  return reaches({ num: part + enough, den: whole + enough }, { num, den }, inclusive) ? enough : null;
}

/** Adds the fewest NGOs; when the size has a bound, some of the others give place to them. */
export function byMembers(
  persons: readonly LegalPerson[],
  required: Ratio,
  inclusive: boolean,
  max: number | null,
): Mend {
  const ngos = persons.filter(({ chief }) => isNgo(chief.sector));
  const others = persons.filter(({ chief }) => !isNgo(chief.sector)).sort(byDispensability);
  for (let leaving = 0; leaving <= others.length; leaving += 1) {
    const stay = persons.length - leaving;
    const added = leastAdded(ngos.length, stay, required, inclusive);
    if (added === null || (max !== null && stay + added > max)) continue;
    return replacing(persons, others.slice(0, leaving), added);
  }
  // Too many NGOs already: their number is for R-SIZE to judge.
  return max === null ? { shortBy: null, missing: null, fix: null } : byMembers(persons, required, inclusive, null);
}

function replacing(persons: readonly LegalPerson[], leaving: readonly LegalPerson[], added: number): Mend {
  const gone = leaving.flatMap((person) => person.members);
  const staying = persons.flatMap((person) => person.members).filter((member) => !gone.includes(member));
  const heir = [...staying].sort((a, b) => heirRank(a) - heirRank(b) || (a.id < b.id ? -1 : 1))[0]?.id ?? NEW_MEMBER;
  const steps: FixStep[] = added > 0 ? [addNgos(added)] : [];
  for (const member of gone) steps.push({ act: 'REMOVE_MEMBER', member: member.id, linesTo: heir });
  const text =
    leaving.length === 0
      ? words.add(added)
      : words.replace(
          added,
          leaving.map(({ chief }) => chief.name),
        );
  return { shortBy: added || null, missing: added > 0 ? words.missing(added) : null, fix: { text, steps } };
}

const heirRank = (member: MemberFacts): number => (member.role === 'LEADER' ? 0 : isNgo(member.sector) ? 1 : 2);

/** Who gives place first: those whom no rule asks for; the municipality and the leader last. */
const DISPENSABLE: readonly Sector[] = ['OTHER', 'UNIVERSITY', 'BUSINESS', 'JST_UNIT', 'JST'];

function byDispensability(a: LegalPerson, b: LegalPerson): number {
  const rank = ({ chief, members }: LegalPerson) =>
    (members.some((member) => member.role === 'LEADER') ? 100 : 0) + DISPENSABLE.indexOf(chief.sector);
  return rank(a) - rank(b) || (a.chief.id < b.chief.id ? -1 : 1);
}

/** Moves the smallest sum from others to an NGO, the leader first; ZIT money before anybody's own. */
export function byMoney(
  facts: ConsortiumFacts,
  measure: 'BUDGET' | 'ZIT',
  share: Ratio,
  required: Ratio,
  inclusive: boolean,
): Mend {
  const exact = BigInt(share.den) * BigInt(required.num);
  const den = BigInt(required.den);
  const needed = Number(inclusive ? (exact + den - 1n) / den : exact / den + 1n);
  if (needed > share.den) return { shortBy: null, missing: null, fix: null };
  const short = needed - share.num;
  const ngoIds = new Set(facts.members.filter((member) => isNgo(member.sector)).map((member) => member.id));
  const cuts = cutsFrom(facts.lines ?? [], short, (line) =>
    ngoIds.has(line.member) || (measure === 'ZIT' && line.source !== 'ZIT') ? null : grantFirst(line.source),
  );
  const to = facts.members
    .filter((member) => isNgo(member.sector))
    .sort((a, b) => heirRank(a) - heirRank(b) || (a.id < b.id ? -1 : 1))[0];
  const steps: FixStep[] = to ? [] : [addNgos(1)];
  for (const cut of cuts) steps.push({ act: 'MOVE_MONEY', ...cut, to: { member: to?.id ?? NEW_MEMBER } });
  const amount = formatZloty(short);
  const text = words.move(
    amount,
    cuts.map((cut) => cut.no),
    to?.name ?? null,
  );
  return { shortBy: short, missing: amount, fix: { text, steps } };
}

/** Gives one NGO the fewest more votes; where only all votes would do, the others lose theirs. */
export function byVotes(members: readonly MemberFacts[], required: Ratio, inclusive: boolean): Mend {
  const ngos = members.filter((member) => isNgo(member.sector));
  const part = ngos.reduce((sum, member) => sum + member.votes, 0);
  const whole = members.reduce((sum, member) => sum + member.votes, 0);
  const added = leastAdded(part, whole, required, inclusive);
  const chosen = [...ngos].sort((a, b) => heirRank(a) - heirRank(b) || (a.id < b.id ? -1 : 1))[0];
  // A new member comes with one vote.
  if (!chosen) {
    return added === null
      ? silencing(members, [addNgos(1)])
      : {
          shortBy: added,
          missing: words.missingVotes(added),
          fix: { text: words.add(added), steps: [addNgos(added)] },
        };
  }
  if (added === null) {
    return silencing(members, part > 0 ? [] : [{ act: 'SET_VOTES', member: chosen.id, votes: 1 }], required, inclusive);
  }
  return {
    shortBy: added,
    missing: words.missingVotes(added),
    fix: {
      text: words.raiseVotes(chosen.name, chosen.votes + added),
      steps: [{ act: 'SET_VOTES', member: chosen.id, votes: chosen.votes + added }],
    },
  };
}

function silencing(
  members: readonly MemberFacts[],
  first: FixStep[],
  required: Ratio = { num: 1, den: 1 },
  inclusive = true,
): Mend {
  if (!reaches({ num: 1, den: 1 }, required, inclusive)) return { shortBy: null, missing: null, fix: null };
  const silent = members.filter((member) => !isNgo(member.sector) && member.votes > 0);
  const steps: FixStep[] = silent.map((member) => ({ act: 'SET_VOTES', member: member.id, votes: 0 }));
  return { shortBy: null, missing: null, fix: { text: words.dropVotes, steps: [...first, ...steps] } };
}
