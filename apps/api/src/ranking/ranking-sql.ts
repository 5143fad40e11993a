/**
 * The ranking said once more, by the database: `$1` is a JSON list of documents of results (`zit-result/1`, without
 * their `ranking`), answered are their rows, `n` the document's number from 1. Numeric is exact and has no bounds here;
 * fractions are brought to one denominator, 20!, which every number of counted cards divides (a quorum ends at 20).
 * `blocked` says that there is no ranking: too few cards, or equals that no rule parts.
 */
export const RANKING_SQL = `
with call as (
  select n, document as d, document->'rules' as rules from jsonb_array_elements($1::jsonb) with ordinality as t(document, n)
), criterion as (
  select n, value->>'code' as code, (value->>'weight')::numeric as weight
  from call, jsonb_array_elements(rules->'criteria')
), offer as (
  select n, key as offer, (value->>'zitGrosze')::numeric as zit, (value->>'rejected')::boolean as rejected
  from call, jsonb_each(d->'offers')
), silent as (
  select n, value->>'assessor' as assessor,
    case rules->>'conflictPolicy' when 'OFFER_ONLY' then value->>'offer' end as offer
  from call, jsonb_array_elements(d->'conflicts')
), counted as (
  select n, by_offer.key as offer, by_assessor.key as assessor, by_assessor.value as points
  from call, jsonb_each(d->'cards') by_offer, jsonb_each(by_offer.value) by_assessor
  where not exists (
    select from silent s where s.n = call.n and s.assessor = by_assessor.key and coalesce(s.offer, by_offer.key) = by_offer.key)
), mean as (
  select n, offer, code, sum(value::numeric) as total, count(*) as cards
  from counted, jsonb_each_text(points) as p(code, value) group by 1, 2, 3
), score as (
  select n, offer, sum(weight * total) as num, max(cards) as cards
  from mean join criterion using (n, code) group by 1, 2
), contender as (
  select o.n, o.offer, o.zit, rules, s.num, coalesce(s.cards, 0) as cards, s.num * (factorial(20) / s.cards) as points,
    (rules->'scale'->>1)::numeric * s.cards as den,
    (select array_agg(
        case by when 'LOWER_ZIT' then o.zit
          when 'LOT' then case when d->'lot' = 'null' then 0 else
            ('x' || left(encode(sha256(convert_to((d->'lot'->>'seed') || ' ' || o.offer, 'UTF8')), 'hex'), 15))::bit(60)::bigint end
          else -(select total * (factorial(20) / cards) from mean m where m.n = o.n and m.offer = o.offer and m.code = by)
        end order by place)
      from jsonb_array_elements_text(rules->'ties') with ordinality as t(by, place)) as ties
  from offer o join call using (n) left join score s using (n, offer) where not rejected
), judged as (
  select *, case when (rules->>'thresholdInclusive')::boolean then num >= (rules->>'threshold')::numeric * den
    else num > (rules->>'threshold')::numeric * den end as reaches,
    div(num * 200 + den, den * 2) as hundredths,
    bool_or(cards < greatest(1, (rules->>'quorum')::int)) over (partition by n) as few
  from contender
), ranked as (
  select *, rank() over list as place, row_number() over (list rows unbounded preceding) as at,
    sum(zit) over (list rows unbounded preceding) as spent, count(*) over (partition by n, points, ties) as equals,
    lead(row(points, ties, offer)) over list as below, lag(row(points, ties, offer)) over list as above,
    lead(points) over list as below_points, lag(points) over list as above_points,
    lead(ties) over list as below_ties, lag(ties) over list as above_ties
  from judged where reaches and not few
  window list as (partition by n order by points desc, ties, offer collate "C")
), lined as (
  select *, bool_and((rules->>'centres' is null or at <= (rules->>'centres')::int)
      and (rules->>'moneyGrosze' is null or spent <= (rules->>'moneyGrosze')::numeric))
    over (partition by n order by at) as funded,
    case when below_points = points then below_ties when above_points = points then above_ties end as against
  from ranked
)
select n::int, offer, num, den, hundredths, place::int, case when funded then 'selected' else 'reserve' end as status,
  (select rules->'ties'->>(i - 1) from generate_subscripts(ties, 1) i where ties[i] <> against[i] order by i limit 1) as "decidedBy",
  bool_or(equals > 1) over (partition by n) as blocked, at as turn
from lined
union all
select n::int, offer, num, den, hundredths, null, 'below-threshold', null, false,
  100000 + row_number() over (partition by n order by points desc, ties, offer collate "C")
from judged where not reaches and not few
union all
select n::int, offer, null, null, null, null, 'rejected', null, false, 200000 + row_number() over (partition by n order by offer collate "C")
from offer where rejected and not exists (select from judged j where j.n = offer.n and few)
order by 1, 10`;
