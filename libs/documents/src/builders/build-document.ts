import type { DocumentFacts } from '@zit/domain';
import type { DocumentModel } from '../model/model';
import { annex } from './annex/annex';
import { letterOfConfirmation } from './letter-of-confirmation';
import { letterOfIntent } from './letter-of-intent';
import { partnershipAgreement } from './partnership-agreement/partnership-agreement';

/**
 * The document that the facts make, as a fresh model at each call. It reads no clock and refuses nothing for
 * the rules' sake; only a letter of confirmation without its member, and an annex without its agreement, is a RangeError.
 */
export function buildDocument(facts: DocumentFacts): DocumentModel {
  switch (facts.kind) {
    case 'LETTER_OF_INTENT':
      return letterOfIntent(facts);
    case 'LETTER_OF_CONFIRMATION':
      return letterOfConfirmation(facts);
    case 'PARTNERSHIP_AGREEMENT':
      return partnershipAgreement(facts);
    case 'ANNEX':
      return annex(facts);
  }
}
