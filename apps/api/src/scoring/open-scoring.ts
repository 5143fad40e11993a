import {
  automaticPoints,
  cardForm,
  criteriaOf,
  type PolicyAct,
  type ScoringCriterion,
  type SheetForm,
} from '@zit/domain';
import { commissionWords } from '@zit/words.pl/commission';
import { scoringWords as words } from '@zit/words.pl/scoring';
import type { EntityManager } from 'typeorm';
import { newestEdition, type CallContents } from '../call/edition';
import { openCall, type CallRecord } from '../call/open-call';
import { seatOf, type Seat } from '../commission/seat-of';
import { utc } from '../database/instant-text';
import { forbidden, notFound } from '../http/problem-error';
import type { SignedIn } from '../http/signed-in';
import { AS_IT_CAME } from '../submission/as-it-came';

/** The scoring of a call for somebody who sits in its commission and has declared. */
export interface OpenScoring {
  call: CallRecord;
  seat: Seat;
  contents: CallContents;
  criteria: ScoringCriterion[];
  form: SheetForm;
}

/**
 * The scoring of a call. `hold`: the seat stays as it is to the end of the transaction, so a conflict that is declared
 * meanwhile comes wholly before what is written, or wholly after (decision 14).
 * @throws 404, 403 with what to do first
 */
export async function openScoring(
  manager: EntityManager,
  who: SignedIn,
  callId: string,
  act: PolicyAct,
  { hold = false } = {},
): Promise<OpenScoring> {
  const call = await openCall(manager, who, callId, act);
  const seat = await seatOf(manager, who, callId, { hold });
  // The policy has let them in by their seat: it was taken away meanwhile.
  if (!seat) throw notFound();
  if (!seat.declared) throw forbidden(commissionWords.declareFirst);
  const edition = await newestEdition(manager, callId);
  if (!edition) throw notFound();
  const criteria = criteriaOf(edition.contents);
  return { call, seat, contents: edition.contents, criteria, form: cardForm(criteria) };
}

/** One's own card of an offer, as far as there is one. */
export interface OwnCard {
  offerId: string;
  /** What automatic criteria give. */
  automatic: number;
  id: string | null;
  state: 'OPEN' | 'HANDED_IN' | null;
  closed: boolean;
}

/**
 * Standing offers that are scored: in time or admitted, and not refused by the formal check. What the council resolved
 * counts if it sat by the deadline.
 */
export const SCORED_OFFERS = `
  offer_standing s join offer_receipt r on r.number = s.number ${AS_IT_CAME}
  join call on call.id = s.call_id
  left join offer_admission m on m.receipt_number = b.number
  left join recommendation n on n.offer_id = s.offer_id and n.withdrawn_at is null and n.verdict = 'POSITIVE'
    and n.session_on <= (call.deadline_at at time zone 'Europe/Warsaw')::date
  left join formal_card f on f.offer_id = s.offer_id
  where s.call_id = $1 and f.state is distinct from 'REJECTED' and (b.late_ms = 0 or m.receipt_number is not null)`;

/** Where offers are shared out, one's own; `$2` is who asks. */
export const ASSIGNED = `not exists (
    select from assignment a where a.call_id = $1 and a.each is not null
      and a.no = (select max(no) from assignment where call_id = $1)
      and not exists (select from assignment_card k
        where k.assignment_id = a.id and k.offer_id = s.offer_id and k.person_id = $2))`;

const OWN = `select s.offer_id as "offerId", n.id is not null as recommended, c.id, c.state,
    coalesce((select x.closed from sheet x where x.id = c.id), false) as closed
  from ${SCORED_OFFERS.replace('where', 'left join score_card c on c.offer_id = s.offer_id and c.person_id = $2 where')}
    and ${ASSIGNED} and s.offer_id = $3`;

/** @throws 404: there is no such offer for who asks: not in the call, not theirs to score, or barred to them */
export async function ownCard(
  manager: EntityManager,
  { personId }: SignedIn,
  callId: string,
  offerId: string,
): Promise<OwnCard> {
  const [found] = await manager.query<(Omit<OwnCard, 'automatic'> & { recommended: boolean })[]>(OWN, [
    callId,
    personId,
    offerId,
  ]);
  if (!found) throw notFound();
  const { recommended, ...card } = found;
  return { ...card, automatic: automaticPoints(recommended) };
}

/** Cards are filled in by members and the chair. @throws 403 */
export function requireScorer({ office }: Seat): void {
  if (office === 'SECRETARY') throw forbidden(words.readsOnly);
}

/**
 * Keeps the freeze away to the end of the transaction. @throws 403 once the result is frozen, unless an appeal about
 * this offer was upheld since
 */
export async function holdScoring(manager: EntityManager, callId: string, offerId: string): Promise<void> {
  const [{ at }] = await manager.query<[{ at: Date | null }]>('select hold_scoring($1) as at', [callId]);
  if (at === null) return;
  const [{ open }] = await manager.query<[{ open: boolean }]>(`select appeal_opens($1, 'SCORES') as open`, [offerId]);
  if (!open) throw forbidden(words.frozen);
}

/** When the scoring of a call was frozen, an instant; null: it is open. */
export async function frozenAtOf(manager: EntityManager, callId: string): Promise<string | null> {
  const [row] = await manager.query<{ at: string | null }[]>(
    `select ${utc('frozen_at')} as at from call_scoring where call_id = $1`,
    [callId],
  );
  return row?.at ?? null;
}
