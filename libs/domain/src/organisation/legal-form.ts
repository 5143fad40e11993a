import { organisationKindWords } from '../words.pl/organisation-kinds';
import type { Sector } from './sector';

/** One row of the table `legal form → sector`; a programme may replace the table. */
export interface LegalForm {
  /** GUS „szczególna forma prawna”, three digits. */
  code: string;
  pl: string;
  sector: Sector;
}

/** Sector by code (D.2). The codes are general knowledge, not confirmed by a source [K]: keep them editable. */
const SECTOR_BY_CODE: Record<keyof typeof organisationKindWords.legalForm, Sector> = {
  '155': 'NGO',
  '148': 'NGO',
  '156': 'NGO',
  '050': 'CHURCH',
  '140': 'NGO_EQUIVALENT',
  '116': 'BUSINESS',
  '117': 'BUSINESS',
  '118': 'BUSINESS',
  '120': 'BUSINESS',
  '019': 'BUSINESS',
  '044': 'UNIVERSITY',
  '403': 'JST',
  '429': 'JST_UNIT',
  '430': 'JST_UNIT',
  '431': 'JST_UNIT',
  '159': 'OTHER',
};

const ORDER = [
  '155',
  '148',
  '156',
  '050',
  '140',
  '117',
  '116',
  '118',
  '120',
  '019',
  '403',
  '429',
  '430',
  '431',
  '044',
  '159',
] as const;

export const LEGAL_FORMS: readonly LegalForm[] = ORDER.map((code) => ({
  code,
  pl: organisationKindWords.legalForm[code],
  sector: SECTOR_BY_CODE[code],
}));

/** Sector that follows from a legal form; null when the form is missing or not in the table. */
export const sectorOf = (legalForm: string | null, table: readonly LegalForm[] = LEGAL_FORMS): Sector | null =>
  table.find((form) => form.code === legalForm)?.sector ?? null;
