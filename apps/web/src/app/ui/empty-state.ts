import { Component, input } from '@angular/core';

/** Nothing here yet: one sentence that teaches, one action (projected). */
@Component({
  selector: 'zit-empty-state',
  template: `
    @if (heading(); as heading) {
      <h2>{{ heading }}</h2>
    }
    <p>{{ text() }}</p>
    <div class="action"><ng-content /></div>
  `,
  styles: `
    :host {
      display: block;
      padding: var(--zit-6) var(--zit-5);
      border: 1px dashed var(--zit-line-strong);
      border-radius: 10px;
    }
    h2 {
      margin-block-end: var(--zit-2);
    }
    .action {
      display: flex;
      flex-wrap: wrap;
      gap: var(--zit-3);
      align-items: center;
    }
  `,
})
export class EmptyState {
  readonly heading = input<string>();
  readonly text = input.required<string>();
}
