import { inject } from '@angular/core';
import { SERVICES, type ServiceInCatalogue } from '@zit/domain';
import { offerFormWords } from '@zit/words.pl/offer-form';
import type { SheetOffer, SheetOffers } from '../../sheet/offers';
import { OfferDesk } from './offer-desk';

const SERVICE = /^services\.list\.[^.]+\.code$/;
const AREAS: Readonly<Record<string, string>> = offerFormWords.choices['services.additions.area'];

const offered = ({ code, area, pl }: ServiceInCatalogue): SheetOffer => ({
  code,
  name: pl,
  group: AREAS[area] ?? area,
});
const CATALOGUE = SERVICES.map(offered);

/** Services of the catalogue and those that this offer adds to it, by area. */
export function offerCodes(): SheetOffers {
  const desk = inject(OfferDesk);
  return (path) => (SERVICE.test(path) ? [...CATALOGUE, ...desk.additions().map(offered)] : null);
}
