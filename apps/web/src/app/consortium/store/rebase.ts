import type {
  BudgetLineFields,
  BudgetLineResponse,
  ChangeBudget,
  ConsortiumFields,
  ConsortiumResponse,
  FieldConflict,
  LineChange,
  LineRemoval,
} from '@zit/contracts';
import type { Act } from './act';
import { fieldsOf, memberFieldsOf, sameValue, type AllConsortiumFields } from './consortium-fields';
import { mergeRows } from './merge-rows';
import { newId } from '../../ui/new-id';

/** Where two people really collide, and whose value shall stand: `field` of the conflict → answer. */
export type Choices = ReadonlyMap<string, 'mine' | 'theirs'>;

export interface Rebased {
  conflicts: FieldConflict[];
  /** The act as it has to be sent once every conflict has its answer. */
  resolve(choices: Choices): Act | null;
}

/**
 * An act made on `before`, carried over to `fresh`, which somebody else changed: disjoint changes merge
 * without a word, lists merge row by row, and only what is left is a question for the person.
 */
export function rebase(act: Act, before: ConsortiumResponse, fresh: ConsortiumResponse): Rebased {
  switch (act.act) {
    case 'change':
      return rebaseCard(act, fresh);
    case 'changeMember':
      return rebaseMember(act, fresh);
    case 'changeBudget':
      return rebaseBudget(act.change, before, fresh);
    case 'addMember':
    case 'leave':
    case 'appointLeader':
      return { conflicts: [], resolve: () => act };
  }
}

const ROW_KEYS: { [F in keyof ConsortiumFields]?: (row: never) => string } = {
  services: (row: AllConsortiumFields['services'][number]) => `${row.code} ${row.memberId}`,
  targetGroups: (row: AllConsortiumFields['targetGroups'][number]) => row.code,
  servicePoints: (row: AllConsortiumFields['servicePoints'][number]) => row.id,
  catalogueAdditions: (row: AllConsortiumFields['catalogueAdditions'][number]) => row.code,
};

interface FieldQuestions<F> {
  conflicts: FieldConflict[];
  resolve(choices: Choices): { changes: Partial<F>; base: Partial<F> };
}

/** Three-way comparison of single fields; `path` names the field for the person. */
function rebaseFields<F extends object>(
  made: { changes: Partial<F>; base: Partial<F> },
  now: F,
  path: (field: string) => string,
): FieldQuestions<F> {
  const keys = Object.keys(made.changes) as (keyof F & string)[];
  const open = keys.filter((key) => !sameValue(now[key], made.changes[key]));
  const conflicts = open
    .filter((key) => !sameValue(now[key], made.base[key]))
    .map((key) => ({ field: path(key), base: made.base[key], theirs: now[key], mine: made.changes[key] }));
  return {
    conflicts,
    resolve: (choices) => {
      const kept = open.filter((key) => choices.get(path(key)) !== 'theirs');
      return {
        changes: Object.fromEntries(kept.map((key) => [key, made.changes[key]])) as Partial<F>,
        base: Object.fromEntries(kept.map((key) => [key, now[key]])) as Partial<F>,
      };
    },
  };
}

function rebaseCard(act: Extract<Act, { act: 'change' }>, fresh: ConsortiumResponse): Rebased {
  const now = fieldsOf(fresh);
  const changes: Partial<ConsortiumFields> = { ...act.changes };
  const base: Partial<ConsortiumFields> = { ...act.base };
  const rowConflicts: FieldConflict[] = [];
  for (const field of Object.keys(ROW_KEYS) as (keyof typeof ROW_KEYS)[]) {
    const mine = act.changes[field];
    if (mine === undefined || act.base[field] === undefined) {
      continue;
    }
    const keyOf = ROW_KEYS[field] as (row: unknown) => string;
    const merged = mergeRows<unknown>(act.base[field] as unknown[], now[field] as unknown[], mine as unknown[], keyOf);
    Object.assign(changes, { [field]: merged.rows });
    Object.assign(base, { [field]: now[field] });
    rowConflicts.push(...merged.collisions.map(({ key, ...row }) => ({ field: `${field}/${key}`, ...row })));
  }
  const questions = rebaseFields<ConsortiumFields>({ changes, base }, now, (field) => field);
  return {
    conflicts: [...rowConflicts, ...questions.conflicts],
    resolve: (choices) => {
      const settled = questions.resolve(choices);
      for (const conflict of rowConflicts.filter((one) => choices.get(one.field) === 'theirs')) {
        takeTheirRow(settled.changes, conflict);
      }
      return { ...act, ...settled, version: fresh.version };
    },
  };
}

function takeTheirRow(changes: Partial<ConsortiumFields>, conflict: FieldConflict): void {
  const [field, key] = splitOnce(conflict.field) as [keyof typeof ROW_KEYS, string];
  const keyOf = ROW_KEYS[field] as (row: unknown) => string;
  const others = ((changes[field] ?? []) as unknown[]).filter((row) => keyOf(row) !== key);
  Object.assign(changes, { [field]: conflict.theirs === null ? others : [...others, conflict.theirs] });
}

const splitOnce = (path: string): [string, string] => {
  const at = path.indexOf('/');
  return [path.slice(0, at), path.slice(at + 1)];
};

function rebaseMember(act: Extract<Act, { act: 'changeMember' }>, fresh: ConsortiumResponse): Rebased {
  const member = fresh.members.find((one) => one.id === act.memberId);
  if (!member) {
    // The member has left in the meantime: what was typed about it is shown once more, then let go.
    const conflicts = [{ field: `members/${act.memberId}`, base: act.base, theirs: null, mine: act.changes }];
    return { conflicts, resolve: () => null };
  }
  const questions = rebaseFields(act, memberFieldsOf(member), (field) => `members/${act.memberId}/${field}`);
  return {
    conflicts: questions.conflicts,
    resolve: (choices) => ({ ...act, ...questions.resolve(choices), version: member.version }),
  };
}

interface LineQuestions {
  conflicts: FieldConflict[];
  resolve(choices: Choices): Partial<Pick<ChangeBudget, 'added' | 'changed' | 'removed'>>;
}

function rebaseBudget(change: ChangeBudget, before: ConsortiumResponse, fresh: ConsortiumResponse): Rebased {
  const was = new Map(before.lines.map((line) => [line.id, line]));
  const now = new Map(fresh.lines.map((line) => [line.id, line]));
  const questions: LineQuestions[] = [
    ...change.changed.map((one) => rebaseLine(one, was.get(one.id), now.get(one.id))),
    ...change.removed.map((one) => rebaseRemoval(one, was.get(one.id), now.get(one.id))),
  ];
  return {
    conflicts: questions.flatMap((one) => one.conflicts),
    resolve: (choices) => {
      const answers = questions.map((one) => one.resolve(choices));
      return {
        act: 'changeBudget',
        change: {
          added: [...change.added, ...answers.flatMap((one) => one.added ?? [])],
          changed: answers.flatMap((one) => one.changed ?? []),
          removed: answers.flatMap((one) => one.removed ?? []),
          order: change.order,
        },
      };
    },
  };
}

function rebaseLine(
  made: LineChange,
  was: BudgetLineResponse | undefined,
  now: BudgetLineResponse | undefined,
): LineQuestions {
  if (!now) {
    const field = `lines/${made.id}`;
    return {
      conflicts: [{ field, base: was ?? null, theirs: null, mine: { ...was, ...made.changes } }],
      // Somebody removed the line on which I worked: mine comes back as a new line.
      resolve: (choices) =>
        choices.get(field) === 'theirs'
          ? {}
          : { added: [{ id: newId(), fields: { ...lineFieldsOf(was), ...made.changes } }] },
    };
  }
  const questions = rebaseFields<BudgetLineFields>(made, lineFieldsOf(now), (field) => `lines/${made.id}/${field}`);
  return {
    conflicts: questions.conflicts,
    resolve: (choices) => {
      const settled = questions.resolve(choices);
      return Object.keys(settled.changes).length > 0
        ? { changed: [{ id: made.id, version: now.version, ...settled }] }
        : {};
    },
  };
}

function rebaseRemoval(
  made: LineRemoval,
  was: BudgetLineResponse | undefined,
  now: BudgetLineResponse | undefined,
): LineQuestions {
  if (!now) {
    return { conflicts: [], resolve: () => ({}) };
  }
  const removed = { removed: [{ id: made.id, version: now.version }] };
  if (now.version === made.version || (was && sameValue(lineFieldsOf(was), lineFieldsOf(now)))) {
    return { conflicts: [], resolve: () => removed };
  }
  const field = `lines/${made.id}`;
  return {
    conflicts: [{ field, base: was ?? null, theirs: now, mine: null }],
    resolve: (choices) => (choices.get(field) === 'theirs' ? {} : removed),
  };
}

/** What people edit on a line, in one fixed order of keys. */
export const lineFieldsOf = (line: BudgetLineResponse | undefined): BudgetLineFields =>
  line === undefined
    ? {}
    : {
        category: line.category,
        area: line.area,
        item: line.item,
        member: line.member,
        source: line.source,
        unit: line.unit,
        quantity: line.quantity,
        unitPriceGrosze: line.unitPriceGrosze,
        amountGrosze: line.amountGrosze,
        valuation: line.valuation,
        justification: line.justification,
      };
