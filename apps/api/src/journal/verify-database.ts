import type { JournalVerdict } from '@zit/domain';
import type { EntityManager } from 'typeorm';
import { exportJournal } from './export-journal';
import { verifyLines } from './verify-file';

/**
 * Proves the journal as it stands in the database: the lines that its export would have. In a transaction that sees
 * one state of it, acts and the sealer may go on meanwhile.
 * @param expected hash of a seal that must be part of the chain, from a paper or a published list; null: none
 */
export const verifyDatabase = (manager: EntityManager, expected: string | null): Promise<JournalVerdict> =>
  verifyLines(exportJournal(manager), expected);
