import { written } from './calls';
import type { ScopeFunction } from './commissions';
import { listed } from './hat';
import { seen } from './sight';

const definer = 'security definer set search_path = pg_catalog, public';
/** The same decision as `OFFER_PARTS.reads` in `libs/domain/src/access/policy-rows.ts`. */
const READS_OFFER = [
  'COORDINATOR',
  'EDITOR',
  'SIGNER',
  'OWNER',
  'MUNICIPALITY_OFFICER',
  'TREASURER',
  'MUNICIPALITY_SIGNER',
];
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
      join offer_receipt b on b.number = case when r.kind = 'CURE' then r.replaces else r.number end
      left join formal_card f on f.offer_id = t.offer_id and f.receipt_number = t.number
      where t.call_id = call_of and f.state is distinct from 'REJECTED'
        and (b.late_ms <= 0 or exists (select from offer_admission a where a.receipt_number = b.number)));
  end $$`;

/** Does an award stand in this call? Everybody reads that on the page of the result. */
const STANDS = `
  create function call_has_award(call_of uuid) returns boolean
  language plpgsql stable ${definer} as $$
  begin
    return exists (select from award a where a.call_id = call_of and a.ended_at is null);
  end $$`;

/** To whom the letters of an annulled call go, for who annulled it: before the deadline nobody sees the offers. */
const ANNULLED = `
  create function offers_of_annulled(call_of uuid)
  returns table (offer_id uuid, number text, title text, leader text, address text)
  language plpgsql stable ${definer} as $$
  #variable_conflict use_column
  begin
    return query select s.offer_id, s.number,
        coalesce(k.contents #>> '{contents,basics,title}', k.contents #>> '{consortium,title}', ''),
        coalesce(r.receipt::json ->> 'leader', k.contents #>> '{consortium,title}', ''),
        (select m ->> 'address' from json_array_elements(k.contents -> 'members') m
          where m ->> 'role' = 'LEADER' limit 1)
      from call c
      join offer_standing s on s.call_id = c.id
      join offer_receipt r on r.number = s.number
      join lateral (select n.contents::json as contents from offer_content n
        where n.offer_id = r.offer_id and n.sha256 = r.sha256) k on true
      where c.id = call_of and c.state = 'ANNULLED' and ${MAY_WRITE}
      order by r.no;
  end $$`;

/** Keeps the letter to one of them, and writes the mails to who reads the offer. */
const SEND_ANNULLED = `
  create function send_annulled(letter_of uuid, offer_of uuid, facts_of text, subject_of text, body_of text) returns void
  language plpgsql ${definer} as $$
  begin
    insert into offer_letter (id, offer_id, call_id, kind, facts, sha256, sent_by)
      select letter_of, o.id, c.id, 'ANNULLED', facts_of, encode(sha256(convert_to(facts_of, 'UTF8')), 'hex'),
        scope_person()
      from offer o join call c on c.id = o.call_id and c.state = 'ANNULLED' and ${MAY_WRITE} where o.id = offer_of;
    insert into mail (template, recipient, subject, body)
      select distinct 'OFFER_LETTER', p.email, subject_of, body_of
      from offer o
      join call c on c.id = o.call_id and c.state = 'ANNULLED' and ${MAY_WRITE}
      join member m on m.consortium_id = o.consortium_id and m.left_at is null
      join role_grant g on g.organisation_id = m.organisation_id and g.role in ${listed(READS_OFFER)}
      join person p on p.id = g.person_id and p.left_at is null and p.email is not null
      where o.id = offer_of;
  end $$`;

/** In the order in which they can be made. */
export const AWARD_FUNCTIONS: readonly ScopeFunction[] = [
  { is: NONE_VALID, signature: 'call_without_valid_offers(uuid)', to: 'zit_app' },
  { is: STANDS, signature: 'call_has_award(uuid)', to: 'zit_app' },
  { is: ANNULLED, signature: 'offers_of_annulled(uuid)', to: 'zit_app' },
  { is: SEND_ANNULLED, signature: 'send_annulled(uuid, uuid, text, text, text)', to: 'zit_app' },
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
