import { Component, computed, inject, input, resource } from '@angular/core';
import { checkOffer, OFFER_FORM, readSheet, unreadPaths } from '@zit/domain';
import { offerListWords } from '@zit/words.pl/offer-page';
import { OfferHttp } from '../offer-http';

/** What an offer that is being written still needs, and how much of it is one's own; silent while it is not known. */
@Component({
  selector: 'zit-offer-missing',
  template: `
    @if (says(); as text) {
      <span>{{ text }}</span>
    }
  `,
})
export class OfferMissing {
  readonly offer = input.required<string>();
  private readonly http = inject(OfferHttp);
  private readonly asked = resource({
    params: () => this.offer(),
    loader: async ({ params: id }) => {
      const [offer, { fields }] = await Promise.all([this.http.look(id), this.http.sheet(id)]);
      const values = Object.fromEntries(fields.map(({ path, value }) => [path, value]));
      const { call, consortiumId, consortium: title, members, attachments, papers } = offer;
      const unread = unreadPaths(OFFER_FORM, values);
      const about = { call, consortium: { id: consortiumId, title }, members, attachments, papers, unread };
      const fails = checkOffer(readSheet(OFFER_FORM, values), about).filter(({ verdict }) => verdict === 'fail');
      return {
        all: fails.length,
        own: fails.filter(({ member }) => (member ? member === offer.me.member : offer.me.leads)).length,
      };
    },
  });
  protected readonly says = computed(() => {
    if (!this.asked.hasValue()) return '';
    const { all, own } = this.asked.value();
    if (all === 0) return offerListWords.missing.none;
    return `${offerListWords.missing.all(all)}, ${offerListWords.missing.own(own)}`;
  });
}
