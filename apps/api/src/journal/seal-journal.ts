import { BATCH_SIZE, entryText, LATE_MS, sealOf, type JournalRecord, type Seal } from '@zit/domain';
import type { EntityManager } from 'typeorm';
import { ENTRY } from './read-entries';
import { sha256 } from './sha256';

const NEWEST = 'select batch, hash from journal_seal order by batch desc limit 1';

// Entries since a while before the last seal that left nothing waiting: acts that were still in progress then.
const UNSEALED = `
  select ${ENTRY} from journal j
  where j.at >= coalesce(
      (select sealed_at - ${LATE_MS} * interval '1 ms' from journal_seal where count < ${BATCH_SIZE}
       order by batch desc limit 1), '-infinity')
    and not exists (select from journal_link l where l.seq = j.seq)
  order by j.seq limit ${BATCH_SIZE}`;

const SEAL = `
  insert into journal_seal (batch, count, merkle_root, previous_hash, hash, sealed_at) values ($1, $2, $3, $4, $5, $6)`;
const LINKS = `
  insert into journal_link (seq, batch, position, leaf)
  select seq, $1, position, leaf from unnest($2::bigint[], $3::text[]) with ordinality as x(seq, leaf, position)`;

/**
 * Links every entry that is visible and has no link yet, in batches; acts wait for nothing. An entry whose act is
 * still in progress gets into a later batch.
 * @returns how many entries were sealed, and in how many batches
 */
export async function sealJournal(manager: EntityManager): Promise<{ entries: number; batches: number }> {
  // One sealer at a time, also beside the worker's own lock.
  await manager.query(`select pg_advisory_xact_lock(hashtext('zit-portal sealer'))`);
  let [newest = null] = await manager.query<Pick<Seal, 'batch' | 'hash'>[]>(NEWEST);
  const sealed = { entries: 0, batches: 0 };
  for (;;) {
    const entries = await manager.query<JournalRecord[]>(UNSEALED);
    if (entries.length === 0) return sealed;
    const [clock] = await manager.query<{ now: Date }[]>('select clock_timestamp() as now');
    const leaves = entries.map((entry) => sha256(entryText(entry)));
    const seal = sealOf(leaves, newest, (clock?.now ?? new Date()).toISOString(), sha256);
    const { batch, count, merkleRoot, previousHash, hash, sealedAt } = seal;
    await manager.query(SEAL, [batch, count, merkleRoot, previousHash, hash, sealedAt]);
    await manager.query(LINKS, [batch, entries.map((entry) => entry.seq), leaves]);
    newest = seal;
    sealed.entries += count;
    sealed.batches += 1;
    if (count < BATCH_SIZE) return sealed;
  }
}
