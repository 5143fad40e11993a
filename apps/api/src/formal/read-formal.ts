import type {
  Cure,
  FormalCard,
  FormalItemAnswered,
  FormalLetter,
  FormalOffer,
  FormalOpening,
  OfferLetters,
} from '@zit/contracts';
import {
  answeredCard,
  formalConsequence,
  inWarsaw,
  unlockedBy,
  type FormalCardItem,
  type FormalVerdict,
  type Instant,
  type LocalDate,
} from '@zit/domain';
import type { EntityManager } from 'typeorm';
import { utc } from '../database/instant-text';
import { AS_IT_CAME } from '../submission/as-it-came';

interface GivenVerdict extends FormalVerdict {
  name: string | null;
  at: Instant;
}

/** A card as it lies in the database, with what people answered. */
export interface FormalRow extends Omit<FormalOffer, 'follows' | 'asked' | 'faults' | 'dueOn'> {
  no: number;
  computed: FormalCardItem[];
  computedAt: Instant;
  decidedAt: Instant | null;
  verdicts: GivenVerdict[];
  cure: Cure | null;
  letters: FormalLetter[];
  now: Instant;
}

const CURE = `
  select json_build_object('id', q.id, 'receiptNumber', q.receipt_number, 'sentAt', ${utc('q.sent_at')},
    'dueOn', q.due_on, 'businessDays', q.business_days, 'items', q.items, 'fields', q.fields, 'letter', q.letter,
    'answer', (select a.receipt_number from cure_answer a where a.cure_id = q.id))`;
const LETTERS = `
  select coalesce(json_agg(json_build_object('id', l.id, 'kind', l.kind, 'sentAt', ${utc('l.sent_at')},
    'sha256', l.sha256) order by l.sent_at desc, l.id), '[]')`;

const SENT = `
  select coalesce(json_agg(json_build_object('id', l.id, 'kind', l.kind, 'sentAt', ${utc('l.sent_at')},
    'sha256', l.sha256, 'resultNo', l.result_no) order by l.sent_at desc, l.id), '[]')`;

/** What was sent to the consortium of an offer in sight. */
export async function readLetters(manager: EntityManager, offerId: string): Promise<OfferLetters> {
  const [row] = await manager.query<[OfferLetters]>(
    `select (${CURE} from cure q where q.offer_id = $1) as cure,
       (${LETTERS} from formal_letter l where l.offer_id = $1) as letters,
       (${SENT} from offer_letter l where l.offer_id = $1 and l.kind <> 'REASONS') as sent`,
    [offerId],
  );
  return row;
}

const ROWS = `
  select f.offer_id as "offerId", r.no, f.receipt_number as "receiptNumber",
    coalesce(k.contents #>> '{contents,basics,title}', '') as title, r.receipt::json ->> 'consortium' as consortium,
    r.receipt::json ->> 'leader' as leader, ${utc('b.received_at')} as "receivedAt", b.late_ms::float8 as "lateMs",
    exists (select from offer_admission a where a.receipt_number = b.number) as admitted, f.state, f.items as computed,
    ${utc('f.computed_at')} as "computedAt", ${utc('f.decided_at')} as "decidedAt", ${utc('clock_timestamp()')} as now,
    (select coalesce(json_agg(v), '[]') from (
       select distinct on (v.code) v.code, v.answer, v.note, v.fields, p.name, ${utc('v.at')} as at
       from formal_verdict v left join person p on p.id = v.person_id
       where v.offer_id = f.offer_id and v.receipt_number = f.receipt_number order by v.code, v.at desc, v.id) v) as verdicts,
    (${CURE} from cure q where q.offer_id = f.offer_id) as cure,
    (${LETTERS} from formal_letter l where l.offer_id = f.offer_id) as letters
  from formal_card f
  join offer_standing s on s.offer_id = f.offer_id
  join offer_receipt r on r.number = f.receipt_number
  ${AS_IT_CAME}
  join lateral (select contents::json as contents from offer_content
    where offer_id = r.offer_id and sha256 = r.sha256) k on true
  where f.call_id = $1 and f.offer_id <> all (scope_offers_barred())`;

/** Cards of a call in the order of their receipts. @param after number of a receipt within its call */
export const readRows = (manager: EntityManager, callId: string, after: number, limit: number): Promise<FormalRow[]> =>
  manager.query<FormalRow[]>(`${ROWS} and r.no > $2 order by r.no limit $3`, [callId, after, limit]);

/** One card; null: it is not there for who asks. `hold`: nobody else decides about it meanwhile. */
export async function readRow(
  manager: EntityManager,
  callId: string,
  offerId: string,
  { hold = false } = {},
): Promise<FormalRow | null> {
  if (hold) await manager.query('select from formal_card where offer_id = $1 for update', [offerId]);
  const [row] = await manager.query<FormalRow[]>(`${ROWS} and f.offer_id = $2`, [callId, offerId]);
  return row ?? null;
}

// Counted are the offers in sight: who may not know of one of them counts one fewer.
const OPENING = `
  select ${utc('p.opened_at')} as "openedAt", ${utc('p.deadline_at')} as "deadlineAt",
    case when p.seal_batch is not null then json_build_object('batch', p.seal_batch, 'hash', p.seal_hash) end as seal,
    n.offers, n.in_time as "inTime", n.offers - n.in_time as late
  from call_opening p
  cross join lateral (select count(*)::int as offers, (count(*) filter (where b.late_ms = 0))::int as in_time
    from offer_standing s join offer_receipt r on r.number = s.number ${AS_IT_CAME}
    where s.call_id = p.call_id and s.offer_id <> all (scope_offers_barred())) n
  where p.call_id = $1`;

export async function readOpening(manager: EntityManager, callId: string): Promise<FormalOpening | null> {
  const [row] = await manager.query<FormalOpening[]>(OPENING, [callId]);
  return row ?? null;
}

/** Items of a card with every answer given so far. */
export const itemsOf = (row: FormalRow): FormalCardItem[] => answeredCard(row.computed, row, row.verdicts);

/** What came in the last minute of a correction may still be on its way, for as long as a receipt may wait. */
const ON_ITS_WAY_MS = 10 * 60_000;
const decidedOn = (now: Instant): LocalDate => inWarsaw(new Date(Date.parse(now) - ON_ITS_WAY_MS).toISOString()).date;

/** A correction came in, and this card is still of what was there before it. */
export const comesAfter = ({ cure, receiptNumber }: Pick<FormalRow, 'cure' | 'receiptNumber'>): string | null =>
  cure?.receiptNumber === receiptNumber ? cure.answer : null;

export function offerOf(row: FormalRow): FormalOffer {
  const { offerId, receiptNumber, title, consortium, leader, receivedAt, lateMs, admitted, state, cure } = row;
  const items = itemsOf(row);
  return {
    ...{ offerId, receiptNumber, title, consortium, leader, receivedAt, lateMs, admitted, state },
    follows: comesAfter(row) ? 'OPEN' : formalConsequence(items, receiptNumber, cure, decidedOn(row.now)),
    asked: items.filter(({ answer }) => answer === 'ASKED').length,
    faults: items.filter(({ answer }) => answer === 'NO').length,
    dueOn: cure?.dueOn ?? null,
  };
}

type Around = Pick<FormalCard, 'callId' | 'callNumber' | 'callTitle' | 'closed'>;

export function cardOf(row: FormalRow, around: Around, changes: FormalCard['changes']): FormalCard {
  const items = itemsOf(row);
  const { computedAt, decidedAt, cure, letters } = row;
  return {
    ...offerOf(row),
    ...around,
    items: items.map((item) => answered(item, row.verdicts)),
    ...{ computedAt, decidedAt, cure, letters, changes, unlocks: unlockedBy(items) },
  };
}

function answered(item: FormalCardItem, verdicts: readonly GivenVerdict[]): FormalItemAnswered {
  const given = item.by === 'PERSON' ? verdicts.find(({ code }) => code === item.code) : undefined;
  return { ...item, answeredBy: given?.name ?? null, answeredAt: given?.at ?? null };
}
