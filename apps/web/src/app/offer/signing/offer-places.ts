import { Component, computed, inject, input } from '@angular/core';
import { correctionWords } from '@zit/words.pl/correction';
import { offerPlaceWords } from '@zit/words.pl/offer-signing';
import { TabLinks } from '../../ui/tab-links';
import { OfferDesk } from '../workshop/offer-desk';

/** From one page of an offer to the others. */
@Component({
  selector: 'zit-offer-places',
  imports: [TabLinks],
  template: `<zit-tab-links [label]="words.label" [tabs]="tabs()" />`,
})
export class OfferPlaces {
  readonly offer = input.required<string>();
  private readonly desk = inject(OfferDesk, { optional: true });
  protected readonly words = offerPlaceWords;
  protected readonly tabs = computed(() => [
    { name: offerPlaceWords.offer, link: ['/oferty', this.offer()] },
    { name: offerPlaceWords.council, link: ['/oferty', this.offer(), 'rekomendacja'] },
    { name: offerPlaceWords.signing, link: ['/oferty', this.offer(), 'podpisy'] },
    { name: offerPlaceWords.submit, link: ['/oferty', this.offer(), 'zlozenie'] },
    { name: offerPlaceWords.receipts, link: ['/oferty', this.offer(), 'potwierdzenia'] },
    { name: offerPlaceWords.letters, link: ['/oferty', this.offer(), 'pisma'] },
    // Only where somebody called for one.
    ...(this.desk?.offer()?.correction
      ? [{ name: correctionWords.tab, link: ['/oferty', this.offer(), 'uzupelnienie'] }]
      : []),
    { name: offerPlaceWords.appeal, link: ['/oferty', this.offer(), 'odwolanie'] },
  ]);
}
