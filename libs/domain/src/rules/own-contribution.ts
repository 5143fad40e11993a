import { OWN_SOURCES, type BudgetLine } from '../budget/line';
import type { ConsortiumFacts } from '../consortium/facts';
import { formatZloty } from '../money/grosze';
import { formatPercent, formatPercentRaised, percentCeil, percentFloor } from '../money/ratio';
import { isLocalGovernment } from '../organisation/sector';
import { ruleWords } from '../words.pl/rules';
import { cutBySource, cutsFrom, declaredSteps, figuresOf, grantFirst, providerOf } from './figures';
import { NEW_MEMBER, type Fix, type FixStep } from './fix';
import { finding, meterOf, type Answer, type Rule } from './rule';
import type { RuleSet } from './rule-set';

const CODE = 'R-OWN';
const words = ruleWords.own;

/** Required own contribution in grosze: the ceiling of percent × total, so 15 % of 330 000,01 is 49 500,01 (N2c). */
export const requiredOwn = (total: number, { own }: Pick<RuleSet, 'own'>): number => percentCeil(total, own.percent);

/** R-OWN (slide 15): own contribution of at least 15 % of the total cost, by whom the rule set says, in grosze. */
export const ownContribution: Rule = (facts, ruleSet) => {
  const { total, own, sums } = figuresOf(facts);
  const jstOnly = ruleSet.own.provider === 'JST_ONLY';
  if (total === null || own === null) return [{ code: CODE, text: words.noMoney }];

  const required = requiredOwn(total, ruleSet);
  const lines = facts.lines ?? [];
  const counts = countingOwn(facts, jstOnly);
  const actual = sums === null ? own : sumOf(lines, counts);
  // Only totals: whoever brings it, less than required is too little; enough may still be somebody else's.
  if (sums === null && jstOnly && actual >= required) return [{ code: CODE, text: words.noProvider }];
  const short = Math.max(0, required - actual);
  const answers: Answer[] = [
    finding({
      code: CODE,
      aspect: 'SHARE',
      verdict: short > 0 ? 'fail' : 'pass',
      unit: 'grosze',
      actual,
      required,
      relation: 'atLeast',
      shortBy: short || null,
      text: words.share(
        formatZloty(actual),
        formatPercent(actual, total),
        formatZloty(required),
        plainPercent(ruleSet.own.percent),
        jstOnly,
        short > 0 ? formatZloty(short) : null,
      ),
      source: ruleWords.source[CODE],
      fix: short > 0 ? (sums === null ? declaring(facts, short) : raising(facts, short, counts, jstOnly)) : null,
      meter: meterOf(actual, required, total),
    }),
  ];
  if (ruleSet.own.inKindCapPercent < 100 && sums !== null) {
    answers.push(inKindCap(facts, actual, counts, ruleSet.own.inKindCapPercent));
  }
  return answers;
};

/** `15 %`, `7,5 %` */
export const plainPercent = (percent: number): string => `${String(percent).replace('.', ',')}\u00a0%`;

const sumOf = (lines: readonly BudgetLine[], counts: (line: BudgetLine) => boolean): number =>
  lines.reduce((sum, line) => sum + (counts(line) ? line.amountGrosze : 0), 0);

function countingOwn(facts: ConsortiumFacts, jstOnly: boolean): (line: BudgetLine) => boolean {
  if (!jstOnly) return (line) => OWN_SOURCES.includes(line.source);
  const jst = new Set(facts.members.filter((member) => isLocalGovernment(member.sector)).map((member) => member.id));
  return (line) => OWN_SOURCES.includes(line.source) && jst.has(line.member);
}

/** The total stays: what others bring goes to the municipality first (JST_ONLY), then grant money turns into cash. */
function raising(facts: ConsortiumFacts, short: number, counts: (line: BudgetLine) => boolean, jstOnly: boolean): Fix {
  const lines = facts.lines ?? [];
  const provider = providerOf(facts.members, jstOnly);
  const cuts = cutsFrom(lines, short, (line) => {
    if (counts(line)) return null;
    if (!OWN_SOURCES.includes(line.source)) return 2 + grantFirst(line.source);
    return line.source === 'OWN_CASH' ? 0 : 1;
  });
  const steps: FixStep[] = provider
    ? []
    : [{ act: 'ADD_MEMBER', sectors: ['JST'], role: 'PARTNER', count: 1, needs: 'ORGANISATION' }];
  const to = { member: provider?.id ?? NEW_MEMBER, source: 'OWN_CASH' } as const;
  for (const cut of cuts) steps.push({ act: 'MOVE_MONEY', ...cut, to });
  const taken = cutBySource(lines, cuts);
  const { sums } = figuresOf(facts);
  if (sums) steps.push(...declaredSteps(facts, sums, { zit: -taken.zit, own: short - taken.own }));
  return {
    text: words.raise(
      formatZloty(short),
      cuts.map((cut) => cut.no),
      provider?.name ?? null,
    ),
    steps,
  };
}

function declaring(facts: ConsortiumFacts, short: number): Fix {
  const { zitGrosze, ownGrosze } = facts.declared;
  const zit = zitGrosze === null ? {} : { zitGrosze: Math.max(0, zitGrosze - short) };
  return {
    text: words.raiseDeclared(formatZloty(short)),
    steps: [{ act: 'SET_DECLARED', ...zit, ownGrosze: (ownGrosze ?? 0) + short }],
  };
}

/** Q5: at most so much of the own contribution in kind; the rest has to be cash. */
function inKindCap(
  facts: ConsortiumFacts,
  own: number,
  counts: (line: BudgetLine) => boolean,
  percent: number,
): Answer {
  const inKindLine = (line: BudgetLine) => counts(line) && line.source === 'OWN_IN_KIND';
  const actual = sumOf(facts.lines ?? [], inKindLine);
  const limit = percentFloor(own, percent);
  const over = Math.max(0, actual - limit);
  const cuts = cutsFrom(facts.lines ?? [], over, (line) => (inKindLine(line) ? 0 : null));
  return finding({
    code: CODE,
    aspect: 'IN_KIND_CAP',
    verdict: over > 0 ? 'fail' : 'pass',
    unit: 'grosze',
    actual,
    required: limit,
    relation: 'atMost',
    shortBy: over || null,
    text: words.inKind(
      formatZloty(actual),
      over > 0 ? formatPercentRaised(actual, own) : formatPercent(actual, own),
      formatZloty(limit),
      plainPercent(percent),
      over > 0 ? formatZloty(over) : null,
    ),
    source: ruleWords.source['R-OWN:IN_KIND_CAP'],
    fix:
      over > 0
        ? {
            text: words.inCash(
              formatZloty(over),
              cuts.map((cut) => cut.no),
            ),
            steps: cuts.map((cut) => ({ act: 'MOVE_MONEY', ...cut, to: { source: 'OWN_CASH' } }) as const),
          }
        : null,
    meter: meterOf(actual, limit, own),
  });
}
