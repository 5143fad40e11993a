import type { DocumentFacts } from '@zit/domain';
import type { DocumentModel } from '../../model/model';
import { documentOf } from '../paper';
import { annexes } from './annexes';
import { changeSections } from './change';
import { conductSections } from './conduct';
import { dutySections } from './duties';
import { moneySections } from './money';
import { opening } from './opening';
import { signing } from './signing';

/**
 * Partnership agreement, §1–§20 (domain B.3): preamble with the legal basis of the regime and day, parties,
 * the six statutory elements, the financial plan, accession, exit, attachments. Refuses nothing: whether it
 * may be issued is for the findings to say.
 */
export const partnershipAgreement = (facts: DocumentFacts): DocumentModel =>
  documentOf(facts, [
    ...opening(facts),
    ...dutySections(facts),
    ...moneySections(facts),
    ...conductSections(facts),
    ...changeSections(facts),
    ...signing(facts),
    ...annexes(facts),
  ]);
