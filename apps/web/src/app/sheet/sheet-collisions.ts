import { Clipboard } from '@angular/cdk/clipboard';
import { afterNextRender, Component, computed, ElementRef, inject, Injector, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { isUnread, kindAt, parseTyped, type SheetValue } from '@zit/domain';
import { collisionWords } from '@zit/words.pl/sheet-page';
import { TakesFocus } from '../ui/takes-focus';
import type { Collision } from './collisions';
import { fieldId } from './field-id';
import { isItem } from './place';
import { nameOf, shownAt } from './read-paths';
import { SHEET_RIGHTS } from './sheet-rights';
import { SheetStore } from './sheet-store';
import { whenPl } from './when';

type Is = 'field' | 'itemGone' | 'itemChanged' | 'itemMissing' | 'notYours';

/** What the two buttons say. */
const ACTS: Record<Is, { theirs: string; mine: string }> = {
  field: { theirs: collisionWords.keepTheirs, mine: collisionWords.keepMine },
  itemGone: { theirs: collisionWords.leaveRemoved, mine: collisionWords.restoreItem },
  itemChanged: { theirs: collisionWords.keepItem, mine: collisionWords.removeItem },
  itemMissing: { theirs: collisionWords.leaveRemoved, mine: collisionWords.restoreItem },
  notYours: { theirs: collisionWords.giveUp, mine: collisionWords.copy },
};

/** Fields that two people changed at the same time: both versions side by side, and nothing is lost until one is chosen. */
@Component({
  selector: 'zit-collisions',
  imports: [MatButton, TakesFocus],
  templateUrl: './sheet-collisions.html',
  styleUrl: './sheet-collisions.scss',
})
export class SheetCollisions {
  private readonly store = inject(SheetStore);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);
  private readonly clipboard = inject(Clipboard);
  private readonly rights = inject(SHEET_RIGHTS, { optional: true });
  protected readonly words = collisionWords;
  protected readonly rows = computed(() => this.store.collisions().map((one) => this.row(one)));
  /** What the person makes of both texts, by path; absent: not at it. */
  protected readonly joining = signal<Readonly<Record<string, { text: string }>>>({});
  protected readonly said = signal('');

  protected keepTheirs(path: string): void {
    this.store.keepTheirs(path);
    this.settled();
  }

  /** What is somebody else's to write can only be copied away; the history keeps it, too. */
  protected copy(text: string): void {
    this.said.set(this.clipboard.copy(text) ? this.words.copied : this.words.notCopied);
  }

  protected keepMine(path: string): void {
    this.store.keepMine(path);
    this.settled();
  }

  protected join(path: string, text: string): void {
    this.joining.update((all) => ({ ...all, [path]: { text } }));
  }

  protected stopJoining(path: string): void {
    this.joining.update(({ [path]: _done, ...others }) => others);
  }

  protected saveJoined(path: string): void {
    const shape = this.store.shape();
    const kind = shape && kindAt(shape.form, path);
    const text = this.joining()[path]?.text ?? '';
    if (!kind || kind.is === 'place') return;
    this.stopJoining(path);
    this.store.keepMine(path, parseTyped(kind, text));
    this.settled();
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLTextAreaElement).value;
  }

  /** The keyboard goes on to the next choice, or stays where it is said that none is left. */
  private settled(): void {
    const left = this.store.collisions().length;
    this.said.set(left > 0 ? this.words.settled : this.words.settledAll);
    afterNextRender(() => this.host.querySelector<HTMLElement>('h3, .said')?.focus(), { injector: this.injector });
  }

  private row(one: Collision) {
    const [shape, values] = [this.store.shape(), this.store.values()];
    const { path, base, theirs, mine } = one;
    const shown = (value: SheetValue): string => (shape && shownAt(shape, values, path, value)) || this.words.empty;
    const kind = shape && kindAt(shape.form, path);
    const is = this.isOf(one);
    return {
      path,
      id: `${fieldId(path)}-wybor`,
      is,
      acts: ACTS[is],
      name: shape ? nameOf(shape, values, path) : path,
      base: shown(base),
      theirs: shown(theirs),
      mine: shown(mine),
      copied: !isItem(path) && mine !== null,
      whose: is === 'notYours' ? (this.rights?.(path) ?? this.words.notYours) : null,
      said: this.words.theirsBy(one.by ?? this.words.somebody, one.at === null ? '' : whenPl(one.at)),
      // Both texts can go into one; a number or a choice cannot. Neither is left out unless the person strikes it.
      text:
        is !== 'notYours' && (kind?.is === 'text' || kind?.is === 'line')
          ? [theirs, mine]
              .map(textOf)
              .filter(Boolean)
              .join(kind.is === 'text' ? '\n\n' : ' ')
          : null,
    };
  }

  private isOf({ path, mine, because }: Collision): Is {
    if (because === 'NOT_YOURS') return 'notYours';
    if (isItem(path)) return mine === null ? 'itemChanged' : 'itemMissing';
    return this.store.isRemoved(path) ? 'itemGone' : 'field';
  }
}

const textOf = (value: SheetValue): string => (isUnread(value) ? value.typed : typeof value === 'string' ? value : '');
