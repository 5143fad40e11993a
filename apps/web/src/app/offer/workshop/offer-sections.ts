import { OFFER_FORM } from '@zit/domain';
import { offerFormWords } from '@zit/words.pl/offer-form';
import { offerDeskWords } from '@zit/words.pl/offer-page';

/** Parts of an offer: the sections of its form, and the attachments that hang on it. */
export type OfferSection = keyof typeof OFFER_FORM.sections | 'attachments';
export const OFFER_SECTIONS: readonly OfferSection[] = [
  ...(Object.keys(OFFER_FORM.sections) as (keyof typeof OFFER_FORM.sections)[]),
  'attachments',
];

/** Sections in the address. */
const SLUGS: Record<OfferSection, string> = {
  basics: 'podstawy',
  partnership: 'partnerstwo',
  services: 'uslugi',
  groups: 'grupy',
  places: 'miejsca',
  plan: 'plan',
  indicators: 'wskazniki',
  experience: 'doswiadczenie',
  budget: 'budzet',
  contribution: 'wklad',
  declarations: 'oswiadczenia',
  attachments: 'zalaczniki',
};

export const slugOf = (section: OfferSection): string => SLUGS[section];

/** The section of an address; the first one when it names none. */
export const sectionOf = (slug: string | undefined): OfferSection =>
  OFFER_SECTIONS.find((section) => SLUGS[section] === slug) ?? 'basics';

/** The section that a finding or a presence names; null: none of an offer. */
export const sectionNamed = (name: string): OfferSection | null =>
  OFFER_SECTIONS.find((section) => section === name) ?? null;

export const titleOf = (section: OfferSection): string =>
  section === 'attachments' ? offerDeskWords.attachments : offerFormWords.sections[section].title;
