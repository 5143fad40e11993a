import { BATCH_SIZE, entryText, LATE_MS, sealOf, type JournalRecord, type Seal } from '@zit/domain';
import type { EntityManager } from 'typeorm';
import { AT_ONCE, ENTRY } from './read-entries';
import { sha256 } from './sha256';

const NEWEST = 'select batch, hash from journal_seal order by batch desc limit 1';

// Entries since a while before the last seal that left nothing waiting: acts that were still in progress then.
const UNSEALED = `
  select ${ENTRY} from journal j
  where j.seq > $1 and j.at >= coalesce(
      (select sealed_at - ${LATE_MS} * interval '1 ms' from journal_seal where count < ${BATCH_SIZE}
       order by batch desc limit 1), '-infinity')
    and not exists (select from journal_link l where l.seq = j.seq)
  order by j.seq limit ${AT_ONCE}`;

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
    const waiting = await nextBatch(manager);
    if (waiting.length === 0) return sealed;
    newest = await seal(manager, waiting, newest);
    sealed.entries += waiting.length;
    sealed.batches += 1;
    if (waiting.length < BATCH_SIZE) return sealed;
  }
}

interface Leaf {
  seq: number;
  leaf: string;
}

/** Numbers and leaves of what waits for a seal; the entries themselves are forgotten page by page. */
async function nextBatch(manager: EntityManager): Promise<Leaf[]> {
  const waiting: Leaf[] = [];
  while (waiting.length < BATCH_SIZE) {
    const page = await manager.query<JournalRecord[]>(UNSEALED, [waiting.at(-1)?.seq ?? 0]);
    for (const entry of page) waiting.push({ seq: entry.seq, leaf: sha256(entryText(entry)) });
    if (page.length < AT_ONCE) break;
  }
  return waiting;
}

async function seal(
  manager: EntityManager,
  waiting: Leaf[],
  after: Pick<Seal, 'batch' | 'hash'> | null,
): Promise<Seal> {
  const [clock] = await manager.query<{ now: Date }[]>('select clock_timestamp() as now');
  if (!clock) throw new Error('the database did not tell the time');
  const leaves = waiting.map(({ leaf }) => leaf);
  const made = sealOf(leaves, after, clock.now.toISOString(), sha256);
  const { batch, count, merkleRoot, previousHash, hash, sealedAt } = made;
  await manager.query(SEAL, [batch, count, merkleRoot, previousHash, hash, sealedAt]);
  await manager.query(LINKS, [batch, waiting.map(({ seq }) => seq), leaves]);
  return made;
}
