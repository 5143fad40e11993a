import { Component } from '@angular/core';
import { frameWords } from '@zit/words.pl/frame';

/** Quiet lines in place of what is coming; shown after 300 ms, so that quick answers do not blink. */
@Component({
  selector: 'zit-loading',
  template: `
    <span class="visually-hidden" role="status">{{ text }}</span>
    <span class="line" aria-hidden="true"></span>
    <span class="line" aria-hidden="true"></span>
    <span class="line short" aria-hidden="true"></span>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--zit-3);
      padding-block: var(--zit-4);
      animation: appear 150ms 300ms both;
    }
    .line {
      block-size: 20px;
      border-radius: 4px;
      background: var(--zit-sunken);
    }
    .short {
      inline-size: 60%;
    }
    @keyframes appear {
      from {
        opacity: 0;
      }
    }
  `,
})
export class Loading {
  protected readonly text = frameWords.loading;
}
