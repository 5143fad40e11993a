import { afterNextRender, Component, computed, ElementRef, inject, Injector, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { SheetValue } from '@zit/domain';
import { sheetWords } from '@zit/words.pl/sheet-page';
import { Icon } from '../ui/icon';
import { keepsFocus } from '../ui/keeps-focus';
import { fieldId } from './field-id';
import { isCompact, isWide } from './layout';
import { itemName } from './read-paths';
import { SHEET_PARTIES, SHEET_RIGHTS } from './sheet-rights';
import { SheetField } from './sheet-field';
import { SheetReading } from './sheet-reading';
import { SheetStore } from './sheet-store';

/**
 * A list of equal items, in the order that people choose; every act works by keyboard and can be taken back. Of a list
 * of members each item is its owner's, and one that is for each member stands there for each.
 */
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
  /** The page says already why the common part is only read. */
  readonly said = input(false);

  private readonly store = inject(SheetStore);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);
  private readonly rights = inject(SHEET_RIGHTS, { optional: true });
  private readonly parties = inject(SHEET_PARTIES, { optional: true });
  protected readonly words = sheetWords.list;
  protected readonly undoWord = sheetWords.undo;
  private readonly of = computed(() => this.store.shape()?.form.sections[this.section()]?.lists[this.list()]);
  protected readonly says = computed(
    () => this.store.shape()?.words.sections[this.section()]?.lists[this.list()] ?? null,
  );
  protected readonly id = computed(() => fieldId(`${this.section()}.${this.list()}`));
  protected readonly fields = computed(() => Object.keys(this.of()?.fields ?? {}));
  protected readonly compact = computed(() => isCompact(this.of()?.fields ?? {}));
  /** One item for each member: none is added, moved or taken away. */
  protected readonly forEach = computed(() => this.of()?.of === 'EACH_MEMBER');
  /** Why nothing is added here; null: it may be. */
  protected readonly why = computed(() => this.rights?.(`${this.section()}.${this.list()}`) ?? null);
  protected readonly listWhy = computed(() => (this.reading() || this.said() ? null : this.why()));
  protected readonly items = computed(() => {
    const shape = this.store.shape();
    const values = this.store.values();
    if (!shape) return [];
    return this.paths().map((path) => {
      const why = this.why() !== null && !this.of()?.of ? this.why() : (this.rights?.(path) ?? null);
      return { path, id: fieldId(path), name: itemName(shape, values, path), why };
    });
  });
  private readonly paths = computed(() => {
    const there = this.store.items(this.section(), this.list());
    const parties = this.parties;
    if (!this.forEach() || !parties) return there;
    const own = parties.own();
    const inOrder = [...parties.all()].sort((a, b) => Number(b.id === own) - Number(a.id === own));
    const each = inOrder.map(({ id }) => `${this.section()}.${this.list()}.${id}`);
    return [...each, ...there.filter((path) => !each.includes(path))];
  });
  /** Those that the person may move: they change places among themselves. */
  private readonly movable = computed(() => this.items().flatMap(({ path, why }) => (why === null ? [path] : [])));
  protected readonly full = computed(() => {
    const most = this.of()?.max ?? 0;
    return this.items().length >= most ? this.words.full(most) : null;
  });
  /** What has just happened, for who does not see it. */
  protected readonly told = signal('');
  private readonly removal = signal<string | null>(null);
  /** The removal is still the last thing that was done. */
  protected readonly mayUndo = computed(() => this.removal() !== null && this.store.undoable() === this.removal());

  constructor() {
    keepsFocus('.add', 'h3');
  }

  protected pathsOf(item: string): string[] {
    return this.fields().map((field) => `${item}.${field}`);
  }

  protected wide(path: string): boolean {
    return !this.compact() && isWide(this.of()?.fields[path.split('.')[3] ?? '']);
  }

  protected add(): void {
    const own = this.parties?.own() ?? null;
    const begins: Record<string, SheetValue> =
      this.of()?.fields['member']?.is === 'member' && own !== null ? { member: own } : {};
    const item = this.full() ? null : this.store.addItem(this.section(), this.list(), begins);
    if (item === null) return;
    this.removal.set(null);
    this.told.set(this.words.added(this.nameOf(item)));
    this.focus(`#${fieldId(item)} :is(input, textarea, select)`);
  }

  protected remove(item: string, at: number): void {
    const name = this.nameOf(item);
    this.store.removeItem(item);
    this.removal.set(this.store.undoable());
    this.told.set(this.words.removed(name));
    const next = this.items()[Math.min(at, this.items().length - 1)];
    this.focus(next ? `#${next.id} .remove` : '.add');
  }

  protected move(item: string, by: -1 | 1): void {
    this.store.moveItem(item, by, this.movable());
    const at = this.items().findIndex(({ path }) => path === item);
    this.told.set(this.words.nowAt(this.items()[at]?.name ?? '', at + 1, this.items().length));
    this.removal.set(null);
    // The row takes its button along; the keyboard stays on it, in sight also where it had never left it.
    this.focus(`#${fieldId(item)} ${by === -1 ? '.up' : '.down'}`, true);
  }

  protected undo(): void {
    this.told.set(this.store.undo());
    this.removal.set(null);
    this.focus('.add');
  }

  /** At the end of those that may be moved, in that direction. */
  protected atEnd(item: string, by: -1 | 1): boolean {
    return this.movable()[this.movable().indexOf(item) + by] === undefined;
  }

  private nameOf(item: string): string {
    return this.items().find(({ path }) => path === item)?.name ?? '';
  }

  private focus(selector: string, moved = false): void {
    const focus = (): void => {
      const at = this.host.querySelector<HTMLElement>(selector);
      at?.focus();
      if (moved) at?.scrollIntoView({ block: 'nearest' });
    };
    afterNextRender(focus, { injector: this.injector });
  }
}
