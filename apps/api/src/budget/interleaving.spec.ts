import { randomUUID } from 'node:crypto';
import type { BudgetResponse, ConsortiumResponse } from '@zit/contracts';
import fc from 'fast-check';
import { startPortal, type Caller, type TestPortal } from '../../test/portal';
import { formSopot, must, type Sopot } from '../../test/sopot';

const FIELDS = ['item', 'unit', 'valuation'] as const;
type Field = (typeof FIELDS)[number];

/** A write that the server took: whoever made it saw `base` and put `value` in its place. */
interface Taken {
  key: string;
  base: string | null;
  value: string;
}

const stepOf = fc.record({
  line: fc.nat({ max: 2 }),
  field: fc.constantFrom(...FIELDS),
  look: fc.boolean(),
  add: fc.boolean(),
});
const daysOf = fc.array(fc.array(stepOf, { minLength: 4, maxLength: 8 }), { minLength: 2, maxLength: 3 });

describe('law: two or three editors at the same budget over HTTP', () => {
  let portal: TestPortal;
  let sopot: Sopot;
  let editors: Caller[];

  beforeAll(async () => {
    portal = await startPortal();
    sopot = await formSopot(portal);
    editors = [
      await portal.as({ role: 'COORDINATOR', organisationId: sopot.organisations['M1'] }),
      await portal.as({ role: 'EDITOR', organisationId: sopot.organisations['M2'] }),
      await portal.as({ role: 'MUNICIPALITY_OFFICER', organisationId: sopot.organisations['M4'], teryt: '2264011' }),
    ];
  });
  afterAll(() => portal.stop());

  /** One person's day: looks, or does not look, before each save; hears of a collision and looks again. */
  async function day(who: Caller, steps: readonly { line: number; field: Field; look: boolean; add: boolean }[]) {
    const path = `/api/v1/consortia/${sopot.id}`;
    const look = async () => must(await who.get<ConsortiumResponse>(path)).lines;
    const taken: Taken[] = [];
    const added: string[] = [];
    let seen = await look();
    for (const { line, field, look: looks, add } of steps) {
      if (looks) seen = await look();
      const target = seen[line];
      if (!target) throw new Error('a line is gone that nobody removed');
      const value = randomUUID();
      const id = randomUUID();
      const change = {
        id: target.id,
        version: target.version,
        changes: { [field]: value },
        base: { [field]: target[field] },
      };
      const answer = await who.patch<BudgetResponse>(`${path}/budget`, {
        added: add ? [{ id, fields: { item: id } }] : [],
        changed: [change],
      });
      expect([200, 409]).toContain(answer.status);
      if (answer.status === 200) {
        taken.push({ key: `${target.id} ${field}`, base: target[field], value });
        if (add) added.push(id);
        if (looks) seen = answer.body.lines;
      } else seen = await look();
    }
    return { taken, added };
  }

  it('every save that was taken follows from the one before it, and none is lost', async () => {
    await fc.assert(
      fc.asyncProperty(daysOf, async (days) => {
        const before = (await sopot.read()).lines;
        const done = await Promise.all(days.map((steps, at) => day(editors[at] as Caller, steps)));
        const after = (await sopot.read()).lines;
        for (const id of done.flatMap((one) => one.added))
          expect(after.filter((line) => line.id === id)).toHaveLength(1);
        const taken = done.flatMap((one) => one.taken);
        for (const line of before)
          for (const field of FIELDS)
            expect(
              endOfChain(
                taken.filter((one) => one.key === `${line.id} ${field}`),
                line[field],
              ),
            ).toBe(after.find((one) => one.id === line.id)?.[field]);
      }),
      { numRuns: 6 },
    );
  }, 60_000);
});

/** Walks from the first value over every taken write; each must be reached exactly once. */
function endOfChain(taken: readonly Taken[], first: string | null): string | null {
  const left = [...taken];
  let value = first;
  while (left.length > 0) {
    const next = left.findIndex((one) => one.base === value);
    if (next < 0) throw new Error(`a save was lost: nothing follows ${value}, ${left.length} saves are left`);
    value = left.splice(next, 1)[0]?.value ?? null;
  }
  return value;
}
