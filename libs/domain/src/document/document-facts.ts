import type { LocalDate } from '../calendar/local-date';
import type { ConsortiumFacts } from '../consortium/facts';
import type { RuleSet } from '../rules/rule-set';

export const DOCUMENT_KINDS = ['LETTER_OF_INTENT', 'LETTER_OF_CONFIRMATION', 'PARTNERSHIP_AGREEMENT'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/**
 * All that a builder needs, as plain JSON: frozen in canonical form at issue, so that the same facts
 * give the same bytes for ever. Builders read no clock and look nothing up.
 */
export interface DocumentFacts {
  kind: DocumentKind;
  templateVersion: string;
  /** Null while a draft: the paper then says „projekt”. */
  number: string | null;
  /** Day on the paper; also chooses the legal wording. */
  date: LocalDate;
  place: string;
  copies: number;
  /** Letter of intent: last day it holds; null: until the agreement, at most six months. */
  validUntil: LocalDate | null;
  note: string | null;
  /** Letter of confirmation: whose. */
  memberId: string | null;
  consortium: ConsortiumFacts;
  ruleSet: RuleSet;
  /**
   * The newest seal of the journal when the document was issued: who holds the paper can tell later whether the journal
   * up to then is still the same. A draft has none, nor has a document from before there were seals.
   */
  journalSeal?: { batch: number; hash: string };
}
