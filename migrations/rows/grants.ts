import { GATE_GRANTS } from './gate';

/**
 * Database roles; none may sign in, the portal's login takes one of them for each transaction.
 * `zit_scope` owns the functions that work out what a person sees; nobody acts as it.
 */
export const ROLES = ['zit_app', 'zit_gate', 'zit_worker', 'zit_auditor', 'zit_public', 'zit_scope'] as const;

/** What everybody who works with the portal may read: places, forms, rules, and which migrations ran. */
const REFERENCE = 'county, municipality, legal_form, rule_set, local_centre, migration';

const PERSON_NAMED = 'id, name, created_at, left_at, erased_at';
const PERSON_KNOWN = `${PERSON_NAMED}, email, email_confirmed_at, used_at, version`;
const SESSION_KNOWN =
  'id, person_id, acting_for, acting_body, level, device, network, created_at, seen_at, viewed_person_id, view_reason';
const INVITATION_KNOWN = `id, email, role, organisation_id, teryt, state, invited_by, invited_at, approved_by,
  expires_at, accepted_by, ended_at`;
const DOCUMENTS = 'document, document_file, document_counter';
const CONSORTIA = `consortium, member, budget_line, ${DOCUMENTS}`;

const ORGANISATION_CARD = `version, name, name_key, legal_form, sector, nip, regon, krs, unit_of_id, address, teryt, email,
  phone, electronic_delivery_address, bank_account, representation, updated_at`;
const CONSORTIUM_CARD = `version, title, title_key, call_no, legal_regime, period_from, period_to, cap_grosze,
  declared_total_grosze, distinct_persons, target_groups, services, service_points, catalogue_additions,
  letter_of_intent_signed_on, updated_at, updated_by`;
const MEMBER_CARD = `version, role, position, tasks, votes, similar_projects_3y, turnover_grosze, declared_cash_grosze,
  declared_in_kind_grosze, left_at`;
const BUDGET_LINE_CARD = `version, position, category, area, item, member_id, source, unit, quantity, unit_price_grosze,
  amount_grosze, valuation, justification`;
const DOCUMENT_CARD = `version, status, template_version, date, place, copies, valid_until, note, number, facts, facts_sha256,
  issued_at, issued_by, superseded_at, superseded_by`;
const updates = (table: string, columns: string): string => `grant update (${columns}) on ${table} to zit_app`;

/** Least privilege, table by table. A table of a later migration is granted there. */
export const GRANTS: readonly string[] = [
  // People at work. Nothing of passwords, factors, tokens, sessions and mails; the journal only grows.
  `grant select on ${REFERENCE} to zit_app`,
  'grant insert on local_centre to zit_app',
  `grant select (${PERSON_NAMED}) on person to zit_app`,
  'grant select on role_grant to zit_app',
  'grant select, insert on organisation, consortium, member, document to zit_app',
  'grant select, insert, delete on budget_line to zit_app',
  // Whose a row is, and where it belongs, never changes.
  updates('organisation', ORGANISATION_CARD),
  updates('consortium', CONSORTIUM_CARD),
  updates('member', MEMBER_CARD),
  updates('budget_line', BUDGET_LINE_CARD),
  updates('document', DOCUMENT_CARD),
  'grant select, insert on document_file to zit_app',
  'grant select, insert, update (last) on document_counter to zit_app',
  'grant select, insert on journal to zit_app',

  // Anybody, signed in or not.
  `grant select on ${REFERENCE} to zit_public`,

  // Recognising people. Nothing of consortia, budgets and documents.
  `grant select on ${REFERENCE} to zit_gate`,
  'grant select on organisation to zit_gate',
  'grant select, insert, update on person to zit_gate',
  `grant select, insert, update, delete on role_grant, session, sign_in_attempt, passkey, passkey_challenge, totp,
     recovery_code, external_identity, provider_flow, invitation, person_token to zit_gate`,
  'grant select, insert on mail to zit_gate',
  'grant select, insert on journal to zit_gate',

  // Chores: what has expired goes, mails are sent, stored bytes are proved.
  `grant select on ${REFERENCE}, organisation, role_grant, ${CONSORTIA}, journal to zit_worker`,
  `grant select (${PERSON_KNOWN}) on person to zit_worker`,
  'grant insert on journal to zit_worker',
  'grant select, insert, update, delete on chore, mail to zit_worker',
  `grant select, delete on session, sign_in_attempt, passkey_challenge, provider_flow, person_token to zit_worker`,
  'grant select, update on invitation to zit_worker',

  // Reads everything but secrets, changes nothing.
  `grant select on ${REFERENCE}, organisation, role_grant, ${CONSORTIA}, journal, chore to zit_auditor`,
  `grant select (${PERSON_KNOWN}) on person to zit_auditor`,
  `grant select (${SESSION_KNOWN}) on session to zit_auditor`,
  `grant select (${INVITATION_KNOWN}) on invitation to zit_auditor`,
  'grant select (id, template, written_at, send_at, attempts, last_fault, sent_at) on mail to zit_auditor',

  // Only what decides about sight. Updating an id is never done: it is the right to lock a row.
  'grant select on role_grant, consortium, member to zit_scope',
  'grant select (id, teryt, created_by), update (id) on organisation to zit_scope',
  `grant select (${PERSON_NAMED}) on person to zit_scope`,
  ...GATE_GRANTS,
];
