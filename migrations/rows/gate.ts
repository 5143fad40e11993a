import { listed } from './hat';
import { RECOGNISE, RECOGNISE_GRANTS, RECOGNISE_SIGNATURE } from './recognise';

/**
 * The gate recognises people, so it reaches what nobody else does: passwords, factors, sessions, links. It sees the
 * rows of those whom a transaction has named as it began, and of nobody else: by a person's id, or by something that
 * only they can know or hold (`gate_begin`). Where nothing was named the settings are empty, and nobody is in sight.
 */
const FLAGS = { sees: 'app.everybody', edits: 'app.everybody_edited' };
/**
 * `named`: whose name and roles may be read beside the rows of the others. `overseen`: the people of the organisations
 * that are `owned`, with whether they have a second factor and when they were last seen.
 */
const LISTS = {
  sees: 'app.people',
  edits: 'app.people_edited',
  named: 'app.people_named',
  overseen: 'app.people_overseen',
  owned: 'app.owned',
};
const INVITATION = 'app.invitation';

const flag = (name: string): string => `(select current_setting('${name}', true) = 'true')`;
const list = (name: string): string => `(select nullif(current_setting('${name}', true), '')::uuid[])`;
const among = (name: string, columns: readonly string[]): string[] =>
  columns.map((column) => `${column} = any (${list(name)}::uuid[])`);
const either = (...parts: readonly string[]): string => parts.join(' or ');

const sees = (...columns: readonly string[]): string => either(flag(FLAGS.sees), ...among(LISTS.sees, columns));
const edits = (...columns: readonly string[]): string => either(flag(FLAGS.edits), ...among(LISTS.edits, columns));
const named = (column: string): string => either(...among(LISTS.named, [column]));
const overseen = (column: string): string => either(...among(LISTS.overseen, [column]));
const owned = either(...among(LISTS.owned, ['organisation_id']));
const invited = `id = (select nullif(current_setting('${INVITATION}', true), '')::uuid)`;

interface GateRows {
  read: string;
  add: string;
  edit: string;
}

const policies = (table: string, { read, add, edit }: GateRows): string[] => [
  `create policy ${table}_seen_at_gate on ${table} for select to zit_gate using (${read})`,
  `create policy ${table}_added_at_gate on ${table} for insert to zit_gate with check (${add})`,
  `create policy ${table}_changed_at_gate on ${table} for update to zit_gate using (${edit})`,
  `create policy ${table}_removed_at_gate on ${table} for delete to zit_gate using (${edit})`,
];

/**
 * Opens a table to the gate: rows of whom the transaction has named, by the columns that say whose a row is. Rows are
 * read by `traces` as well: who did something to a row that is not theirs.
 */
export const gateRows = (table: string, own: readonly string[], traces: readonly string[] = []): string[] =>
  policies(table, { read: sees(...own, ...traces), add: edits(...own), edit: edits(...own) });

/** A role comes with the invitation that was named; an owner takes away those of the own organisation. */
const BY_INVITATION = `exists (select from invitation i where i.${invited} and i.role = role_grant.role
  and i.organisation_id is not distinct from role_grant.organisation_id and i.teryt is not distinct from role_grant.teryt)`;

export const GATE_POLICIES: readonly string[] = [
  // Who comes in anew is in sight from then on.
  ...policies('person', { read: either(sees('id'), named('id'), overseen('id')), add: 'true', edit: edits('id') }),
  ...policies('role_grant', {
    // An owner reads the name of who invited to the organisation, and no roles of theirs elsewhere.
    read: either(sees('person_id', 'granted_by'), `${named('person_id')} and ${list(LISTS.owned)} is null`, owned),
    add: either(flag(FLAGS.edits), `(${either(...among(LISTS.edits, ['person_id']))}) and ${BY_INVITATION}`),
    edit: either(flag(FLAGS.edits), owned),
  }),
  ...policies('invitation', {
    read: either(sees('invited_by', 'approved_by', 'accepted_by'), owned, invited),
    add: either(flag(FLAGS.edits), owned),
    edit: either(flag(FLAGS.edits), owned, invited),
  }),
  ...policies('session', {
    read: either(sees('person_id', 'viewed_person_id'), overseen('person_id')),
    add: edits('person_id'),
    edit: edits('person_id', 'viewed_person_id'),
  }),
  ...['passkey', 'totp'].flatMap((table) =>
    policies(table, {
      read: either(sees('person_id'), overseen('person_id')),
      add: edits('person_id'),
      edit: edits('person_id'),
    }),
  ),
  ...['recovery_code', 'external_identity', 'person_token'].flatMap((table) => gateRows(table, ['person_id'])),
  // Mails hold links that let people in: nobody's way in leads through them. Who only reads writes none.
  ...policies('mail', {
    read: flag(FLAGS.sees),
    add: either(flag(FLAGS.edits), `${flag(FLAGS.sees)} is not true`),
    edit: flag(FLAGS.edits),
  }),
  ...policies('journal', {
    read: either(sees('person_id'), `subject_kind = 'person' and (${either(...among(LISTS.sees, ['subject_id']))})`),
    add: 'true',
    edit: 'false',
  }),
];

/** Values beside the journal are written with an entry about anybody, and read and forgotten with their person. */
export const JOURNAL_PERSONAL_AT_GATE = policies('journal_personal', {
  read: sees('person_id'),
  add: 'true',
  edit: flag(FLAGS.edits),
});

const keep = (name: string, value: string): string => `set_config('${name}', coalesce(${value}::text, ''), true)`;

/** What names people, with the persons it leads to: found, changed, and found with name and roles only. */
const WAYS: Readonly<Record<string, string>> = {
  // A session, by its id, and whom an administrator looks at through it.
  seat: `select array[s.person_id, s.viewed_person_id], array[s.person_id] into people, edited
      from session s where s.id = value::uuid`,
  email: `select array_agg(p.id) into people from person p where p.email = convert_from(decode(value, 'hex'), 'UTF8');
      edited := people`,
  // The other account that has the new address by now makes the link void.
  link: `select array[t.person_id], array[p.id] into people, named
        from person_token t left join person p on p.email = t.email where t.token_sha256 = decode(value, 'hex');
      edited := people`,
  identity: `select array_agg(e.person_id) into people from external_identity e
      where e.issuer = split_part(convert_from(decode(value, 'hex'), 'UTF8'), E'\\n', 1)
        and e.subject = substr(convert_from(decode(value, 'hex'), 'UTF8'), length(e.issuer) + 2);
      edited := people`,
  passkey: `select array_agg(k.person_id) into people from passkey k
      where k.credential_id = convert_from(decode(value, 'hex'), 'UTF8');
      edited := people`,
  // Whose account it may become, and who asked them.
  invitation: `select array_agg(p.id), array[min(i.invited_by::text), min(i.approved_by::text)]::uuid[], min(i.id::text)
        into people, named, invitation
        from invitation i left join person p on p.email = i.email where i.token_sha256 = decode(value, 'hex');
      edited := people`,
  // Who looked through this person's eyes.
  viewed: `people := array[value::uuid];
      named := array(select j.person_id from journal j
        where j.subject_kind = 'person' and j.subject_id = value::uuid and j.act = 'VIEW_AS_BEGUN')`,
  // Who holds the roles that somebody has to hold, beside this person.
  successors: `people := array[value::uuid];
      edited := people;
      named := array(select other.person_id from role_grant own
        join role_grant other on other.role = own.role
          and other.organisation_id is not distinct from own.organisation_id
        where own.person_id = value::uuid and own.role in ('OWNER', 'ADMINISTRATOR'))`,
  // Whoever looks after people: those of the whole programme, or those of the own organisation.
  hat: `select coalesce(bool_or(h.role in ${listed(['ADMINISTRATOR', 'AUDITOR'])}), false),
               coalesce(bool_or(h.role = 'ADMINISTRATOR'), false),
               array_agg(h.organisation_id) filter (where h.role = 'OWNER' and h.organisation_id is not null)
        into everybody, everybody_edited, owned from scope_hat() h;
      edited := array[scope_person()];
      people := edited;
      overseen := array(select g.person_id from role_grant g where g.organisation_id = any (owned));
      named := array(select unnest(array[i.invited_by, i.approved_by]) from invitation i
        where i.organisation_id = any (owned))`,
};

/**
 * Works out, as a transaction of the gate begins, whose rows it is about. The value is an id, or in hexadecimal digits
 * a SHA-256 or a text; what leads to nobody leaves nobody in sight.
 */
export const GATE_BEGIN = `
  create function gate_begin(way text, value text) returns void
  language plpgsql security definer set search_path = pg_catalog, public as $$
  declare
    everybody boolean := false;
    everybody_edited boolean := false;
    people uuid[];
    edited uuid[];
    named uuid[];
    overseen uuid[];
    owned uuid[];
    invitation text;
  begin
    case way
    ${Object.entries(WAYS)
      .map(([way, is]) => `when '${way}' then ${is};`)
      .join('\n    ')}
    end case;
    perform ${keep(FLAGS.sees, 'everybody')}, ${keep(FLAGS.edits, 'everybody_edited')},
            ${keep(LISTS.sees, 'people')}, ${keep(LISTS.edits, 'edited')}, ${keep(LISTS.named, 'named')},
            ${keep(LISTS.overseen, 'overseen')}, ${keep(LISTS.owned, 'owned')}, ${keep(INVITATION, 'invitation')};
  end $$`;

/** A browser that signs somebody in ends the session it had before, whosever that was: the token proves it. */
export const END_SESSION = `
  create function end_session(token bytea) returns void
  language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    delete from session where token_sha256 = token;
  end $$`;

const GATE_GROWS = `
  create function gate_grows() returns trigger
  language plpgsql set search_path = pg_catalog, public as $$
  begin
    perform set_config(name, (coalesce(nullif(current_setting(name, true), ''), '{}')::uuid[] || new.id)::text, true)
      from unnest(array['${LISTS.sees}', '${LISTS.edits}']) name;
    return new;
  end $$`;

export const GATE_TRIGGERS: readonly string[] = [
  GATE_GROWS,
  'create trigger person_grows_gate before insert on person for each row execute function gate_grows()',
];
export const NO_GATE_TRIGGERS: readonly string[] = [
  'drop trigger person_grows_gate on person',
  'drop function gate_grows()',
];

export const GATE_FUNCTIONS: readonly string[] = [GATE_BEGIN, END_SESSION, RECOGNISE];
export const GATE_SIGNATURES: readonly string[] = [RECOGNISE_SIGNATURE, 'end_session(bytea)', 'gate_begin(text, text)'];

/** Only what the ways above look at. */
export const GATE_GRANTS: readonly string[] = [
  'grant select (id, token_sha256, person_id, viewed_person_id), delete on session to zit_scope',
  'grant select (email) on person to zit_scope',
  'grant select (token_sha256, person_id, email) on person_token to zit_scope',
  'grant select (issuer, subject, person_id) on external_identity to zit_scope',
  'grant select (credential_id, person_id) on passkey to zit_scope',
  'grant select (id, token_sha256, email, organisation_id, invited_by, approved_by) on invitation to zit_scope',
  'grant select (subject_kind, subject_id, act, person_id) on journal to zit_scope',
  ...RECOGNISE_GRANTS,
];
