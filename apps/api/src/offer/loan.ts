import type { LendPart, OfferMe } from '@zit/contracts';
import { OFFER_FORM, type SheetSection } from '@zit/domain';
import { offerActWords as words } from '@zit/words.pl/offer-acts';
import type { EntityManager } from 'typeorm';
import { forbidden, validation } from '../http/problem-error';
import type { OfferRecord } from './open-offer';

/**
 * Members to whom the part may be lent, each once: a section's common fields by the leader, all that is a member's own
 * by that member (decision 11).
 * @throws 400, 403
 */
export function checkLoan(
  { member, leads }: Pick<OfferMe, 'member' | 'leads'>,
  { memberIds, leaderIds }: Pick<OfferRecord, 'memberIds' | 'leaderIds'>,
  { part, members }: LendPart,
): string[] {
  const fault = (pointer: string, message: string) => validation([{ pointer, message }]);
  const owners = memberIds.includes(part) ? [part] : leaderIds;
  if (!memberIds.includes(part)) {
    const section = Object.hasOwn(SECTIONS, part) ? SECTIONS[part] : undefined;
    if (!section) throw fault('/part', words.noSuchPart);
    if (!isCommon(section)) throw fault('/part', words.nothingCommon);
    if (!leads) throw forbidden(words.leaderLends);
  } else if (part !== member) throw forbidden(words.memberLends);
  const to = [...new Set(members)];
  const strange = to.findIndex((one) => !memberIds.includes(one) || owners.includes(one));
  if (strange >= 0) throw fault(`/members/${strange}`, words.noSuchMember);
  return to.sort();
}

const SECTIONS: Readonly<Record<string, SheetSection>> = OFFER_FORM.sections;

/** Is there anything in it that is the leader's? */
const isCommon = ({ fields, lists }: SheetSection): boolean =>
  Object.keys(fields).length > 0 || Object.values(lists).some(({ of }) => of === undefined);

/** Lends the part to these and to nobody else; false: so it was already. */
export async function writeLoan(
  manager: EntityManager,
  { id, loans }: Pick<OfferRecord, 'id' | 'loans'>,
  part: string,
  members: readonly string[],
): Promise<boolean> {
  const before = loans.filter((loan) => loan.part === part).map((loan) => loan.member);
  if (before.toSorted().join() === members.join()) return false;
  await manager.query('delete from offer_loan where offer_id = $1 and part = $2 and not member_id = any ($3)', [
    id,
    part,
    members,
  ]);
  await manager.query(
    `insert into offer_loan (offer_id, part, member_id) select $1, $2, unnest($3::uuid[]) on conflict do nothing`,
    [id, part, members],
  );
  return true;
}
