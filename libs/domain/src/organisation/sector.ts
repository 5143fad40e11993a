/** Sector of an organisation (domain A.13); it decides how the organisation counts in R-NGO and R-COMP. */
export const SECTORS = [
  'NGO',
  'NGO_EQUIVALENT',
  'JST',
  'JST_UNIT',
  'BUSINESS',
  'UNIVERSITY',
  'CHURCH',
  'OTHER',
] as const;
export type Sector = (typeof SECTORS)[number];

/** Q2, reading (b): art. 3(2) organisations and art. 3(3) entities, church legal persons among them. */
export const isNgo = (sector: Sector): boolean =>
  sector === 'NGO' || sector === 'NGO_EQUIVALENT' || sector === 'CHURCH';

export const isLocalGovernment = (sector: Sector): boolean => sector === 'JST' || sector === 'JST_UNIT';
