import type { OfferLoan, OfferState } from '@zit/contracts';
import { offerDecision, type ClosedBecause, type Instant, type OfferStanding, type PolicyAct } from '@zit/domain';
import { offerActWords as words } from '@zit/words.pl/offer-acts';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../consortium/actor';
import { utc } from '../database/instant-text';
import { forbidden, notFound } from '../http/problem-error';

/** An offer as it stands, without what is written in its sheet. */
export interface OfferRecord extends OfferStanding {
  id: string;
  state: OfferState;
  /** The sheet's `basics.title`, else the consortium's. */
  title: string;
  callId: string;
  consortiumId: string;
  /** Title of the consortium. */
  consortium: string;
  /** Member for which the asking person acts now. */
  member: string;
  /** Members now, the leader among them. */
  memberIds: string[];
  leaderIds: string[];
  /** To members of now. */
  loans: OfferLoan[];
  updatedAt: Instant;
  /** The server's clock when it was read. */
  now: Instant;
}

const membersOf = (column: string, condition = 'true'): string =>
  `array(select m.${column} from member m where m.consortium_id = o.consortium_id and m.left_at is null and ${condition})`;

const LOANS = `
  select coalesce(json_agg(json_build_object('part', l.part, 'member', l.member_id) order by l.part, l.member_id), '[]')
  from offer_loan l join member m on m.id = l.member_id and m.left_at is null where l.offer_id = o.id`;

// After the deadline the row is there for who runs the call as well; the sheet is the members' alone.
const RECORD = `
  select o.id, o.state, coalesce(o.title, c.title) as title, o.call_id as "callId", o.consortium_id as "consortiumId",
    c.title as consortium, (${membersOf('id', 'm.organisation_id = $2')})[1] as member,
    ${membersOf('id')} as "memberIds", ${membersOf('id', `m.role = 'LEADER'`)} as "leaderIds", (${LOANS}) as loans,
    ${membersOf('organisation_id')} as "memberOrganisationIds",
    ${membersOf('organisation_id', `m.role = 'LEADER'`)} as "leaderOrganisationIds",
    ${utc('o.updated_at')} as "updatedAt", ${utc('clock_timestamp()')} as now
  from offer o join consortium c on c.id = o.consortium_id join sheet s on s.id = o.id
  where o.id = $1`;

/**
 * The offer for an act of somebody who belongs to it; for everybody else it does not exist.
 * @throws 404, 403 with the reason
 */
export async function openOffer(manager: EntityManager, who: Actor, id: string, act: PolicyAct): Promise<OfferRecord> {
  const [offer] = await manager.query<OfferRecord[]>(RECORD, [id, who.actingFor]);
  if (!offer?.member) throw notFound();
  requireOfferAct(who, act, offer);
  return offer;
}

/** Acts on one offer follow one another. What is asked of it is asked after the lock: `openOffer`. */
export async function lockOffer(manager: EntityManager, id: string): Promise<void> {
  await manager.query('select from offer where id = $1 for no key update', [id]);
}

/** @throws 404, 403 with the reason */
export function requireOfferAct(who: Actor, act: PolicyAct, offer: OfferStanding): void {
  const { see, allow, reason } = offerDecision(who, act, offer);
  if (!see) throw notFound();
  if (!allow) throw forbidden(refusalOf(act, reason));
}

const refusalOf = (act: PolicyAct, reason: ClosedBecause | null): string => {
  if (reason === 'STATE') return words.state[act] ?? words.otherState;
  if (reason === 'VIEW_ONLY') return words.refusal.VIEW_ONLY;
  return words.doneBy[act] ?? (reason === 'NOT_HERE' ? words.refusal.NOT_HERE : words.refusal.READS_ONLY);
};
