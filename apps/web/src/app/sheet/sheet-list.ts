import { afterNextRender, Component, computed, ElementRef, inject, Injector, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { sheetWords } from '@zit/words.pl/sheet-page';
import { Icon } from '../ui/icon';
import { fieldId } from './field-id';
import { isCompact, isWide } from './layout';
import { itemName } from './read-paths';
import { SheetField } from './sheet-field';
import { SheetReading } from './sheet-reading';
import { SheetStore } from './sheet-store';

/** A list of equal items, in the order that people choose; every act works by keyboard and can be taken back. */
@Component({
  selector: 'zit-sheet-list',
  imports: [Icon, MatButton, SheetField, SheetReading],
  templateUrl: './sheet-list.html',
  styleUrl: './sheet-list.scss',
})
export class SheetList {
  readonly section = input.required<string>();
  readonly list = input.required<string>();
  readonly reading = input(false);

  private readonly store = inject(SheetStore);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);
  protected readonly words = sheetWords.list;
  protected readonly undoWord = sheetWords.undo;
  private readonly of = computed(() => this.store.shape()?.form.sections[this.section()]?.lists[this.list()]);
  protected readonly says = computed(
    () => this.store.shape()?.words.sections[this.section()]?.lists[this.list()] ?? null,
  );
  protected readonly id = computed(() => fieldId(`${this.section()}.${this.list()}`));
  protected readonly fields = computed(() => Object.keys(this.of()?.fields ?? {}));
  protected readonly compact = computed(() => isCompact(this.of()?.fields ?? {}));
  protected readonly items = computed(() => {
    const shape = this.store.shape();
    const values = this.store.values();
    if (!shape) return [];
    return this.store
      .items(this.section(), this.list())
      .map((path) => ({ path, id: fieldId(path), name: itemName(shape, values, path) }));
  });
  protected readonly full = computed(() => {
    const most = this.of()?.max ?? 0;
    return this.items().length >= most ? this.words.full(most) : null;
  });
  /** What has just happened, for who does not see it. */
  protected readonly said = signal('');
  private readonly removal = signal<string | null>(null);
  /** The removal is still the last thing that was done. */
  protected readonly mayUndo = computed(() => this.removal() !== null && this.store.undoable() === this.removal());

  protected pathsOf(item: string): string[] {
    return this.fields().map((field) => `${item}.${field}`);
  }

  protected wide(path: string): boolean {
    return !this.compact() && isWide(this.of()?.fields[path.split('.')[3] ?? '']);
  }

  protected add(): void {
    const item = this.full() ? null : this.store.addItem(this.section(), this.list());
    if (item === null) return;
    this.removal.set(null);
    this.said.set(this.words.added(this.nameOf(item)));
    this.focus(`#${fieldId(item)} :is(input, textarea, select)`);
  }

  protected remove(item: string, at: number): void {
    const name = this.nameOf(item);
    this.store.removeItem(item);
    this.removal.set(this.store.undoable());
    this.said.set(this.words.removed(name));
    const next = this.items()[Math.min(at, this.items().length - 1)];
    this.focus(next ? `#${next.id} .remove` : '.add');
  }

  protected move(item: string, by: -1 | 1): void {
    this.store.moveItem(item, by);
    const at = this.items().findIndex(({ path }) => path === item);
    this.said.set(this.words.nowAt(this.items()[at]?.name ?? '', at + 1, this.items().length));
    this.removal.set(null);
    // The row takes its button along; the keyboard stays on it.
    this.focus(`#${fieldId(item)} ${by === -1 ? '.up' : '.down'}`);
  }

  protected undo(): void {
    this.said.set(this.store.undo());
    this.removal.set(null);
    this.focus('.add');
  }

  private nameOf(item: string): string {
    return this.items().find(({ path }) => path === item)?.name ?? '';
  }

  private focus(selector: string): void {
    afterNextRender(() => this.host.querySelector<HTMLElement>(selector)?.focus(), { injector: this.injector });
  }
}
