import { listed } from './hat';
import { joined, written } from './sight';

/** The same decisions as `libs/domain/src/access/policy-rows.ts`; a spec compares the two. */
const BEGINS = ['COORDINATOR', 'MUNICIPALITY_OFFICER'];
const HANDS_IN = ['COORDINATOR', 'SIGNER', 'MUNICIPALITY_OFFICER', 'MUNICIPALITY_SIGNER'];
const CONFIRMS = ['SIGNER', 'MUNICIPALITY_SIGNER', 'TREASURER'];

/** Consortia for which the hat of this transaction may do something rare; asked once in a query that needs it. */
export const consortiaOf = (name: string, roles: readonly string[], member: string): string => `
  create function ${name}() returns uuid[]
  language plpgsql stable security definer set search_path = pg_catalog, public as $$
  begin
    return array(
      select m.consortium_id from member m
      where m.organisation_id = nullif(current_setting('app.acting_for', true), '')::uuid and m.left_at is null
        and ${member} and exists (select from scope_hat() h where h.role in ${listed(roles)}));
  end $$`;

/** All that anybody may know of the offers to a call before its deadline: how many were handed in. */
const COUNT = `
  create function count_offers(call_of uuid) returns int
  language plpgsql stable security definer set search_path = pg_catalog, public as $$
  begin
    return (select count(*) from offer where call_id = call_of and state in ('SUBMITTED', 'AMENDING'));
  end $$`;

export const OFFER_FUNCTIONS: readonly string[] = [
  consortiaOf('scope_offers_begun', BEGINS, 'true'),
  consortiaOf('scope_offers_handed', HANDS_IN, `m.role = 'LEADER'`),
  consortiaOf('scope_offers_confirmed', CONFIRMS, 'true'),
  COUNT,
];
export const OFFER_SIGNATURES: readonly string[] = [
  'scope_offers_begun()',
  'scope_offers_handed()',
  'scope_offers_confirmed()',
  'count_offers(uuid)',
];

const begun = (consortium: string): string => `${consortium} = any ((select scope_offers_begun())::uuid[])`;
/** Offers of consortia for which this hat hands in, takes back and opens again; and for which it confirms. */
export const handed = (consortium: string): string => `${consortium} = any ((select scope_offers_handed())::uuid[])`;
export const confirmed = (consortium: string): string =>
  `${consortium} = any ((select scope_offers_confirmed())::uuid[])`;
/** A row that names its offer `o` in this column. */
export const ofOffer = (column: string, condition: string): string =>
  `exists (select from offer o where o.id = ${column} and ${condition})`;
const joinedOffer = (column: string): string => ofOffer(column, joined('o.consortium_id'));
const writtenOffer = (column: string): string => ofOffer(column, written('o.consortium_id'));
const OPEN_OFFER = `o.state <> 'SUBMITTED'`;
/** One that may be written at present. */
const openOffer = (column: string): string => ofOffer(column, `${OPEN_OFFER} and ${written('o.consortium_id')}`);
const ME = '(select scope_person())';
const OPEN_SHEET = 'exists (select from sheet s where s.id = sheet_id and not s.closed)';
/** The deadline is inclusive, and what is finer than a millisecond is cut (F.5 N7). */
export const AFTER_DEADLINE = `exists (select from call c where c.id = call_id
  and c.deadline_at < date_trunc('milliseconds', clock_timestamp())
  and array[c.teryt, left(c.teryt, 4), ''] && (select scope_calls_seen()))`;

interface Policy {
  name: string;
  on: string;
  is: string;
}

const policy = (on: string, name: string, act: string, rows: string): Policy => ({
  name: `${on}_${name}`,
  on,
  is: `create policy ${on}_${name} on ${on} for ${act} to zit_app ${rows}`,
});
const read = (on: string, using: string, name = 'seen'): Policy => policy(on, name, 'select', `using (${using})`);
const add = (on: string, check: string, name = 'added'): Policy => policy(on, name, 'insert', `with check (${check})`);
const change = (on: string, using: string, check = using, name = 'changed'): Policy =>
  policy(on, name, 'update', `using (${using}) with check (${check})`);
const remove = (on: string, using: string): Policy => policy(on, 'removed', 'delete', `using (${using})`);

/** An offer and what hangs on it: for the hat of a member only, the programme not excepted (decision 11). */
const OFFERS: readonly Policy[] = [
  read('offer', joined('consortium_id')),
  // After the deadline what was handed in is there for who works on the call; its sheet stays the consortium's.
  read('offer', `state in ('SUBMITTED', 'AMENDING') and ${AFTER_DEADLINE}`, 'received'),
  add('offer', `state = 'DRAFT' and created_by = ${ME} and ${begun('consortium_id')}`),
  // Whoever confirms locks the offer as well: locking asks for the first condition, changing for both.
  change('offer', joined('consortium_id'), `${written('consortium_id')} or ${handed('consortium_id')}`),

  read('offer_loan', joinedOffer('offer_id')),
  add('offer_loan', openOffer('offer_id')),
  remove('offer_loan', openOffer('offer_id')),

  read('offer_presence', joinedOffer('offer_id')),
  add('offer_presence', `person_id = ${ME} and ${joinedOffer('offer_id')}`),
  change('offer_presence', `person_id = ${ME} and ${joinedOffer('offer_id')}`),

  read('offer_attachment', joinedOffer('offer_id')),
  add('offer_attachment', `state = 'ANNOUNCED' and added_by = ${ME} and ${openOffer('offer_id')}`),
  change('offer_attachment', openOffer('offer_id')),
];

/** An offer's sheet has its id; whoever hands in or confirms takes the sheet first, and closes or opens it. */
const SHEETS: readonly Policy[] = [
  read('sheet', joinedOffer('sheet.id'), 'of_offers_seen'),
  add('sheet', writtenOffer('sheet.id'), 'of_offers_added'),
  change(
    'sheet',
    joinedOffer('sheet.id'),
    ofOffer('sheet.id', `(${written('o.consortium_id')} or ${handed('o.consortium_id')})`),
    'of_offers_changed',
  ),
  read('sheet_field', joinedOffer('sheet_id'), 'of_offers_seen'),
  add('sheet_field', `${OPEN_SHEET} and ${writtenOffer('sheet_id')}`, 'of_offers_added'),
  change(
    'sheet_field',
    `${OPEN_SHEET} and ${writtenOffer('sheet_id')}`,
    `${OPEN_SHEET} and ${writtenOffer('sheet_id')}`,
    'of_offers_changed',
  ),
  read('sheet_change', joinedOffer('sheet_id'), 'of_offers_seen'),
  add('sheet_change', `${OPEN_SHEET} and ${writtenOffer('sheet_id')}`, 'of_offers_added'),
  read('sheet_save', joinedOffer('sheet_id'), 'of_offers_seen'),
  add('sheet_save', `${OPEN_SHEET} and ${writtenOffer('sheet_id')}`, 'of_offers_added'),
];

const IN_SIGHT = (subject: string): string => `exists (select from offer o where o.id = ${subject})`;
const ABOUT_OFFERS = `j.subject_kind = 'offer' and ${IN_SIGHT('j.subject_id')}`;
/**
 * What was done with offers in sight, and the names of who did it. That there is an offer at all is nobody else's
 * business until the deadline: who reads the whole journal reads it without them (restrictive, so it takes away).
 */
const TRACES: readonly Policy[] = [
  read('journal', ABOUT_OFFERS.replaceAll('j.', 'journal.'), 'of_offers_seen'),
  {
    name: 'journal_of_offers_sealed',
    on: 'journal',
    is: `create policy journal_of_offers_sealed on journal as restrictive for select to zit_app
      using (subject_kind <> 'offer' or person_id = ${ME} or ${IN_SIGHT('subject_id')})`,
  },
  read('person', `exists (select from journal j where j.person_id = person.id and ${ABOUT_OFFERS})`, 'of_offers_seen'),
];

/** Policies of tables that this migration makes, and of those that are there already. */
export const OFFER_POLICIES: readonly string[] = OFFERS.map(({ is }) => is);
export const OFFER_POLICIES_BESIDE: readonly Policy[] = [...SHEETS, ...TRACES];
