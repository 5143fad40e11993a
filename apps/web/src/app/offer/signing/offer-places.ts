import { Component, computed, input } from '@angular/core';
import { offerPlaceWords } from '@zit/words.pl/offer-signing';
import { TabLinks } from '../../ui/tab-links';

/** From one page of an offer to the others. */
@Component({
  selector: 'zit-offer-places',
  imports: [TabLinks],
  template: `<zit-tab-links [label]="words.label" [tabs]="tabs()" />`,
})
export class OfferPlaces {
  readonly offer = input.required<string>();
  protected readonly words = offerPlaceWords;
  protected readonly tabs = computed(() => [
    { name: offerPlaceWords.offer, link: ['/oferty', this.offer()] },
    { name: offerPlaceWords.council, link: ['/oferty', this.offer(), 'rekomendacja'] },
    { name: offerPlaceWords.signing, link: ['/oferty', this.offer(), 'podpisy'] },
    { name: offerPlaceWords.submit, link: ['/oferty', this.offer(), 'zlozenie'] },
    { name: offerPlaceWords.receipts, link: ['/oferty', this.offer(), 'potwierdzenia'] },
    { name: offerPlaceWords.letters, link: ['/oferty', this.offer(), 'pisma'] },
    { name: offerPlaceWords.appeal, link: ['/oferty', this.offer(), 'odwolanie'] },
  ]);
}
