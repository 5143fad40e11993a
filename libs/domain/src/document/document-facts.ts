import type { LocalDate } from '../calendar/local-date';
import type { ConsortiumFacts } from '../consortium/facts';
import type { Grosze } from '../money/grosze';
import type { RuleSet } from '../rules/rule-set';

export const DOCUMENT_KINDS = ['LETTER_OF_INTENT', 'LETTER_OF_CONFIRMATION', 'PARTNERSHIP_AGREEMENT', 'ANNEX'] as const;
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
  /** Agreement and annex: the award that they carry out; absent: none stands, or the paper is older than awards. */
  award?: AwardFacts;
  /** Annex: what it changes. */
  annex?: AnnexFacts;
}

/** An award, as far as a paper rests on it. */
export interface AwardFacts {
  callNumber: string;
  /** Number of the receipt whose contents were awarded. */
  receiptNumber: string;
  /** The published result that it follows. */
  resultNo: number;
  place: number;
  totalGrosze: Grosze;
  zitGrosze: Grosze;
  ownGrosze: Grosze;
  /** It fell through: nothing is issued on it any more. */
  ended: boolean;
}

/** What an annex changes: an issued agreement, as its annexes have left it. */
export interface AnnexFacts {
  /** Which annex of the agreement it is, from 1. */
  no: number;
  agreement: { number: string; date: LocalDate; factsSha256: string };
  /** False: another agreement has taken its place. */
  holds: boolean;
  /** The annex before; null: it is the first. */
  previous: { number: string; date: LocalDate } | null;
  /** What held until now: of the annex before, else of the agreement. */
  before: ConsortiumFacts;
}
