import type { LocalDate } from '../calendar/local-date';
import { checkOffer } from '../offer/check-offer';
import type { OfferFinding } from '../offer/finding';
import type { OfferAbout, OfferCallFacts, OfferContents } from '../offer/offer-about';
import type { OfferDocumentFacts } from '../offer/offer-document';

/**
 * What stands around an offer, from what was received: members, attachments and papers as they were then, and the
 * edition of the call that it names. Days on papers are not part of an offer; a number that is not known has none.
 */
export function aboutReceived(
  { consortium, members, attachments, papers }: OfferDocumentFacts,
  call: OfferCallFacts,
  issuedOn: ReadonlyMap<string, LocalDate>,
): OfferAbout {
  const dated = papers.flatMap((paper) => {
    const day = issuedOn.get(paper.number);
    return day === undefined ? [] : [{ ...paper, issuedOn: day }];
  });
  return { call, consortium, members, attachments, papers: dated, unread: [] };
}

/** What the rules find in an offer as it was received, never in a draft. */
export const findingsReceived = (
  document: OfferDocumentFacts,
  call: OfferCallFacts,
  issuedOn: ReadonlyMap<string, LocalDate>,
): OfferFinding[] => checkOffer(document.contents, aboutReceived(document, call, issuedOn));

/** Does a member promise money of its own? Then a local government needs its treasurer too. */
export function promisesMoney({ contribution, budget }: OfferContents, member: string): boolean {
  return (
    contribution.members.some(({ id, cashGrosze }) => id === member && (cashGrosze ?? 0) > 0) ||
    budget.lines.some((line) => line.member === member && line.source === 'OWN_CASH')
  );
}
