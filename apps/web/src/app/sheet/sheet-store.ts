import { computed, Injectable } from '@angular/core';
import type { SheetChangeLine } from '@zit/contracts';
import { sameValue, type SheetValue } from '@zit/domain';
import { sheetWords } from '@zit/words.pl/sheet-page';
import { newId } from '../ui/new-id';
import { partsOf, type Edit } from './edits';
import { addition, ofEachMember, withItem } from './list-acts';
import { OwnSteps } from './own-steps';
import { itemOf, itemsOf, moved, placeAfter } from './place';
import { SheetCore } from './sheet-core';
import type { SheetShape } from './sheet-words';

/**
 * One open sheet as a person works on it. Every key reaches the store at once and the server after a breath. Kept in
 * memory only: nothing of a sheet goes into the browser's storage. Provide it with the page.
 */
@Injectable()
export class SheetStore extends SheetCore {
  private readonly steps = new OwnSteps();

  /** What „Cofnij” would take back; null: nothing. */
  readonly undoable = computed(() => this.steps.last()?.name ?? null);
  /** What „Ponów” would do again; null: nothing. */
  readonly redoable = computed(() => this.steps.lastUndone()?.name ?? null);

  /** Paths of the items of a list, in their order. */
  items(section: string, list: string): string[] {
    return itemsOf(this.values(), section, list);
  }

  /** Saves after a breath; further typing starts the breath anew. */
  set(path: string, value: SheetValue): void {
    this.place(path);
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
    this.write(added.changes, sheetWords.list.step.added(wordOf(shape, section, list)));
    return added.item;
  }

  removeItem(item: string): void {
    this.steps.close();
    this.write(new Map([[item, null]]), sheetWords.list.step.removed(this.named(item)));
  }

  /** @param among the items that change places, in their order; not said: all of the list. */
  moveItem(item: string, by: -1 | 1, among?: readonly string[]): void {
    const [section = '', list = ''] = item.split('.');
    this.steps.close();
    const changes = moved(this.values(), among ?? this.items(section, list), item, by);
    this.write(changes, sheetWords.list.step.moved(this.named(item)));
  }

  /** Takes back the last thing the person did, where nobody has changed it since. Answers what to say. */
  undo(): string {
    return this.step(this.steps.back((path) => this.value(path)));
  }

  /** Does again what was taken back last. Answers what to say. */
  redo(): string {
    return this.step(this.steps.forth((path) => this.value(path)));
  }

  /** An older value, or one that was set aside, as a new change. */
  restore({ path, before, after, setAside }: SheetChangeLine): void {
    this.apply(withItem(this.values(), path, setAside ? after : before), this.named(path));
  }

  keepTheirs(path: string): void {
    const { disputed, known } = this.standing;
    const collision = disputed.get(path);
    if (!collision) return;
    disputed.drop(path);
    if (collision.because === 'NOT_YOURS') return;
    this.steps.close();
    const changes = [{ path, before: collision.mine, after: known.value(path) }];
    this.steps.add({ name: this.named(path), changes });
    this.steps.close();
  }

  /** @param joined what the person made of both; otherwise mine as it is. */
  keepMine(path: string, joined?: SheetValue): void {
    const collision = this.standing.disputed.get(path);
    if (!collision) return;
    this.standing.disputed.drop(path);
    this.apply(withItem(this.values(), path, joined === undefined ? collision.mine : joined), this.named(path));
  }

  /** The item of this field was removed by somebody, as far as the server knows. */
  isRemoved(path: string): boolean {
    return this.standing.isRemoved(path);
  }

  /** On blur, before leaving, or on „Spróbuj teraz”. */
  saveNow(): void {
    this.steps.close();
    this.queue.flush();
  }

  override saveAll(): Promise<boolean> {
    this.steps.close();
    return super.saveAll();
  }

  protected override forget(): void {
    super.forget();
    this.steps.clear();
  }

  private step({ sets, say }: { sets: ReadonlyMap<string, SheetValue>; say: string }): string {
    if (sets.size === 0) return say;
    this.write(sets, null);
    this.saveNow();
    return say;
  }

  /** The item that each member has by right comes to be with its first word, and is no step of its own. */
  private place(path: string): void {
    const [shape, values, item] = [this.shape(), this.values(), itemOf(path)];
    if (!shape || item === null || item === path || !ofEachMember(shape, item)) return;
    if ((values.get(item) ?? null) !== null) return;
    const [section = '', list = ''] = item.split('.');
    this.write(new Map([[item, placeAfter(values, itemsOf(values, section, list))]]), null);
  }

  /** @param name of the step; null: it is not to be taken back. */
  private write(changes: ReadonlyMap<string, SheetValue>, name: string | null): void {
    const url = this.url();
    const made = [...changes].filter(([path, value]) => !sameValue(this.value(path), value));
    if (url === null || this.closed() || made.length === 0) return;
    if (name !== null) {
      this.steps.add({ name, changes: made.map(([path, after]) => ({ path, before: this.value(path), after })) });
    }
    const edits = new Map<string, Edit>();
    for (const [path, value] of made) {
      if (!this.standing.disputed.type(path, value))
        edits.set(path, { base: this.standing.baseOf(path, value), value });
    }
    for (const part of partsOf(url, edits)) this.queue.later(part);
  }
}

const wordOf = (shape: SheetShape, section: string, list: string): string =>
  shape.words.sections[section]?.lists[list]?.item ?? list;
