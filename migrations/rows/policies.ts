import { GATE_POLICIES } from './gate';
import { guardRows } from './guard';
import { edited, EDITS_ALL, issued, seen, SEES_ALL } from './sight';

const paper = (right: string): string =>
  `exists (select from document d where d.id = document_id and (${right.replaceAll('consortium_id', 'd.consortium_id')}))`;
const MINE = 'person_id = (select scope_person())';

const read = (table: string, using: string): string =>
  `create policy ${table}_seen on ${table} for select to zit_app using (${using})`;
const add = (table: string, check: string): string =>
  `create policy ${table}_added on ${table} for insert to zit_app with check (${check})`;
const change = (table: string, using: string, check = using): string =>
  `create policy ${table}_changed on ${table} for update to zit_app using (${using}) with check (${check})`;

/** Rows of people at work. What a table has no policy for is closed. */
const APP: readonly string[] = [
  read('consortium', seen('id')),
  add('consortium', 'created_by = (select scope_person()) and scope_founds_at(teryt)'),
  change('consortium', edited('id')),

  read('member', seen('consortium_id')),
  add('member', `${edited('consortium_id')} or role = 'LEADER' and scope_leads_first(consortium_id, organisation_id)`),
  change('member', edited('consortium_id')),

  read('budget_line', seen('consortium_id')),
  add('budget_line', edited('consortium_id')),
  change('budget_line', edited('consortium_id')),
  `create policy budget_line_removed on budget_line for delete to zit_app using (${edited('consortium_id')})`,

  read('document', seen('consortium_id')),
  add('document', `status = 'DRAFT' and (${edited('consortium_id')})`),
  change('document', edited('consortium_id'), `status = 'DRAFT' or ${issued('consortium_id')}`),

  read('document_file', paper(seen('consortium_id'))),
  add('document_file', paper(issued('consortium_id'))),

  // The register is there for everybody who works with the portal; a constant leaves its indexes alone.
  read('organisation', 'true'),
  add('organisation', 'created_by = (select scope_person()) and (select scope_enters())'),
  change('organisation', 'scope_edits_organisation(id, teryt, created_by)', 'true'),

  read('local_centre', 'true'),
  add('local_centre', EDITS_ALL),

  // Own acts, and what was done with things in sight.
  read(
    'journal',
    `${SEES_ALL} or ${MINE}
     or subject_kind = 'organisation' and (select scope_person()) is not null
     or subject_kind = 'consortium' and (${seen('subject_id')})`,
  ),
  add('journal', MINE),

  // Names stand beside what people did with things in sight; e-mails and secrets are not granted at all.
  read(
    'person',
    `${SEES_ALL} or id = (select scope_person())
     or exists (select from journal j where j.person_id = person.id and j.subject_kind = 'organisation')
     or exists (select from journal j where j.person_id = person.id and j.subject_kind = 'consortium'
                and (${seen('j.subject_id')}))`,
  ),
  read('role_grant', `${SEES_ALL} or ${MINE} or organisation_id in (select unnest(scope_owned()))`),
];

/** Tables whose rows belong to somebody, and the roles that reach all of them; `zit_app` and the gate see some. */
const ALL_ROWS: Readonly<Record<string, readonly string[]>> = {
  person: ['worker', 'auditor', 'scope'],
  role_grant: ['worker', 'auditor', 'scope'],
  organisation: ['gate', 'worker', 'auditor', 'scope'],
  local_centre: ['gate', 'worker', 'auditor', 'public'],
  journal: ['worker', 'auditor', 'scope'],
  session: ['worker', 'auditor', 'scope'],
  passkey: ['scope'],
  passkey_challenge: ['gate', 'worker'],
  totp: ['scope'],
  recovery_code: [],
  external_identity: ['scope'],
  provider_flow: ['gate', 'worker'],
  invitation: ['worker', 'auditor', 'scope'],
  person_token: ['worker', 'scope'],
  mail: ['worker', 'auditor'],
  consortium: ['worker', 'auditor', 'scope'],
  member: ['worker', 'auditor', 'scope'],
  budget_line: ['worker', 'auditor'],
  document: ['worker', 'auditor'],
  document_file: ['worker', 'auditor'],
};

export const GUARDED_TABLES = Object.keys(ALL_ROWS);

export const POLICIES: readonly string[] = [
  ...Object.entries(ALL_ROWS).flatMap(([table, roles]) => guardRows(table, ...roles)),
  ...APP,
  ...GATE_POLICIES,
];
