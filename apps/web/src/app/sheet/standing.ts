import { signal } from '@angular/core';
import type { SheetResponse, SheetSaved } from '@zit/contracts';
import type { SheetValue } from '@zit/domain';
import { Collisions } from './collisions';
import { rebaseOn, type Edits } from './edits';
import { KnownFields } from './known-fields';
import { isItem, itemOf } from './place';

/** What the server has said of a sheet: its fields, how far they have been read, what collided, whether it is open. */
export class Standing {
  readonly known = new KnownFields();
  readonly disputed = new Collisions();
  /** The sheet has been read. */
  readonly there = signal(false);
  /** Nothing may be written at present. */
  readonly shut = signal(false);
  /** Revision up to which everything that others wrote has been seen. */
  readonly seen = signal(0);

  take({ rev, closed, fields }: SheetResponse): void {
    this.known.learn(fields);
    this.disputed.learn(fields);
    this.seen.update((before) => Math.max(before, rev));
    this.shut.set(closed);
    this.there.set(true);
  }

  /** @param waiting what is to be sent after the save that was answered. */
  answered(answer: SheetSaved, waiting: readonly Edits[]): void {
    const { from, rev, taken, collisions } = answer;
    this.known.learn([...taken, ...collisions.map(({ path, theirs, rev }) => ({ path, value: theirs, rev }))]);
    rebaseOn(answer, waiting);
    // Between what was seen and the own save there was nothing else.
    if (from === this.seen()) this.seen.set(rev);
    this.disputed.take(collisions, waiting);
  }

  /**
   * What a change starts from: its field as it is known. Who removes an item has seen what everybody wrote up to here,
   * and not a word of what came after, though an own save may have come after that.
   */
  baseOf(path: string, value: SheetValue): number {
    return isItem(path) && value === null ? this.seen() : this.known.rev(path);
  }

  /** The item of this field was removed by somebody, as far as the server knows. */
  isRemoved(path: string): boolean {
    const item = itemOf(path);
    return item !== null && item !== path && this.known.value(item) === null;
  }

  forget(): void {
    this.known.clear();
    this.disputed.clear();
    this.seen.set(0);
    this.there.set(false);
    this.shut.set(false);
  }
}
