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
  private readonly others = signal<readonly string[]>([]);
  /** Items that somebody else had moved first, in the newest answer that collided. */
  readonly unmoved = this.others.asReadonly();

  readonly all = computed(() => [...this.byPath().values()]);

  get(path: string): Collision | undefined {
    return this.byPath().get(path);
  }

  /** Takes in what the server answered, and out of what still waits to be sent, because that is mine, too. */
  take(collisions: readonly SheetCollision[], waiting: readonly Edits[]): void {
    if (collisions.length === 0) return;
    const next = new Map(this.byPath());
    const unmoved: string[] = [];
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
      // The order of a list is no question for people: who was first has it, the other one is told.
      const order =
        collision.because !== 'NOT_YOURS' && isItem(path) && typeof mine === 'number' && typeof theirs === 'number';
      if (!order) next.set(path, { ...collision, mine });
      // One that came to be at the same time has a place either way.
      else if (collision.base !== null) unmoved.push(path);
    }
    this.byPath.set(next);
    this.others.set(unmoved);
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
    this.others.set([]);
  }
}
