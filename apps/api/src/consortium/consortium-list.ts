import { Injectable } from '@nestjs/common';
import type { ConsortiumListItem, ConsortiumPage, ConsortiumQuery } from '@zit/contracts';
import { consortiumScope, nameKey } from '@zit/domain';
import { Door } from '../database/door';
import { readCursor, writeCursor } from '../http/cursor';
import type { Actor } from './actor';

/** Rows of one page when the request does not say. */
const USUAL = 25;

// The page is chosen first by its index; members and sum are looked up for its rows only, each table once.
const PAGE = `
  select c.id, c.title, municipality.name as municipality, c.teryt,
    leader.name as "leaderName", members.count as "memberCount",
    (select coalesce(sum(amount_grosze), 0)::float8 from budget_line l where l.consortium_id = c.id) as "totalGrosze",
    to_char(c.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "updatedAt"
  from (
    select * from consortium
    where ($1 or teryt like any ($2) or id in (
        select consortium_id from member where organisation_id = any ($3) and left_at is null))
      and ($4::text is null or title_key like $4)
      and (not $5 or id in (select consortium_id from member where organisation_id = any ($6) and left_at is null))
      and ($7::text is null or (title collate "pl-x-icu", id) > ($7 collate "pl-x-icu", $8::uuid))
    order by title collate "pl-x-icu", id
    limit $9
  ) c
  join municipality on municipality.teryt = c.teryt
  cross join lateral (
    select count(*)::int as count,
      (array_agg(organisation_id order by position) filter (where role = 'LEADER'))[1] as leader_id
    from member where consortium_id = c.id and left_at is null
  ) members
  left join organisation leader on leader.id = members.leader_id
  order by c.title collate "pl-x-icu", c.id`;

/** The consortia that a person may see, by title in Polish order, a page at a time. */
@Injectable()
export class ConsortiumList {
  constructor(private readonly door: Door) {}

  async page(who: Actor, { search, after, limit = USUAL, mine = false }: ConsortiumQuery): Promise<ConsortiumPage> {
    const scope = consortiumScope(who.grants);
    const key = nameKey(search ?? '');
    if (search?.trim() && !key) return { items: [], next: null };
    const [title, id] = after ? readCursor(after, 2) : [];
    const values = [
      scope.all,
      scope.terytPrefixes.map((prefix) => `${prefix}%`),
      scope.organisationIds,
      // Only letters, digits and spaces are left in a key: nothing in it is a pattern.
      key ? `%${key}%` : null,
      mine,
      who.grants.flatMap((grant) => grant.organisationId ?? []),
      title ?? null,
      id ?? null,
      limit + 1,
    ];
    const rows = await this.door.read(who, (manager) => manager.query<ConsortiumListItem[]>(PAGE, values));
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return { items, next: rows.length > limit && last ? writeCursor([last.title, last.id]) : null };
  }
}
