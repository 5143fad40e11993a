import type { DocumentKind, LocalDate } from '@zit/domain';

/** A wording of a document: its version is printed in the footer and frozen with the facts. */
export interface TemplateVersion {
  version: string;
  /** Dates of documents the wording was written for, both inclusive; null: until a new version comes. */
  validFrom: LocalDate;
  validTo: LocalDate | null;
}

/**
 * Versions of the templates. Change a clause: raise the number after the slash, so that a paper says
 * by itself which wording it carries. All wait for the check of a legal counsel (domain B).
 */
export const TEMPLATE_VERSIONS: Record<DocumentKind, TemplateVersion> = {
  LETTER_OF_INTENT: { version: 'LI/1', validFrom: '2014-01-01', validTo: null },
  LETTER_OF_CONFIRMATION: { version: 'LP/1', validFrom: '2014-01-01', validTo: null },
  PARTNERSHIP_AGREEMENT: { version: 'UP/1', validFrom: '2014-01-01', validTo: null },
  ANNEX: { version: 'AN/1', validFrom: '2014-01-01', validTo: null },
};
