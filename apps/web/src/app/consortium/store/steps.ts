import type {
  BudgetLineFields,
  BudgetLineResponse,
  ChangeBudget,
  ConsortiumResponse,
  MemberResponse,
} from '@zit/contracts';
import type { BudgetLine, ConsortiumFacts } from '@zit/domain';
import type { Act } from './act';
import { difference, fieldsOf, memberFieldsOf, sameValue } from './consortium-fields';
import { lineFieldsOf } from './rebase';
import { newId } from '../../ui/new-id';

/**
 * The ordinary acts that lead from the facts as they are to the facts as a fix (or its undoing) wants them.
 * Joining needs an organisation from the register and is not among them.
 */
export function actsBetween(now: ConsortiumResponse, wanted: ConsortiumFacts): Act[] {
  const acts: Act[] = [];
  // A fix speaks of the whole period, the card of its two days.
  const { from, to } = wanted.period ?? { from: now.periodFrom, to: now.periodTo };
  const target = { ...now, ...wanted, periodFrom: from, periodTo: to } as ConsortiumResponse;
  const card = difference(fieldsOf(now), fieldsOf(target));
  if (Object.keys(card.changes).length > 0) {
    acts.push({ act: 'change', version: now.version, ...card });
  }
  const budget = budgetBetween(now.lines, wanted.lines ?? []);
  if (budget) {
    acts.push({ act: 'changeBudget', change: budget });
  }
  for (const member of wanted.members as MemberResponse[]) {
    const before = now.members.find((one) => one.id === member.id);
    const made = before ? difference(memberFieldsOf(before), memberFieldsOf(member)) : null;
    if (before && made && Object.keys(made.changes).length > 0) {
      acts.push({ act: 'changeMember', memberId: member.id, version: before.version, ...made });
    }
  }
  return [...acts, ...leaderBetween(now.members, wanted.members)];
}

function leaderBetween(now: MemberResponse[], wanted: ConsortiumFacts['members']): Act[] {
  const leaders = (members: { id: string; role: string }[]) => members.filter((one) => one.role === 'LEADER');
  const [was, will] = [leaders(now), leaders(wanted)].map((all) => all.map((one) => one.id));
  const [leader] = will!;
  return will!.length === 1 && leader !== undefined && !sameValue(was, will)
    ? [{ act: 'appointLeader', memberId: leader }]
    : [];
}

/**
 * The change that turns some lines into others. A part split off still carries the id of its origin:
 * the first line with an id is that line, every further one becomes a line of its own.
 */
export function budgetBetween(now: readonly BudgetLineResponse[], wanted: readonly BudgetLine[]): ChangeBudget | null {
  const before = new Map(now.map((line) => [line.id, line]));
  const seen = new Set<string>();
  const change: ChangeBudget = { added: [], changed: [], removed: [], order: null };
  const order = (wanted as BudgetLineResponse[]).map((line) => {
    const was = before.get(line.id);
    if (!was || seen.has(line.id)) {
      const id = was || !line.id ? newId() : line.id;
      change.added.push({ id, fields: lineFieldsOf(line) });
      return id;
    }
    seen.add(line.id);
    const made = difference<BudgetLineFields>(lineFieldsOf(was), lineFieldsOf(line));
    if (Object.keys(made.changes).length > 0) {
      change.changed.push({ id: line.id, version: was.version, ...made });
    }
    return line.id;
  });
  change.removed = now.filter((line) => !seen.has(line.id)).map(({ id, version }) => ({ id, version }));
  const untouchedOrder = now.filter((line) => seen.has(line.id)).map((line) => line.id);
  if (!sameValue(order, [...untouchedOrder, ...change.added.map((one) => one.id)])) {
    change.order = order;
  }
  return change.added.length + change.changed.length + change.removed.length > 0 || change.order !== null
    ? change
    : null;
}
