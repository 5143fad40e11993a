import { Injectable } from '@nestjs/common';
import type { OfferListItem, OfferOpening, OfferOpenings, OfferPage, OfferQuery } from '@zit/contracts';
import { offerScope, phaseOf } from '@zit/domain';
import type { Actor } from '../consortium/actor';
import { Door } from '../database/door';
import { utc } from '../database/instant-text';
import { noCursor, readCursor, writeCursor } from '../http/cursor';
import { missingOf } from './missing';

/** Rows of one page. */
const USUAL = 25;
/** A moment to the microsecond, as the database tells it. */
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/;

/** Consortia of which one of these organisations is a member now. */
const THEIRS = `select m.consortium_id from member m where m.organisation_id = any ($2) and m.left_at is null`;

// The page is chosen first; everything beside it is looked up for its rows only. Each consortium gives its own newest
// from an index in that order, so that neither the depth of the page nor the number of offers counts.
const PAGE = `
  select o.id, coalesce(o.title, k.title) as title, o.state, o.consortium_id as "consortiumId", k.title as consortium,
    o.call_id as "callId", c.number as "callNumber", c.title as "callTitle", c.state as "callState",
    ${utc('c.opens_at')} as "opensAt", ${utc('c.deadline_at')} as "deadlineAt",
    (select r.number from offer_receipt r where r.offer_id = o.id order by r.no desc limit 1) as "receiptNumber",
    ${utc('o.updated_at')} as "updatedAt", ${utc('o.created_at', 'US')} as made, ${utc('clock_timestamp()')} as now
  from (
    select page.* from (select k.id from consortium k where $1 union ${THEIRS}) mine(id)
    cross join lateral (
      select * from offer
      where consortium_id = mine.id and ($3::uuid is null or call_id = $3)
        and ($4::timestamptz is null or created_at <= $4 and (created_at < $4 or id > $5::uuid))
      order by created_at desc, id
      limit ${USUAL + 1}
    ) page
    order by page.created_at desc, page.id
    limit ${USUAL + 1}
  ) o
  join consortium k on k.id = o.consortium_id join call c on c.id = o.call_id
  order by o.created_at desc, o.id`;

interface Row extends Omit<OfferListItem, 'phase' | 'missing'> {
  callState: string;
  opensAt: string;
  made: string;
  now: string;
}

/** Openings on one page; a municipality has few calls that are open at once. */
const MOST = 100;

// What may still be answered (F.5 N7: the deadline itself is in time), where the consortium's centre lies.
const OPENINGS = `
  select c.id as "callId", c.slug, c.number, c.title, m.name as municipality, ${utc('c.deadline_at')} as "deadlineAt",
    json_agg(json_build_object('id', k.id, 'title', k.title, 'offerId', o.id) order by k.title, k.id) as consortia
  from consortium k join call c on c.teryt = k.teryt join municipality m on m.teryt = c.teryt
  left join offer o on o.call_id = c.id and o.consortium_id = k.id
  where ($1 or k.id in (${THEIRS})) and c.state in ('PUBLISHED', 'ANNEX')
    and c.deadline_at >= date_trunc('milliseconds', clock_timestamp())
  group by c.id, m.name
  order by c.deadline_at, c.id
  limit ${MOST}`;

/** Offers of the organisation acted for, and what its consortia could still answer. */
@Injectable()
export class OfferList {
  constructor(private readonly door: Door) {}

  /** The newest first. One query, however many; with what is missing five, however much is written in them. */
  async page(who: Actor, { after, callId, missing }: OfferQuery): Promise<OfferPage> {
    const { all, organisationIds } = offerScope(who.grants);
    const [made = null, id = null] = after ? readCursor(after, 2) : [];
    if (after && made !== null && !(MOMENT.test(made) && Number.isFinite(Date.parse(made)))) throw noCursor(after);
    return this.door.read(who, async (manager) => {
      const rows = await manager.query<Row[]>(PAGE, [all, organisationIds, callId ?? null, made, id]);
      const shown = rows.slice(0, USUAL);
      const last = shown.at(-1);
      const items = shown.map(itemOf);
      const next = rows.length > USUAL && last ? writeCursor([last.made, last.id]) : null;
      if (missing !== 'true') return { items, next };
      const found = await missingOf(manager, who, items.filter(isWritten));
      return { items: items.map((item) => ({ ...item, missing: found.get(item.id) ?? null })), next };
    });
  }

  async openings(who: Actor): Promise<OfferOpenings> {
    const { all, organisationIds } = offerScope(who.grants);
    const openings = await this.door.read(who, (manager) =>
      manager.query<OfferOpening[]>(OPENINGS, [all, organisationIds]),
    );
    return { openings };
  }
}

const itemOf = ({ callState, opensAt, now, made: _, ...item }: Row): OfferListItem => ({
  ...item,
  phase: phaseOf({ opensAt, closesAt: item.deadlineAt, annulled: callState === 'ANNULLED' }, now),
  missing: null,
});

/** Handed in and closed, or past its call: nobody mends it any more. */
const isWritten = ({ state, phase }: OfferListItem): boolean =>
  state !== 'SUBMITTED' && (phase === 'OPEN' || phase === 'ANNOUNCED');
