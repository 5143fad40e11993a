import { tablesOfPeople } from '@zit/domain';
import { personalWords } from '@zit/words.pl/personal';
import type { EntityManager } from 'typeorm';
import { endViewsOf } from '../session/end-views';
import { sha256 } from '../session/token';
import { ownRows, tracedRows, whoseRows, type Whose } from './own-rows';

/**
 * Forgets a person, through the gate's door: what the register marks to go, goes. The person's row stays without
 * anything personal in it, for what points to it; so do the journal, whose entries name nobody, and documents.
 */
export async function erasePerson(manager: EntityManager, personId: string): Promise<void> {
  await endViewsOf(manager, personId);
  const whose = await whoseRows(manager, personId);
  const [person] = await manager.query<{ name: string | null }[]>('select name from person where id = $1 for update', [
    personId,
  ]);
  await forgetMails(manager, whose, person?.name ?? null);
  await forgetAttempts(manager, whose);
  for (const [table, mark] of tablesOfPeople()) {
    const own = ownRows(mark, whose);
    const traced = tracedRows(mark, whose);
    if (traced && mark.tracesEmptied?.length)
      await manager.query(`update ${table} set ${emptied(mark.tracesEmptied)} where ${traced.sql}`, [...traced.values]);
    if (own && mark.onErasure === 'DELETE')
      await manager.query(`delete from ${table} where ${own.sql}`, [...own.values]);
    if (own && mark.onErasure === 'EMPTY' && mark.emptied?.length && table !== 'person')
      await manager.query(`update ${table} set ${emptied(mark.emptied)} where ${own.sql}`, [...own.values]);
    if (table === 'person')
      await manager.query(
        `update person set ${emptied(mark.emptied ?? [])}, erased_at = now(), left_at = coalesce(left_at, now()),
           version = version + 1 where id = $1`,
        [personId],
      );
  }
}

const emptied = (columns: readonly string[]): string => columns.map((column) => `${column} = null`).join(', ');

/** Mails to an address that still waited for its confirmation; and the name in mails to others. */
async function forgetMails(manager: EntityManager, { personId }: Whose, name: string | null): Promise<void> {
  await manager.query(
    `delete from mail where template = 'EMAIL_CONFIRMATION' and recipient in
       (select email from person_token where person_id = $1 and purpose = 'EMAIL')`,
    [personId],
  );
  const names = await manager.query<{ name: string }[]>(
    `select distinct v.value #>> '{}' as name from journal j cross join lateral json_array_elements(j.changes) change
       join journal_personal v on v.sha256 in (change -> 'before' ->> 'sha256', change -> 'after' ->> 'sha256')
     where j.subject_kind = 'person' and j.subject_id = $1 and j.act = 'CHANGE_ACCOUNT' and change ->> 'field' = 'name'`,
    [personId],
  );
  for (const one of new Set([...(name ? [name] : []), ...names.map((row) => row.name)]))
    await manager.query('update mail set body = replace(body, $1, $2) where position($1 in body) > 0', [
      one,
      personalWords.removedFromMails,
    ]);
}

/** Keys under which attempts were counted, as far as they can be made again; the others go within a day. */
async function forgetAttempts(manager: EntityManager, { personId, addresses }: Whose): Promise<void> {
  const keys = [`email:${personId}`, ...addresses.flatMap((address) => [`account:${address}`, `reset:${address}`])].map(
    sha256,
  );
  await manager.query('delete from sign_in_attempt where key_sha256 = any ($1::bytea[])', [keys]);
}
