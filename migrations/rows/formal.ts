import { received, type ScopeFunction } from './commissions';
import { written } from './calls';
import { listed } from './hat';
import { ofOffer } from './offers';
import { joined } from './sight';

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
const CHECKS = `(array[c.teryt, left(c.teryt, 4), ''] && scope_calls_written() or c.id = any (scope_calls_headed()))`;

/**
 * A mail to everybody of the consortium who reads the offer, from who checks it; nobody learns their addresses. Written
 * in the transaction of the act.
 */
const TELL = `
  create function tell_checked(offer_of uuid, template_of text, subject_of text, body_of text) returns void
  language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    insert into mail (template, recipient, subject, body)
      select distinct template_of, p.email, subject_of, body_of
      from offer o
      join call c on c.id = o.call_id and ${CHECKS}
      join member m on m.consortium_id = o.consortium_id and m.left_at is null
      join role_grant g on g.organisation_id = m.organisation_id and g.role in ${listed(READS_OFFER)}
      join person p on p.id = g.person_id and p.left_at is null and p.email is not null
      where o.id = offer_of and o.id <> all (scope_offers_barred());
  end $$`;

export const FORMAL_FUNCTIONS: readonly ScopeFunction[] = [
  { is: TELL, signature: 'tell_checked(uuid, text, text, text)', to: 'zit_app' },
];

const ME = '(select scope_person())';
const policy = (on: string, name: string, act: string, rows: string): string =>
  `create policy ${on}_${name} on ${on} for ${act} to zit_app ${rows}`;
const checks = `(${written('call_id')} or call_id = any ((select scope_calls_headed())::uuid[]))`;
const of = (table: string): string => received(`${table}.offer_id`);
/** Of the consortium: what was sent to it. */
const OWN = ofOffer('offer_id', joined('o.consortium_id'));

/**
 * Cards are for who works on the call and its commission, after the deadline and without what is barred to them; the
 * consortium sees what was sent to it, and nothing else.
 */
export const FORMAL_POLICIES: readonly string[] = [
  policy('call_opening', 'seen', 'select', 'using (exists (select from call c where c.id = call_id))'),
  policy('formal_card', 'seen', 'select', `using (${of('formal_card')})`),
  policy('formal_card', 'decided', 'update', `using (${checks} and ${of('formal_card')})`),
  policy('formal_verdict', 'seen', 'select', `using (${of('formal_verdict')})`),
  policy(
    'formal_verdict',
    'added',
    'insert',
    `with check (person_id = ${ME} and ${checks} and ${of('formal_verdict')})`,
  ),
  policy('formal_letter', 'seen', 'select', `using (${of('formal_letter')} or ${OWN})`),
  policy('formal_letter', 'added', 'insert', `with check (sent_by = ${ME} and ${checks} and ${of('formal_letter')})`),
  policy('cure', 'seen', 'select', `using (${of('cure')} or ${OWN})`),
  policy('cure', 'added', 'insert', `with check (${checks} and ${of('cure')})`),
];

/** The opening says how many offers there are: nothing of it for who may not know of one of them (decision 14). */
export const OPENING_SEALED = `
  create policy journal_of_openings_sealed on journal as restrictive for select to zit_app
    using (act <> 'OPEN_OFFERS' or not exists (select from offer_bar b
      where b.call_id = subject_id and b.person_id = ${ME} and b.lifted_at is null))`;

export const FORMAL_TRIGGERS: readonly string[] = [
  `
  create function formal_for_ever() returns trigger language plpgsql as $$
  begin
    raise exception 'what was opened, found and sent stays' using errcode = 'restrict_violation';
  end $$`,
  ...['call_opening', 'formal_verdict', 'formal_letter', 'cure'].map(
    (table) => `create trigger ${table}_is_for_ever before update or delete or truncate on ${table}
      for each statement execute function formal_for_ever()`,
  ),
  `create trigger formal_card_stays before delete or truncate on formal_card
    for each statement execute function formal_for_ever()`,
  `
  create function formal_card_goes_on() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    -- A result that is being frozen waits for this decision, or this decision for it.
    insert into call_scoring (call_id) values (old.call_id) on conflict (call_id) do nothing;
    if (select s.frozen_at is not null from call_scoring s where s.call_id = old.call_id for share) then
      raise exception 'the result of this call is frozen' using errcode = 'restrict_violation',
        constraint = 'formal_card_before_the_freeze';
    end if;
    -- What was computed of a receipt does not change; another receipt of the offer has a card of its own.
    if (new.offer_id, new.call_id) is distinct from (old.offer_id, old.call_id)
      or new.receipt_number = old.receipt_number
         and (new.items::text, new.computed_at) is distinct from (old.items::text, old.computed_at)
      or new.receipt_number <> old.receipt_number and new.state <> 'OPEN'
    then
      raise exception 'the formal card of % does not go on like this', old.offer_id using errcode = 'restrict_violation';
    end if;
    return new;
  end $$`,
  `create trigger formal_card_goes_on before update on formal_card
    for each row execute function formal_card_goes_on()`,
];
