import { Component, computed, inject, input } from '@angular/core';
import { sheetWords } from '@zit/words.pl/sheet-page';
import { Icon } from '../ui/icon';
import { fieldId } from './field-id';
import { isWide } from './layout';
import { SheetField } from './sheet-field';
import { SheetList } from './sheet-list';
import { SheetReading } from './sheet-reading';
import { SHEET_RIGHTS } from './sheet-rights';
import { SheetStore } from './sheet-store';

/**
 * All fields and lists of one section of the open sheet. The page provides the SheetStore and opens it. A sheet that
 * is closed, or that its person may only read, is shown as text; so is what belongs to somebody else.
 */
@Component({
  selector: 'zit-sheet-section',
  imports: [Icon, SheetField, SheetList, SheetReading],
  template: `
    @if (says(); as says) {
      @if (heading()) {
        <h2 [id]="id()" tabindex="-1">{{ says.title }}</h2>
      }
      @if (says.help; as help) {
        <p class="soft">{{ help }}</p>
      }
      @if (reason(); as text) {
        @if (saysWhy()) {
          <p class="why"><zit-icon name="eye" /> {{ text }}</p>
        }
        @if (paths().length > 0) {
          <zit-sheet-reading [paths]="paths()" />
        }
      } @else {
        @if (lockedWhy(); as text) {
          <p class="why"><zit-icon name="eye" /> {{ text }}</p>
        }
        @if (locked().length < paths().length) {
          <div class="fields">
            @for (path of paths(); track path) {
              @if (!locked().includes(path)) {
                <zit-sheet-field [path]="path" [class.wide]="wide(path)" />
              }
            }
          </div>
        }
        @if (locked().length > 0) {
          <zit-sheet-reading [paths]="locked()" />
        }
      }
      @for (list of lists(); track list) {
        <zit-sheet-list
          [section]="section()"
          [list]="list"
          [reading]="reason() !== null"
          [said]="lockedWhy() !== null"
        />
      }
    }
  `,
  styleUrl: './sheet-section.scss',
})
export class SheetSection {
  /** Name of the section in the form. */
  readonly section = input.required<string>();
  /** Fields and lists of the section that the page shows in its own way, or not at all. */
  readonly without = input<readonly string[]>([]);
  /** Why its person may only read it; null: they may write, as long as the sheet is open. */
  readonly readonly = input<string | null>(null);
  /** Whether the section says its title itself. */
  readonly heading = input(true);

  private readonly store = inject(SheetStore);
  private readonly rights = inject(SHEET_RIGHTS, { optional: true });
  private readonly of = computed(() => this.store.shape()?.form.sections[this.section()]);
  protected readonly says = computed(() => this.store.shape()?.words.sections[this.section()] ?? null);
  protected readonly id = computed(() => fieldId(this.section()));
  protected readonly reason = computed(() => this.readonly() ?? (this.store.closed() ? sheetWords.closed : null));
  /** A page with a heading of its own says its own reason there, too. */
  protected readonly saysWhy = computed(() => this.heading() || this.readonly() === null);
  protected readonly paths = computed(() =>
    Object.keys(this.of()?.fields ?? {})
      .filter((name) => !this.without().includes(name))
      .map((name) => `${this.section()}.${name}`),
  );
  /** Fields that are somebody else's, and why they are only read. */
  protected readonly locked = computed(() => this.paths().filter((path) => (this.rights?.(path) ?? null) !== null));
  protected readonly lockedWhy = computed(() => this.locked().map((path) => this.rights?.(path) ?? null)[0] ?? null);
  protected readonly lists = computed(() =>
    Object.keys(this.of()?.lists ?? {}).filter((name) => !this.without().includes(name)),
  );

  protected wide(path: string): boolean {
    return isWide(this.of()?.fields[path.split('.')[1] ?? '']);
  }
}
