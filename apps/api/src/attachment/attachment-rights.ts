import { mayAttach } from '@zit/domain';
import { attachmentWords as words } from '@zit/words.pl/attachments';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../consortium/actor';
import { forbidden } from '../http/problem-error';
import type { OfferRecord } from '../offer/open-offer';
import { meIn } from '../offer/read-offer';
import { noSuchMember } from './attachment-problems';

const MEMBERS = `select m.id, g.name, m.left_at is null as present from member m
  join organisation g on g.id = m.organisation_id where m.consortium_id = $1`;
const LOANS = 'select part, member_id as member from offer_loan where offer_id = $1';

/**
 * The asking person may write files of this member: their own, lent ones, or a leaver's as the leader.
 * @param to `ADD`: only for who is a member now
 * @throws 403 that says whose they are, 400
 */
export async function requireAttaching(
  manager: EntityManager,
  who: Actor,
  offer: OfferRecord,
  owner: string,
  to: 'ADD' | 'CHANGE',
): Promise<void> {
  const members = await manager.query<{ id: string; name: string; present: boolean }[]>(MEMBERS, [offer.consortiumId]);
  const named = members.find(({ id }) => id === owner);
  if (!named || (to === 'ADD' && !named.present)) throw noSuchMember();
  const loans = await manager.query<{ part: string; member: string }[]>(LOANS, [offer.id]);
  const present = members.filter((member) => member.present).map(({ id }) => id);
  if (!mayAttach(owner, meIn(who, offer), loans, present)) throw forbidden(words.notYours(named.name));
}
