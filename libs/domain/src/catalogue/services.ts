import type { BudgetArea } from '../budget/line';
import { catalogueWords } from '../words.pl/catalogue';

/** The two service areas of a Local Centre (slides 8 and 9). */
export type ServiceArea = Exclude<BudgetArea, 'CROSS'>;
export const SERVICE_AREAS: readonly ServiceArea[] = ['LABOUR_MARKET', 'SOCIAL_SERVICES'];

export interface ServiceInCatalogue {
  code: string;
  area: ServiceArea;
  pl: string;
  /** Why a service added by a call serves the area's goal; null for the programme's own list. */
  justification: string | null;
}

export interface PlannedService {
  code: string;
  memberId: string;
}

/** The programme's own list: 10 services of area 1 and 14 of area 2 (A.4; the split of bullets is ours [I]). */
export const SERVICES: readonly ServiceInCatalogue[] = Object.entries(catalogueWords.service).map(([code, pl]) => ({
  code,
  area: code.startsWith('LM_') ? 'LABOUR_MARKET' : 'SOCIAL_SERVICES',
  pl,
  justification: null,
}));

/** Services found in both areas (A.4): the same member must not price both without saying why (N12). */
export const OVERLAPPING_SERVICES: readonly (readonly [labourMarket: string, socialServices: string])[] = [
  ['LM_INFO', 'SS_INFO'],
  ['LM_VOLUNTEERING', 'SS_VOLUNTEERING'],
  ['LM_COACHING', 'SS_COACHING'],
  ['LM_CAREER_ADVICE', 'SS_CAREER_NEEDS'],
  ['LM_JOB_CLUB', 'SS_JOB_CLUBS'],
  ['LM_SHORT_TERM_PLACEMENT', 'SS_SHORT_TERM_OFFERS'],
];

/** Does the text look like a catalogue code (`LM_TRAINING`, `XX_ANYTHING`) rather than a free description? */
export const isServiceCode = (item: string): boolean => /^[A-Z]{2}_[A-Z0-9_]+$/.test(item);

/** Catalogue of a call: the programme's list and what the call added to it; additions never replace the list. */
export function catalogueOf(additions: readonly ServiceInCatalogue[]): Map<string, ServiceInCatalogue> {
  const catalogue = new Map(SERVICES.map((service) => [service.code, service]));
  for (const added of additions) if (!catalogue.has(added.code)) catalogue.set(added.code, added);
  return catalogue;
}

/** Name of a service or of a free description, as people read it. */
export const itemName = (item: string, additions: readonly ServiceInCatalogue[] = []): string =>
  (catalogueWords.service as Record<string, string>)[item] ??
  additions.find((service) => service.code === item)?.pl ??
  item;
