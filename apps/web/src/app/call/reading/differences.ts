import { Component, input } from '@angular/core';
import type { CallDifference } from '@zit/contracts';
import { differenceWords } from '@zit/words.pl/call-page';

/** What an edition changed against the one before, in words. */
@Component({
  selector: 'zit-differences',
  template: `
    @if (differences().length > 0) {
      <ul>
        @for (each of differences(); track $index) {
          <li>
            <strong>{{ each.label }}</strong>
            <p class="before">
              <span class="soft">{{ words.before }}: </span><del>{{ each.before ?? words.empty }}</del>
            </p>
            <p>
              <span class="soft">{{ words.after }}: </span><ins>{{ each.after ?? words.empty }}</ins>
            </p>
          </li>
        }
      </ul>
    } @else {
      <p class="soft">{{ words.none }}</p>
    }
  `,
  styles: `
    ul {
      margin: 0 0 var(--zit-4);
      padding: 0;
      list-style: none;
    }
    li {
      padding-block: var(--zit-2);
      border-block-start: 1px solid var(--zit-line);
    }
    p {
      margin: 0;
      overflow-wrap: anywhere;
      white-space: pre-line;
    }
    del {
      color: var(--zit-ink-soft);
    }
    ins {
      text-decoration: none;
      font-weight: 600;
    }
  `,
})
export class Differences {
  readonly differences = input.required<readonly CallDifference[]>();
  protected readonly words = differenceWords;
}
