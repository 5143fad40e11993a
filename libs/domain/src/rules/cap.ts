import type { ConsortiumFacts } from '../consortium/facts';
import type { BudgetTotals } from '../budget/totals';
import { formatZloty } from '../money/grosze';
import { formatPercent, formatPercentRaised, percentFloor } from '../money/ratio';
import { ruleWords } from '../words.pl/rules';
import { cutBySource, cutsFrom, declaredSteps, figuresOf, grantFirst, providerOf } from './figures';
import { NEW_MEMBER, type Fix, type FixStep } from './fix';
import { plainPercent } from './own-contribution';
import { finding, meterOf, type Answer, type Rule } from './rule';

const CODE = 'R-CAP';
const words = ruleWords.cap;

/** R-CAP (slide 11, Q9): the total cost within the cap of the call, ZIT within its percentage of the total; grosze. */
export const cap: Rule = (facts, ruleSet) => {
  const { total, zit, sums } = figuresOf(facts);
  if (total === null) return [{ code: CODE, text: words.noMoney }];
  const limit = facts.capGrosze ?? ruleSet.cap.totalGrosze;
  const over = Math.max(0, total - limit);
  const answers: Answer[] = [
    finding({
      code: CODE,
      aspect: 'TOTAL',
      verdict: over > 0 ? 'fail' : 'pass',
      unit: 'grosze',
      actual: total,
      required: limit,
      relation: 'atMost',
      shortBy: over || null,
      text: words.total(formatZloty(total), formatZloty(limit), over > 0 ? formatZloty(over) : null),
      source: ruleWords.source[CODE],
      fix: over > 0 ? (sums ? reducing(facts, sums, over) : reducingDeclared(facts, over)) : null,
      meter: meterOf(total, limit, Math.max(total, limit)),
    }),
  ];
  return answers.concat(
    zit === null ? { code: CODE, text: words.noZit } : zitShare(facts, sums, total, zit, ruleSet.cap.zitMaxPercent),
  );
};

function zitShare(
  facts: ConsortiumFacts,
  sums: BudgetTotals | null,
  total: number,
  zit: number,
  percent: number,
): Answer {
  const limit = percentFloor(total, percent);
  const over = Math.max(0, zit - limit);
  return finding({
    code: CODE,
    aspect: 'ZIT_SHARE',
    verdict: over > 0 ? 'fail' : 'pass',
    unit: 'grosze',
    actual: zit,
    required: limit,
    relation: 'atMost',
    shortBy: over || null,
    text: words.zit(
      formatZloty(zit),
      over > 0 ? formatPercentRaised(zit, total) : formatPercent(zit, total),
      formatZloty(limit),
      plainPercent(percent),
      over > 0 ? formatZloty(over) : null,
    ),
    source: ruleWords.source[CODE],
    fix: over > 0 ? (sums ? replacingZit(facts, sums, over) : replacingDeclaredZit(facts, zit, over)) : null,
    meter: meterOf(zit, limit, total),
  });
}

/** Grant money is cut first, in the fewest lines, so that the own contribution stays. */
function reducing(facts: ConsortiumFacts, sums: BudgetTotals, over: number): Fix {
  const lines = facts.lines ?? [];
  const cuts = cutsFrom(lines, over, (line) => grantFirst(line.source));
  const taken = cutBySource(lines, cuts);
  const steps: FixStep[] = cuts.map((cut) => ({ act: 'REDUCE_LINE', ...cut }));
  steps.push(...declaredSteps(facts, sums, { total: -over, zit: -taken.zit, own: -taken.own }));
  const [first] = cuts;
  const text =
    cuts.length === 1 && first
      ? words.reduce(first.no, formatZloty(first.amountGrosze))
      : words.reduceMany(
          formatZloty(over),
          cuts.map((cut) => cut.no),
        );
  return { text, steps };
}

function reducingDeclared(facts: ConsortiumFacts, over: number): Fix {
  const { totalGrosze, zitGrosze } = facts.declared;
  const zit = zitGrosze === null ? {} : { zitGrosze: Math.max(0, zitGrosze - over) };
  return {
    text: words.reduceDeclared(formatZloty(over)),
    steps: [{ act: 'SET_DECLARED', totalGrosze: (totalGrosze ?? 0) - over, ...zit }],
  };
}

/** Paying the surplus from own money costs less than cutting: the total, and with it the limit, stays. */
function replacingZit(facts: ConsortiumFacts, sums: BudgetTotals, over: number): Fix {
  const cuts = cutsFrom(facts.lines ?? [], over, (line) => (line.source === 'ZIT' ? 0 : null));
  const provider = providerOf(facts.members, false);
  const steps: FixStep[] = provider
    ? []
    : [{ act: 'ADD_MEMBER', sectors: ['JST'], role: 'PARTNER', count: 1, needs: 'ORGANISATION' }];
  const to = { member: provider?.id ?? NEW_MEMBER, source: 'OWN_CASH' } as const;
  for (const cut of cuts) steps.push({ act: 'MOVE_MONEY', ...cut, to });
  steps.push(...declaredSteps(facts, sums, { zit: -over, own: over }));
  return {
    text: words.moveToOwn(
      formatZloty(over),
      cuts.map((cut) => cut.no),
      provider?.name ?? null,
    ),
    steps,
  };
}

function replacingDeclaredZit(facts: ConsortiumFacts, zit: number, over: number): Fix {
  const { ownGrosze } = facts.declared;
  const own = ownGrosze === null ? {} : { ownGrosze: ownGrosze + over };
  return {
    text: words.moveToOwnDeclared(formatZloty(over)),
    steps: [{ act: 'SET_DECLARED', zitGrosze: zit - over, ...own }],
  };
}
