import { Component, computed, input } from '@angular/core';
import { sheetHistoryWords } from '@zit/words.pl/sheet-page';

/** Characters shown at once; a resolution of two pages would hide the lines around it. */
const SHOWN = 400;

/** A text as it was written; of a long one its beginning, and the whole of it behind a click. */
@Component({
  selector: 'zit-long-text',
  template: `
    @if (start(); as start) {
      <details>
        <summary>
          {{ start }} <span>{{ words.whole }}</span>
        </summary>
        <p>{{ text() }}</p>
      </details>
    } @else {
      <p>{{ text() }}</p>
    }
  `,
  styles: `
    :host {
      display: block;
      overflow-wrap: anywhere;
    }

    p {
      margin: 0;
      white-space: pre-wrap;
    }

    summary {
      cursor: pointer;
    }

    span {
      color: var(--zit-sea);
      text-decoration: underline;
    }
  `,
})
export class LongText {
  readonly text = input.required<string>();
  protected readonly words = sheetHistoryWords;
  /** Null: it is shown whole. */
  protected readonly start = computed(() => {
    const letters = [...this.text()];
    return letters.length > SHOWN
      ? `${letters
          .slice(0, SHOWN / 2)
          .join('')
          .trimEnd()}…`
      : null;
  });
}
