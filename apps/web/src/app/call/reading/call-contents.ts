import { Component, computed, input } from '@angular/core';
import { callReading, type CallContents } from './call-reading';
import { ReadingBlocks } from './reading-blocks';

/** All that a call says, section by section; each can be reached by its address. */
@Component({
  selector: 'zit-call-contents',
  imports: [ReadingBlocks],
  template: `
    @for (section of sections(); track section.key) {
      <section [id]="section.key" [attr.aria-labelledby]="section.key + '-title'">
        <h2 class="serif" [id]="section.key + '-title'" tabindex="-1">{{ section.title }}</h2>
        <zit-reading-blocks [blocks]="section.blocks" />
      </section>
    }
  `,
  styles: `
    section {
      margin-block-end: var(--zit-6);
      scroll-margin-block-start: 88px;
    }
    h2 {
      margin-block-end: var(--zit-2);
      font-size: 1.5rem;
    }
    h2:focus {
      outline: none;
    }
  `,
})
export class CallContentsView {
  readonly contents = input.required<CallContents>();
  /** Fields that the page says elsewhere. */
  readonly without = input<readonly string[]>([]);
  protected readonly sections = computed(() => callReading(this.contents(), this.without()));
}
