import { APPEAL_TRIGGERS, CARDS_OF, OPENED, PENDING } from './appeals';
import { written } from './calls';
import { received, type ScopeFunction } from './commissions';
import { listed } from './hat';
import { handed, ofOffer } from './offers';
import { joined } from './sight';

export { APPEALS_OPEN, APPEALS_OPEN_NOTHING } from './appeals';

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
const SENDS = `array[c.teryt, left(c.teryt, 4), ''] && scope_calls_written() or c.id = any (scope_calls_headed())
        or o.consortium_id = any (scope_offers_handed())`;

/** A mail about a letter to everybody of the consortium who reads the offer; nobody learns their addresses. */
const TELL = `
  create function tell_letter(offer_of uuid, template_of text, subject_of text, body_of text) returns void
  language plpgsql ${definer} as $$
  begin
    insert into mail (template, recipient, subject, body)
      select distinct template_of, p.email, subject_of, body_of
      from offer o
      join call c on c.id = o.call_id and (${SENDS})
      join member m on m.consortium_id = o.consortium_id and m.left_at is null
      join role_grant g on g.organisation_id = m.organisation_id and g.role in ${listed(READS_OFFER)}
      join person p on p.id = g.person_id and p.left_at is null and p.email is not null
      where o.id = offer_of and o.id <> all (scope_offers_barred());
  end $$`;

/** A mail to who asked for reasons in the portal, from who writes the call. */
const TELL_ASKER = `
  create function tell_asker(request_of uuid, template_of text, subject_of text, body_of text) returns void
  language plpgsql ${definer} as $$
  begin
    insert into mail (template, recipient, subject, body)
      select template_of, p.email, subject_of, body_of
      from reasons_request q
      join call c on c.id = q.call_id and array[c.teryt, left(c.teryt, 4), ''] && scope_calls_written()
      join person p on p.id = q.asked_by and p.left_at is null and p.email is not null
      where q.id = request_of;
  end $$`;

/** Whose the offers of a published result are: consortium and leader as their receipts say it. For everybody. */
const NAMES = `
  create function published_parties(call_of uuid) returns table (offer text, offer_id uuid, consortium text, leader text)
  language plpgsql stable ${definer} as $$
  #variable_conflict use_column
  begin
    return query select s.number, s.offer_id, r.receipt::json ->> 'consortium', r.receipt::json ->> 'leader'
      from offer_standing s join offer_receipt r on r.number = s.number
      where s.call_id = call_of
        and exists (select from call_result t where t.call_id = call_of and t.published_at is not null)
      order by r.no;
  end $$`;

/** In the order in which they can be made. */
export const ANSWER_FUNCTIONS: readonly ScopeFunction[] = [
  { is: TELL, signature: 'tell_letter(uuid, text, text, text)', to: 'zit_app' },
  { is: TELL_ASKER, signature: 'tell_asker(uuid, text, text, text)', to: 'zit_app' },
  { is: NAMES, signature: 'published_parties(uuid)', to: 'zit_app, zit_public' },
  { is: CARDS_OF, signature: 'published_cards(uuid, uuid, int)', to: 'zit_app' },
  { is: OPENED, signature: 'appeal_opens(uuid, text)', to: 'zit_app' },
  { is: PENDING, signature: 'appeals_to_carry_out(uuid)', to: 'zit_app' },
];

const ME = '(select scope_person())';
const policy = (on: string, name: string, act: string, rows: string): string =>
  `create policy ${on}_${name} on ${on} for ${act} to zit_app ${rows}`;
/** Who runs the call and its commission, with nothing of it barred to them (decision 14). */
const sees = 'call_id = any ((select scope_results_seen())::uuid[])';
const writes = `${sees} and ${written('call_id')}`;
const OWN = ofOffer('offer_id', joined('o.consortium_id'));
const HANDS = ofOffer('offer_id', handed('o.consortium_id'));
const ofAppeal = (condition: string): string => `exists (select from appeal a where a.id = appeal_id and ${condition})`;
const heads = 'a.call_id = any ((select scope_calls_settled())::uuid[])';
const settlesCall = 'a.call_id = any ((select scope_results_seen())::uuid[])';

const ASKERS = `create policy person_of_reasons_seen on person for select to zit_app
  using (exists (select from reasons_request q where q.asked_by = person.id))`;

export const ANSWER_POLICIES: readonly string[] = [
  policy(
    'offer_letter',
    'seen',
    'select',
    `using (${sees} or kind <> 'REASONS' and (${OWN} or ${received('offer_letter.offer_id')})
       or kind = 'REASONS' and exists (select from reasons_request q where q.id = request_id))`,
  ),
  // The portal's own acknowledgement of an appeal is written by the hand that lodged it.
  policy(
    'offer_letter',
    'added',
    'insert',
    `with check (sent_by = ${ME} and (${written('call_id')} and (offer_id is null or ${received('offer_letter.offer_id')})
       or kind = 'APPEAL_RECEIVED' and ${HANDS}))`,
  ),

  policy('reasons_request', 'seen', 'select', `using (asked_by = ${ME} or ${sees})`),
  policy('reasons_request', 'added', 'insert', `with check (entered_by = ${ME} and (asked_by = ${ME} or ${writes}))`),
  policy('reasons_request', 'changed', 'update', `using (${writes}) with check (${writes})`),

  policy('appeal', 'seen', 'select', `using (${sees} or ${OWN})`),
  policy('appeal', 'added', 'insert', `with check (lodged_by = ${ME} and ${HANDS})`),
  policy('appeal_statement', 'seen', 'select', `using (${ofAppeal('true')})`),
  policy('appeal_statement', 'added', 'insert', `with check (person_id = ${ME} and ${ofAppeal(heads)})`),
  policy('appeal_decision', 'seen', 'select', `using (${ofAppeal('true')})`),
  policy(
    'appeal_decision',
    'added',
    'insert',
    `with check (decided_by = ${ME} and ${ofAppeal(`${settlesCall} and ${written('a.call_id')}`)})`,
  ),
  // Who asked is named beside what they asked.
  ASKERS,
];

/** What is asked, appealed and answered is not there for who may not know all of the call; it only takes away. */
export const ANSWERS_SEALED = `
  create policy journal_of_answers_sealed on journal as restrictive for select to zit_app
    using (act not in ('ASK_REASONS', 'ENTER_REASONS', 'ANSWER_REASONS', 'LODGE_APPEAL', 'STATE_APPEAL', 'DECIDE_APPEAL')
      or person_id = ${ME} or not exists (select from offer_bar b
        where b.call_id::text = details ->> 'call' and b.person_id = ${ME} and b.lifted_at is null))`;

const ZONE = `at time zone 'Europe/Warsaw'`;
/** The day of publication is not counted. */
const PUBLISHED = (of: string): string => `(select (r.published_at ${ZONE})::date from call_result r
      where r.call_id = new.call_id and r.no = new.${of} and r.published_at is not null)`;
const REFUSED = `using errcode = 'restrict_violation'`;

/** What the tables refuse whoever asks, their owner included. */
export const ANSWER_TRIGGERS: readonly string[] = [
  `
  create function answers_for_ever() returns trigger language plpgsql as $$
  begin
    raise exception 'what was sent, asked and decided stays' ${REFUSED};
  end $$`,
  ...['offer_letter', 'appeal', 'appeal_statement', 'appeal_decision'].map(
    (table) => `create trigger ${table}_is_for_ever before update or delete or truncate on ${table}
      for each statement execute function answers_for_ever()`,
  ),
  `create trigger reasons_request_stays before delete or truncate on reasons_request
    for each statement execute function answers_for_ever()`,
  `
  create function reasons_request_goes_on() returns trigger language plpgsql as $$
  declare
    -- What is generated is worked out after this.
    later constant text[] := array['answered_at', 'answered_by', 'answer', 'late'];
  begin
    if old.answered_at is not null or to_jsonb(new) - later is distinct from to_jsonb(old) - later then
      raise exception 'a request is answered once, and nothing else' ${REFUSED};
    end if;
    return new;
  end $$`,
  `create trigger reasons_request_goes_on before update on reasons_request
    for each row execute function reasons_request_goes_on()`,
  `
  create function reasons_request_counts() returns trigger language plpgsql ${definer} as $$
  declare
    published date := ${PUBLISHED('result_no')};
  begin
    if published is null or new.received_on < published or new.received_on > (clock_timestamp() ${ZONE})::date
      or new.channel = 'PORTAL' and new.received_on <> (clock_timestamp() ${ZONE})::date then
      raise exception 'request % did not come on %', new.id, new.received_on ${REFUSED};
    end if;
    new.day := new.received_on - published;
    return new;
  end $$`,
  `create trigger reasons_request_counts before insert on reasons_request
    for each row execute function reasons_request_counts()`,
  ...APPEAL_TRIGGERS(PUBLISHED('result_no')),
];
