import type { EntityManager } from 'typeorm';
import { note, type Author } from '../journal/note';
import { writeMail } from '../mail/write-mail';
import { lockGrants } from '../people/granter';
import { erasePerson } from './erase-person';
import { lastOfRole } from './last-of-role';

/**
 * Forgets the people who last signed in before this instant, through the gate's door, and tells each of them. Whom
 * nobody could follow stays.
 * @returns number of people
 */
export async function forgetAccounts(manager: EntityManager, who: Author, before: Date): Promise<number> {
  await lockGrants(manager);
  const unused = await manager.query<{ id: string; email: string }[]>(
    'select id, email from person where used_at < $1 and erased_at is null order by id for update',
    [before],
  );
  let forgotten = 0;
  for (const { id, email } of unused) {
    if (await lastOfRole(manager, id)) continue;
    await erasePerson(manager, id);
    await writeMail(manager, { template: 'NOTICE_ACCOUNT_FORGOTTEN', to: email });
    await note(manager, who, { act: 'FORGET_ACCOUNT', subject: { kind: 'person', id }, details: {} });
    forgotten++;
  }
  return forgotten;
}
