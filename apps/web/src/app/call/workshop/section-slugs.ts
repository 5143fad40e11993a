import type { CallSection } from './section-states';

/** Sections in the address. */
const SLUGS: Record<CallSection, string> = {
  basics: 'podstawy',
  rules: 'zasady',
  criteria: 'kryteria',
  consultations: 'konsultacje',
  resolution: 'uchwala',
  meetings: 'spotkania',
  notice: 'ogloszenie',
  deadline: 'termin',
  texts: 'teksty',
};

/** Files stand beside the form, not in it. */
export const FILES_SLUG = 'zalaczniki';

export const slugOf = (section: CallSection): string => SLUGS[section];

/** The section of an address; the first one when it names none. */
export const sectionOf = (slug: string | undefined): CallSection =>
  (Object.keys(SLUGS) as CallSection[]).find((section) => SLUGS[section] === slug) ?? 'basics';
