import { Component, computed, input } from '@angular/core';
import type { OfferDocumentFacts } from '@zit/domain';
import { ReadingBlocks } from '../../call/reading/reading-blocks';
import { offerReading } from './offer-reading';

/** All that an offer says, for reading: exactly what is confirmed, handed in and received. */
@Component({
  selector: 'zit-offer-contents',
  imports: [ReadingBlocks],
  template: `
    @for (section of sections(); track section.key) {
      <section [attr.aria-labelledby]="'read-' + section.key">
        <h2 class="serif" [id]="'read-' + section.key">{{ section.title }}</h2>
        <zit-reading-blocks [blocks]="section.blocks" />
      </section>
    }
  `,
  styles: `
    section {
      margin-block-end: var(--zit-6);
    }
    h2 {
      margin-block-end: var(--zit-2);
      font-size: 1.3125rem;
    }
  `,
})
export class OfferContentsView {
  readonly document = input.required<OfferDocumentFacts>();
  protected readonly sections = computed(() => offerReading(this.document()));
}
