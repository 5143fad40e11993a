import fc from 'fast-check';
import type { SheetForm, SheetValue } from './form';
import { type FieldEdit, type FieldNow, mergeSave } from './merge';

const whole = { is: 'whole', min: 0, max: 1_000_000 } as const;
const FORM: SheetForm = {
  version: 'small/1',
  sections: {
    a: { fields: { x: whole, y: whole }, lists: {} },
    b: { fields: { z: whole }, lists: { l: { max: 3, fields: { f: whole, g: whole } } } },
  },
};
const item = (no: number): string => `b.l.00000000-0000-4000-8000-${String(no).padStart(12, '0')}`;

interface Answer {
  rev: number;
  taken: Map<string, FieldNow>;
  collided: { path: string; mine: SheetValue }[];
}

/** The sheet as a server keeps it: one save after the other, and the same answer to a repeated one. */
class Server {
  readonly fields = new Map<string, FieldNow & { by: number }>();
  readonly answers = new Map<number, Answer>();
  readonly written = new Set<string>();
  readonly faults: string[] = [];
  collisions = 0;
  rev = 0;

  constructor(private readonly merge = mergeSave) {}

  save(who: Editor, id: number, changes: readonly FieldEdit[]): Answer {
    const known = this.answers.get(id);
    if (known) return known;
    const standing = [...this.fields].map(([path, { value, rev, by }]): [string, FieldNow] => [
      path,
      { value, rev, mine: by === who.no },
    ]);
    const { writes, agreed, collisions } = this.merge(FORM, new Map(standing), changes);
    if (writes.length > 0) this.rev += 1;
    for (const { path, after } of writes) this.write(who, path, after);
    for (const { path, because } of collisions) this.judge(who, path, because, changes);
    this.collisions += collisions.length;
    const valueOf = new Map(changes.map(({ path, value }) => [path, value]));
    const takes = [...writes.map(({ path }) => path), ...agreed].map((path): [string, FieldNow] => [
      path,
      this.fields.get(path) ?? { value: null, rev: 0 },
    ]);
    const collided = collisions.map(({ path }) => ({ path, mine: valueOf.get(path) ?? null }));
    const answer = { rev: this.rev, taken: new Map(takes), collided };
    this.answers.set(id, answer);
    return answer;
  }

  /** Nobody overwrites or removes what he has not seen. */
  private write(who: Editor, path: string, after: SheetValue): void {
    const before = this.fields.get(path);
    if (before && !who.seen.has(`${path}@${before.rev}`)) this.faults.push(`${path} was overwritten unseen`);
    const removed = path.split('.').length === 3 && after === null;
    for (const [other, { rev, by }] of this.fields) {
      const unseen = !who.seen.has(`${other}@${rev}`) && by !== who.no;
      if (removed && other.startsWith(`${path}.`) && unseen) this.faults.push(`${other} was removed unseen`);
    }
    this.fields.set(path, { value: after, rev: this.rev, by: who.no });
    this.written.add(`${who.no} ${path} ${String(after)}`);
  }

  /** A collision says what is so, and nobody collides with what he wrote or saw himself. */
  private judge(who: Editor, path: string, because: string, changes: readonly FieldEdit[]): void {
    const place = path.split('.').slice(0, 3).join('.');
    const standing = [...this.fields];
    const strange = (other: string): boolean =>
      standing.some(([at, { rev, by }]) => at === other && by !== who.no && !who.seenWhenMade(path, `${at}@${rev}`));
    const present = standing.filter(([at, { value }]) => at.split('.').length === 3 && value !== null);
    const so = {
      CHANGED: () => strange(path),
      ITEM_CHANGED: () => standing.some(([at]) => at.startsWith(place) && strange(at)),
      ITEM_REMOVED: () => (this.fields.get(place)?.value ?? null) === null,
      LIST_FULL: () => present.length >= 3,
    }[because];
    if (!so?.()) this.faults.push(`${because} at ${path} was needless`);
    if (!changes.some((change) => change.path === path)) this.faults.push(`${path} was not asked for`);
  }
}

/** A person at a browser: types, reads what others wrote, saves, and sometimes never hears the answer. */
class Editor {
  readonly seen = new Set<string>();
  readonly shown = new Set<string>();
  readonly typed = new Set<string>();
  /** What was on the screen when an edit was made, by path. */
  private readonly sight = new Map<string, ReadonlySet<string>>();
  private readonly view = new Map<string, FieldNow>();
  private readonly pending = new Map<string, FieldEdit>();
  private inFlight: { id: number; changes: FieldEdit[] } | null = null;
  /** Up to here everything is seen; only reading moves it, an answer to a save tells nothing of other fields. */
  private cursor = 0;

  constructor(
    private readonly server: Server,
    readonly no: number,
    private readonly fresh: () => number,
  ) {}

  get busy(): boolean {
    return this.pending.size > 0 || this.inFlight !== null;
  }

  type(path: string, value: SheetValue = this.fresh()): void {
    const base = this.pending.get(path)?.base ?? this.view.get(path)?.rev ?? 0;
    if (!this.pending.has(path)) this.sight.set(path, new Set(this.seen));
    this.pending.set(path, { path, base, value });
  }

  seenWhenMade(path: string, field: string): boolean {
    return this.sight.get(path)?.has(field) ?? false;
  }

  typeIntoItem(no: number, field: string): void {
    const place = this.items()[no % Math.max(1, this.items().length)];
    if (place) this.type(`${place}.${field}`);
  }

  add(): void {
    const place = item(this.fresh());
    this.type(place);
    this.type(`${place}.f`);
  }

  move(no: number): void {
    const place = this.items()[no % Math.max(1, this.items().length)];
    if (place) this.type(place);
  }

  remove(no: number): void {
    const place = this.items()[no % Math.max(1, this.items().length)];
    if (!place || this.pending.has(place)) return;
    for (const path of [...this.pending.keys()]) if (path.startsWith(`${place}.`)) this.pending.delete(path);
    this.sight.set(place, new Set(this.seen));
    this.pending.set(place, { path: place, base: this.cursor, value: null });
  }

  restore(no: number): void {
    const gone = [...this.view].filter(([path, { value }]) => path.split('.').length === 3 && value === null);
    const found = gone[no % Math.max(1, gone.length)];
    if (found && !this.pending.has(found[0])) this.type(found[0]);
  }

  read(): void {
    for (const [path, { value, rev }] of this.server.fields) if (rev > this.cursor) this.see(path, { value, rev });
    this.cursor = this.server.rev;
  }

  save(heard: boolean): void {
    if (!this.inFlight) {
      if (this.pending.size === 0) return;
      this.inFlight = { id: this.fresh(), changes: [...this.pending.values()] };
      for (const { path, value } of this.inFlight.changes) this.typed.add(`${path} ${String(value)}`);
      this.pending.clear();
    }
    const answer = this.server.save(this, this.inFlight.id, this.inFlight.changes);
    if (!heard) return;
    this.inFlight = null;
    for (const [path, field] of answer.taken) {
      this.shown.add(`${path} ${String(field.value)}`);
      if ((this.view.get(path)?.rev ?? 0) <= field.rev) this.see(path, field);
      const later = this.pending.get(path);
      // What one wrote oneself is no proof that the rest of an item was read.
      if (later && !(path.split('.').length === 3 && later.value === null))
        this.pending.set(path, { ...later, base: Math.max(later.base, field.rev) });
    }
    for (const { path, mine } of answer.collided) this.shown.add(`${path} ${String(mine)}`);
  }

  private see(path: string, field: FieldNow): void {
    this.view.set(path, field);
    this.seen.add(`${path}@${field.rev}`);
  }

  /** Items as they stand on this screen, with what was not heard of yet. */
  private items(): string[] {
    const screen = new Map<string, SheetValue>();
    for (const [path, { value }] of this.view) screen.set(path, value);
    for (const { path, value } of this.inFlight?.changes ?? []) screen.set(path, value);
    for (const [path, { value }] of this.pending) screen.set(path, value);
    return [...screen].filter(([path, value]) => path.split('.').length === 3 && value !== null).map(([path]) => path);
  }
}

const acts = ['x', 'y', 'z', 'f', 'g', 'add', 'move', 'remove', 'restore', 'read', 'save', 'save', 'lost'] as const;
const step = fc.record({ who: fc.nat(4), act: fc.constantFrom(...acts), no: fc.nat(5) });

function play(editors: readonly Editor[], { who, act, no }: { who: number; act: (typeof acts)[number]; no: number }) {
  const editor = editors[who % editors.length];
  if (!editor) return;
  if (act === 'x' || act === 'y') editor.type(`a.${act}`);
  else if (act === 'z') editor.type('b.z');
  else if (act === 'f' || act === 'g') editor.typeIntoItem(no, act);
  else if (act === 'save' || act === 'lost') editor.save(act === 'save');
  else editor[act](no);
}

function session(server: Server, count: number): Editor[] {
  let last = 100;
  return Array.from({ length: count }, (_, no) => new Editor(server, no, () => (last += 1)));
}

/** Everybody works, then everybody saves until nothing is left. */
function playOut(server: Server, count: number, steps: Parameters<typeof play>[1][]): void {
  const editors = session(server, count);
  for (const one of steps) play(editors, one);
  for (const editor of editors) while (editor.busy) editor.save(true);
  expect(server.faults).toEqual([]);
  for (const editor of editors) for (const typed of editor.typed) expect(editor.shown).toContain(typed);
  // A value that was acknowledged stands, or gave way to somebody who had seen it (`faults`).
  for (const [path, { value, by }] of server.fields) {
    expect(server.written).toContain(`${by} ${path} ${String(value)}`);
  }
}

describe('many editors', () => {
  const count = fc.integer({ min: 2, max: 5 });
  const steps = fc.array(step, { minLength: 20, maxLength: 40, size: 'max' });

  it('nothing that was typed is lost: it is written, or shown as a collision to who typed it', () => {
    let collisions = 0;
    const law = fc.property(count, steps, (editors, all) => {
      const server = new Server();
      playOut(server, editors, all);
      collisions += server.collisions;
    });
    fc.assert(law, { numRuns: 2_000 });
    // The law would be empty if nobody ever met.
    expect(collisions).toBeGreaterThan(2_000);
  });

  it('the law finds a merge that asks nobody, and one that forgets what it set aside', () => {
    const careless: typeof mergeSave = (form, standing, changes) =>
      mergeSave(
        form,
        standing,
        changes.map((change) => ({ ...change, base: standing.get(change.path)?.rev ?? 0 })),
      );
    const forgetful: typeof mergeSave = (...save) => ({ ...mergeSave(...save), collisions: [] });
    for (const broken of [careless, forgetful]) {
      const law = fc.property(count, steps, (editors, all) => playOut(new Server(broken), editors, all));
      expect(fc.check(law, { numRuns: 200 }).failed).toBe(true);
    }
  });

  it('who touches other things never collides', () => {
    const own = fc.record({
      who: fc.nat(2),
      act: fc.constantFrom('f', 'g', 'move', 'read', 'save', 'lost'),
      no: fc.nat(5),
    });
    fc.assert(
      fc.property(fc.array(own, { maxLength: 40, size: 'max' }), (all) => {
        const server = new Server();
        const editors = session(server, 3);
        for (const editor of editors) editor.type(item(editor.no));
        for (const editor of editors) editor.save(true);
        for (const { who, act, no } of all) {
          const editor = editors[who];
          if (act === 'f' || act === 'g') editor?.type(`${item(who)}.${act}`);
          else if (act === 'move') editor?.type(item(who), no);
          else if (act === 'read') editor?.read();
          else editor?.save(act === 'save');
        }
        for (const editor of editors) while (editor.busy) editor.save(true);
        expect(server.collisions).toBe(0);
        expect(server.faults).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
