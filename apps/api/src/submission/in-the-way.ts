import type { OfferResponse } from '@zit/contracts';
import { isInTime, phaseOf, type Instant } from '@zit/domain';
import { submissionWords as words } from '@zit/words.pl/submission';
import type { EntityManager } from 'typeorm';
import { blockedOffer, forbidden } from '../http/problem-error';
import type { SignedIn } from '../http/signed-in';
import type { OfferRecord } from '../offer/open-offer';
import type { DocumentNow } from './document-now';
import { standingReceipt } from './receipt';
import { signingOf } from './signing';

export function leaderOf(offer: OfferResponse): OfferResponse['members'][number] {
  const leader = offer.members.find(({ role }) => role === 'LEADER');
  if (!leader) throw new Error(`offer ${offer.id} of a consortium without a leader`);
  return leader;
}

/** Whether the call takes offers at the instant of receipt; after the deadline it does: late ones are kept. */
export function requireOpenCall({ call }: OfferResponse, receivedAt: Instant): void {
  if (call.phase === 'ANNULLED') throw forbidden(words.annulled);
  const { opensAt, deadlineAt: closesAt } = call;
  const phase = phaseOf({ opensAt, closesAt, annulled: false }, receivedAt);
  if (phase === 'ANNOUNCED') throw forbidden(words.notOpenYet);
}

export async function requireSigned(
  manager: EntityManager,
  who: SignedIn,
  offer: OfferResponse,
  now: DocumentNow,
  receivedAt: Instant,
): Promise<void> {
  const { inTheWay, unsigned } = await signingOf(manager, who.personId, offer, now, receivedAt);
  if (inTheWay.length > 0 || unsigned > 0) throw blockedOffer(words.blocked(inTheWay.length, unsigned), inTheWay);
}

/** Number of the receipt that this one replaces; null: none. What stands is not replaced by something late. */
export async function replacedBy(
  manager: EntityManager,
  record: OfferRecord,
  offer: OfferResponse,
  receivedAt: Instant,
): Promise<string | null> {
  if (record.state !== 'AMENDING') return null;
  const number = (await standingReceipt(manager, record.id))?.receipt.number ?? '';
  if (!isInTime(receivedAt, offer.call.deadlineAt)) throw forbidden(words.lateReplacement(number));
  return number;
}

/** A leader hands in one offer in a call (Q19); the database would refuse the second in any case. */
export async function requireOneOfLeader(manager: EntityManager, offer: OfferResponse): Promise<void> {
  const [other] = await manager.query<{ number: string }[]>(
    'select number from offer_standing where call_id = $1 and leader_id = $2 and offer_id <> $3',
    [offer.call.id, leaderOf(offer).organisationId, offer.id],
  );
  if (other) throw blockedOffer(words.leaderTwice(other.number), []);
}
