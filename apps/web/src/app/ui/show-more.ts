import { Component, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { frameWords } from '@zit/words.pl/frame';
import type { Paged } from './paged';
import { ProblemNotice } from './problem-notice';

/** The end of a list that grows: why its next page did not come, and the button that brings it. */
@Component({
  selector: 'zit-show-more',
  imports: [MatButton, ProblemNotice],
  template: `
    @if (list().failed(); as thrown) {
      <zit-problem-notice [thrown]="thrown" (retry)="list().more()" />
    }
    @if (list().next() !== null) {
      <button matButton="outlined" type="button" (click)="list().more()">
        {{ list().busy() ? words.loading : words.showMore }}
      </button>
    }
  `,
  styles: `
    button {
      margin-block-start: var(--zit-4);
    }
  `,
})
export class ShowMore {
  readonly list = input.required<Pick<Paged<unknown>, 'next' | 'failed' | 'busy' | 'more'>>();
  protected readonly words = frameWords;
}
