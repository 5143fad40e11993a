import type { ConsortiumFacts, MemberFacts } from '../consortium/facts';
import { formatZloty } from '../money/grosze';
import { isLocalGovernment, isNgo, type Sector } from '../organisation/sector';
import { organisationKindWords } from '../words.pl/organisation-kinds';
import { ruleWords } from '../words.pl/rules';
import { figuresOf } from './figures';
import type { Fix, FixStep } from './fix';
import { aboutMember, finding, type Answer, type Rule } from './rule';
import type { RuleSet } from './rule-set';

const CODE = 'R-LEADER';
const words = ruleWords.leader;
const { source } = ruleWords;

/** R-LEADER (slide 15, Q14, Q15): exactly one, of an allowed sector, experienced, with the turnover asked for. */
export const leader: Rule = (facts, ruleSet) => {
  if (facts.members.length > 0 && facts.members.every((member) => member.anonymous)) {
    return [{ code: CODE, text: words.unknown }];
  }
  const leaders = facts.members.filter((member) => member.role === 'LEADER');
  const gates = gatesOf(facts, ruleSet);
  const answers: Answer[] = [exactlyOne(facts.members, leaders, gates)];
  const [chosen] = leaders;
  if (chosen === undefined || leaders.length > 1) return answers;
  answers.push(sectorOf(chosen, facts.members, gates));
  if (gates.projects > 0) answers.push(experienceOf(chosen, facts.members, gates, ruleSet.leader.years));
  if (gates.turnover === 'unknown') answers.push({ code: CODE, text: words.turnoverNoBudget });
  else if (gates.turnover > 0) answers.push(turnoverOf(chosen, facts.members, gates, gates.turnover));
  return answers;
};

/** What a leader has to have; turnover in grosze, zero when switched off. */
interface Gates {
  sectors: readonly Sector[];
  projects: number;
  turnover: number | 'unknown';
}

function gatesOf(facts: ConsortiumFacts, { leader }: RuleSet): Gates {
  const [whole = '0', decimals = ''] = leader.turnoverFactor.split('.');
  const factor = { num: BigInt(whole + decimals), den: 10n ** BigInt(decimals.length) };
  const total = factor.num === 0n ? 0 : figuresOf(facts).total;
  const turnover = total === null ? 'unknown' : Number((BigInt(total) * factor.num + factor.den - 1n) / factor.den);
  return { sectors: leader.sectors, projects: leader.minSimilarProjects, turnover };
}

/** An NGO leader may also be an art. 3(3) entity, a municipal one its own unit. */
const allowed = (sector: Sector, { sectors }: Gates): boolean =>
  sectors.includes(sector) ||
  (isNgo(sector) && sectors.includes('NGO')) ||
  (isLocalGovernment(sector) && sectors.includes('JST'));

/** 0: has it all; 1: not known; 2: has it not. */
const standing = (value: number | null, need: number): 0 | 1 | 2 =>
  need === 0 ? 0 : value === null ? 1 : value >= need ? 0 : 2;

function fitOf(member: MemberFacts, gates: Gates): { sector: boolean; projects: 0 | 1 | 2; turnover: 0 | 1 | 2 } {
  return {
    sector: allowed(member.sector, gates),
    projects: standing(member.similarProjects3y, gates.projects),
    turnover: standing(member.turnoverGrosze, gates.turnover === 'unknown' ? 0 : gates.turnover),
  };
}

/** Best member to lead: nothing that fails, then nothing unknown, then who leads already, then by id. */
function bestOf(members: readonly MemberFacts[], gates: Gates): MemberFacts | null {
  const rank = (member: MemberFacts) => {
    const fit = fitOf(member, gates);
    return (fit.sector ? 0 : 1000) + (fit.projects + fit.turnover) * 100 + (member.role === 'LEADER' ? 0 : 1);
  };
  return [...members].sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1))[0] ?? null;
}

const addLeader = ({ sectors }: Gates): Fix => ({
  text: words.add,
  steps: [{ act: 'ADD_MEMBER', sectors: [...sectors], role: 'LEADER', count: 1, needs: 'ORGANISATION' }],
});

/** Another member who fails nothing takes over, with what is not known of him still to be filled in. */
function replacing(current: MemberFacts, members: readonly MemberFacts[], gates: Gates): Fix {
  const able = members.filter((member) => {
    const fit = fitOf(member, gates);
    return member !== current && fit.sector && fit.projects < 2 && fit.turnover < 2;
  });
  const best = bestOf(able, gates);
  if (best === null) return addLeader(gates);
  const fit = fitOf(best, gates);
  const steps: FixStep[] = [{ act: 'SET_LEADER', member: best.id }];
  if (fit.projects === 1)
    steps.push({ act: 'FILL_MEMBER', member: best.id, field: 'similarProjects3y', needs: 'VALUE' });
  if (fit.turnover === 1) steps.push({ act: 'FILL_MEMBER', member: best.id, field: 'turnoverGrosze', needs: 'VALUE' });
  return { text: steps.length === 1 ? words.appoint(best.name) : words.appointAndFill(best.name), steps };
}

function exactlyOne(members: readonly MemberFacts[], leaders: readonly MemberFacts[], gates: Gates): Answer {
  const right = leaders.length === 1;
  const best = right ? null : bestOf(leaders.length > 1 ? leaders : members, gates);
  return finding({
    code: CODE,
    aspect: 'EXACTLY_ONE',
    verdict: right ? 'pass' : 'fail',
    unit: 'count',
    actual: leaders.length,
    required: 1,
    relation: 'equal',
    shortBy: right ? null : Math.abs(leaders.length - 1),
    text: right ? words.one(leaders[0]?.name ?? '') : leaders.length === 0 ? words.none : words.many(leaders.length),
    source: source[CODE],
    fix: right
      ? null
      : best
        ? { text: words.appoint(best.name), steps: [{ act: 'SET_LEADER', member: best.id }] }
        : addLeader(gates),
  });
}

function sectorOf(chosen: MemberFacts, members: readonly MemberFacts[], gates: Gates): Answer {
  const right = allowed(chosen.sector, gates);
  const { sector, sectorShort } = organisationKindWords;
  return finding({
    code: CODE,
    aspect: 'SECTOR',
    verdict: right ? 'pass' : 'fail',
    unit: 'text',
    actual: chosen.sector,
    required: gates.sectors.join(' | '),
    relation: 'oneOf',
    text: words.sector(
      chosen.name,
      sector[chosen.sector],
      gates.sectors.map((each) => sectorShort[each]),
      right,
    ),
    source: source['R-LEADER:SECTOR'],
    subject: aboutMember(chosen.id),
    fix: right ? null : replacing(chosen, members, gates),
  });
}

function experienceOf(chosen: MemberFacts, members: readonly MemberFacts[], gates: Gates, years: number): Answer {
  const actual = chosen.similarProjects3y;
  const right = actual !== null && actual >= gates.projects;
  return finding({
    code: CODE,
    aspect: 'EXPERIENCE',
    verdict: right ? 'pass' : 'fail',
    unit: 'count',
    actual,
    required: gates.projects,
    relation: 'atLeast',
    shortBy: right ? null : gates.projects - (actual ?? 0),
    text:
      actual === null
        ? words.experienceUnknown(chosen.name, gates.projects, years)
        : words.experience(chosen.name, actual, gates.projects, years),
    source: source['R-LEADER:EXPERIENCE'],
    subject: aboutMember(chosen.id),
    fix: right ? null : actual === null ? filling(chosen, 'similarProjects3y') : replacing(chosen, members, gates),
  });
}

function turnoverOf(chosen: MemberFacts, members: readonly MemberFacts[], gates: Gates, required: number): Answer {
  const actual = chosen.turnoverGrosze;
  const right = actual !== null && actual >= required;
  return finding({
    code: CODE,
    aspect: 'TURNOVER',
    verdict: right ? 'pass' : 'fail',
    unit: 'grosze',
    actual,
    required,
    relation: 'atLeast',
    shortBy: right ? null : required - (actual ?? 0),
    text:
      actual === null
        ? words.turnoverUnknown(chosen.name, formatZloty(required))
        : words.turnover(chosen.name, formatZloty(actual), formatZloty(required)),
    source: source['R-LEADER:EXPERIENCE'],
    subject: aboutMember(chosen.id),
    fix: right ? null : actual === null ? filling(chosen, 'turnoverGrosze') : replacing(chosen, members, gates),
  });
}

const filling = (member: MemberFacts, field: 'similarProjects3y' | 'turnoverGrosze'): Fix => ({
  text: field === 'turnoverGrosze' ? words.fillTurnover(member.name) : words.fillExperience(member.name),
  steps: [{ act: 'FILL_MEMBER', member: member.id, field, needs: 'VALUE' }],
});
