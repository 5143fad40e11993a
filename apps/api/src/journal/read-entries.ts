import { entryText, type FoundEntry, type JournalRecord, type Seal } from '@zit/domain';
import type { EntityManager } from 'typeorm';
import { sha256 } from './sha256';

/** Entries in one step: one that carries a pasted budget has a megabyte. */
export const AT_ONCE = 200;
const SEALS_AT_ONCE = 100;

/** Columns of a journal row `j` as the record that is sealed; `seq` as a number, 2^53 acts are far away. */
export const ENTRY = `
  j.seq::float8 as seq, to_char(j.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
  j.person_id as "personId", j.organisation_id as "organisationId", j.body, j.roles, j.act,
  json_build_object('kind', j.subject_kind, 'id', j.subject_id) as subject, j.details, j.changes`;

/** Columns of a seal as it crosses the wire. */
export const SEAL = `
  batch, count, merkle_root as "merkleRoot", previous_hash as "previousHash", hash,
  to_char(sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "sealedAt"`;

/** An entry under a seal: what was written down at sealing, and its text as it stands now (null: it is gone). */
export type SealedEntry = Pick<FoundEntry, 'seq' | 'at' | 'position' | 'leaf'> & { text: string | null };

/** Every seal from the first on. */
export async function* readSeals(manager: EntityManager): AsyncGenerator<Seal> {
  for (let after = 0; ;) {
    const seals = await manager.query<Seal[]>(
      `select ${SEAL} from journal_seal where batch > $1 order by batch limit ${SEALS_AT_ONCE}`,
      [after],
    );
    yield* seals;
    const last = seals.at(-1);
    if (!last) return;
    after = last.batch;
  }
}

const BATCH = `
  select l.seq::float8 as linked, l.position, l.leaf, ${ENTRY}
  from journal_link l left join journal j on j.seq = l.seq
  where l.batch = $1 and l.position > $2 order by l.position limit ${AT_ONCE}`;

type Linked = { linked: number; position: number; leaf: string } & (JournalRecord | { act: null });

/** The entries of a batch in their order. */
export async function* readBatch(manager: EntityManager, batch: number): AsyncGenerator<SealedEntry> {
  for (let after = 0; ;) {
    const rows = await manager.query<Linked[]>(BATCH, [batch, after]);
    for (const { linked: seq, position, leaf, ...entry } of rows)
      yield entry.act === null
        ? { seq, at: '', position, leaf, text: null }
        : { seq, at: entry.at, position, leaf, text: entryText(entry) };
    const last = rows.at(-1);
    if (!last) return;
    after = last.position;
  }
}

const LOOSE = `
  select ${ENTRY} from journal j
  where j.seq > $1 and not exists (select from journal_link l where l.seq = j.seq) order by j.seq limit ${AT_ONCE}`;

/** Entries that no seal covers, by their numbers. */
export async function* readLoose(manager: EntityManager): AsyncGenerator<JournalRecord> {
  for (let after = 0; ;) {
    const rows = await manager.query<JournalRecord[]>(LOOSE, [after]);
    yield* rows;
    const last = rows.at(-1);
    if (!last) return;
    after = last.seq;
  }
}

/** First batch that has entries but no seal; null: none. */
export async function batchWithoutSeal(manager: EntityManager): Promise<number | null> {
  const [row] = await manager.query<{ batch: number | null }[]>(
    `select min(l.batch) as batch from journal_link l where not exists (select from journal_seal s where s.batch = l.batch)`,
  );
  return row?.batch ?? null;
}

export const foundEntry = ({ text, ...entry }: SealedEntry): FoundEntry => ({
  ...entry,
  found: text === null ? null : sha256(text),
});
