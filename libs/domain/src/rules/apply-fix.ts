import { numbering, reduceLine, repriced, splitOff } from '../budget/amend';
import type { BudgetLine } from '../budget/line';
import { appointLeader, removeMember } from '../consortium/amend';
import type { ConsortiumFacts, MemberFacts } from '../consortium/facts';
import { NEW_MEMBER, type Fix, type FixStep } from './fix';

/** What people add where a step `needs` it; each list is used up in the order of the steps. */
export interface FixAnswers {
  /** For ADD_MEMBER, `count` of them a step. */
  members?: readonly MemberFacts[];
  /** For ADD_LINE; its number may be left to the budget by an empty `no`. */
  lines?: readonly BudgetLine[];
  /** For FILL_MEMBER and FILL_LINE. */
  values?: readonly (string | number)[];
}

/**
 * The facts after a fix, without touching what was given. Throws RangeError when a step needs an answer that
 * is not there. Applying the fix of a finding and checking again does not give that finding again.
 */
export function applyFix(facts: ConsortiumFacts, fix: Fix, answers: FixAnswers = {}): ConsortiumFacts {
  const left: Answers = {
    members: [...(answers.members ?? [])],
    lines: [...(answers.lines ?? [])],
    values: [...(answers.values ?? [])],
    added: null,
  };
  return fix.steps.reduce((now, step) => applyStep(now, step, left), facts);
}

interface Answers {
  members: MemberFacts[];
  lines: BudgetLine[];
  values: (string | number)[];
  /** Id of the member that this fix brought in first. */
  added: string | null;
}

function applyStep(facts: ConsortiumFacts, step: FixStep, left: Answers): ConsortiumFacts {
  const idOf = (member: string) => (member === NEW_MEMBER ? (left.added ?? member) : member);
  const withLines = (change: (lines: BudgetLine[]) => BudgetLine[]) =>
    facts.lines === null ? facts : { ...facts, lines: change(facts.lines) };
  switch (step.act) {
    case 'ADD_MEMBER':
      return addMembers(facts, step.count, step.role, left);
    case 'REMOVE_MEMBER':
      return removeMember(facts, step.member, idOf(step.linesTo));
    case 'SET_LEADER':
      return appointLeader(facts, step.member);
    case 'MOVE_MONEY': {
      const to = step.to.member === undefined ? step.to : { ...step.to, member: idOf(step.to.member) };
      return withLines((lines) => splitOff(lines, step.no, step.amountGrosze, to));
    }
    case 'REDUCE_LINE':
      return withLines((lines) => reduceLine(lines, step.no, step.amountGrosze));
    case 'SET_LINE_AMOUNT':
      return withLines((lines) =>
        lines.map((line) => (line.no === step.no ? repriced(line, step.amountGrosze) : line)),
      );
    case 'SET_LINE_AREA':
      return withLines((lines) => lines.map((line) => (line.no === step.no ? { ...line, area: step.area } : line)));
    case 'SET_DECLARED': {
      const { act: _act, ...declared } = step;
      return { ...facts, declared: { ...facts.declared, ...declared } };
    }
    case 'SET_VOTES':
      return withMember(facts, step.member, { votes: step.votes });
    case 'SET_PERIOD':
      return { ...facts, period: step.period };
    case 'SET_REGIME':
      return { ...facts, legalRegime: step.regime };
    case 'DROP_SERVICE':
      return {
        ...facts,
        services: facts.services.filter((each) => each.code !== step.code || each.memberId !== step.member),
      };
    case 'ADD_LINE': {
      const line = needed(left.lines.shift());
      const lines = facts.lines ?? [];
      return { ...facts, lines: [...lines, line.no === '' ? { ...line, no: numbering(lines)() } : line] };
    }
    case 'FILL_MEMBER':
      return withMember(facts, step.member, { [step.field]: needed(left.values.shift()) });
    case 'FILL_LINE': {
      const value = String(needed(left.values.shift()));
      return withLines((lines) => lines.map((line) => (line.no === step.no ? { ...line, [step.field]: value } : line)));
    }
  }
}

function addMembers(facts: ConsortiumFacts, count: number, role: MemberFacts['role'], left: Answers): ConsortiumFacts {
  const added = Array.from({ length: count }, (): MemberFacts => ({ ...needed(left.members.shift()), role }));
  const [first] = added;
  if (!first) return facts;
  left.added ??= first.id;
  const grown = { ...facts, members: [...facts.members, ...added] };
  return role === 'LEADER' ? appointLeader(grown, first.id) : grown;
}

const withMember = (facts: ConsortiumFacts, id: string, change: Partial<MemberFacts>): ConsortiumFacts => ({
  ...facts,
  members: facts.members.map((member) => (member.id === id ? { ...member, ...change } : member)),
});

function needed<Value>(answer: Value | undefined): Value {
  if (answer === undefined) throw new RangeError('The fix needs an answer that was not given');
  return answer;
}
