import { JournalCheck, type FoundEntry, type JournalVerdict } from '@zit/domain';
import type { EntityManager } from 'typeorm';
import { batchWithoutSeal, foundEntry, readBatch, readLoose, readSeals } from './read-entries';
import { sha256 } from './sha256';

/**
 * Proves the journal as it stands in the database.
 * @param expected hash of a seal that must be part of the chain, from a paper or a published list; null: none
 */
export async function verifyDatabase(manager: EntityManager, expected: string | null): Promise<JournalVerdict> {
  const check = new JournalCheck(sha256, expected);
  for await (const seal of readSeals(manager)) {
    const entries: FoundEntry[] = [];
    for await (const entry of readBatch(manager, seal.batch)) entries.push(foundEntry(entry));
    if (!check.batch(seal, entries)) return check.finish();
  }
  const orphaned = await batchWithoutSeal(manager);
  if (orphaned !== null) check.fail({ kind: 'SEAL_MISSING', batch: orphaned });
  for await (const entry of readLoose(manager)) check.loose(entry);
  return check.finish();
}
