import { inject } from '@angular/core';
import { SERVICES } from '@zit/domain';
import type { SheetOffer, SheetOffers } from '../../sheet/offers';
import { OfferDesk } from './offer-desk';

const SERVICE = /^services\.list\.[^.]+\.code$/;
const CATALOGUE: readonly SheetOffer[] = SERVICES.map(({ code, pl }) => ({ code, name: pl }));

/** Services of the catalogue, and those that this offer adds to it. */
export function offerCodes(): SheetOffers {
  const desk = inject(OfferDesk);
  return (path) => {
    if (!SERVICE.test(path)) return null;
    const added = (desk.contents()?.services.additions ?? []).flatMap(({ code, name }) =>
      code ? [{ code, name: name ?? code }] : [],
    );
    return [...CATALOGUE, ...added];
  };
}
