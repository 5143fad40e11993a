import type { OfferResponse } from '@zit/contracts';
import { isInTime, phaseOf, type Instant } from '@zit/domain';
import { correctionWords } from '@zit/words.pl/correction';
import { submissionWords as words } from '@zit/words.pl/submission';
import type { EntityManager } from 'typeorm';
import { blockedOffer, busy, forbidden } from '../http/problem-error';
import type { SignedIn } from '../http/signed-in';
import { readOpened, whyShut, type OpenedFields } from '../offer/correction-open';
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

/**
 * The call for correction that this answers; null: the offer is not being corrected.
 * @throws 403 after its last day, by how much; when it was answered or decided otherwise
 */
export async function requireCorrection(
  manager: EntityManager,
  { id, state }: Pick<OfferRecord, 'id' | 'state'>,
  receivedAt: Instant,
): Promise<OpenedFields | null> {
  if (state !== 'CURING') return null;
  const opened = await readOpened(manager, id, receivedAt);
  const why = opened ? whyShut(opened, receivedAt) : correctionWords.none;
  if (why !== null) throw forbidden(why);
  return opened;
}

/** Whether what is handed in was kept when it was confirmed. @throws 422 `BLOCKED` */
export async function requireSigned(
  manager: EntityManager,
  who: SignedIn,
  offer: OfferResponse,
  now: DocumentNow,
  receivedAt: Instant,
): Promise<boolean> {
  const { inTheWay, unsigned, kept } = await signingOf(manager, who.personId, offer, now, receivedAt);
  if (inTheWay.length > 0 || unsigned > 0) throw blockedOffer(words.blocked(inTheWay.length, unsigned), inTheWay);
  return kept;
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

// Asked once the database has refused the second offer of a leader.
const OTHER = `
  select s.number from offer o
  join member m on m.consortium_id = o.consortium_id and m.role = 'LEADER' and m.left_at is null
  join offer_standing s on s.call_id = o.call_id and s.leader_id = m.organisation_id and s.offer_id <> o.id
  where o.id = $1`;

/** A leader hands in one offer in a call (Q19): which one stands, and what to do. */
export async function leaderTwice(manager: EntityManager, offerId: string): Promise<Error> {
  const [other] = await manager.query<{ number: string }[]>(OTHER, [offerId]);
  // Taken back in between.
  if (!other) return busy(1);
  return blockedOffer(words.leaderTwice(other.number), []);
}
