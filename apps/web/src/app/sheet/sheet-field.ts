import { CdkTextareaAutosize } from '@angular/cdk/text-field';
import { Component, computed, DestroyRef, inject, input, signal } from '@angular/core';
import {
  formatDatePl,
  groupThousands,
  isUnread,
  kindAt,
  parseTyped,
  sameValue,
  typedText,
  unreadReason,
  type FieldKind,
  type SheetValue,
} from '@zit/domain';
import { keptOf } from '@zit/domain/sheet/typed';
import { collisionWords, sheetWords } from '@zit/words.pl/sheet-page';
import { AUTOSAVE_MS } from '../consortium/store/save-queue';
import { fieldId } from './field-id';
import { fieldOptions, grouped } from './field-options';
import { MomentFields } from './moment-fields';
import { SHEET_OFFERS, type SheetOffer } from './offers';
import { fieldWordsAt } from './read-paths';
import { SHEET_PARTIES } from './sheet-rights';
import { SheetStore } from './sheet-store';

/** From this part of the longest text on, the field counts what is left. */
const NEARLY = 0.9;
/** A text that may be this long counts its characters all the time. */
const COUNTED = 1_000;

const INPUT_MODES: Partial<Record<FieldKind['is'], string>> = {
  whole: 'numeric',
  hundredths: 'decimal',
  grosze: 'decimal',
  thousandths: 'decimal',
  link: 'url',
};

/**
 * One field of a sheet, drawn by its kind. Every key goes to the store; what cannot be read goes there as it was
 * typed, and the field says what is wrong once the person pauses or goes on.
 */
@Component({
  selector: 'zit-sheet-field',
  imports: [CdkTextareaAutosize, MomentFields],
  templateUrl: './sheet-field.html',
  styleUrl: './sheet-field.scss',
  host: { '[attr.data-kind]': 'kind().is' },
})
export class SheetField {
  readonly path = input.required<string>();

  private readonly store = inject(SheetStore);
  private readonly offers = inject(SHEET_OFFERS, { optional: true });
  private readonly parties = inject(SHEET_PARTIES, { optional: true });
  protected readonly words = sheetWords;
  protected readonly collisionWords = collisionWords;
  protected readonly id = computed(() => fieldId(this.path()));
  protected readonly kind = computed<FieldKind>(() => {
    const shape = this.store.shape();
    const kind = shape && kindAt(shape.form, this.path());
    if (!kind || kind.is === 'place') throw new Error(`No field at ${this.path()}`);
    return kind;
  });
  protected readonly says = computed(() => {
    const shape = this.store.shape();
    return shape ? fieldWordsAt(shape, this.path()) : { label: '' };
  });
  protected readonly value = computed(() => this.store.value(this.path()), { equal: sameValue });

  /** What the person is typing and the value it stands for: another value from outside goes before it. */
  private readonly draft = signal<{ text: string; value: SheetValue } | null>(null);
  protected readonly shown = computed(() => {
    const draft = this.draft();
    return draft && sameValue(draft.value, this.value()) ? draft.text : typedText(this.kind(), this.value());
  });
  /** A complaint waits for the end of typing and goes away as soon as the text is good. */
  private readonly typing = signal(false);
  /** The browser's own field shows a date that there is not, over this value, and does not say what was typed. */
  private readonly noSuchDay = signal<{ over: SheetValue } | null>(null);
  protected readonly fault = computed(() => {
    const value = this.value();
    const noSuchDay = this.noSuchDay();
    if (noSuchDay && sameValue(noSuchDay.over, value)) {
      return this.words.noSuchDay(typeof value === 'string' ? formatDatePl(value) : '');
    }
    return isUnread(value) && !this.typing() ? unreadReason(this.kind(), value.typed) : null;
  });
  protected readonly disputed = computed(() => this.store.collisions().some(({ path }) => path === this.path()));
  protected readonly describedBy = computed(() => {
    const [id, parts] = [this.id(), [] as string[]];
    if (this.says().help) parts.push(`${id}-help`);
    if (this.fault()) parts.push(`${id}-fault`);
    if (this.disputed()) parts.push(`${id}-disputed`);
    return parts.join(' ') || null;
  });
  protected readonly inputMode = computed(() => INPUT_MODES[this.kind().is] ?? null);
  protected readonly isNumber = computed(() =>
    ['whole', 'hundredths', 'thousandths', 'grosze'].includes(this.kind().is),
  );
  protected readonly kept = computed(() => keptOf(this.kind()));
  protected readonly left = computed(() => {
    const kind = this.kind();
    if (kind.is !== 'line' && kind.is !== 'text') return null;
    const length = this.shown().length;
    if (length > kind.max * NEARLY) return this.words.charactersLeft(kind.max - length);
    return kind.max < COUNTED || length === 0
      ? null
      : this.words.characters(groupThousands(length), groupThousands(kind.max));
  });
  private readonly offered = computed<readonly SheetOffer[] | null>(() => {
    if (this.kind().is === 'line') return this.offers?.(this.path()) ?? null;
    if (this.kind().is !== 'member') return null;
    return this.parties?.offered(this.path()).map(({ id, name }) => ({ code: id, name })) ?? [];
  });
  /** One thing out of several is chosen, not typed. */
  protected readonly isChosenOne = computed(
    () => this.offered() !== null || this.kind().is === 'choice' || this.kind().is === 'item',
  );
  protected readonly options = computed(() => {
    const shape = this.store.shape();
    return shape ? fieldOptions(shape, this.store.values(), this.path(), this.kind(), this.offered()) : [];
  });
  protected readonly groups = computed(() => grouped(this.options()));
  private givenTo: string | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  protected type(event: Event): void {
    const { value: text, validity } = event.target as HTMLInputElement | HTMLTextAreaElement;
    // What stands there cannot be had from the browser: it stays on the screen, and nothing is made of it.
    if (validity.badInput) return;
    this.noSuchDay.set(null);
    const value = parseTyped(this.kind(), text);
    this.typing.set(true);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.typing.set(false), AUTOSAVE_MS);
    this.draft.set({ text, value });
    this.store.set(this.path(), value);
  }

  /** Leaving shows the value as it was read, and saves it without waiting. */
  protected leave({ target }: Event): void {
    clearTimeout(this.timer);
    this.typing.set(false);
    this.noSuchDay.set((target as HTMLInputElement).validity.badInput ? { over: this.value() } : null);
    this.draft.set(null);
    this.store.saveNow();
  }

  protected choose(event: Event): void {
    const chosen = (event.target as HTMLSelectElement).value || null;
    // Arrows pass through names: who gives the item away and may not write in it any more does so by going on.
    const stays = this.kind().is !== 'member' || chosen === null || chosen === this.parties?.own();
    this.givenTo = stays ? null : chosen;
    if (stays) this.store.set(this.path(), chosen);
  }

  protected giveAway(): void {
    if (this.givenTo === null) return;
    this.store.set(this.path(), this.givenTo);
    this.givenTo = null;
  }

  protected isChosen(code: string): boolean {
    const value = this.value();
    return Array.isArray(value) && value.includes(code);
  }

  protected toggle(code: string): void {
    const kind = this.kind();
    if (kind.is !== 'choices') return;
    const chosen = kind.of.filter((one) => (one === code ? !this.isChosen(one) : this.isChosen(one)));
    this.store.set(this.path(), chosen.length > 0 ? chosen : null);
  }

  protected tick(event: Event): void {
    this.store.set(this.path(), (event.target as HTMLInputElement).checked);
  }

  protected takeMoment(text: string): void {
    this.store.set(this.path(), parseTyped(this.kind(), text));
  }
}
