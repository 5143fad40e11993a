// Every rule on a consortium of 50 members and 5 000 lines, against one bare pass over the same lines.
import { check, MAX_LINES, totals, type BudgetLine, type ConsortiumFacts, type MemberFacts } from '@zit/domain';
import { sopotFacts, sopotRuleSet } from '@zit/sample';
import { describeMachine, median, ms, table, timed } from './figures';

const MEMBERS = 50;
const ROUNDS = 60;

/** Checksum-valid NIP of the fictitious 999-00 range, a different one for each index. */
function nip(index: number): string {
  const weights = [6, 5, 7, 2, 3, 4, 5, 6, 7];
  for (let serial = index * 11; ; serial++) {
    const digits = `99900${String(serial).padStart(4, '0')}`;
    const check = weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11;
    if (check < 10) return `${digits}${check}`;
  }
}

/** The Sopot case with its members and lines repeated until it is as big as the portal allows. */
function bigConsortium(distinct: boolean): ConsortiumFacts {
  const facts = sopotFacts('A');
  const members: MemberFacts[] = Array.from({ length: MEMBERS }, (_, index) => ({
    ...facts.members[index % facts.members.length]!,
    id: `M${index}`,
    role: index === 0 ? 'LEADER' : 'PARTNER',
    ...(distinct ? { nip: nip(index), regon: null, krs: null } : {}),
  }));
  const source = facts.lines ?? [];
  const lines: BudgetLine[] = Array.from({ length: MAX_LINES }, (_, index) => ({
    ...source[index % source.length]!,
    no: `L${index + 1}`,
    member: `M${index % MEMBERS}`,
  }));
  const { total, zit, own } = totals(lines, members);
  const declared = distinct ? { totalGrosze: total, zitGrosze: zit, ownGrosze: own } : facts.declared;
  return { ...facts, members, lines, declared, capGrosze: distinct ? total : facts.capGrosze };
}

/** The least that any budget rule has to do: look at every line once and add it up by member. */
function barePass(lines: readonly BudgetLine[]): number {
  const byMember = new Map<string, number>();
  let total = 0;
  for (const { member, amountGrosze } of lines) {
    total += amountGrosze;
    byMember.set(member, (byMember.get(member) ?? 0) + amountGrosze);
  }
  return total + byMember.size;
}

const ruleSet = sopotRuleSet();
const orderly = bigConsortium(true);
const broken = bigConsortium(false);
const lines = orderly.lines ?? [];
let kept = 0;
const rounds = { bare: [] as number[], orderly: [] as number[], broken: [] as number[] };
// Warm-up: the first rounds are the compiler's.
for (let round = -20; round < ROUNDS; round++) {
  const bare = await timed(() => (kept += barePass(lines)));
  const inOrder = await timed(() => (kept += check(orderly, ruleSet).findings.length));
  const outOfOrder = await timed(() => (kept += check(broken, ruleSet).findings.length));
  if (round < 0) continue;
  rounds.bare.push(bare);
  rounds.orderly.push(inOrder);
  rounds.broken.push(outOfOrder);
}

const row = (what: string, values: readonly number[]): string[] => [
  what,
  ms(median(values)),
  (median(values) / median(rounds.bare)).toFixed(1),
];
const failing = (facts: ConsortiumFacts): number =>
  check(facts, ruleSet).findings.filter(({ verdict }) => verdict === 'fail').length;

console.log(describeMachine());
console.log(`\nEvery rule on ${MEMBERS} members and ${lines.length} lines, median of ${ROUNDS} rounds`);
console.log(
  table([
    ['', 'median', 'ratio'],
    row('bare pass over the lines', rounds.bare),
    row(`check, members distinct and sums right (${failing(orderly)} failing)`, rounds.orderly),
    row(`check, ten copies of each member (${failing(broken)} failing, each with its fix)`, rounds.broken),
  ]),
);
if (kept === 0) process.exitCode = 1;
