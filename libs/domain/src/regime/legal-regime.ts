/** Legal basis of the partnership (domain B.1); the date of the document decides which one fits. */
export const LEGAL_REGIMES = [
  'PARTNER_2006_ART28A',
  'PARTNER_2014_ART33',
  'PARTNER_2022_ART39',
  'GRANT_PROJECT',
  'PUBLIC_BENEFIT_COMPETITION',
  'REGRANTING_16A',
  'OWN_REGULATIONS',
] as const;
export type LegalRegime = (typeof LEGAL_REGIMES)[number];
