import { Clipboard } from '@angular/cdk/clipboard';
import { Component, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { frameWords, lostAccessWords } from '@zit/words.pl/frame';
import { Icon } from './icon';

/** The right to a thing ended while it was open: what happened, and what was typed and not saved, to be copied. */
@Component({
  selector: 'zit-lost-access',
  imports: [Icon, MatButton, RouterLink],
  template: `
    <div class="what" role="alert">
      <zit-icon name="block" />
      <div>
        @if (!closed()) {
          <h2>{{ heading() }}</h2>
        }
        <p>{{ text() }}</p>
      </div>
    </div>
    @if (unsaved()) {
      <p id="lost-why">{{ words.unsaved }}</p>
      <textarea
        readonly
        rows="8"
        [attr.aria-label]="words.unsavedLabel"
        aria-describedby="lost-why"
        [value]="unsaved()"
      ></textarea>
      <p>
        <button matButton="filled" type="button" (click)="copy()">{{ words.copy }}</button>
        <span role="status">{{ copied() ? frame.copied : '' }}</span>
      </p>
    }
    @if (closed()) {
      <p>
        <a routerLink="/">{{ words.back }}</a>
      </p>
    }
  `,
  styles: `
    :host {
      display: block;
      max-inline-size: 720px;
      margin-block-end: var(--zit-5);
    }
    .what {
      display: flex;
      gap: var(--zit-3);
      margin-block-end: var(--zit-4);
      padding: var(--zit-4);
      border: 1px solid var(--zit-red);
      border-radius: var(--zit-radius);
      background: var(--zit-surface);
    }
    .what zit-icon {
      color: var(--zit-red);
    }
    .what p {
      margin: 0;
    }
    h2 {
      margin-block-end: var(--zit-1);
    }
    textarea {
      inline-size: 100%;
      padding: var(--zit-3);
      border: 1px solid var(--zit-line-strong);
      border-radius: var(--zit-radius);
      background: var(--zit-sunken);
      color: inherit;
      font: inherit;
      resize: vertical;
    }
    button {
      margin-inline-end: var(--zit-3);
    }
  `,
})
export class LostAccess {
  readonly text = input.required<string>();
  /** Over the text, where the page has a heading of its own. */
  readonly heading = input<string>(lostAccessWords.title);
  /** What was not saved; empty: nothing. */
  readonly unsaved = input('');
  /** Nothing else is left on the page: its heading says so, and the way out stands below. */
  readonly closed = input(true);
  private readonly clipboard = inject(Clipboard);
  protected readonly words = lostAccessWords;
  protected readonly frame = frameWords;
  protected readonly copied = signal(false);

  protected copy(): void {
    this.copied.set(this.clipboard.copy(this.unsaved()));
  }
}
