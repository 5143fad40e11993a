import { Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { frameWords } from '@zit/words.pl/frame';
import { Icon } from './icon';
import { problemOf, problemText } from './problem';

/** What went wrong and the way out, with the number to quote when asking for help. Give it the thrown thing. */
@Component({
  selector: 'zit-problem-notice',
  imports: [Icon, MatButton],
  template: `
    <zit-icon name="warning" />
    <div role="alert">
      <p>{{ text() }}</p>
      @if (problem().trace; as trace) {
        <p class="trace">{{ words.trace(trace) }}</p>
      }
    </div>
    @if (retryable()) {
      <button matButton="outlined" type="button" (click)="retry.emit()">{{ words.retry }}</button>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--zit-3);
      padding: var(--zit-4);
      border: 1px solid var(--zit-red);
      border-radius: var(--zit-radius);
      background: var(--zit-surface);
    }
    zit-icon {
      color: var(--zit-red);
    }
    div {
      flex: 1 1 14rem;
    }
    p {
      margin: 0;
    }
    .trace {
      color: var(--zit-ink-soft);
      font-size: 0.875rem;
      user-select: all;
    }
  `,
})
export class ProblemNotice {
  readonly thrown = input.required<unknown>();
  readonly retryable = input(true);
  readonly retry = output();
  protected readonly words = frameWords;
  protected readonly problem = computed(() => problemOf(this.thrown()));
  protected readonly text = computed(() => problemText(this.problem()));
}
