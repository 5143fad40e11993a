const definer = 'security definer set search_path = pg_catalog, public';
const ZONE = `at time zone 'Europe/Warsaw'`;
const REFUSED = `using errcode = 'restrict_violation'`;

/**
 * Is this part of the offer open again? Only by an appeal that was upheld, and only until the next result is frozen. A
 * formal card that is looked at again opens the cards with it: an offer that was refused has none.
 */
export const OPENED = `
  create function appeal_opens(offer_of uuid, what text) returns boolean
  language plpgsql stable ${definer} as $$
  begin
    return exists (select from appeal a join appeal_decision d on d.appeal_id = a.id
      where a.offer_id = offer_of and d.upheld and (d.effect = 'FORMAL' or d.effect = what)
        and not exists (select from call_result r where r.call_id = a.call_id and r.frozen_at >= d.decided_at));
  end $$`;

/**
 * Appeals that were upheld and that no frozen result follows yet, for who settles the call: \`done\` says that a card of
 * the offer was handed in since.
 */
export const PENDING = `
  create function appeals_to_carry_out(call_of uuid) returns table (no int, offer text, effect text, done boolean)
  language plpgsql stable ${definer} as $$
  #variable_conflict use_column
  begin
    return query select a.no, s.number, d.effect, exists (select from score_card c
        join score_version v on v.card_id = c.id where c.offer_id = a.offer_id and v.handed_at > d.decided_at)
      from appeal a join appeal_decision d on d.appeal_id = a.id join offer_standing s on s.offer_id = a.offer_id
      where a.call_id = call_of and d.upheld and d.effect <> 'NONE' and call_of = any (scope_calls_settled())
        and not exists (select from call_result r where r.call_id = a.call_id and r.frozen_at >= d.decided_at)
      order by a.no;
  end $$`;

/**
 * Cards of an offer as a published result counted them, by pseudonym, with their reasons: for who writes the call and
 * answers for it, and for nobody to whom something of it is barred. Pseudonyms are those of the result (\`S1\`, \`S2\`…
 * in the order of ids of everybody who had handed in by then).
 */
export const CARDS_OF = `
  create function published_cards(call_of uuid, offer_of uuid, result_of int)
  returns table (assessor text, contents json)
  language plpgsql stable ${definer} as $$
  #variable_conflict use_column
  declare
    at timestamptz;
  begin
    select r.frozen_at into at from call_result r
      where r.call_id = call_of and r.no = result_of and r.published_at is not null and call_of = any (scope_results_seen())
        and exists (select from call c where c.id = call_of
          and array[c.teryt, left(c.teryt, 4), ''] && scope_calls_written());
    return query
      with handed as (
        select distinct on (c.id) c.person_id, c.offer_id, v.contents
        from score_card c join score_version v on v.card_id = c.id
        where c.call_id = call_of and v.handed_at <= at order by c.id, v.no desc
      ), named as (
        select h.person_id, 'S' || dense_rank() over (order by h.person_id) as assessor, h.offer_id, h.contents
        from handed h where exists (select from offer_standing s where s.offer_id = h.offer_id)
      )
      select n.assessor, n.contents::json from named n where n.offer_id = offer_of order by n.person_id;
  end $$`;

/** @param published the day of publication of the result that a new row names, as SQL */
export const APPEAL_TRIGGERS = (published: string): readonly string[] => [
  `
  create function appeal_counts() returns trigger language plpgsql ${definer} as $$
  declare
    published date := ${published};
  begin
    -- One after the other, so that each has a number of its own; whoever freezes meanwhile waits as well.
    insert into call_scoring (call_id) values (new.call_id) on conflict (call_id) do nothing;
    perform from call_scoring s where s.call_id = new.call_id for update;
    if published is null or exists (select from call_result r where r.call_id = new.call_id
        and r.no > new.result_no and r.published_at is not null) then
      raise exception 'appeal % is not against the published result', new.id ${REFUSED};
    end if;
    new.no := (select coalesce(max(a.no), 0) + 1 from appeal a where a.call_id = new.call_id);
    new.lodged_at := clock_timestamp();
    new.late_days := greatest((new.lodged_at ${ZONE})::date - new.due_on, 0);
    return new;
  end $$`,
  `create trigger appeal_counts before insert on appeal for each row execute function appeal_counts()`,
  `
  create function appeal_decision_waits() returns trigger language plpgsql ${definer} as $$
  begin
    -- A result that is being frozen waits for this decision, or this decision for it.
    perform from call_scoring s where s.call_id = (select a.call_id from appeal a where a.id = new.appeal_id) for update;
    new.decided_at := clock_timestamp();
    return new;
  end $$`,
  `create trigger appeal_decision_waits before insert on appeal_decision
    for each row execute function appeal_decision_waits()`,
];

/** A function that stands, with a piece of its text replaced: whatever else another migration made of it stays. */
const replaced = (name: string, before: string, after: string): string => `
  do $do$
  declare
    whole text := pg_get_functiondef('${name}()'::regprocedure);
  begin
    if position('${before}' in whole) = 0 then
      raise exception '${name} is another than this was written for';
    end if;
    execute replace(whole, '${before}', '${after}');
  end $do$`;

const CARD = ['score_version_follows', 'if at is not null then'] as const;
const CARD_OPEN = `if at is not null and not appeal_opens((select c.offer_id from score_card c where c.id = new.card_id), $a$SCORES$a$) then`;
const FORMAL = ['formal_card_goes_on', 's.call_id = old.call_id for share) then'] as const;
const FORMAL_OPEN = `s.call_id = old.call_id for share) and not appeal_opens(old.offer_id, $a$FORMAL$a$) then`;

/** What closes cards once a result is frozen lets exactly the offer of an upheld appeal through. */
export const APPEALS_OPEN: readonly string[] = [replaced(...CARD, CARD_OPEN), replaced(...FORMAL, FORMAL_OPEN)];
export const APPEALS_OPEN_NOTHING: readonly string[] = [
  replaced(CARD[0], CARD_OPEN, CARD[1]),
  replaced(FORMAL[0], FORMAL_OPEN, FORMAL[1]),
];
