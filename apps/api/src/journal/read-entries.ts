import type { Seal } from '@zit/domain';
import type { EntityManager } from 'typeorm';

const or = (column: string): string => `coalesce(to_json(${column})::text, 'null')`;

/**
 * The text of a journal row `j`, whose SHA-256 is its leaf: canonical JSON (RFC 8785), because `note` writes details
 * and changes so and the tables keep them as they were written. PostgreSQL escapes texts as ECMAScript does.
 */
export const ENTRY_TEXT = `concat(
  '{"act":', to_json(j.act), ',"at":"', to_char(j.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
  '","body":', ${or('j.body')}, ',"changes":', j.changes, ',"details":', j.details,
  ',"organisationId":', ${or('j.organisation_id')}, ',"personId":', ${or('j.person_id')},
  ',"roles":', to_json(j.roles), ',"seq":', j.seq,
  ',"subject":{"id":"', j.subject_id, '","kind":', to_json(j.subject_kind), '}}')`;

/** Columns of a seal as it crosses the wire. */
export const SEAL = `
  batch, count, merkle_root as "merkleRoot", previous_hash as "previousHash", hash,
  to_char(sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "sealedAt"`;

/** Entries in one step; one that carries a pasted budget has a megabyte, and where such are, others are near. */
export const AT_ONCE = 400;
const BIG_AT_ONCE = 20;
const BIG_PAGE = 4 * 1024 * 1024;
const SEALS_AT_ONCE = 1_000;

/** Seals behind `after`, up to this batch, in their order. */
export async function readSeals(manager: EntityManager, after: number, upTo: number): Promise<Seal[]> {
  const seals: Seal[] = [];
  for (let from = after; ;) {
    const step = await manager.query<Seal[]>(
      `select ${SEAL} from journal_seal where batch > $1 and batch <= $2 order by batch limit ${SEALS_AT_ONCE}`,
      [from, upTo],
    );
    seals.push(...step);
    const last = step.at(-1);
    if (!last || step.length < SEALS_AT_ONCE) return seals;
    from = last.batch;
  }
}

/** Where an entry stands in the chain. */
export interface Place {
  batch: number;
  position: number;
}

/** An entry under a seal: its place, and its line of the export; an entry that is gone is `null` there. */
export interface LinkedLine extends Place {
  line: string;
}

// The joins go by number, whatever the planner knows of the tables: a page is small and the journal is not.
const LINKED = `
  select l.batch, l.position,
    concat('{"batch":', l.batch, ',"position":', l.position, ',"seq":', l.seq, ',"leaf":"', l.leaf, '","entry":',
      case when j.seq is null then 'null' else ${ENTRY_TEXT} end, '}') as line
  from (select * from journal_link where (batch, position) > ($1, $2) order by batch, position limit $3) l
    left join journal j on j.seq = l.seq
  order by l.batch, l.position`;

/**
 * The next entries under seals, in the order of the chain.
 * @param limit how many at most
 */
export const readLinked = (manager: EntityManager, after: Place, limit: number): Promise<LinkedLine[]> =>
  manager.query<LinkedLine[]>(LINKED, [after.batch, after.position, limit]);

/** How many entries to read after these. */
export const nextLimit = (page: readonly LinkedLine[]): number =>
  page.reduce((size, { line }) => size + line.length, 0) > BIG_PAGE / (AT_ONCE / page.length) ? BIG_AT_ONCE : AT_ONCE;

const LOOSE = `
  select j.seq::float8 as seq, concat('{"batch":null,"entry":', ${ENTRY_TEXT}, '}') as line
  from journal j
  where j.seq > $1 and not exists (select from journal_link l where l.seq = j.seq) order by j.seq limit ${AT_ONCE}`;

/** Lines of the entries that no seal covers, by their numbers. */
export async function* readLoose(manager: EntityManager): AsyncGenerator<string[]> {
  for (let after = 0; ;) {
    const rows = await manager.query<{ seq: number; line: string }[]>(LOOSE, [after]);
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map(({ line }) => line);
    after = last.seq;
  }
}
