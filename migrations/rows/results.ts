import { written } from './calls';
import type { ScopeFunction } from './commissions';

const definer = 'security definer set search_path = pg_catalog, public';

/** Something of the call is barred to this person: then no place, rank or total of it is shown (decision 14). */
const BARRED = (call: string): string => `exists (select from offer_bar b
      where b.call_id = ${call} and b.person_id = scope_person() and b.lifted_at is null)`;

/** Calls whose frozen results this person sees before they are published: who runs them, and their commission. */
const SEEN = `
  create function scope_results_seen() returns uuid[]
  language plpgsql stable ${definer} as $$
  begin
    return array(select c.id from call c
      where c.id in (select r.call_id from call_result r) and not ${BARRED('c.id')}
        and (c.id = any (scope_calls_assessed())
             or array[c.teryt, left(c.teryt, 4), ''] && scope_calls_received() and c.id <> all (scope_calls_withheld())));
  end $$`;

/** Calls whose ranking this person settles: chair or secretary, declared, and nothing of the call is barred to them. */
const SETTLED = `
  create function scope_calls_settled() returns uuid[]
  language plpgsql stable ${definer} as $$
  begin
    return array(select h.id from unnest(scope_calls_headed()) h (id) where not ${BARRED('h.id')});
  end $$`;

/**
 * All that a ranking follows from, as it stands now, for who settles it; null for everybody else. Offers by the numbers
 * of their receipts, people by their ids. Names of people are for the minutes only.
 */
const RANKING = `
  create function ranking_of(call_of uuid) returns json
  language plpgsql stable ${definer} as $$
  begin
    if not call_of = any (scope_calls_settled()) then
      return null;
    end if;
    return json_build_object(
      'offers', (select coalesce(json_agg(json_build_object(
            'offerId', t.offer_id, 'offer', t.number,
            'title', coalesce(x.contents #>> '{contents,basics,title}', x.contents #>> '{consortium,title}'),
            'consortium', x.contents #>> '{consortium,title}',
            'zitGrosze', (select coalesce(sum((l ->> 'amountGrosze')::bigint), 0)
              from json_array_elements(x.contents #> '{contents,budget,lines}') l where l ->> 'source' = 'ZIT'),
            'lateMs', r.late_ms,
            'admitted', exists (select from offer_admission a where a.receipt_number = t.number),
            'formal', f.state,
            -- As on the cards: what the council resolved counts if it sat by the deadline.
            'recommended', exists (select from recommendation m where m.offer_id = t.offer_id
              and m.withdrawn_at is null and m.verdict = 'POSITIVE'
              and m.session_on <= (r.deadline_at at time zone 'Europe/Warsaw')::date)
          ) order by r.no), '[]')
        from offer_standing t
        join offer_receipt r on r.number = t.number
        left join formal_card f on f.offer_id = t.offer_id and f.receipt_number = t.number
        join lateral (select k.contents::json as contents from offer_content k
          where k.offer_id = r.offer_id and k.sha256 = r.sha256) x on true
        where t.call_id = call_of),
      'cards', (select coalesce(json_agg(json_build_object(
            'personId', c.person_id, 'offerId', c.offer_id, 'contents', v.contents::json) order by c.person_id, c.offer_id), '[]')
        from score_card c
        join lateral (select n.contents from score_version n where n.card_id = c.id order by n.no desc limit 1) v on true
        where c.call_id = call_of),
      'bars', (select coalesce(json_agg(json_build_object(
            'personId', b.person_id, 'name', p.name, 'offerId', b.offer_id, 'cause', b.cause,
            'reason', (select i.reason from impartiality i where i.call_id = b.call_id and i.person_id = b.person_id
              and i.offer_id = b.offer_id)) order by p.name, b.offer_id), '[]')
        from offer_bar b join person p on p.id = b.person_id
        where b.call_id = call_of and b.lifted_at is null),
      'seats', (select coalesce(json_agg(json_build_object(
            'personId', s.person_id, 'name', p.name, 'office', s.office, 'stands', s.left_at is null)
            order by s.office <> 'CHAIR', s.office <> 'SECRETARY', p.name), '[]')
        from (select distinct on (person_id) * from commission_seat where call_id = call_of
              order by person_id, seated_at desc) s
        join person p on p.id = s.person_id),
      'basis', (select m.basis from commission m where m.call_id = call_of));
  end $$`;

/** Keeps the seats and bars of a commission as they are to the end of the transaction: its result is being frozen. */
const HOLD = `
  create function hold_commission(call_of uuid) returns void
  language plpgsql ${definer} as $$
  begin
    if call_of = any (scope_calls_settled()) then
      perform from commission_seat s where s.call_id = call_of order by s.id for share;
    end if;
  end $$`;

/**
 * Writes down what the witnesses said, once, and only then tells the portal's half, and the seed that both make. From
 * here on no card of the call is handed in: who knows the seed knows every ticket.
 */
const DRAW = `
  create function draw_lot(call_of uuid, witnesses_of text, half_of text)
  returns table (portal_half text, witness_half text, seed text)
  language plpgsql ${definer} as $$
  #variable_conflict use_column
  begin
    if not call_of = any (scope_calls_settled()) then
      return;
    end if;
    perform freeze_scoring(call_of);
    update call_lot l set witnesses = witnesses_of, witness_half = btrim(half_of), drawn_by = scope_person(),
      drawn_at = clock_timestamp(),
      seed = encode(sha256(convert_to(l.portal_half || ' ' || btrim(half_of), 'UTF8')), 'hex')
    where l.call_id = call_of and l.drawn_at is null;
    return query select l.portal_half, l.witness_half, l.seed from call_lot l where l.call_id = call_of and l.drawn_at is not null;
  end $$`;

/** The halves of a lot that was drawn, for who settles the call; before it nobody is told the portal's. */
const DRAWN = `
  create function drawn_lot(call_of uuid) returns table (portal_half text, witness_half text, seed text, commitment text)
  language plpgsql stable ${definer} as $$
  #variable_conflict use_column
  begin
    return query select l.portal_half, l.witness_half, l.seed, l.commitment from call_lot l
      where l.call_id = call_of and l.drawn_at is not null and call_of = any (scope_calls_settled());
  end $$`;

/** In the order in which they can be made. */
export const RESULT_FUNCTIONS: readonly ScopeFunction[] = [
  { is: SEEN, signature: 'scope_results_seen()', to: 'zit_app' },
  { is: SETTLED, signature: 'scope_calls_settled()', to: 'zit_app' },
  { is: RANKING, signature: 'ranking_of(uuid)', to: 'zit_app' },
  { is: HOLD, signature: 'hold_commission(uuid)', to: 'zit_app' },
  { is: DRAW, signature: 'draw_lot(uuid, text, text)', to: 'zit_app' },
  { is: DRAWN, signature: 'drawn_lot(uuid)', to: 'zit_app' },
];

const ME = '(select scope_person())';
const settles = 'call_id = any ((select scope_calls_settled())::uuid[])';
const sees = 'call_id = any ((select scope_results_seen())::uuid[])';
/** Approving and announcing is for who writes the call; a bar closes that as well. */
const announces = `${sees} and ${written('call_id')}`;

export const RESULT_POLICIES: readonly string[] = [
  `create policy call_lot_seen on call_lot for select to zit_app using (${settles})`,
  `create policy call_lot_added on call_lot for insert to zit_app
     with check (committed_by = ${ME} and drawn_at is null and ${settles})`,
  `create policy call_result_seen on call_result for select to zit_app using (published_at is not null or ${sees} or ${settles})`,
  `create policy call_result_published on call_result for select to zit_public using (published_at is not null)`,
  `create policy call_result_added on call_result for insert to zit_app with check (frozen_by = ${ME} and ${settles})`,
  `create policy call_result_changed on call_result for update to zit_app using (${announces}) with check (${announces})`,
  `create policy result_minutes_seen on result_minutes for select to zit_app using (${sees} or ${settles})`,
  `create policy result_minutes_added on result_minutes for insert to zit_app with check (${settles})`,
];
