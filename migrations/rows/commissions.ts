import { worked, written } from './calls';
import { CONFLICT_FUNCTIONS } from './conflicts';
import { listed } from './hat';

/** The same decisions as `libs/domain/src/access/policy-rows.ts`; a spec compares the two. */
const STEERS = ['ASSESSOR', 'CHAIR'];
/** Who works on received offers by what they run or where they work: the steering group does by its seats only. */
const RECEIVES = {
  all: ['ADMINISTRATOR', 'AUDITOR'],
  county: ['COUNTY_OPERATOR'],
  place: ['MUNICIPALITY_OFFICER', 'TREASURER', 'MUNICIPALITY_SIGNER'],
};

export interface ScopeFunction {
  is: string;
  signature: string;
  /** Who may call it. */
  to: string;
}

const asked = (name: string, gives: string, is: string): ScopeFunction => ({
  signature: `${name}()`,
  to: 'zit_app',
  is: `
  create function ${name}() returns ${gives}
  language plpgsql stable security definer set search_path = pg_catalog, public as $$
  begin
    return ${is};
  end $$`,
});
const SEAT = 'select s.call_id from commission_seat s where s.person_id = scope_person() and s.left_at is null';
const STEERING = `exists (select from scope_hat() h where h.role in ${listed(STEERS)})`;
const DECLARED = `exists (select from impartiality i where i.call_id = s.call_id and i.person_id = s.person_id
  and i.kind = 'DECLARED')`;
const PLACES = `array(
      select case when h.role in ${listed(RECEIVES.all)} then ''
                  when h.role in ${listed(RECEIVES.county)} then left(h.teryt, 4)
                  when h.role in ${listed(RECEIVES.place)} and length(h.teryt) = 7 then h.teryt end
      from scope_hat() h
      where h.role in ${listed([...RECEIVES.all, ...RECEIVES.county, ...RECEIVES.place])}
        and (h.role in ${listed(RECEIVES.all)} or length(h.teryt) >= 4))`;

/** What the seats of this person open and close; a query asks each once. */
const SEATS: readonly ScopeFunction[] = [
  asked('scope_calls_seated', 'uuid[]', `array(${SEAT} and ${STEERING})`),
  // Nobody reads before declaring.
  asked('scope_calls_assessed', 'uuid[]', `array(${SEAT} and ${STEERING} and ${DECLARED})`),
  asked(
    'scope_calls_headed',
    'uuid[]',
    `array(${SEAT} and s.office in ('CHAIR', 'SECRETARY') and ${STEERING} and ${DECLARED})`,
  ),
  asked(
    'scope_calls_chaired',
    'uuid[]',
    `array(${SEAT} and s.office = 'CHAIR' and ${DECLARED}
       and exists (select from scope_hat() h where h.role = 'CHAIR'))`,
  ),
  // Whoever sits and has not declared reads in no other hat either.
  asked('scope_calls_withheld', 'uuid[]', `array(${SEAT} and not ${DECLARED})`),
  asked(
    'scope_offers_barred',
    'uuid[]',
    'array(select b.offer_id from offer_bar b where b.person_id = scope_person() and b.lifted_at is null)',
  ),
  asked('scope_calls_received', 'text[]', PLACES),
];
export const COMMISSION_FUNCTIONS: readonly ScopeFunction[] = [...SEATS, ...CONFLICT_FUNCTIONS];

const among = (column: string, name: string, type = 'uuid'): string =>
  `${column} = any ((select ${name}())::${type}[])`;
const ME = '(select scope_person())';
/** Barred to this person, whatever hat is on. */
export const unbarred = (offer: string): string => `${offer} <> all ((select scope_offers_barred())::uuid[])`;
/** The deadline is inclusive, and what is finer than a millisecond is cut (F.5 N7). */
const OVER = `c.deadline_at < date_trunc('milliseconds', clock_timestamp())`;
/** What was received, after the deadline: for who works on the call, and for its commission (decision 14). */
export const received = (offer: string): string => `${unbarred(offer)} and exists (select from call c
  where c.id = call_id and ${OVER}
    and (array[c.teryt, left(c.teryt, 4), ''] && (select scope_calls_received())
           and c.id <> all ((select scope_calls_withheld())::uuid[])
         or ${among('c.id', 'scope_calls_assessed')}))`;
/** A row about an offer is there for whom the offer is there. */
export const IN_SIGHT = 'exists (select from offer o where o.id = offer_id)';

const sits = (column: string): string => among(column, 'scope_calls_seated');
const heads = (column: string): string => among(column, 'scope_calls_headed');
const chairs = (column: string): string => among(column, 'scope_calls_chaired');
/** Who works on the call by what they run, without the steering group. */
const runs = (column: string): string => `exists (select from call c where c.id = ${column}
  and array[c.teryt, left(c.teryt, 4), ''] && (select scope_calls_received()))`;
const published = (column: string): string =>
  `exists (select from call c where c.id = ${column} and c.state in ('PUBLISHED', 'ANNEX'))`;
const over = (column: string): string => `exists (select from call c where c.id = ${column} and ${OVER})`;
/** Of somebody who sits, or sat, in a commission that this hat leads. */
const led = (by: (column: string) => string): string =>
  `exists (select from commission_seat s where s.person_id = tie.person_id and ${by('s.call_id')})`;

const policy = (on: string, name: string, act: string, rows: string): string =>
  `create policy ${on}_${name} on ${on} for ${act} to zit_app ${rows}`;
const read = (on: string, using: string, name = 'seen'): string => policy(on, name, 'select', `using (${using})`);
const add = (on: string, check: string): string => policy(on, 'added', 'insert', `with check (${check})`);
const change = (on: string, using: string): string => policy(on, 'changed', 'update', `using (${using})`);
const OWN_CARDS = `exists (select from assignment a where a.id = assignment_id)`;

export const COMMISSION_POLICIES: readonly string[] = [
  read('commission', `${worked('call_id')} or ${sits('call_id')}`),
  add('commission', `formed_by = ${ME} and ${written('call_id')} and ${published('call_id')}`),
  change('commission', written('call_id')),

  read('commission_seat', `person_id = ${ME} or ${worked('call_id')} or ${sits('call_id')}`),
  add('commission_seat', `seated_by = ${ME} and ${written('call_id')} and ${published('call_id')}`),
  change('commission_seat', written('call_id')),

  // That somebody declared is the commission's business; with what they are in conflict, who leads it and runs the call.
  read(
    'impartiality',
    `person_id = ${ME} or offer_id is null and (${worked('call_id')} or ${sits('call_id')})
     or offer_id is not null and (${heads('call_id')} or ${runs('call_id')}) and ${IN_SIGHT}`,
  ),
  add('impartiality', `person_id = ${ME} and ${sits('call_id')} and ${over('call_id')}`),

  read('tie', `person_id = ${ME} or ${led(heads)}`),
  add(
    'tie',
    `entered_by = ${ME} and (source = 'DECLARED' and person_id = ${ME} and cardinality((select scope_calls_seated())) > 0
       or source = 'CHAIR' and ${led(chairs)})`,
  ),
  // Nobody takes back what bars themselves.
  change('tie', `source <> 'PORTAL' and person_id <> ${ME} and ${led(chairs)}`),

  read('conflict_decision', `person_id = ${ME} or (${heads('call_id')} or ${runs('call_id')}) and ${IN_SIGHT}`),
  add('conflict_decision', `decided_by = ${ME} and person_id <> ${ME} and ${chairs('call_id')} and ${IN_SIGHT}`),

  read('offer_bar', `person_id = ${ME} or ${IN_SIGHT}`),

  read('assignment', `${among('call_id', 'scope_calls_assessed')} or ${runs('call_id')}`),
  add('assignment', `confirmed_by = ${ME} and ${heads('call_id')}`),
  read('assignment_card', `${OWN_CARDS} and ${IN_SIGHT}`),
  add('assignment_card', `${OWN_CARDS} and ${IN_SIGHT}`),

  // Names stand beside seats.
  read('person', 'exists (select from commission_seat s where s.person_id = person.id)', 'of_commissions_seen'),
];

/** Policies of received offers: those of the steering group now go by seats, and nobody sees what is barred to them. */
export const RECEIVED_POLICIES: readonly { name: string; on: string; using: string }[] = [
  { on: 'offer', name: 'offer_received', using: `state in ('SUBMITTED', 'AMENDING') and ${received('offer.id')}` },
  { on: 'offer_receipt', name: 'offer_receipt_received', using: received('offer_receipt.offer_id') },
  { on: 'offer_standing', name: 'offer_standing_received', using: received('offer_standing.offer_id') },
];

const COUNT = (barred: string): string => `
  create or replace function count_offers(call_of uuid) returns int
  language plpgsql stable security definer set search_path = pg_catalog, public as $$
  begin
    return (select count(*) from offer where call_id = call_of and state in ('SUBMITTED', 'AMENDING')${barred});
  end $$`;
/** How many were handed in, for who may not know of one of them: one fewer. */
export const COUNT_UNBARRED = COUNT(' and id <> all (scope_offers_barred())');
export const COUNT_ALL = COUNT('');
