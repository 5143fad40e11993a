import { Component, input } from '@angular/core';
import type { DocumentModel } from '@zit/documents/model/model';
import { Blocks } from './blocks';

/** A document as a sheet of paper on the screen, from the same neutral model as its PDF; it prints as it stands. */
@Component({
  selector: 'zit-paper',
  imports: [Blocks],
  template: `
    <zit-blocks [blocks]="model().blocks" />
    <p class="foot">
      {{ model().footer.note }} · {{ model().footer.template }} · {{ model().footer.number }}
      @if (model().footer.seal; as seal) {
        <br />{{ seal }}
      }
    </p>
  `,
  styles: `
    :host {
      display: block;
      padding: clamp(16px, 5%, 64px);
      border: 1px solid var(--zit-line);
      background: var(--zit-surface);
      font-family: var(--zit-serif);
      font-size: 1.0625rem;
      line-height: 1.5;
    }
    .foot {
      max-inline-size: none;
      overflow-wrap: anywhere;
      margin: var(--zit-6) 0 0;
      padding-block-start: var(--zit-2);
      border-block-start: 1px solid var(--zit-line);
      color: var(--zit-ink-soft);
      font-size: 0.875rem;
    }
    @media print {
      :host {
        padding: 0;
        border: 0;
        background: none;
        font-size: 11pt;
      }
    }
  `,
  host: { '[attr.lang]': 'model().lang' },
})
export class Paper {
  readonly model = input.required<DocumentModel>();
}
