import type { BudgetLineFields, ChangeBudget, LineChange } from '@zit/contracts';
import fc from 'fast-check';
import { sameValue } from '../database/merge-change';
import { planBudget, type BudgetPlan, type LineRow } from './budget-plan';

const members = { ids: new Set(['m1', 'm2']), fallback: 'm1' };
const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const line = (n: number, more: Partial<LineRow> = {}): LineRow => ({
  id: id(n),
  version: 1,
  category: 'C1',
  area: 'CROSS',
  item: `pozycja ${n}`,
  member: 'm1',
  source: 'ZIT',
  unit: null,
  quantity: 1,
  unitPriceGrosze: 100,
  amountGrosze: 100,
  valuation: null,
  justification: null,
  ...more,
});
const request = (more: Partial<ChangeBudget>): ChangeBudget => ({
  added: [],
  changed: [],
  removed: [],
  order: null,
  ...more,
});

/** The lines after a plan was written. */
function written(lines: readonly LineRow[], plan: BudgetPlan): LineRow[] {
  const now = new Map(lines.map((one) => [one.id, one]));
  for (const removed of plan.removed) now.delete(removed);
  for (const one of [...plan.changed, ...plan.added]) now.set(one.id, one);
  return plan.order.flatMap((one) => now.get(one) ?? []);
}

describe('planning one save of a budget', () => {
  it('merges different fields of the same line', () => {
    const first = planBudget(
      [line(1)],
      request({ changed: [change(1, { item: 'koordynator' }, { item: 'pozycja 1' })] }),
      members,
    );
    const after = written([line(1)], first);
    const second = planBudget(after, request({ changed: [change(1, { unit: 'miesiąc' }, { unit: null })] }), members);
    expect(written(after, second)).toEqual([line(1, { version: 3, item: 'koordynator', unit: 'miesiąc' })]);
  });

  it('names base, theirs and mine when two people change the same field', () => {
    const lines = [line(1, { version: 2, item: 'koordynatorka' })];
    const plan = planBudget(
      lines,
      request({ changed: [change(1, { item: 'koordynator' }, { item: 'pozycja 1' })] }),
      members,
    );
    expect(plan.conflicts).toEqual([
      { field: 'lines/L01/item', base: 'pozycja 1', theirs: 'koordynatorka', mine: 'koordynator' },
    ]);
  });

  it('lets the amount follow quantity and price, unless the person gives it', () => {
    const plan = planBudget([line(1)], request({ changed: [change(1, { quantity: 2.5 }, { quantity: 1 })] }), members);
    expect(plan.changed[0]?.amountGrosze).toBe(250);
    const given = planBudget(
      [line(1)],
      request({ changed: [change(1, { quantity: 3, amountGrosze: 299 }, {})] }),
      members,
    );
    expect(given.changed[0]?.amountGrosze).toBe(299);
  });

  it('multiplies what two people changed in one line', () => {
    const quantity = planBudget(
      [line(1)],
      request({ changed: [change(1, { quantity: 4 }, { quantity: 1 })] }),
      members,
    );
    const after = written([line(1)], quantity);
    const price = planBudget(
      after,
      request({ changed: [change(1, { unitPriceGrosze: 50 }, { unitPriceGrosze: 100 })] }),
      members,
    );
    expect(written(after, price)[0]).toMatchObject({ quantity: 4, unitPriceGrosze: 50, amountGrosze: 200 });
  });

  it('refuses an amount beyond the largest, a stranger as member, and more than 5 000 lines', () => {
    const large = request({ changed: [change(1, { quantity: 1_000_000, unitPriceGrosze: 9_999_999_999_999 }, {})] });
    expect(planBudget([line(1)], large, members).faults[0]?.pointer).toBe('/changed/0/changes/quantity');
    const stranger = request({ added: [{ id: id(2), fields: { member: 'm9' } }] });
    expect(planBudget([line(1)], stranger, members).faults[0]?.pointer).toBe('/added/0/fields/member');
    const many = Array.from({ length: 5_000 }, (_, n) => line(n));
    const more = request({ added: [{ id: id(5_000), fields: {} }] });
    expect(planBudget(many, more, members).faults[0]?.pointer).toBe('/added');
  });

  it('does not lose the work of somebody whose line is being removed', () => {
    const lines = [line(1, { version: 2, item: 'zmieniona' })];
    const plan = planBudget(lines, request({ removed: [{ id: id(1), version: 1 }] }), members);
    expect(plan.conflicts).toMatchObject([{ field: 'lines/L01', theirs: { item: 'zmieniona' }, mine: null }]);
    const gone = planBudget([], request({ removed: [{ id: id(1), version: 1 }] }), members);
    expect(gone.conflicts).toEqual([]);
  });

  it('tells somebody who changes a removed line what they typed', () => {
    const plan = planBudget([], request({ changed: [change(1, { item: 'nowa' }, { item: 'stara' })] }), members);
    expect(plan.conflicts).toEqual([{ field: `lines/${id(1)}/item`, base: 'stara', theirs: null, mine: 'nowa' }]);
  });

  it('keeps lines that an order does not name at the end', () => {
    const lines = [line(1), line(2), line(3)];
    expect(planBudget(lines, request({ order: [id(3), id(9), id(1), id(3)] }), members).order).toEqual([
      id(3),
      id(1),
      id(2),
    ]);
    expect(planBudget(lines, request({ order: [id(1), id(2)] }), members).reordered).toBe(false);
  });

  it('law: a request repeated after it went through changes nothing', () => {
    fc.assert(
      fc.property(linesOf, fc.infiniteStream(fieldsOf), fc.nat(), (lines, stream, seed) => {
        const some = lines.filter((_, at) => (seed >> at) & 1);
        const asked = request({
          added: [{ id: id(900), fields: stream.next().value }],
          changed: some.map((one) => changeOf(one, stream.next().value)),
          order: lines.map((one) => one.id).reverse(),
        });
        const once = written(lines, planBudget(lines, asked, members));
        const again = planBudget(once, asked, members);
        expect([again.added, again.changed, again.removed, again.conflicts, again.reordered]).toEqual([
          [],
          [],
          [],
          [],
          false,
        ]);
      }),
    );
  });
});

describe('law: whatever two or three editors do at once, nothing is lost', () => {
  it('holds for random interleavings', () => {
    fc.assert(
      fc.property(linesOf, fc.array(stepOf, { minLength: 1, maxLength: 40 }), (lines, steps) => {
        let server = [...lines];
        // What each editor saw when it last read or saved.
        const seen = [server, server, server];
        let next = 100;
        for (const step of steps) {
          const mine = seen[step.editor] ?? [];
          const target = mine[step.at % Math.max(mine.length, 1)];
          const asked =
            step.kind === 'add'
              ? request({ added: [{ id: id(next++), fields: step.fields }] })
              : !target || step.kind === 'read'
                ? request({})
                : step.kind === 'remove'
                  ? request({ removed: [{ id: target.id, version: target.version }] })
                  : request({ changed: [changeOf(target, step.fields)] });
          const before = server;
          const plan = planBudget(server, asked, members);
          expect(plan.faults).toEqual([]);
          for (const one of asked.changed) proveMerge(before, plan, one);
          if (plan.conflicts.length === 0) server = written(server, plan);
          proveNothingElseChanged(before, server, asked);
          // Saved, or refused: either way the answer brings the lines as they are now.
          seen[step.editor] = server;
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** A field is taken, is there already, or is a conflict that names all three values; never silently overwritten. */
function proveMerge(before: readonly LineRow[], plan: BudgetPlan, asked: LineChange): void {
  const theirs = before.find((one) => one.id === asked.id);
  for (const field of Object.keys(asked.changes) as (keyof BudgetLineFields)[]) {
    const mine = asked.changes[field];
    const untouched =
      theirs !== undefined && (sameValue(theirs[field], asked.base[field]) || sameValue(theirs[field], mine));
    const conflict = plan.conflicts.find((one) => one.field.endsWith(`/${field}`));
    expect(conflict === undefined).toBe(untouched);
    if (conflict) expect(conflict).toMatchObject({ base: asked.base[field] ?? null, mine: mine ?? null });
    else if (plan.conflicts.length === 0) {
      const now = plan.changed.find((one) => one.id === asked.id) ?? theirs;
      expect(now?.[field]).toEqual(mine);
    }
  }
}

function proveNothingElseChanged(before: readonly LineRow[], after: readonly LineRow[], asked: ChangeBudget): void {
  const touched = new Set([...asked.changed, ...asked.removed].map((one) => one.id));
  for (const one of before) if (!touched.has(one.id)) expect(after).toContain(one);
  for (const change of asked.changed) {
    const was = before.find((one) => one.id === change.id);
    const now = after.find((one) => one.id === change.id);
    if (!was || !now) continue;
    const mine = new Set([...Object.keys(change.changes), 'version', 'amountGrosze']);
    for (const field of Object.keys(was) as (keyof LineRow)[])
      if (!mine.has(field)) expect(now[field]).toEqual(was[field]);
  }
}

const change = (n: number, changes: BudgetLineFields, base: Partial<BudgetLineFields>): LineChange => ({
  id: id(n),
  version: 1,
  changes,
  base,
});

/** A change as the screen sends it: new values, and the old ones that the person saw. */
function changeOf(seen: LineRow, changes: BudgetLineFields): LineChange {
  const base = Object.fromEntries(Object.keys(changes).map((field) => [field, seen[field as keyof LineRow]]));
  return { id: seen.id, version: seen.version, changes, base };
}

const linesOf = fc
  .uniqueArray(fc.integer({ min: 1, max: 20 }), { maxLength: 6 })
  .map((numbers) => numbers.map((n) => line(n)));
const fieldsOf: fc.Arbitrary<BudgetLineFields> = fc.record(
  {
    item: fc.constantFrom('a', 'b', 'c'),
    unit: fc.constantFrom(null, 'h', 'miesiąc'),
    member: fc.constantFrom('m1', 'm2'),
    source: fc.constantFrom('ZIT' as const, 'OWN_CASH' as const),
    quantity: fc.constantFrom(1, 2, 2.5),
    unitPriceGrosze: fc.constantFrom(100, 200),
  },
  { requiredKeys: [] },
);
const stepOf = fc.record({
  editor: fc.nat({ max: 2 }),
  kind: fc.constantFrom(
    'change' as const,
    'change' as const,
    'change' as const,
    'add' as const,
    'remove' as const,
    'read' as const,
  ),
  at: fc.nat({ max: 10 }),
  fields: fieldsOf,
});
