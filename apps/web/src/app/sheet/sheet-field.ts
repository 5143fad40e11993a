import { CdkTextareaAutosize } from '@angular/cdk/text-field';
import { Component, computed, DestroyRef, inject, input, signal } from '@angular/core';
import {
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
import { MomentFields } from './moment-fields';
import { SHEET_OFFERS } from './offers';
import { choicesAt, fieldWordsAt, itemNames } from './read-paths';
import { SheetStore } from './sheet-store';

/** From this part of the longest text on, the field counts what is left. */
const NEARLY = 0.9;

const INPUT_MODES: Partial<Record<FieldKind['is'], string>> = {
  whole: 'numeric',
  hundredths: 'decimal',
  grosze: 'decimal',
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
  protected readonly fault = computed(() => {
    const value = this.value();
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
  protected readonly isNumber = computed(() => ['whole', 'hundredths', 'grosze'].includes(this.kind().is));
  protected readonly kept = computed(() => keptOf(this.kind()));
  protected readonly left = computed(() => {
    const kind = this.kind();
    if (kind.is !== 'line' && kind.is !== 'text') return null;
    const length = this.shown().length;
    return length > kind.max * NEARLY ? this.words.charactersLeft(kind.max - length) : null;
  });
  private readonly offered = computed(() => (this.kind().is === 'line' ? (this.offers?.(this.path()) ?? null) : null));
  /** One thing out of several is chosen, not typed. */
  protected readonly isChosenOne = computed(
    () => this.offered() !== null || this.kind().is === 'choice' || this.kind().is === 'item',
  );
  /** Codes and their words; items of the list for a field that points to one; what the page offers for a line. */
  protected readonly options = computed(() => {
    const [kind, shape, offered, value] = [this.kind(), this.store.shape(), this.offered(), this.value()];
    if (!shape) return [];
    if (offered) {
      const text = typeof value === 'string' ? value : isUnread(value) ? value.typed : '';
      return text === '' || offered.some(({ code }) => code === text)
        ? offered
        : [...offered, { code: text, name: text }];
    }
    const names =
      kind.is === 'item'
        ? itemNames(shape, this.store.values(), this.path(), kind.list)
        : choicesAt(shape, this.path());
    const codes = kind.is === 'choice' || kind.is === 'choices' ? kind.of : Object.keys(names);
    const options = codes.map((code) => ({ code, name: names[code] ?? code }));
    const missing = kind.is === 'item' && typeof value === 'string' && !codes.includes(value);
    return missing ? [...options, { code: value, name: this.words.removedItem }] : options;
  });
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  protected type(event: Event): void {
    const { value: text } = event.target as HTMLInputElement | HTMLTextAreaElement;
    const value = parseTyped(this.kind(), text);
    this.typing.set(true);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.typing.set(false), AUTOSAVE_MS);
    this.draft.set({ text, value });
    this.store.set(this.path(), value);
  }

  /** Leaving shows the value as it was read, and saves it without waiting. */
  protected leave(): void {
    clearTimeout(this.timer);
    this.typing.set(false);
    this.draft.set(null);
    this.store.saveNow();
  }

  protected choose(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    this.store.set(this.path(), value === '' ? null : value);
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
