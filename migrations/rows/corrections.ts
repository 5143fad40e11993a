import { received, type ScopeFunction } from './commissions';

const definer = 'security definer set search_path = pg_catalog, public';
const REFUSED = `using errcode = 'restrict_violation'`;

/** The last millisecond of the last day, as the portal counts days. */
const ENDS = `
  create function correction_ends(offer_of uuid) returns timestamptz
  language plpgsql stable ${definer} as $$
  begin
    return (select (q.due_on + 1)::timestamp at time zone 'Europe/Warsaw' - interval '1 millisecond'
      from cure q where q.offer_id = offer_of);
  end $$`;

/**
 * Why nothing of this offer may be put right at that instant: \`NONE\` nobody asked for it, \`ANSWERED\` it was handed
 * in, \`DECIDED\` the formal check decided otherwise meanwhile, \`OVER\` its last day is over; null: it may.
 */
const SHUT = `
  create function correction_shut(offer_of uuid, at timestamptz) returns text
  language plpgsql stable ${definer} as $$
  begin
    return case
      when not exists (select from cure q where q.offer_id = offer_of) then 'NONE'
      when exists (select from cure q join cure_answer a on a.cure_id = q.id where q.offer_id = offer_of) then 'ANSWERED'
      when not exists (select from formal_card f join cure q on q.offer_id = f.offer_id
        where f.offer_id = offer_of and f.state = 'TO_CURE' and f.receipt_number = q.receipt_number) then 'DECIDED'
      when date_trunc('milliseconds', at) > correction_ends(offer_of) then 'OVER'
    end;
  end $$`;

export const CORRECTION_FUNCTIONS: readonly ScopeFunction[] = [
  { is: ENDS, signature: 'correction_ends(uuid)', to: 'zit_app' },
  { is: SHUT, signature: 'correction_shut(uuid, timestamptz)', to: 'zit_app' },
];

export const CORRECTION_POLICIES: readonly string[] = [
  `create policy cure_answer_seen on cure_answer for select to zit_app
     using (exists (select from cure q where q.id = cure_id))`,
  `create policy cure_of_corrections on cure for select to zit_scope using (true)`,
];

/** Going on of an offer, from what a state to what. @param more pairs that a correction adds */
export const OFFER_GOES_ON = (more: string, open: string): string => `
  create or replace function offer_goes_on() returns trigger language plpgsql as $$
  begin
    if new.state <> old.state and (old.state || ' ' || new.state) not in ('DRAFT SUBMITTED', 'SUBMITTED AMENDING',
         'AMENDING SUBMITTED', 'SUBMITTED WITHDRAWN', 'AMENDING WITHDRAWN', 'WITHDRAWN SUBMITTED'${more})
      or (new.id, new.call_id, new.consortium_id, new.created_by, new.created_at)
         is distinct from (old.id, old.call_id, old.consortium_id, old.created_by, old.created_at)
    then
      raise exception 'offer % does not go on like this', old.id ${REFUSED};
    end if;${open}
    -- Handing in, opening again and taking back are the leader's.
    if new.state <> old.state and current_user = 'zit_app'
      and not old.consortium_id = any (scope_offers_handed())
    then
      raise exception 'not yours to hand in' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end $$`;

/** A correction is opened while it may be handed in. */
export const CURING_OPENS = `
    if new.state = 'CURING' and old.state <> 'CURING'
      and correction_shut(old.id, clock_timestamp()) is not null then
      raise exception 'no correction of offer % runs', old.id ${REFUSED};
    end if;`;

/** @param deadline that a receipt has to name, as SQL */
export const RECEIPT_FOLLOWS = (deadline: string): string => `
  create or replace function offer_receipt_follows() returns trigger
  language plpgsql ${definer} as $$
  begin
    -- The instant comes from the API; it may have waited for thousands before it, and its clock may be off, but only
    -- so much. Whoever is refused here comes again, and would be late by that.
    if new.received_at not between clock_timestamp() - interval '10 minutes'
                               and clock_timestamp() + interval '250 milliseconds' then
      raise exception 'the clocks disagree' using errcode = 'check_violation', constraint = 'offer_receipt_clocks_agree';
    end if;
    -- An extension came in between: the whole act begins again, with the deadline that counts now.
    if new.deadline_at is distinct from ${deadline} then
      raise exception 'the deadline was moved meanwhile' using errcode = 'serialization_failure';
    end if;
    if new.no <> coalesce((select max(no) from offer_receipt where call_id = new.call_id), 0) + 1 then
      raise exception 'this receipt does not follow in the call' ${REFUSED};
    end if;
    return new;
  end $$`;
export const CALL_DEADLINE = '(select deadline_at from call where id = new.call_id)';
export const OWN_DEADLINE = `(case when new.kind = 'CURE' then correction_ends(new.offer_id) else ${CALL_DEADLINE} end)`;

/** What the tables refuse whoever asks, their owner included. */
export const CORRECTION_TRIGGERS: readonly string[] = [
  `create trigger cure_answer_is_for_ever before update or delete or truncate on cure_answer
    for each statement execute function formal_for_ever()`,
  `
  create function correction_is_received() returns trigger language plpgsql ${definer} as $$
  begin
    if new.kind <> 'CURE' then
      return new;
    end if;
    -- A rejection that is being decided waits for this receipt, or this receipt for it.
    perform from formal_card f where f.offer_id = new.offer_id for update;
    if correction_shut(new.offer_id, new.received_at) is not null
      or new.replaces is distinct from (select q.receipt_number from cure q where q.offer_id = new.offer_id)
    then
      raise exception 'this offer is not corrected at present' using errcode = 'restrict_violation',
        constraint = 'offer_receipt_answers_a_correction';
    end if;
    insert into cure_answer (cure_id, receipt_number, at)
      select q.id, new.number, new.received_at from cure q where q.offer_id = new.offer_id;
    return new;
  end $$`,
  `create trigger correction_is_received after insert on offer_receipt
    for each row execute function correction_is_received()`,
  `
  create function correction_fields_only() returns trigger language plpgsql ${definer} as $$
  begin
    if exists (select from offer o where o.id = new.sheet_id and o.state = 'CURING')
      and (correction_shut(new.sheet_id, clock_timestamp()) is not null
        or not exists (select from cure q, jsonb_array_elements_text(q.fields) as opened (path)
          where q.offer_id = new.sheet_id and (new.path = opened.path or starts_with(new.path, opened.path || '.'))))
    then
      raise exception 'the correction does not open %', new.path using errcode = 'restrict_violation',
        constraint = 'sheet_field_of_a_correction';
    end if;
    return new;
  end $$`,
  `create trigger correction_fields_only before insert or update on sheet_field
    for each row execute function correction_fields_only()`,
  `
  create function correction_files_only() returns trigger language plpgsql ${definer} as $$
  begin
    if exists (select from offer o where o.id = new.offer_id and o.state = 'CURING')
      and (correction_shut(new.offer_id, clock_timestamp()) is not null
        or not exists (select from cure q where q.offer_id = new.offer_id and q.fields ? 'attachments'))
    then
      raise exception 'the correction does not open the attachments' using errcode = 'restrict_violation',
        constraint = 'offer_attachment_of_a_correction';
    end if;
    return new;
  end $$`,
  `create trigger correction_files_only before insert or update on offer_attachment
    for each row execute function correction_files_only()`,
  `
  create function formal_card_waits() returns trigger language plpgsql ${definer} as $$
  begin
    if new.state <> old.state and new.receipt_number = old.receipt_number and exists (select from cure q
        join cure_answer a on a.cure_id = q.id where q.offer_id = old.offer_id and q.receipt_number = old.receipt_number)
    then
      raise exception 'a correction of % came in: its card follows', old.offer_id using errcode = 'restrict_violation',
        constraint = 'formal_card_waits_for_the_correction';
    end if;
    return new;
  end $$`,
  `create trigger formal_card_waits before update on formal_card for each row execute function formal_card_waits()`,
];
/** Functions of triggers that read what the asking person may not see. */
export const CORRECTION_OWNED: readonly string[] = [
  'correction_is_received()',
  'correction_fields_only()',
  'correction_files_only()',
  'formal_card_waits()',
];

const STATES = (more: string): string => `state in ('SUBMITTED', 'AMENDING'${more})`;
export const RECEIVED_WHILE = (more: string): string =>
  `create policy offer_received on offer for select to zit_app using (${STATES(more)} and ${received('offer.id')})`;
export const COUNT_WHILE = (more: string): string => `
  create or replace function count_offers(call_of uuid) returns int
  language plpgsql stable ${definer} as $$
  begin
    return (select count(*) from offer where call_id = call_of and ${STATES(more)} and id <> all (scope_offers_barred()));
  end $$`;

/** A function that stands, with pieces of its text replaced: whatever else another migration made of it stays. */
export const replacedIn = (signature: string, pieces: readonly (readonly [string, string])[]): string => `
  do $do$
  declare
    whole text := pg_get_functiondef('${signature}'::regprocedure);
  begin
${pieces
  .map(
    ([before, after]) => `
    if position($p$${before}$p$ in whole) = 0 then
      raise exception '${signature} is another than this was written for';
    end if;
    whole := replace(whole, $p$${before}$p$, $p$${after}$p$);`,
  )
  .join('')}
    execute whole;
  end $do$`;

/** Lateness and admission are of the offer as it came first, whatever was put right afterwards. */
export const RANKED_AS_IT_CAME: readonly (readonly [string, string])[] = [
  [`'lateMs', r.late_ms,`, `'lateMs', b.late_ms,`],
  ['a.receipt_number = t.number)', 'a.receipt_number = b.number)'],
  [`(r.deadline_at at time zone`, `(b.deadline_at at time zone`],
  [
    'join offer_receipt r on r.number = t.number\n',
    `join offer_receipt r on r.number = t.number
        join offer_receipt b on b.number = case when r.kind = 'CURE' then r.replaces else r.number end\n`,
  ],
];
