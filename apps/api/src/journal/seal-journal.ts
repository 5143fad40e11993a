import { BATCH_SIZE, LATE_MS, sealOf, type Seal } from '@zit/domain';
import type { EntityManager } from 'typeorm';
import { AT_ONCE, ENTRY_TEXT } from './read-entries';
import { sha256 } from './sha256';

const NEWEST = 'select batch, hash from journal_seal order by batch desc limit 1';

// Since a while before the last seal that left nothing waiting: acts that were still in progress then.
const SINCE = `coalesce(
  (select sealed_at - ${LATE_MS} * interval '1 ms' from journal_seal where count < ${BATCH_SIZE}
   order by batch desc limit 1), '-infinity')`;

// Where to begin: by the index on time, so that a minute's work does not walk through the journal of years.
const BEGIN = `
  with recent as materialized (select seq from journal where at >= ${SINCE})
  select coalesce(min(seq) - 1, 0)::float8 as after from recent`;

/** Numbers looked at in one step. */
const LOOKED_AT = 2_000;

// By number, a step at a time: the inner query leaves the planner no other way, whatever it knows of the tables.
const STEP = `
  select seq::float8 as seq, at >= ${SINCE} and (select l.batch from journal_link l where l.seq = j.seq) is null as waits
  from (select seq, at from journal where seq > $1 order by seq limit ${LOOKED_AT}) j order by seq`;

const ENTRIES = `
  select j.seq::float8 as seq, ${ENTRY_TEXT} as text from journal j where j.seq = any($1::bigint[]) order by j.seq`;

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
  const [begin] = await manager.query<{ after: number }[]>(BEGIN);
  let after = begin?.after ?? 0;
  const sealed = { entries: 0, batches: 0 };
  for (;;) {
    const waiting = await nextBatch(manager, after);
    if (waiting.length === 0) return sealed;
    newest = await seal(manager, waiting, newest);
    after = waiting.at(-1)?.seq ?? after;
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
async function nextBatch(manager: EntityManager, after: number): Promise<Leaf[]> {
  const waiting = await nextNumbers(manager, after);
  const leaves: Leaf[] = [];
  for (let from = 0; from < waiting.length; from += AT_ONCE) {
    const page = await manager.query<{ seq: number; text: string }[]>(ENTRIES, [waiting.slice(from, from + AT_ONCE)]);
    for (const { seq, text } of page) leaves.push({ seq, leaf: sha256(text) });
  }
  return leaves;
}

async function nextNumbers(manager: EntityManager, begin: number): Promise<number[]> {
  const waiting: number[] = [];
  for (let after = begin; waiting.length < BATCH_SIZE;) {
    const step = await manager.query<{ seq: number; waits: boolean }[]>(STEP, [after]);
    for (const { seq, waits } of step) if (waits) waiting.push(seq);
    const last = step.at(-1);
    if (!last) break;
    after = last.seq;
  }
  return waiting.slice(0, BATCH_SIZE);
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
