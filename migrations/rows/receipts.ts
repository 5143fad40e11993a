import { listed } from './hat';
import { AFTER_DEADLINE, confirmed, handed, ofOffer } from './offers';
import { joined } from './sight';

/** The same decisions as `libs/domain/src/access/policy-rows.ts`; a spec compares the two. */
const READS_OFFER = [
  'COORDINATOR',
  'EDITOR',
  'SIGNER',
  'OWNER',
  'MUNICIPALITY_OFFICER',
  'TREASURER',
  'MUNICIPALITY_SIGNER',
];

/**
 * The next number within a call. The counter's row stays locked to the end of the transaction, so that a rollback
 * leaves no gap; nobody else can read it, because it tells how many receipts there are.
 */
const NEXT = `
  create function next_receipt_no(call_of uuid) returns int
  language plpgsql security definer set search_path = pg_catalog, public as $$
  declare
    given int;
  begin
    insert into offer_receipt_number as n (call_id, last) values (call_of, 1)
      on conflict (call_id) do update set last = n.last + 1 returning last into given;
    return given;
  end $$`;

/** A mail about an offer to everybody who reads it; nobody learns their addresses. Written in the transaction of the act. */
const TELL = `
  create function tell_offer(offer_of uuid, template_of text, subject_of text, body_of text) returns void
  language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    insert into mail (template, recipient, subject, body)
      select distinct template_of, p.email, subject_of, body_of
      from offer o
      join member m on m.consortium_id = o.consortium_id and m.left_at is null
      join role_grant g on g.organisation_id = m.organisation_id and g.role in ${listed(READS_OFFER)}
      join person p on p.id = g.person_id and p.left_at is null and p.email is not null
      where o.id = offer_of and (${handed('o.consortium_id')} or ${confirmed('o.consortium_id')});
  end $$`;

/** Is this receipt one of ours? Both its number and its SHA-256 have to be known. */
const CHECK = `
  create function check_receipt(number_of text, sha256_of text) returns table (received_at timestamptz, kind text)
  language plpgsql stable security definer set search_path = pg_catalog, public as $$
  #variable_conflict use_column
  begin
    return query select r.received_at, r.kind from offer_receipt r
      where r.number = number_of and r.receipt_sha256 = sha256_of;
  end $$`;

export interface ReceiptFunction {
  is: string;
  signature: string;
  to: string;
}
export const RECEIPT_FUNCTIONS: readonly ReceiptFunction[] = [
  { is: NEXT, signature: 'next_receipt_no(uuid)', to: 'zit_app' },
  { is: TELL, signature: 'tell_offer(uuid, text, text, text)', to: 'zit_app' },
  { is: CHECK, signature: 'check_receipt(text, text)', to: 'zit_app, zit_public' },
];

const ME = '(select scope_person())';
const policy = (on: string, name: string, act: string, rows: string): string =>
  `create policy ${on}_${name} on ${on} for ${act} to zit_app ${rows}`;
const read = (on: string, using: string, name = 'seen'): string => policy(on, name, 'select', `using (${using})`);
const add = (on: string, check: string): string => policy(on, 'added', 'insert', `with check (${check})`);
const change = (on: string, using: string): string => policy(on, 'changed', 'update', `using (${using})`);

const joinedOffer = ofOffer('offer_id', joined('o.consortium_id'));
const handedOffer = ofOffer('offer_id', handed('o.consortium_id'));
const confirmedOffer = ofOffer('offer_id', confirmed('o.consortium_id'));
/** Whoever is no member sees an offer once the deadline is over, when they work on the call. */
const seenOffer = ofOffer('offer_id', 'true');
const OPEN_SHEET = 'exists (select from sheet s where s.id = sheet_id and not s.closed)';
const handedSheet = ofOffer('sheet_id', `o.state = 'AMENDING' and ${handed('o.consortium_id')}`);
const chairs = `exists (select from scope_hat() h where h.role = 'CHAIR')`;

/** Receipts and what was confirmed: for the hat of a member; what was received, after the deadline, for who works on the call. */
export const RECEIPT_POLICIES: readonly string[] = [
  read('offer_content', joinedOffer),
  read(
    'offer_content',
    'exists (select from offer_receipt r where r.offer_id = offer_content.offer_id and r.sha256 = offer_content.sha256)',
    'received',
  ),
  add('offer_content', `${confirmedOffer} or ${handedOffer}`),

  read('offer_confirmation', joinedOffer),
  add('offer_confirmation', `person_id = ${ME} and ${confirmedOffer}`),
  change('offer_confirmation', `person_id = ${ME} and ${joinedOffer}`),

  read('offer_receipt', joinedOffer),
  read('offer_receipt', AFTER_DEADLINE, 'received'),
  add('offer_receipt', `person_id = ${ME} and ${handedOffer}`),

  read('offer_standing', joinedOffer),
  read('offer_standing', AFTER_DEADLINE, 'received'),
  add('offer_standing', handedOffer),
  change('offer_standing', handedOffer),
  policy('offer_standing', 'removed', 'delete', `using (${handedOffer})`),

  read('offer_receipt_kept', 'exists (select from offer_receipt r where r.number = receipt_number)'),

  // Whoever hands in may also go back to what was handed in: the sheet then says it again.
  ...['sheet_field', 'sheet_change', 'sheet_save'].map((table) =>
    policy(table, 'restored', 'insert', `with check (${OPEN_SHEET} and ${handedSheet})`),
  ),
  policy(
    'offer_attachment',
    'restored',
    'update',
    `using (${ofOffer('offer_id', `o.state = 'AMENDING' and ${handed('o.consortium_id')}`)})`,
  ),
  policy('sheet_field', 'restored_again', 'update', `using (${OPEN_SHEET} and ${handedSheet})`),

  read('offer_admission', seenOffer),
  add('offer_admission', `admitted_by = ${ME} and ${chairs} and ${seenOffer}`),
];
