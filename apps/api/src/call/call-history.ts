import { Injectable } from '@nestjs/common';
import type { HistoryPage, HistoryQuery } from '@zit/contracts';
import type { Actor } from '../consortium/actor';
import { Door } from '../database/door';
import { itemsOf, pageFrom, READABLE, USUAL, type ReadableEntry } from '../journal/read-history';
import { openCall } from './open-call';

// Questions have their own list, which tells nobody who asked.
const PAGE = `
  select ${READABLE} from journal j left join person p on p.id = j.person_id
  where j.subject_kind = 'call' and j.subject_id = $1 and j.act <> 'ASK_QUESTION' and ($2::bigint is null or j.seq < $2)
  order by j.seq desc limit $3`;

/** What was done with a call, for who works on it. */
@Injectable()
export class CallHistory {
  constructor(private readonly door: Door) {}

  /** The newest first. */
  page(who: Actor, id: string, { after, limit = USUAL }: HistoryQuery): Promise<HistoryPage> {
    return this.door.read(who, async (manager) => {
      await openCall(manager, who, id, 'readCallHistory');
      const rows = await manager.query<ReadableEntry[]>(PAGE, [id, pageFrom(after), limit + 1]);
      const items = await itemsOf(manager, rows.slice(0, limit));
      return { items, next: rows.length > limit ? String(items.at(-1)?.seq) : null };
    });
  }
}
