import type { LocalDate } from '../calendar/local-date';
import type { LegalRegime } from './legal-regime';

/** Days of the act behind a legal basis; null for rules that the partnership gives itself. */
export interface Act {
  /** Day of the act: a paper of an earlier day cannot name it. */
  enacted: LocalDate;
  /** Day it came into force; general knowledge, to be confirmed by counsel [K]. */
  inForce: LocalDate;
}

/** B.1: the basis is chosen by the date of the document; in June 2014 the act of 11 July 2014 did not exist. */
export const ACTS: Readonly<Record<LegalRegime, Act | null>> = {
  PARTNER_2006_ART28A: { enacted: '2006-12-06', inForce: '2006-12-26' },
  PARTNER_2014_ART33: { enacted: '2014-07-11', inForce: '2014-09-13' },
  PARTNER_2022_ART39: { enacted: '2022-04-28', inForce: '2022-06-04' },
  GRANT_PROJECT: { enacted: '2014-07-11', inForce: '2014-09-13' },
  PUBLIC_BENEFIT_COMPETITION: { enacted: '2003-04-24', inForce: '2003-06-29' },
  REGRANTING_16A: { enacted: '2003-04-24', inForce: '2003-06-29' },
  OWN_REGULATIONS: null,
};

/** The newest partnership basis in force that day; before all of them, the partnership's own regulations. */
export function partnershipRegimeOn(date: LocalDate): LegalRegime {
  const newestFirst = ['PARTNER_2022_ART39', 'PARTNER_2014_ART33', 'PARTNER_2006_ART28A'] as const;
  return newestFirst.find((regime) => date >= (ACTS[regime]?.inForce ?? date)) ?? 'OWN_REGULATIONS';
}
