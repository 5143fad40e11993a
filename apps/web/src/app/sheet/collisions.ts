import { computed, signal } from '@angular/core';
import type { SheetCollision, SheetField } from '@zit/contracts';
import type { SheetValue } from '@zit/domain';
import type { Edits } from './edits';
import { isItem } from './place';

/** A field that waits for the person to choose; `at` null: it was changed once more while it waited. */
export type Collision = Omit<SheetCollision, 'at'> & { at: string | null };

/** Fields that two people changed, each with both versions, until the person chooses. */
export class Collisions {
  private readonly byPath = signal<ReadonlyMap<string, Collision>>(new Map());

  readonly all = computed(() => [...this.byPath().values()]);

  get(path: string): Collision | undefined {
    return this.byPath().get(path);
  }

  /** Takes in what the server answered, and out of what still waits to be sent, because that is mine, too. */
  take(collisions: readonly SheetCollision[], waiting: readonly Edits[]): void {
    const next = new Map(this.byPath());
    for (const collision of collisions) {
      const { path, theirs } = collision;
      let { mine } = collision;
      for (const edits of waiting) {
        const later = edits.byPath.get(path);
        if (!later) continue;
        mine = later.value;
        edits.byPath.delete(path);
        edits.body = null;
      }
      // The order of a list is no question for people: the last one to move it has it, the history knows the rest.
      const order = isItem(path) && typeof mine === 'number' && typeof theirs === 'number';
      if (!order) next.set(path, { ...collision, mine });
    }
    this.byPath.set(next);
  }

  /** What is typed on while a choice waits belongs to mine; false: no choice waits here. */
  type(path: string, mine: SheetValue): boolean {
    const known = this.byPath().get(path);
    if (known) this.byPath.update((all) => new Map(all).set(path, { ...known, mine }));
    return known !== undefined;
  }

  /** What somebody wrote into a field that waits already: that is what mine is compared with now. */
  learn(news: readonly SheetField[]): void {
    const newer = news.filter(({ path, rev }) => rev > (this.byPath().get(path)?.rev ?? Infinity));
    if (newer.length === 0) return;
    const next = new Map(this.byPath());
    for (const { path, value, rev } of newer) {
      const known = next.get(path);
      if (known) next.set(path, { ...known, theirs: value, rev, by: null, at: null });
    }
    this.byPath.set(next);
  }

  drop(path: string): void {
    this.byPath.update((all) => new Map([...all].filter(([one]) => one !== path)));
  }

  clear(): void {
    this.byPath.set(new Map());
  }
}
