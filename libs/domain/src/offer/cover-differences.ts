import { OFFER_FORM } from './offer-form';
import { differences } from '../sheet/differences';
import { coverPart, type OfferDocumentFacts } from './offer-document';

/** One difference in words. */
export interface CoverDifference {
  label: string;
  before: string | null;
  after: string | null;
}

/** What changed in the part that a confirmation of that member covers, in words; equal parts have none. */
export function coverDifferences(
  before: OfferDocumentFacts,
  after: OfferDocumentFacts,
  member: string,
): CoverDifference[] {
  const [was, is] = [coverPart(before, member), coverPart(after, member)];
  return differences(OFFER_FORM, was.contents, is.contents).map(({ label, before: old, after: now }) => ({
    label,
    before: old,
    after: now,
  }));
}
