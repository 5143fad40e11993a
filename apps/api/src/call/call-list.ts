import { Injectable } from '@nestjs/common';
import type { CallPage, CallQuery } from '@zit/contracts';
import { callScope } from '@zit/domain';
import type { Actor } from '../consortium/actor';
import { Door } from '../database/door';
import { noCursor, readCursor, writeCursor } from '../http/cursor';
import { CALL_COLUMNS, type CallRecord } from './open-call';
import { listItem } from './read-call';

/** Rows of one page. */
const USUAL = 25;
/** A moment to the microsecond, as the database tells it. */
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/;

/** Before the first page stands a row that comes after every other one. */
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

export const CALL_PAGE = `
  select ${CALL_COLUMNS}, $1 or c.teryt like any ($2) as works,
    to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as now,
    to_char(c.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as made
  from call c join municipality m on m.teryt = c.teryt
  where (c.state <> 'DRAFT' or $1 or c.teryt like any ($2))
    and (c.created_at, c.id) < (coalesce($3::timestamptz, 'infinity'), coalesce($4::uuid, '${LAST_ID}'))
  order by c.created_at desc, c.id desc
  limit ${USUAL + 1}`;

/** Calls that a person may see, the newest first: what was published, and drafts where they work. */
@Injectable()
export class CallList {
  constructor(private readonly door: Door) {}

  async page(who: Actor, { after }: CallQuery): Promise<CallPage> {
    const { all, terytPrefixes } = callScope(who.grants);
    const [made = null, id = null] = after ? readCursor(after, 2) : [];
    if (after && made !== null && !(MOMENT.test(made) && Number.isFinite(Date.parse(made)))) throw noCursor(after);
    const rows = await this.door.read(who, (manager) =>
      manager.query<(CallRecord & { works: boolean; made: string })[]>(CALL_PAGE, [
        all,
        terytPrefixes.map((prefix) => `${prefix}%`),
        made,
        id,
      ]),
    );
    const shown = rows.slice(0, USUAL);
    const last = shown.at(-1);
    return {
      items: shown.map((row) => {
        const item = listItem(row);
        // That an annex is being written is known to who works on it.
        return row.works || item.state !== 'ANNEX' ? item : { ...item, state: 'PUBLISHED' as const };
      }),
      next: rows.length > USUAL && last ? writeCursor([last.made, last.id]) : null,
    };
  }
}
