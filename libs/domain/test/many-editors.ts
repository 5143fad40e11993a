import { type SheetForm, type SheetValue } from '../src/sheet/form';
import { type FieldEdit, type FieldNow, type FieldWrite, mergeSave } from '../src/sheet/merge';
import { own, parsePath } from '../src/sheet/sheet-path';

/** A field as the server has it: who wrote it, in which tab. */
export interface Written extends FieldNow {
  by: number;
  tab: number;
}

/** Who may write what; without it everybody may write everything. */
export interface Rights {
  /** What the code under test refuses of a save. */
  refused(person: number, changes: readonly FieldEdit[], standing: ReadonlyMap<string, Written>): ReadonlySet<string>;
  /** Whether a write is somebody else's, found out in another way than the code under test does. */
  isForeign(
    person: number,
    path: string,
    changes: readonly FieldEdit[],
    standing: ReadonlyMap<string, Written>,
  ): boolean;
}

interface Answer {
  rev: number;
  taken: Map<string, FieldNow>;
  collided: { path: string; mine: SheetValue }[];
}

const isPlace = (path: string): boolean => path.split('.').length === 3;
const placeOf = (path: string): string => path.split('.').slice(0, 3).join('.');

/** The sheet as a server keeps it: one save after the other, and the same answer to a repeated one. */
export class Server {
  readonly fields = new Map<string, Written>();
  readonly answers = new Map<number, Answer>();
  readonly written = new Set<string>();
  readonly faults: string[] = [];
  readonly collisions: string[] = [];
  rev = 0;

  constructor(
    readonly form: SheetForm,
    private readonly merge = mergeSave,
    private readonly rights?: Rights,
  ) {}

  save(who: Editor, id: number, changes: readonly FieldEdit[]): Answer {
    const known = this.answers.get(id);
    if (known) return known;
    const before = new Map(this.fields);
    const standing = [...before].map(([path, { value, rev, by }]): [string, FieldNow] => [
      path,
      { value, rev, mine: by === who.no },
    ]);
    const refused = this.rights?.refused(who.no, changes, before);
    const { writes, agreed, collisions } = this.merge(this.form, new Map(standing), changes, refused);
    if (writes.length > 0) this.rev += 1;
    for (const write of writes) this.write(who, write, changes, before);
    for (const { path, because } of collisions) this.judge(who, path, because, changes, before);
    this.collisions.push(...collisions.map(({ because }) => because));
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

  /** Nobody overwrites or removes what he has not seen, or writes what is not his. */
  private write(who: Editor, { path, after }: FieldWrite, changes: readonly FieldEdit[], was: Server['fields']): void {
    const before = this.fields.get(path);
    const removed = isPlace(path) && after === null;
    // What a person moved in another tab is no stranger's: it may go without having been read here.
    const strange = before && !(removed && before.by === who.no);
    if (strange && !who.seen.has(`${path}@${before.rev}`)) this.faults.push(`${path} was overwritten unseen`);
    if (this.rights?.isForeign(who.no, path, changes, was)) this.faults.push(`${path} was not ${who.no}’s to write`);
    for (const [other, { rev, by }] of this.fields) {
      const unseen = !who.seen.has(`${other}@${rev}`) && by !== who.no;
      if (removed && other.startsWith(`${path}.`) && unseen) this.faults.push(`${other} was removed unseen`);
    }
    this.fields.set(path, { value: after, rev: this.rev, by: who.no, tab: who.tab });
    this.written.add(`${who.no} ${path} ${String(after)}`);
  }

  /** A collision says what is so, and nobody collides with what he wrote in this tab, or saw. */
  private judge(
    who: Editor,
    path: string,
    because: string,
    changes: readonly FieldEdit[],
    was: Server['fields'],
  ): void {
    const place = placeOf(path);
    const standing = [...this.fields];
    const strange = (other: string): boolean =>
      standing.some(([at, { rev, tab }]) => at === other && tab !== who.tab && !who.seenWhenMade(path, `${at}@${rev}`));
    const list = place.split('.').slice(0, 2).join('.');
    const present = standing.filter(([at, { value }]) => isPlace(at) && at.startsWith(`${list}.`) && value !== null);
    const so = {
      CHANGED: () => strange(path),
      ITEM_CHANGED: () => standing.some(([at]) => at.startsWith(place) && strange(at)),
      ITEM_REMOVED: () => (this.fields.get(place)?.value ?? null) === null,
      LIST_FULL: () => present.length >= this.room(path),
      NOT_YOURS: () => this.rights?.isForeign(who.no, path, changes, was) ?? false,
    }[because];
    if (!so?.()) this.faults.push(`${because} at ${path} was needless`);
    if (!changes.some((change) => change.path === path)) this.faults.push(`${path} was not asked for`);
  }

  private room(path: string): number {
    const at = parsePath(this.form, path);
    return own(own(this.form.sections, at?.section ?? '')?.lists ?? {}, at?.list ?? '')?.max ?? 0;
  }
}

/** A tab of a person’s browser: types, reads what others wrote, saves, and sometimes never hears the answer. */
export class Editor {
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
    readonly tab: number,
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

  /** An item of the screen; null when there is none. */
  anyItem(no: number): string | null {
    return this.items()[no % Math.max(1, this.items().length)] ?? null;
  }

  remove(place: string): void {
    if (this.pending.has(place)) return;
    for (const path of [...this.pending.keys()]) if (path.startsWith(`${place}.`)) this.pending.delete(path);
    this.sight.set(place, new Set(this.seen));
    this.pending.set(place, { path: place, base: this.cursor, value: null });
  }

  restore(no: number): void {
    const gone = [...this.view].filter(([path, { value }]) => isPlace(path) && value === null);
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
      if (later && !(isPlace(path) && later.value === null))
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
    return [...screen].filter(([path, value]) => isPlace(path) && value !== null).map(([path]) => path);
  }
}

/** Everybody saves until nothing is left; then nothing is lost, and nothing was done that should not have been. */
export function faultsOf(server: Server, editors: readonly Editor[]): string[] {
  for (const editor of editors) while (editor.busy) editor.save(true);
  const lost = editors.flatMap((editor) =>
    [...editor.typed].filter((typed) => !editor.shown.has(typed)).map((typed) => `${typed} was lost`),
  );
  // A value that was acknowledged stands, or gave way to somebody who had seen it (`faults`).
  const invented = [...server.fields]
    .filter(([path, { value, by }]) => by >= 0 && !server.written.has(`${by} ${path} ${String(value)}`))
    .map(([path]) => `${path} holds what nobody wrote`);
  return [...server.faults, ...lost, ...invented];
}
