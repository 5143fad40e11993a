import type {
  BudgetLineResponse,
  ChangeBudget,
  ConsortiumFields,
  ConsortiumResponse,
  MemberFields,
  MemberResponse,
} from '@zit/contracts';
import { appointLeader, lineNo, removeMember, type ConsortiumFacts, type MemberRole } from '@zit/domain';
import { withFields } from './consortium-fields';

/** What a person does to a consortium, as data: it waits in the queue, is replayed on the facts, and is sent. */
export type Act =
  | { act: 'change'; version: number; changes: Partial<ConsortiumFields>; base: Partial<ConsortiumFields> }
  | {
      act: 'changeMember';
      memberId: string;
      version: number;
      changes: Partial<MemberFields>;
      base: Partial<MemberFields>;
    }
  | { act: 'addMember'; organisationId: string; role: MemberRole }
  | { act: 'leave'; memberId: string; linesTo: string | null }
  | { act: 'appointLeader'; memberId: string }
  | { act: 'changeBudget'; change: ChangeBudget };

/**
 * The facts as they will be when the server has taken the act: what the screen and its rules show meanwhile.
 * A new member is not guessed: its card comes from the register with the answer.
 */
export function perform(of: ConsortiumResponse, act: Act): ConsortiumResponse {
  switch (act.act) {
    case 'change':
      return withFields(of, act.changes);
    case 'changeMember':
      return {
        ...of,
        members: of.members.map((one) => (one.id === act.memberId ? { ...one, ...act.changes } : one)),
      };
    case 'addMember':
      return of;
    case 'leave':
      return amended(of, removeMember(of, act.memberId, act.linesTo));
    case 'appointLeader':
      return amended(of, appointLeader(of, act.memberId));
    case 'changeBudget':
      return { ...of, lines: performBudget(of.lines, act.change) };
  }
}

/** The domain keeps what it does not know: rows come back with their identity and version. */
const amended = (of: ConsortiumResponse, facts: ConsortiumFacts): ConsortiumResponse => ({
  ...of,
  members: facts.members as MemberResponse[],
  lines: (facts.lines ?? []) as BudgetLineResponse[],
  services: facts.services,
});

const EMPTY_LINE = {
  category: '',
  area: 'CROSS',
  item: '',
  member: '',
  source: 'ZIT',
  unit: null,
  quantity: 1,
  unitPriceGrosze: 0,
  amountGrosze: 0,
  valuation: null,
  justification: null,
} as const;

/** The lines after a change: changed, without the removed, with the added at the end, in order, numbered anew. */
export function performBudget(lines: readonly BudgetLineResponse[], change: ChangeBudget): BudgetLineResponse[] {
  const removed = new Set(change.removed.map((one) => one.id));
  const changed = new Map(change.changed.map((one) => [one.id, one.changes]));
  const kept = lines
    .filter((line) => !removed.has(line.id))
    .map((line) => (changed.has(line.id) ? { ...line, ...changed.get(line.id) } : line));
  const known = new Set(kept.map((line) => line.id));
  const added = change.added
    .filter((one) => !known.has(one.id))
    .map((one): BudgetLineResponse => ({ ...EMPTY_LINE, ...one.fields, id: one.id, version: 1, no: '' }));
  return numbered(inOrder([...kept, ...added], change.order));
}

function inOrder(lines: BudgetLineResponse[], order: string[] | null): BudgetLineResponse[] {
  if (order === null) {
    return lines;
  }
  const place = new Map(order.map((id, index) => [id, index]));
  const last = order.length;
  return lines
    .map((line, index) => ({ line, at: place.get(line.id) ?? last + index }))
    .sort((a, b) => a.at - b.at)
    .map(({ line }) => line);
}

/** `L01`, `L02` … as the server numbers them; a line that keeps its number stays the same object. */
export const numbered = (lines: BudgetLineResponse[]): BudgetLineResponse[] =>
  lines.map((line, index) => {
    const no = lineNo(index);
    return line.no === no ? line : { ...line, no };
  });
