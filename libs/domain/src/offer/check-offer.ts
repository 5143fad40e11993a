import { check } from '../rules/check';
import type { OfferFinding, OfferSectionState } from './finding';
import type { OfferAbout, OfferContents } from './offer-about';
import { offerFacts } from './offer-facts';
import { OFFER_FORM } from './offer-form';

const WORST_FIRST = ['fail', 'warning', 'pass'] as const;

/** Everything that stands in the way of handing an offer in, what is doubtful, and what is in order; worst first. */
export function checkOffer(contents: OfferContents, about: OfferAbout): OfferFinding[] {
  const findings: OfferFinding[] = check(offerFacts(contents, about), about.call.ruleSet).findings.map((each) => ({
    code: each.code,
    verdict: each.verdict,
    section: 'budget',
    text: each.text,
    ...(each.fix ? { way: each.fix.text } : {}),
  }));
  return WORST_FIRST.flatMap((verdict) => findings.filter((finding) => finding.verdict === verdict));
}

/** Whether the offer may not be handed in. */
export const blocksSubmission = (findings: readonly OfferFinding[]): boolean =>
  findings.some(({ verdict }) => verdict === 'fail');

/** How far each section is, in the order of the form. */
export function sectionStates(
  contents: OfferContents,
  about: OfferAbout,
  findings: readonly OfferFinding[],
): OfferSectionState[] {
  void [contents, about];
  return Object.keys(OFFER_FORM.sections).map((section) => {
    const missing = findings.filter((each) => each.section === section && each.verdict === 'fail').length;
    return { section, state: missing > 0 ? 'STARTED' : 'COMPLETE', missing };
  });
}
