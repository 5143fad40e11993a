import { computed, DestroyRef, inject, Injectable, Injector, signal } from '@angular/core';
import type { SheetChangeLine, SheetResponse } from '@zit/contracts';
import { sameValue, type SheetValue, type SheetValues } from '@zit/domain';
import { sheetWords } from '@zit/words.pl/sheet-page';
import { failureOf } from '../consortium/store/failure';
import { savedOf } from '../consortium/store/saved-of';
import { SaveQueue } from '../consortium/store/save-queue';
import { SessionStore } from '../session/session-store';
import { UnsavedWork } from '../shell/unsaved-work';
import { newId } from '../ui/new-id';
import type { Saved } from '../ui/saved-state';
import { Collisions } from './collisions';
import { bodyOf, foldEdits, partsOf, rebaseOn, type Edit, type Edits } from './edits';
import { KnownFields } from './known-fields';
import { leftOver } from './left-over';
import { OwnSteps } from './own-steps';
import { addition, withItem } from './list-acts';
import { isItem, itemOf, itemsOf, moved } from './place';
import { nameOf } from './read-paths';
import { SheetHttp } from './sheet-http';
import { SheetWatch } from './sheet-watch';
import type { SheetShape } from './sheet-words';

/**
 * One open sheet (decision 9): what the server knows of each field, what the person wrote over it, and what waits for
 * a choice. Every key reaches the store at once and the server after a breath. Kept in memory only: nothing of a sheet
 * goes into the browser's storage. Provide it with the page.
 */
@Injectable()
export class SheetStore {
  private readonly http = inject(SheetHttp);
  private readonly injector = inject(Injector);
  private readonly known = new KnownFields();
  private readonly disputed = new Collisions();
  private readonly opened = signal<{ url: string; shape: SheetShape } | null>(null);
  private readonly there = signal(false);
  private readonly shut = signal(false);
  private readonly failed = signal<unknown>(null);
  private readonly gone = signal<{ unsaved: string } | null>(null);
  private readonly steps = new OwnSteps();
  /** Revision up to which everything that others wrote has been seen. */
  private readonly seen = signal(0);
  private readonly queue = new SaveQueue<Edits>({
    send: (edits) => this.send(edits),
    fold: (earlier, later) => foldEdits(earlier, later, (path, edit) => this.leadsBack(earlier, path, edit)),
    isEmpty: ({ byPath }) => byPath.size === 0,
    // A save of a sheet never goes stale as a whole: what collides is an answer, not a refusal.
    settle: () => Promise.resolve({ is: 'putOff' }),
  });
  private readonly watch = new SheetWatch({ look: () => this.look(), wake: () => this.saveNow() });

  /** What is not saved of this sheet. */
  private readonly unsent = computed(() => this.queue.waiting().filter(({ url }) => url === this.url()));

  readonly url = computed(() => this.opened()?.url ?? null);
  readonly shape = computed(() => this.opened()?.shape ?? null);
  /** The sheet has been read. */
  readonly ready = this.there.asReadonly();
  /** Nothing may be written at present. */
  readonly closed = this.shut.asReadonly();
  /** Why the sheet could not be read; null while it can. */
  readonly loadProblem = this.failed.asReadonly();
  /** Set once the right to see it has ended while it was open; what was typed and not saved is kept as text. */
  readonly lost = this.gone.asReadonly();
  /** Fields that two people changed, waiting for a choice. */
  readonly collisions = this.disputed.all;
  /** All fields as the person sees them, with everything that is not saved yet; removed items are null. */
  readonly values = computed<ReadonlyMap<string, SheetValue>>(() => {
    const values = new Map<string, SheetValue>();
    for (const { path, value } of this.known.all().values()) values.set(path, value);
    for (const { byPath } of this.unsent()) byPath.forEach(({ value }, path) => values.set(path, value));
    for (const { path, mine } of this.collisions()) values.set(path, mine);
    return values;
  });
  /** The same for the rules of the domain: `readSheet`, `unreadPaths`, `checkCall`. */
  readonly sheetValues = computed<SheetValues>(() => Object.fromEntries(this.values()));
  /** Revision that the page has seen; it grows when anybody saves. */
  readonly rev = this.seen.asReadonly();
  readonly saving = this.queue.state;
  /** Fields that the server does not have yet. */
  readonly waiting = computed(
    () => new Set(this.unsent().flatMap(({ byPath }) => [...byPath.keys()])).size + this.collisions().length,
  );
  readonly saved = computed<Saved>(() => {
    const state = this.saving();
    return state.is === 'idle' && this.collisions().length > 0
      ? { state: 'unsaved', changes: this.collisions().length }
      : savedOf(state, this.queue.lastSavedAt(), this.waiting());
  });
  /** What „Cofnij” would take back; null: nothing. */
  readonly undoable = computed(() => this.steps.last()?.name ?? null);

  constructor() {
    const unsaved = computed(
      () => this.queue.waiting().length + this.waiting() > 0 || (this.gone()?.unsaved ?? '') !== '',
    );
    const release = inject(UnsavedWork).hold(unsaved, async () => void (await this.saveAll()));
    inject(DestroyRef).onDestroy(() => {
      release();
      this.watch.stop();
    });
  }

  /** Shows the sheet at an address (`/api/v1/calls/<id>/sheet`); the same one is read afresh and keeps what waits. */
  async open(url: string, shape: SheetShape): Promise<void> {
    if (this.url() !== url) this.forget();
    this.opened.set({ url, shape });
    this.failed.set(null);
    this.gone.set(null);
    try {
      this.take(url, await this.http.read(url));
    } catch (thrown) {
      if (!(await this.isLost(thrown)) && this.url() === url && !this.there()) this.failed.set(thrown);
    }
  }

  value(path: string): SheetValue {
    return this.values().get(path) ?? null;
  }

  /** Paths of the items of a list, in their order. */
  items(section: string, list: string): string[] {
    return itemsOf(this.values(), section, list);
  }

  /** Saves after a breath; further typing starts the breath anew. */
  set(path: string, value: SheetValue): void {
    this.write(new Map([[path, value]]), this.named(path));
  }

  /** Several fields as one step, saved at once: a mend, or a set of values to begin with. */
  apply(sets: readonly { path: string; value: SheetValue }[], name: string): void {
    this.steps.close();
    this.write(new Map(sets.map(({ path, value }) => [path, value])), name);
    this.saveNow();
  }

  /** The path of the new item, at the end of its list; null when the list is full. */
  addItem(section: string, list: string, fields: Readonly<Record<string, SheetValue>> = {}): string | null {
    const shape = this.shape();
    const added = shape && addition(shape, this.values(), section, list, newId(), fields);
    if (!added) return null;
    this.steps.close();
    this.write(added.changes, sheetWords.list.step.added(shape.words.sections[section]?.lists[list]?.item ?? list));
    return added.item;
  }

  removeItem(item: string): void {
    this.steps.close();
    this.write(new Map([[item, null]]), sheetWords.list.step.removed(this.named(item)));
  }

  moveItem(item: string, by: -1 | 1): void {
    const [section = '', list = ''] = item.split('.');
    this.steps.close();
    const changes = moved(this.values(), this.items(section, list), item, by);
    this.write(changes, sheetWords.list.step.moved(this.named(item)));
  }

  /** Takes back the last thing the person did, where nobody has changed it since. Answers what to say. */
  undo(): string {
    const { changes: back, say } = this.steps.back((path) => this.value(path));
    if (back.length === 0) return say;
    this.write(new Map(back.map(({ path, before }) => [path, before])), null);
    this.saveNow();
    return say;
  }

  /** An older value, or one that was set aside, as a new change. */
  restore({ path, before, after, setAside }: SheetChangeLine): void {
    this.apply(withItem(this.values(), path, setAside ? after : before), this.named(path));
  }

  keepTheirs(path: string): void {
    const collision = this.disputed.get(path);
    if (!collision) return;
    this.disputed.drop(path);
    this.steps.close();
    const changes = [{ path, before: collision.mine, after: this.known.value(path) }];
    this.steps.add({ name: this.named(path), changes });
    this.steps.close();
  }

  /** @param joined what the person made of both; otherwise mine as it is. */
  keepMine(path: string, joined?: SheetValue): void {
    const collision = this.disputed.get(path);
    if (!collision) return;
    this.disputed.drop(path);
    this.apply(withItem(this.values(), path, joined === undefined ? collision.mine : joined), this.named(path));
  }

  /** The item of this field was removed by somebody, as far as the server knows. */
  isRemoved(path: string): boolean {
    const item = itemOf(path);
    return item !== null && item !== path && this.known.value(item) === null;
  }

  /** On blur, before leaving, or on „Spróbuj teraz”. */
  saveNow(): void {
    this.steps.close();
    this.queue.flush();
  }

  /** Saves what waits; true when nothing is left unsaved. */
  async saveAll(): Promise<boolean> {
    this.steps.close();
    await this.queue.drain();
    return this.waiting() === 0 && (this.gone()?.unsaved ?? '') === '';
  }

  retry(): void {
    this.queue.retry();
  }

  /** Gives up what the server refused to take. */
  dropRefused(): void {
    this.queue.dropRefused();
  }

  /** Asks at once what is new: after an act that closes or opens the sheet. */
  refresh(): Promise<void> {
    return this.watch.now();
  }

  /** @param name of the step; null: it is not to be taken back. */
  private write(changes: ReadonlyMap<string, SheetValue>, name: string | null): void {
    const url = this.url();
    const made = [...changes].filter(([path, value]) => !sameValue(this.value(path), value));
    if (url === null || this.shut() || made.length === 0) return;
    if (name !== null) {
      this.steps.add({ name, changes: made.map(([path, after]) => ({ path, before: this.value(path), after })) });
    }
    const edits = new Map<string, Edit>();
    for (const [path, value] of made) {
      if (!this.disputed.type(path, value)) edits.set(path, { base: this.baseOf(path, value), value });
    }
    for (const part of partsOf(url, edits)) this.queue.later(part);
  }

  /**
   * What a change starts from: its field as it is known. Who removes an item has seen what everybody wrote up to here,
   * and not a word of what came after, though an own save may have come after that.
   */
  private baseOf(path: string, value: SheetValue): number {
    return isItem(path) && value === null ? this.seen() : this.known.rev(path);
  }

  /** Nothing is left to save of a field that shows again what the server has. */
  private leadsBack(earlier: Edits, path: string, { value }: Edit): boolean {
    const onItsWay = this.unsent().some((edits) => edits !== earlier && edits.byPath.has(path));
    return !onItsWay && sameValue(this.known.value(path), value);
  }

  private async send(edits: Edits): Promise<void> {
    if (edits.byPath.size === 0) return;
    const answer = await this.http.save(edits.url, bodyOf(edits, newId));
    if (this.url() !== edits.url) return;
    const { from, rev, taken, collisions } = answer;
    this.known.learn([...taken, ...collisions.map(({ path, theirs, rev }) => ({ path, value: theirs, rev }))]);
    const waiting = this.unsent().filter((one) => one !== edits);
    rebaseOn(answer, waiting);
    // Between what was seen and the own save there was nothing else.
    if (from === this.seen()) this.seen.set(rev);
    this.disputed.take(collisions, waiting);
    // Somebody else is at work: what they did besides is worth seeing now.
    if (collisions.length > 0) void this.watch.now();
  }

  /** True: the server has answered. */
  private async look(): Promise<boolean> {
    const url = this.url();
    if (url === null || !this.there()) return true;
    try {
      this.take(url, await this.http.news(url, this.seen()));
      // The connection is there again: what waits need not wait on.
      if (this.saving().is === 'unreachable') this.queue.flush();
      return true;
    } catch (thrown) {
      await this.isLost(thrown);
      return false;
    }
  }

  private take(url: string, { rev, closed, fields }: SheetResponse): void {
    if (this.url() !== url) return;
    this.known.learn(fields);
    this.disputed.learn(fields);
    this.seen.update((before) => Math.max(before, rev));
    this.shut.set(closed);
    this.there.set(true);
  }

  /** A reading refused of a thing that was read before: the right to it is gone, and so is what the page shows. */
  private async isLost(thrown: unknown): Promise<boolean> {
    const { problem } = failureOf(thrown);
    const shape = this.shape();
    if (!['NOT_FOUND', 'FORBIDDEN'].includes(problem.code) || !this.there() || !shape) return false;
    const unsaved = leftOver(
      shape,
      this.values(),
      this.unsent(),
      this.collisions().map(({ path }) => path),
    );
    this.queue.abandon(problem);
    this.forget();
    this.gone.set({ unsaved });
    // Whom one acts for may be no longer there to choose either.
    await this.injector
      .get(SessionStore)
      .reload()
      .catch(() => null);
    return true;
  }

  private forget(): void {
    this.known.clear();
    this.disputed.clear();
    this.steps.clear();
    this.seen.set(0);
    this.there.set(false);
    this.shut.set(false);
  }

  private named(path: string): string {
    const shape = this.shape();
    return shape ? nameOf(shape, this.values(), path) : path;
  }
}
