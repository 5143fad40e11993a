import type { EntityManager } from 'typeorm';
import { commissionWords as words } from '@zit/words.pl/commission';
import type { Actor } from '../consortium/actor';
import { forbidden } from '../http/problem-error';

export type Office = 'CHAIR' | 'SECRETARY' | 'MEMBER';

/** Where somebody sits in the commission of a call, and whether they have declared their impartiality. */
export interface Seat {
  office: Office;
  declared: boolean;
}

const SEAT = `
  select s.office, exists (select from impartiality i where i.call_id = s.call_id and i.person_id = s.person_id
    and i.kind = 'DECLARED') as declared
  from commission_seat s where s.call_id = $1 and s.person_id = $2 and s.left_at is null`;

/**
 * The standing seat of who asks, under the hat of the steering group; null: none. `hold`: it stays as it is to the end
 * of the transaction, so that a conflict declared meanwhile comes wholly before what is written, or wholly after.
 */
export async function seatOf(
  manager: EntityManager,
  { personId, actingBody, grants }: Pick<Actor, 'personId' | 'actingBody' | 'grants'>,
  callId: string,
  { hold = false } = {},
): Promise<Seat | null> {
  if (actingBody !== 'STEERING_GROUP' || !grants.some(({ role }) => role === 'CHAIR' || role === 'ASSESSOR'))
    return null;
  if (hold) await manager.query('select hold_seat($1)', [callId]);
  const [seat] = await manager.query<Seat[]>(SEAT, [callId, personId]);
  return seat ?? null;
}

/** Nobody of the steering group reads before declaring. @throws 403 with what to do first */
export async function requireDeclared(manager: EntityManager, who: Actor, callId: string): Promise<void> {
  if (who.actingBody !== 'STEERING_GROUP') return;
  const seat = await seatOf(manager, who, callId);
  if (!seat?.declared) throw forbidden(words.declareFirst);
}

/**
 * For acts of who leads the commission: one of these offices, declared.
 * @throws 403 with what is missing
 */
export async function requireOffice(
  manager: EntityManager,
  who: Actor,
  callId: string,
  offices: readonly Office[],
): Promise<Seat> {
  const seat = await seatOf(manager, who, callId);
  if (!seat || !offices.includes(seat.office)) throw forbidden(words.notYourOffice(offices));
  if (!seat.declared) throw forbidden(words.declareFirst);
  return seat;
}
