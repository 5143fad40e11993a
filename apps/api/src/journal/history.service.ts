import { Injectable } from '@nestjs/common';
import type { HistoryPage, HistoryQuery } from '@zit/contracts';
import { historyWords } from '@zit/words.pl/history';
import type { EntityManager } from 'typeorm';
import { noCursor } from '../http/cursor';
import type { Actor } from '../consortium/actor';
import { openConsortium } from '../consortium/open-consortium';
import { Door } from '../database/door';
import { sentenceOf, type Entry } from './sentence';

/** Entries of one page when the request does not say. */
const USUAL = 50;

const PAGE = `
  select j.seq, to_char(j.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, p.name as who, j.act, j.details
  from journal j left join person p on p.id = j.person_id
  where j.subject_kind = 'consortium' and j.subject_id = $1 and ($2::bigint is null or j.seq < $2)
  order by j.seq desc limit $3`;

@Injectable()
export class HistoryService {
  constructor(private readonly door: Door) {}

  /** What was done with a consortium, newest first. */
  page(who: Actor, id: string, { after, limit = USUAL }: HistoryQuery): Promise<HistoryPage> {
    return this.door.read(who, async (manager) => {
      await openConsortium(manager, who, id);
      if (after && !/^\d{1,18}$/.test(after)) throw noCursor(after);
      const from = after || null;
      const rows = await manager.query<(Entry & { seq: string; at: string; who: string | null })[]>(PAGE, [
        id,
        from,
        limit + 1,
      ]);
      const shown = rows.slice(0, limit);
      const names = await this.names(manager, shown);
      const items = shown.map((row) => ({
        seq: Number(row.seq),
        at: row.at,
        who: row.who ?? historyWords.nobody,
        text: sentenceOf(row, (organisationId) => names.get(organisationId) ?? historyWords.unknownOrganisation),
      }));
      return { items, next: rows.length > limit ? String(items.at(-1)?.seq) : null };
    });
  }

  /** Organisations are named as they are called today; the journal keeps only their ids. */
  private async names(manager: EntityManager, rows: readonly Entry[]): Promise<Map<string, string>> {
    const ids = rows.flatMap(({ details }) =>
      [details['organisationId'], details['heirOrganisationId']].filter((id) => typeof id === 'string'),
    );
    const found = await manager.query<{ id: string; name: string }[]>(
      'select id, name from organisation where id = any($1)',
      [[...new Set(ids)]],
    );
    return new Map(found.map(({ id, name }) => [id, name]));
  }
}
