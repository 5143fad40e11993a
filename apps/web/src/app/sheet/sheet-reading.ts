import { Component, computed, inject, input } from '@angular/core';
import { isUnread } from '@zit/domain';
import { sheetWords } from '@zit/words.pl/sheet-page';
import { fieldWordsAt, shownAt } from './read-paths';
import { SheetStore } from './sheet-store';

/** Fields as text: a closed sheet is read, not shown as dead inputs. */
@Component({
  selector: 'zit-sheet-reading',
  template: `
    <dl>
      @for (row of rows(); track row.path) {
        <div [attr.data-path]="row.path">
          <dt>{{ row.label }}</dt>
          <dd [class.soft]="!row.text">{{ row.text || words.empty }}</dd>
        </div>
      }
    </dl>
  `,
  styles: `
    dl {
      display: grid;
      gap: var(--zit-3);
      margin: 0;
    }
    dt {
      color: var(--zit-ink-soft);
      font-size: 0.9375rem;
    }
    dd {
      margin: 0;
      max-inline-size: var(--zit-text);
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
  `,
})
export class SheetReading {
  readonly paths = input.required<readonly string[]>();
  private readonly store = inject(SheetStore);
  protected readonly words = sheetWords;
  protected readonly rows = computed(() => {
    const [shape, values] = [this.store.shape(), this.store.values()];
    if (!shape) return [];
    return this.paths().map((path) => {
      const value = values.get(path) ?? null;
      const text = isUnread(value) ? sheetWords.unread(value.typed) : shownAt(shape, values, path, value);
      return { path, label: fieldWordsAt(shape, path).label, text };
    });
  });
}
