import { Injectable } from '@nestjs/common';
import type { HistoryPage, HistoryQuery } from '@zit/contracts';
import { Door, type Work } from '../database/door';
import type { Actor } from '../consortium/actor';
import { openConsortium } from '../consortium/open-consortium';
import { notFound } from '../http/problem-error';
import { itemsOf, pageFrom, READABLE, USUAL, type ReadableEntry } from './read-history';

const PAGE = `
  select ${READABLE} from journal j left join person p on p.id = j.person_id
  where j.subject_kind = $1 and j.subject_id = $2 and ($3::bigint is null or j.seq < $3)
  order by j.seq desc limit $4`;

@Injectable()
export class HistoryService {
  constructor(private readonly door: Door) {}

  /** What was done with a consortium, newest first. */
  ofConsortium(who: Actor, id: string, query: HistoryQuery): Promise<HistoryPage> {
    return this.page(who, 'consortium', id, query, (manager) => openConsortium(manager, who, id));
  }

  /** What was done with an organisation's entry in the register, newest first. */
  ofOrganisation(who: Actor, id: string, query: HistoryQuery): Promise<HistoryPage> {
    return this.page(who, 'organisation', id, query, async (manager) => {
      const found = await manager.query<unknown[]>('select from organisation where id = $1', [id]);
      if (found.length === 0) throw notFound();
    });
  }

  private page(
    who: Actor,
    kind: string,
    id: string,
    { after, limit = USUAL }: HistoryQuery,
    open: Work<unknown>,
  ): Promise<HistoryPage> {
    return this.door.read(who, async (manager) => {
      await open(manager);
      const rows = await manager.query<ReadableEntry[]>(PAGE, [kind, id, pageFrom(after), limit + 1]);
      const items = await itemsOf(manager, rows.slice(0, limit));
      return { items, next: rows.length > limit ? String(items.at(-1)?.seq) : null };
    });
  }
}
