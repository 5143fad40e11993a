import type { SheetForm } from '../sheet/form';
import type { AnyItem, AnySheet } from '../sheet/read-sheet';
import { offerCheckWords } from '../words.pl/offer-check';
import { askedOffer, type OfferCheck } from './check/asked';
import { callRules } from './check/call-rules';
import { contribution, declared, twice } from './check/member-rules';
import { missing } from './check/missing';
import { left, letters, members, period, places, unread } from './check/other-rules';
import { OFFER_RULES, type OfferFinding, type OfferRule, type OfferSectionState, type SectionState } from './finding';
import type { OfferAbout, OfferContents } from './offer-about';
import { OFFER_FORM } from './offer-form';

interface Asking {
  check: OfferCheck;
  /** Where it is told that nothing is amiss. */
  section: string;
  /** Of nothing at all nothing is said. */
  asks?: (contents: OfferContents) => boolean;
}

const hasPeriod = ({ basics }: OfferContents): boolean => basics.periodFrom !== null && basics.periodTo !== null;

/** What is asked besides the rules of the call. */
const CHECKS: Readonly<Record<OfferRule, Asking>> = {
  'O-READ': { check: unread, section: 'basics' },
  'O-FIELDS': { check: missing, section: 'basics' },
  'O-MEMBERS': { check: members, section: 'partnership' },
  'O-LEFT': { check: left, section: 'partnership' },
  'O-PERIOD': { check: period, section: 'basics', asks: hasPeriod },
  'O-PLACES': { check: places, section: 'places', asks: (contents) => contents.places.points.length > 0 },
  'O-CONTRIBUTION': {
    check: contribution,
    section: 'contribution',
    asks: (contents) => contents.budget.lines.length > 0,
  },
  'O-DECLARED': { check: declared, section: 'declarations' },
  'O-LETTERS': { check: letters, section: 'partnership' },
  'O-TWICE': { check: twice, section: 'services', asks: (contents) => contents.services.list.length > 0 },
};

const WORST_FIRST = ['fail', 'warning', 'pass'] as const;

/**
 * Everything that stands in the way of handing an offer in, what is doubtful, and what is in order; worst first, and
 * what is wrong before what is only not filled in yet. One finding for one gap: of fields that are empty there is one
 * for each section and whose part it is.
 */
export function checkOffer(contents: OfferContents, about: OfferAbout): OfferFinding[] {
  const offer = askedOffer(contents, about);
  const ours = OFFER_RULES.flatMap((code): OfferFinding[] => {
    const { check, section, asks = () => true } = CHECKS[code];
    const findings = check(offer);
    if (findings.length > 0 || !asks(contents)) return findings;
    return [{ code, verdict: 'pass', section, text: offerCheckWords.pass[code] }];
  });
  const all = [...ours, ...callRules(offer)];
  const sorted = [...all.filter(({ gap }) => !gap), ...all.filter(({ gap }) => gap)];
  return WORST_FIRST.flatMap((verdict) => sorted.filter((finding) => finding.verdict === verdict));
}

/** Whether the offer may not be handed in. */
export const blocksSubmission = (findings: readonly OfferFinding[]): boolean =>
  findings.some(({ verdict }) => verdict === 'fail');

/** How far each section is, in the order of the form; `findings` are those of `checkOffer`. */
export function sectionStates(
  contents: OfferContents,
  about: OfferAbout,
  findings: readonly OfferFinding[],
): OfferSectionState[] {
  return Object.keys(OFFER_FORM.sections).map((section) => {
    const failing = findings.filter((each) => each.section === section && each.verdict === 'fail');
    return { section, state: stateOf(section, contents, about, failing), missing: failing.length };
  });
}

function stateOf(
  section: string,
  contents: OfferContents,
  about: OfferAbout,
  failing: readonly OfferFinding[],
): SectionState {
  if (isEmpty(section, contents, about)) return 'EMPTY';
  if (failing.length === 0) return 'COMPLETE';
  return failing.every(({ gap }) => gap) ? 'STARTED' : 'FAULTY';
}

/** Nothing was filled in; items that the portal made for each member are nothing yet. */
function isEmpty(section: string, contents: OfferContents, about: OfferAbout): boolean {
  const form: SheetForm = OFFER_FORM;
  const values = (contents as unknown as AnySheet)[section] ?? {};
  const { fields, lists } = form.sections[section] ?? { fields: {}, lists: {} };
  const isBlank = (item: AnyItem): boolean => Object.keys(item).every((name) => name === 'id' || item[name] === null);
  const blankLists = Object.entries(lists).every(([list, { of }]) => {
    const items = (values[list] ?? []) as AnyItem[];
    return of === 'EACH_MEMBER' ? items.every(isBlank) : items.length === 0;
  });
  const blankFields = Object.keys(fields).every((field) => (values[field] ?? null) === null);
  return blankFields && blankLists && !about.unread.some((path) => path.startsWith(`${section}.`));
}
