import { Component, input } from '@angular/core';
import type { RichText } from '@zit/documents/model/model';
import { documentPageWords } from '@zit/words.pl/document-page';

/** A text in its styles; places to fill in by hand are named for screen readers. */
@Component({
  selector: 'zit-runs',
  preserveWhitespaces: false,
  template: `@for (run of runs(); track $index) {
    @if (run.blank) {
      <span role="img" [attr.aria-label]="blank">{{ run.text }}</span>
    } @else {
      <span [class.bold]="run.bold" [class.italic]="run.italic">{{ run.text }}</span>
    }
  }`,
  styles: `
    .bold {
      font-weight: 600;
    }
    .italic {
      font-style: italic;
    }
  `,
})
export class Runs {
  readonly runs = input.required<RichText>();
  protected readonly blank = documentPageWords.blank;
}
