import { randomUUID } from 'node:crypto';
import type { FieldChange, SaveSheet, SheetSaved } from '@zit/contracts';
import { CALL_FORM, mergeSave, type FieldNow } from '@zit/domain';
import fc from 'fast-check';
import { change, openSheets, type Sheets, type Writer } from '../../test/sheets';

const FIELDS = ['basics.title', 'texts.contact', 'basics.centres'];
/** The list takes 12; ten are there at the beginning, and any of these may come, go, move and come back. */
const ITEMS = Array.from({ length: 14 }, (_, n) => `rules.ties.00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);

type Kind = 'field' | 'inside' | 'place' | 'remove' | 'swap';
interface Step {
  kind: Kind;
  at: number;
  value: number;
  /** Asks what is new before it saves. */
  look: boolean;
  /** The request goes out twice at once, as after a lost answer. */
  twice: boolean;
}

const stepOf: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom<Kind>('field', 'field', 'inside', 'inside', 'place', 'remove', 'swap'),
  at: fc.nat({ max: ITEMS.length - 1 }),
  // Few values, so that two people sometimes agree.
  value: fc.integer({ min: 1, max: 4 }),
  look: fc.boolean(),
  twice: fc.boolean(),
});
const daysOf = fc.array(fc.array(stepOf, { minLength: 3, maxLength: 8 }), { minLength: 2, maxLength: 5 });

/** A save and how it was answered. */
interface Answered {
  request: SaveSheet;
  answer: SheetSaved;
}

describe('law: two to five people in one sheet, in any order', () => {
  let sheets: Sheets;
  let editors: Writer[];
  beforeAll(async () => {
    sheets = await openSheets();
    editors = await Promise.all(Array.from({ length: 5 }, () => sheets.writer()));
  });
  afterAll(() => sheets.close());

  /** One person's day, as their browser would do it. */
  async function day(who: Writer, id: string, steps: readonly Step[]): Promise<Answered[]> {
    const known = new Map<string, FieldNow>();
    let seen = 0;
    const done: Answered[] = [];
    for (const step of steps) {
      if (step.look || seen === 0) {
        const { rev, fields } = await sheets.read(id, seen);
        for (const field of fields) known.set(field.path, field);
        seen = rev;
      }
      const request = { save: randomUUID(), changes: changesOf(step, known, seen) };
      const [answer, again] = await Promise.all([
        sheets.send(who, id, request),
        ...(step.twice ? [sheets.send(who, id, request)] : []),
      ]);
      if (again) expect(again).toEqual(answer);
      for (const field of answer.taken) known.set(field.path, field);
      done.push({ request, answer });
    }
    return done;
  }

  it('decides every save as the domain does, in one order, and loses nothing that it took', async () => {
    await fc.assert(
      fc.asyncProperty(daysOf, async (days) => {
        const id = await sheets.fresh();
        const [founder] = editors as [Writer];
        const request = { save: randomUUID(), changes: ITEMS.slice(0, 10).map((item, at) => change(item, at)) };
        const first = { request, answer: await sheets.send(founder, id, request) };
        const done = await Promise.all(days.map((steps, at) => day(editors[at] as Writer, id, steps)));
        const made = await sheets.dataSource.query<{ rev: string; save: string }[]>(
          'select distinct rev, save_id as save from sheet_change where sheet_id = $1',
          [id],
        );
        const makers = new Map(made.map(({ rev, save }) => [Number(rev), save]));
        const saves = [first, ...done.flat()];
        const model = replay(saves, makers);
        const { fields } = await sheets.read(id);
        expect(new Map(fields.map(({ path, value, rev }) => [path, { value, rev }]))).toEqual(model);

        // The same without the domain: each write follows from the one that its author had seen, or stands at the end.
        const lines = (await sheets.history(id)).reverse();
        const bases = basesOf(saves.filter(({ request, answer }) => makers.get(answer.rev) === request.save));
        for (const [at, { path, rev, after, setAside }] of lines.entries()) {
          if (setAside) continue;
          const next = lines.slice(at + 1).find((line) => line.path === path && !line.setAside);
          if (!next) expect(model.get(path)).toEqual({ value: after, rev });
          else expect(bases.get(`${next.rev} ${path}`)).toBeGreaterThanOrEqual(rev);
        }
        const aside = lines.filter(({ setAside }) => setAside).map(({ rev, path, after }) => ({ rev, path, after }));
        const shown = done
          .flat()
          .flatMap(({ answer: { rev, collisions } }) =>
            collisions.map(({ path, mine }) => ({ rev, path, after: mine })),
          );
        const order = (a: { rev: number; path: string }, b: typeof a) => a.rev - b.rev || (a.path < b.path ? -1 : 1);
        expect(aside.sort(order)).toEqual(shown.sort(order));
      }),
      { numRuns: 25 },
    );
  }, 180_000);
});

function changesOf(step: Step, known: ReadonlyMap<string, FieldNow>, seen: number): FieldChange[] {
  const as = (path: string, value: unknown): FieldChange => change(path, value, known.get(path)?.rev ?? 0);
  const item = ITEMS[step.at] ?? '';
  const field = FIELDS[step.at % FIELDS.length] ?? '';
  const value = (path: string) => (path === 'basics.centres' ? step.value : `tekst ${step.value}`);
  const changes: Record<Kind, () => FieldChange[]> = {
    field: () => [as(field, value(field)), as('notice.text', `ogłoszenie ${step.value}`)],
    inside: () => [as(`${item}.by`, `K${step.value}`)],
    place: () => [as(item, step.value), as(`${item}.by`, `K${step.value}`)],
    remove: () => [change(item, null, seen), as(field, value(field))],
    swap: () => [as(item, step.value), as(ITEMS[(step.at + 1) % ITEMS.length] ?? '', step.value + 1)],
  };
  return changes[step.kind]();
}

/**
 * All saves one after the other, in the order of their revisions; each must have been answered as the domain says. A
 * save that only agreed made no revision of its own and comes after the one that made it.
 */
function replay(saves: readonly Answered[], makers: ReadonlyMap<number, string>): Map<string, FieldNow> {
  const model = new Map<string, FieldNow>();
  let rev = 0;
  const agreed = ({ request, answer }: Answered): number => (makers.get(answer.rev) === request.save ? 0 : 1);
  const inOrder = [...saves].sort((a, b) => a.answer.rev - b.answer.rev || agreed(a) - agreed(b));
  for (const { request, answer } of inOrder) {
    const merge = mergeSave(CALL_FORM, model, request.changes as (FieldChange & { value: string })[]);
    if (merge.writes.length + merge.collisions.length > 0) rev++;
    for (const { path, after } of merge.writes) model.set(path, { value: after, rev });
    expect(answer.rev).toBe(rev);
    expect(answer.taken.map(({ path }) => path).sort()).toEqual(
      [...merge.writes.map(({ path }) => path), ...merge.agreed].sort(),
    );
    for (const { path, value, rev: at } of answer.taken)
      expect({ value, rev: at }).toEqual(model.get(path) ?? { value: null, rev: 0 });
    expect(answer.collisions.map(({ path, because }) => ({ path, because }))).toEqual(merge.collisions);
  }
  return model;
}

/** From which revision each write started, by its own revision and path. */
const basesOf = (saves: readonly Answered[]): Map<string, number> =>
  new Map(
    saves.flatMap(({ request, answer }) =>
      request.changes.map(({ path, base }): [string, number] => [`${answer.rev} ${path}`, base]),
    ),
  );
