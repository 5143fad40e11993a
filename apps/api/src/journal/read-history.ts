import type { HistoryItem } from '@zit/contracts';
import { historyWords as words } from '@zit/words.pl/history';
import type { EntityManager } from 'typeorm';
import { noCursor } from '../http/cursor';
import { sentenceOf, type Entry } from './sentence';

/** Entries of one page when the request does not say. */
export const USUAL = 50;

/** Changes that a sentence looks at; an entry may have thousands. */
const LOOKED_AT = 12;

/** Columns of an entry `j` for people to read; the person `p` is joined. */
export const READABLE = `
  j.seq::float8 as seq, to_char(j.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
  j.person_id as "personId", p.name as who, j.organisation_id as "organisationId", j.act, j.details,
  jsonb_path_query_array(j.changes::jsonb, '$[0 to ${LOOKED_AT - 1}]') as changes,
  json_array_length(j.changes) as "changeCount"`;

export interface ReadableEntry extends Entry {
  seq: number;
  at: string;
  personId: string | null;
  who: string | null;
}

/** The number after which a page begins; null: the newest. @throws 400 */
export function pageFrom(after: string | undefined): string | null {
  if (after && !/^\d{1,18}$/.test(after)) throw noCursor(after);
  return after || null;
}

/** Entries as sentences; one query for all names in them. */
export async function itemsOf(manager: EntityManager, entries: readonly ReadableEntry[]): Promise<HistoryItem[]> {
  const names = await namesIn(manager, entries);
  const name = (id: string): string => names.get(id) ?? words.unknownOrganisation;
  return entries.map((entry) => ({
    seq: entry.seq,
    at: entry.at,
    who: entry.who ?? (entry.personId ? words.erased : words.nobody),
    text: sentenceOf(entry, name),
  }));
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Organisations, also those of members, are named as they are called today; the journal keeps only their ids. */
async function namesIn(manager: EntityManager, entries: readonly ReadableEntry[]): Promise<Map<string, string>> {
  const ids = entries.flatMap(({ organisationId, details, changes }) => [
    organisationId,
    details['organisationId'],
    details['heirOrganisationId'],
    ...changes.flatMap(({ before, after }) => [before, after]),
  ]);
  const known = ids.filter((id): id is string => typeof id === 'string' && UUID.test(id));
  const found = await manager.query<{ id: string; name: string }[]>(
    `select id, name from organisation where id = any($1)
     union all select m.id, o.name from member m join organisation o on o.id = m.organisation_id where m.id = any($1)`,
    [[...new Set(known)]],
  );
  return new Map(found.map(({ id, name }) => [id, name]));
}
