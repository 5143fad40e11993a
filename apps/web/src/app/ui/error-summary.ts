import {
  Component,
  DestroyRef,
  effect,
  type ElementRef,
  input,
  viewChild,
  afterNextRender,
  inject,
  Injector,
} from '@angular/core';
import { frameWords } from '@zit/words.pl/frame';
import { PageTitle } from '../shell/page-title';

export interface FieldFault {
  /** Id of the field's element, where the link leads. */
  field: string;
  message: string;
}

/** All errors of a form on top of it, each a link to its field. The form calls `focus()` when it refuses to save. */
@Component({
  selector: 'zit-error-summary',
  template: `
    @if (faults().length > 0) {
      <div class="summary" role="alert" tabindex="-1" #box>
        <h2>{{ words.errorSummary }}</h2>
        <ul>
          @for (fault of faults(); track $index) {
            <li>
              <a [href]="'#' + fault.field" (click)="go($event, fault.field)">{{ fault.message }}</a>
            </li>
          }
        </ul>
      </div>
    }
  `,
  styles: `
    .summary {
      margin-block-end: var(--zit-5);
      padding: var(--zit-4);
      border: 2px solid var(--zit-red);
      border-radius: var(--zit-radius);
      background: var(--zit-surface);
    }
    h2 {
      margin-block-end: var(--zit-2);
      font-size: 1.125rem;
    }
    ul {
      margin: 0;
      padding-inline-start: 1.1em;
    }
    li {
      padding-block: 3px;
    }
    a {
      color: var(--zit-red);
      font-weight: 600;
    }
  `,
})
export class ErrorSummary {
  readonly faults = input.required<readonly FieldFault[]>();
  protected readonly words = frameWords;
  private readonly box = viewChild<ElementRef<HTMLElement>>('box');
  private readonly injector = inject(Injector);
  private readonly title = inject(PageTitle);

  constructor() {
    effect(() => {
      if (this.faults().length === 0) this.title.clearError();
    });
    inject(DestroyRef).onDestroy(() => this.title.clearError());
  }

  focus(): void {
    this.title.markError();
    afterNextRender(() => this.box()?.nativeElement.focus(), { injector: this.injector });
  }

  protected go(event: Event, field: string): void {
    event.preventDefault();
    const target = document.getElementById(field);
    target?.scrollIntoView({ block: 'center' });
    target?.focus();
  }
}
