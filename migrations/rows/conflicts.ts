import type { ScopeFunction } from './commissions';

const definer = 'security definer set search_path = pg_catalog, public';

/**
 * The parties of standing offers to a call as they were handed in: members' legal persons, and the municipality behind
 * a unit. The same as `conflictsOf` in `libs/domain/src/assessment/tie.ts` is told of them.
 */
const PARTIES = `
  create function offer_parties(call_of uuid)
  returns table (offer_id uuid, consortium text, member text, name text, sector text, role text, nip text, krs text,
                 owner_nip text)
  language plpgsql stable ${definer} as $$
  #variable_conflict use_column
  begin
    return query
      select r.offer_id, x.contents #>> '{consortium,title}', m ->> 'id', m ->> 'name', m ->> 'sector', m ->> 'role',
        m ->> 'nip', m ->> 'krs', m ->> 'unitOfNip'
      from offer_standing t
      join offer_receipt r on r.number = t.number
      join lateral (select k.contents::json as contents from offer_content k
        where k.offer_id = r.offer_id and k.sha256 = r.sha256) x on true
      cross join lateral json_array_elements(x.contents -> 'members') m
      where t.call_id = call_of;
  end $$`;

/** Ties of a person that count for a call, those through who named them included; a family tie does not end. */
const TIES = `
  create function ties_that_count(call_of uuid)
  returns table (person_id uuid, kind text, nip text, krs text, source text, tie_id uuid, known_at timestamptz)
  language plpgsql stable ${definer} as $$
  #variable_conflict use_column
  declare
    since date := (select ((c.deadline_at at time zone 'Europe/Warsaw')::date - interval '3 years')::date
                   from call c where c.id = call_of);
  begin
    return query
      select t.person_id, t.kind, t.nip, t.krs, t.source, t.id, t.entered_at from tie t
      where t.person_id in (select s.person_id from commission_seat s where s.call_id = call_of)
        and t.ended_at is null and (t.kind = 'FAMILY' or t.to_day is null or t.to_day >= since)
      union all
      select n.person_id, 'NAMED_BY', n.named_by_nip, null, 'PORTAL', null, n.seated_at
      from (select distinct on (s.person_id) s.* from commission_seat s where s.call_id = call_of
            order by s.person_id, s.seated_at desc) n
      where n.named_by_nip is not null;
  end $$`;

/** Every tie to every party: the decision of `conflictsOf`, said by the database. */
const FOUND = `
  create function conflicts_found(call_of uuid)
  returns table (offer_id uuid, person_id uuid, weight text, kind text, member text, party text, through boolean,
                 source text, tie_id uuid, known_at timestamptz)
  language plpgsql stable ${definer} as $$
  #variable_conflict use_column
  begin
    return query
      select f.offer_id, f.person_id,
        case when not f.itself or f.kind = 'COMMON_PROJECT'
               or f.kind = 'EMPLOYMENT' and f.sector in ('JST', 'JST_UNIT') then 'SOFT' else 'HARD' end,
        f.kind, f.member, f.name, not f.itself, f.source, f.tie_id, f.known_at
      from (select p.offer_id, p.member, p.name, p.sector, p.owner_nip, t.*,
              coalesce(t.nip = p.nip, false) or coalesce(t.krs = p.krs, false) as itself
            from offer_parties(call_of) p cross join ties_that_count(call_of) t) f
      where f.itself or f.nip = f.owner_nip;
  end $$`;

/** The chair's newest word about each pair. */
const DECISIONS = `
  create function newest_decisions(call_of uuid)
  returns table (offer_id uuid, person_id uuid, bars boolean, at timestamptz)
  language plpgsql stable ${definer} as $$
  #variable_conflict use_column
  begin
    return query select distinct on (d.offer_id, d.person_id) d.offer_id, d.person_id, d.bars, d.at
      from conflict_decision d where d.call_id = call_of order by d.offer_id, d.person_id, d.at desc, d.id;
  end $$`;

const OF_SEATS = (person: string): string => `${person} in (select s.person_id from commission_seat s
          where s.call_id = call_of and (person_of is null or s.person_id = person_of))`;
/**
 * People of the portal who act for an organisation are tied to it as long as they do, and three years longer. A grant
 * that is gone ends its entry; another follows it with the last day.
 */
const PORTAL_TIES = `
  create function keep_portal_ties(call_of uuid, person_of uuid) returns void
  language plpgsql ${definer} as $$
  begin
    with acting as (
      select distinct g.person_id, coalesce(o.nip, u.nip) as nip, o.krs,
        case when g.role in ('SIGNER', 'MUNICIPALITY_SIGNER') then 'BOARD' else 'EMPLOYMENT' end as kind
      from role_grant g
      join organisation o on o.id = g.organisation_id left join organisation u on u.id = o.unit_of_id
      where ${OF_SEATS('g.person_id')} and coalesce(o.nip, u.nip, o.krs) is not null
    ), gone as (
      update tie t set ended_at = clock_timestamp()
      where ${OF_SEATS('t.person_id')} and t.source = 'PORTAL' and t.ended_at is null and t.to_day is null
        and not exists (select from acting a where (a.person_id, a.kind) = (t.person_id, t.kind)
          and a.nip is not distinct from t.nip and a.krs is not distinct from t.krs)
      returning t.person_id, t.kind, t.nip, t.krs
    ), past as (
      insert into tie (id, person_id, kind, nip, krs, to_day, source)
        select gen_random_uuid(), person_id, kind, nip, krs, (clock_timestamp() at time zone 'Europe/Warsaw')::date, 'PORTAL'
        from gone
    )
    insert into tie (id, person_id, kind, nip, krs, source)
      select gen_random_uuid(), person_id, kind, nip, krs, 'PORTAL' from acting
      on conflict do nothing;
  end $$`;

/**
 * Works out anew who may not see which offer of a call, when its deadline is over: of one person, or of everybody who
 * sits or sat in its commission. Declared ones come first, then hard ties; soft ones bar until the chair has decided
 * after the last of them was known. Under WHOLE_CALL who is barred from one offer leaves the commission. Their seats
 * stay locked, so nobody scores meanwhile.
 */
const WORK_OUT = `
  create function work_out_bars(call_of uuid, person_of uuid) returns void
  language plpgsql ${definer} as $$
  begin
    perform from commission_seat s where s.call_id = call_of and (person_of is null or s.person_id = person_of)
      order by s.id for update;
    if not exists (select from call c where c.id = call_of
                   and c.deadline_at < date_trunc('milliseconds', clock_timestamp())) then
      return;
    end if;
    perform keep_portal_ties(call_of, person_of);

    with wanted as (
      select offer_id, person_id, (array_agg(cause order by position))[1] as cause
      from (
        select i.offer_id, i.person_id, 'DECLARED' as cause, 1 as position from impartiality i
        where i.call_id = call_of and i.kind = 'CONFLICT'
        union all
        select f.offer_id, f.person_id, 'HARD', 2 from conflicts_found(call_of) f where f.weight = 'HARD'
        union all
        select d.offer_id, d.person_id, 'DECIDED', 3 from newest_decisions(call_of) d where d.bars
        union all
        select f.offer_id, f.person_id, 'SOFT', 4 from conflicts_found(call_of) f
        where f.weight = 'SOFT' and not exists (select from newest_decisions(call_of) d
          where d.offer_id = f.offer_id and d.person_id = f.person_id and d.at >= f.known_at)
      ) all_of_them
      where person_of is null or person_id = person_of
      group by offer_id, person_id
    ), lifted as (
      update offer_bar b set lifted_at = clock_timestamp()
      where b.call_id = call_of and (person_of is null or b.person_id = person_of) and b.lifted_at is null
        and not exists (select from wanted w where w.offer_id = b.offer_id and w.person_id = b.person_id)
    )
    insert into offer_bar as b (offer_id, person_id, call_id, cause)
      select offer_id, person_id, call_of, cause from wanted
      on conflict (offer_id, person_id) do update set cause = excluded.cause, lifted_at = null,
        since = case when b.lifted_at is null then b.since else clock_timestamp() end
      where b.cause <> excluded.cause or b.lifted_at is not null;

    if (select e.contents::json #>> '{contents,rules,conflictPolicy}' from call_edition e
        where e.call_id = call_of order by e.no desc limit 1) = 'WHOLE_CALL' then
      update commission_seat s set left_at = clock_timestamp(), left_cause = 'CONFLICT'
      where s.call_id = call_of and s.left_at is null and exists (select from offer_bar b
        where b.call_id = call_of and b.person_id = s.person_id and b.lifted_at is null and b.cause <> 'SOFT');
    end if;
  end $$`;

/** The same in every call in whose commission the person sits or sat: a tie is of the person, not of a call. */
const WORK_OUT_PERSON = `
  create function work_out_person(person_of uuid) returns void
  language plpgsql ${definer} as $$
  declare
    seat record;
  begin
    for seat in select distinct s.call_id from commission_seat s where s.person_id = person_of order by s.call_id loop
      perform work_out_bars(seat.call_id, person_of);
    end loop;
  end $$`;

/** What was found between people and offers that who asks sees, for who leads the commission. */
const CONFLICTS = `
  create function commission_conflicts(call_of uuid)
  returns table (offer_id uuid, person_id uuid, weight text, kind text, party text, through boolean, source text,
                 tie_id uuid)
  language plpgsql stable ${definer} as $$
  #variable_conflict use_column
  begin
    if not call_of = any (scope_calls_headed()) then
      return;
    end if;
    return query
      select f.offer_id, f.person_id, f.weight, f.kind, f.party, f.through, f.source, f.tie_id
      from conflicts_found(call_of) f where f.offer_id <> all (scope_offers_barred());
  end $$`;

/** Keeps this person's seat as it is to the end of the transaction: a bar that comes meanwhile waits for it, or is seen. */
const HOLD = `
  create function hold_seat(call_of uuid) returns void
  language plpgsql ${definer} as $$
  begin
    perform from commission_seat s where s.call_id = call_of and s.person_id = scope_person() and s.left_at is null
      for share;
  end $$`;

/**
 * Who takes part in the offers of a call, once its deadline is over: for who sits in its commission, before declaring
 * too, and for who seats people there. Nothing else of the offers.
 */
const SHOWN = `
  create function commission_parties(call_of uuid)
  returns table (offer_id uuid, consortium text, member text, name text, sector text, role text, nip text, krs text,
                 owner_nip text, cause text)
  language plpgsql stable ${definer} as $$
  #variable_conflict use_column
  begin
    if not exists (select from call c where c.id = call_of
                     and c.deadline_at < date_trunc('milliseconds', clock_timestamp())
                     and (c.id = any (scope_calls_seated())
                          or array[c.teryt, left(c.teryt, 4), ''] && scope_calls_written())) then
      return;
    end if;
    return query
      select p.*, b.cause from offer_parties(call_of) p
      left join offer_bar b on b.offer_id = p.offer_id and b.person_id = scope_person() and b.lifted_at is null;
  end $$`;

/** Who may be seated, for who writes a published call: people of the steering group, by name and role. */
const AT_HAND = `
  create function people_to_seat(call_of uuid) returns table (person_id uuid, name text, chairs boolean)
  language plpgsql stable ${definer} as $$
  #variable_conflict use_column
  begin
    return query
      select p.id, p.name, bool_or(g.role = 'CHAIR') from person p join role_grant g on g.person_id = p.id
      where p.left_at is null and g.role in ('ASSESSOR', 'CHAIR')
        and exists (select from call c where c.id = call_of and array[c.teryt, left(c.teryt, 4), ''] && scope_calls_written())
      group by p.id, p.name;
  end $$`;

/** In the order in which they can be made. */
export const CONFLICT_FUNCTIONS: readonly ScopeFunction[] = [
  { is: PARTIES, signature: 'offer_parties(uuid)', to: 'zit_scope' },
  { is: TIES, signature: 'ties_that_count(uuid)', to: 'zit_scope' },
  { is: FOUND, signature: 'conflicts_found(uuid)', to: 'zit_scope' },
  { is: DECISIONS, signature: 'newest_decisions(uuid)', to: 'zit_scope' },
  { is: PORTAL_TIES, signature: 'keep_portal_ties(uuid, uuid)', to: 'zit_scope' },
  { is: WORK_OUT, signature: 'work_out_bars(uuid, uuid)', to: 'zit_app, zit_worker' },
  { is: WORK_OUT_PERSON, signature: 'work_out_person(uuid)', to: 'zit_app' },
  { is: CONFLICTS, signature: 'commission_conflicts(uuid)', to: 'zit_app' },
  { is: HOLD, signature: 'hold_seat(uuid)', to: 'zit_app' },
  { is: SHOWN, signature: 'commission_parties(uuid)', to: 'zit_app' },
  { is: AT_HAND, signature: 'people_to_seat(uuid)', to: 'zit_app' },
];
