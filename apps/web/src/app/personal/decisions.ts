import { Component, input, type Resource } from '@angular/core';
import { Loading } from '../ui/loading';
import { ProblemNotice } from '../ui/problem-notice';

/** Things that wait for somebody's decision, as a list (projected), with what was refused or could not be read. */
@Component({
  selector: 'zit-decisions',
  imports: [Loading, ProblemNotice],
  template: `
    <h2>{{ heading() }}</h2>
    @if (refused(); as text) {
      <p class="refused" role="alert">{{ text }}</p>
    }
    @if (found().error(); as thrown) {
      <zit-problem-notice [thrown]="thrown" (retry)="found().reload()" />
    } @else if (!found().hasValue()) {
      <zit-loading />
    } @else if (count() === 0) {
      <p>{{ none() }}</p>
    }
    <ng-content />
  `,
  styleUrl: './decisions.scss',
})
export class Decisions {
  readonly heading = input.required<string>();
  readonly found = input.required<Resource<unknown> & { reload(): boolean }>();
  readonly count = input.required<number>();
  /** Says that there is nothing. */
  readonly none = input.required<string>();
  readonly refused = input<string | null>(null);
}
