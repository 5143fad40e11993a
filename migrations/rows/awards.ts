import { written } from './calls';
import type { ScopeFunction } from './commissions';
import { seen } from './sight';

const definer = 'security definer set search_path = pg_catalog, public';
const MAY_WRITE = `array[c.teryt, left(c.teryt, 4), ''] && scope_calls_written()`;

/**
 * Is there no valid offer in this call? Null for who does not write the call, and for whom something of it is barred:
 * they learn nothing of its offers (decision 14). Before the deadline nobody knows either.
 */
const NONE_VALID = `
  create function call_without_valid_offers(call_of uuid) returns boolean
  language plpgsql stable ${definer} as $$
  declare
    published json;
  begin
    if not exists (select from call c where c.id = call_of and ${MAY_WRITE}
        and c.deadline_at < date_trunc('milliseconds', clock_timestamp()))
      or exists (select from offer_bar b
        where b.call_id = call_of and b.person_id = scope_person() and b.lifted_at is null)
    then
      return null;
    end if;
    select r.document::json into published from call_result r
      where r.call_id = call_of and r.published_at is not null order by r.no desc limit 1;
    if published is not null then
      return not exists (select from json_array_elements(published -> 'ranking') o
        where o ->> 'status' in ('selected', 'reserve'));
    end if;
    return not exists (select from offer_standing t
      join offer_receipt r on r.number = t.number
      left join formal_card f on f.offer_id = t.offer_id and f.receipt_number = t.number
      where t.call_id = call_of and f.state is distinct from 'REJECTED'
        and (r.late_ms <= 0 or exists (select from offer_admission a where a.receipt_number = t.number)));
  end $$`;

/** In the order in which they can be made. */
export const AWARD_FUNCTIONS: readonly ScopeFunction[] = [
  { is: NONE_VALID, signature: 'call_without_valid_offers(uuid)', to: 'zit_app' },
];

const ME = '(select scope_person())';
/** Who runs the call or sits in its commission, and nothing of it is barred to them. */
const sees = 'call_id = any ((select scope_results_seen())::uuid[])';
const gives = `${sees} and ${written('call_id')}`;
/** Whoever carries the award into the rooms of the consortium, or runs the call and ends it. */
const goesOn = `${gives} or ${seen('consortium_id')}`;

/** An award follows a published result: it is seen by who runs the call and by who sees the consortium. */
export const AWARD_POLICIES: readonly string[] = [
  `create policy award_seen on award for select to zit_app using (${sees} or ${seen('consortium_id')})`,
  `create policy award_given on award for insert to zit_app
     with check (awarded_by = ${ME} and ended_at is null and carried_at is null and ${gives})`,
  `create policy award_goes_on on award for update to zit_app using (${goesOn}) with check (${goesOn})`,
  'create policy award_published on award for select to zit_public using (true)',
];

/** What the table refuses whoever asks, its owner included. */
export const AWARD_TRIGGERS: readonly string[] = [
  `
  create function award_stays() returns trigger language plpgsql as $$
  begin
    raise exception 'an award stays' using errcode = 'restrict_violation';
  end $$`,
  `create trigger award_stays before delete or truncate on award for each statement execute function award_stays()`,
  `
  create function award_goes_on() returns trigger language plpgsql as $$
  declare
    ending constant text[] := array['ended_at', 'ended_by', 'ended_reason'];
    carrying constant text[] := array['carried_at', 'carried_by'];
  begin
    if to_jsonb(new) - ending - carrying is distinct from to_jsonb(old) - ending - carrying
      or old.ended_at is not null
      or old.carried_at is not null and (new.carried_at, new.carried_by) is distinct from (old.carried_at, old.carried_by)
    then
      raise exception 'award % does not go on like this', old.id using errcode = 'restrict_violation';
    end if;
    return new;
  end $$`,
  `create trigger award_goes_on before update on award for each row execute function award_goes_on()`,
  // Only what was announced is awarded, and only by the newest result.
  `
  create function award_follows_a_result() returns trigger
  language plpgsql ${definer} as $$
  begin
    if not exists (select from call_result r where r.call_id = new.call_id and r.no = new.result_no
        and r.published_at is not null
        and not exists (select from call_result n where n.call_id = r.call_id and n.no > r.no)
        and exists (select from json_array_elements(r.document::json -> 'ranking') o
          where o ->> 'offer' = new.receipt_number
            and o ->> 'status' = case when new.from_reserve then 'reserve' else 'selected' end))
    then
      raise exception 'offer % is not awarded by result %', new.receipt_number, new.result_no
        using errcode = 'restrict_violation';
    end if;
    return new;
  end $$`,
  `create trigger award_follows_a_result before insert on award
    for each row execute function award_follows_a_result()`,
];
