import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Identity: levels of a session, second factors, invitations, tokens sent by mail, other providers, and the mails
 * themselves. Tokens and recovery codes are kept as SHA-256 only; they are random, so nothing slower is needed.
 */
export class PeopleProveWhoTheyAre implements MigrationInterface {
  name = 'PeopleProveWhoTheyAre1764000000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table person
        add column version int not null default 1,
        add column email_confirmed_at timestamptz,
        add column erased_at timestamptz,
        -- Of the last sign-in.
        add column used_at timestamptz not null default now(),
        alter column name drop not null,
        alter column email drop not null,
        alter column password_hash drop not null,
        add constraint person_is_known_or_erased check (erased_at is not null or num_nulls(name, email) = 0)`);
    await runner.query(`
      alter table role_grant
        drop constraint role_grant_role_is_known,
        drop constraint role_grant_names_its_organisation,
        drop constraint role_grant_names_its_county,
        add column granted_by uuid constraint role_grant_granted_by_fk references person (id),
        add constraint role_grant_role_is_known check (role in
          ('ADMINISTRATOR', 'COUNTY_OPERATOR', 'MUNICIPALITY_OFFICER', 'TREASURER', 'MUNICIPALITY_SIGNER', 'COORDINATOR',
           'EDITOR', 'SIGNER', 'OWNER', 'ASSESSOR', 'CHAIR', 'NGO_COUNCIL', 'DEFS_OFFICER', 'AUDITOR')),
        add constraint role_grant_names_its_organisation check (organisation_id is not null or role in
          ('ADMINISTRATOR', 'AUDITOR', 'COUNTY_OPERATOR', 'ASSESSOR', 'CHAIR', 'NGO_COUNCIL', 'DEFS_OFFICER')),
        add constraint role_grant_names_its_county
          check (role not in ('COUNTY_OPERATOR', 'NGO_COUNCIL') or teryt ~ '^[0-9]{4}$')`);
    await runner.query(`
      alter table session
        add column level text not null default 'FULL'
          constraint session_level_known check (level in ('PASSWORD', 'ENROL', 'FULL')),
        add column acting_body text constraint session_acting_body_known
          check (acting_body in ('PROGRAMME', 'COUNTY', 'STEERING_GROUP', 'NGO_COUNCIL', 'DEFS')),
        add column device text not null default '',
        add column network text not null default '',
        add column confirmed_at timestamptz not null default now(),
        -- An administrator who looks through the person's eyes.
        add column viewed_person_id uuid constraint session_viewed_person_fk references person (id),
        add column view_reason text,
        add constraint session_acts_for_one check (acting_for is null or acting_body is null),
        add constraint session_view_has_a_reason check ((viewed_person_id is null) = (view_reason is null))`);
    await runner.query(`
      create table passkey (
        id uuid constraint passkey_pk primary key default gen_random_uuid(),
        person_id uuid not null constraint passkey_person_fk references person (id) on delete cascade,
        credential_id text collate "C" not null constraint passkey_credential_once unique,
        public_key bytea not null,
        counter bigint not null constraint passkey_counter_range check (counter >= 0),
        transports jsonb not null default '[]',
        backup_eligible boolean not null,
        backed_up boolean not null,
        name text not null constraint passkey_name_length check (char_length(name) between 1 and 60),
        added_at timestamptz not null default now(),
        used_at timestamptz
      )`);
    await runner.query('create index passkey_by_person on passkey (person_id)');
    await runner.query(`
      create table passkey_challenge (
        id uuid constraint passkey_challenge_pk primary key default gen_random_uuid(),
        -- Null: signing in; the passkey itself tells who it is.
        person_id uuid constraint passkey_challenge_person_fk references person (id) on delete cascade,
        challenge text not null,
        made_at timestamptz not null default now()
      )`);
    await runner.query(`
      create table totp (
        person_id uuid constraint totp_pk primary key constraint totp_person_fk references person (id) on delete cascade,
        -- Sealed with a key that the database does not know.
        secret text,
        confirmed_at timestamptz,
        -- A new secret waits here for its first code; until then the present one counts.
        next_secret text,
        -- The step (30 s) of the last code taken: no code counts twice.
        last_step bigint not null default 0,
        constraint totp_counts_when_confirmed check ((secret is null) = (confirmed_at is null))
      )`);
    await runner.query(`
      create table recovery_code (
        person_id uuid not null constraint recovery_code_person_fk references person (id) on delete cascade,
        code_sha256 bytea not null,
        used_at timestamptz,
        constraint recovery_code_pk primary key (person_id, code_sha256)
      )`);
    await runner.query(`
      create table external_identity (
        id uuid constraint external_identity_pk primary key default gen_random_uuid(),
        person_id uuid not null constraint external_identity_person_fk references person (id) on delete cascade,
        issuer text not null,
        subject text not null,
        linked_at timestamptz not null default now(),
        constraint external_identity_once unique (issuer, subject)
      )`);
    await runner.query('create index external_identity_by_person on external_identity (person_id)');
    await runner.query(`
      create table provider_flow (
        state_sha256 bytea constraint provider_flow_pk primary key,
        provider text not null,
        nonce text not null,
        code_verifier text not null,
        -- The person who links an identity to their account; null: signing in.
        person_id uuid constraint provider_flow_person_fk references person (id) on delete cascade,
        begun_at timestamptz not null default now()
      )`);
    await runner.query(`
      create table invitation (
        id uuid constraint invitation_pk primary key default gen_random_uuid(),
        email text not null constraint invitation_email_is_lower_case check (email = lower(email)),
        role text not null,
        organisation_id uuid constraint invitation_organisation_fk references organisation (id),
        teryt text collate "C",
        state text not null constraint invitation_state_known
          check (state in ('PROPOSED', 'SENT', 'ACCEPTED', 'WITHDRAWN')),
        -- Null while it is only proposed; a new mail means a new token.
        token_sha256 bytea constraint invitation_token_once unique,
        invited_by uuid not null constraint invitation_invited_by_fk references person (id),
        invited_at timestamptz not null default now(),
        approved_by uuid constraint invitation_approved_by_fk references person (id),
        expires_at timestamptz not null,
        accepted_by uuid constraint invitation_accepted_by_fk references person (id),
        ended_at timestamptz,
        constraint invitation_needs_four_eyes check (approved_by <> invited_by)
      )`);
    await runner.query('create index invitation_by_organisation on invitation (organisation_id, invited_at desc)');
    await runner.query('create index invitation_by_email on invitation (email)');
    await runner.query(`
      create table person_token (
        token_sha256 bytea constraint person_token_pk primary key,
        person_id uuid not null constraint person_token_person_fk references person (id) on delete cascade,
        purpose text not null constraint person_token_purpose_known check (purpose in ('RESET', 'EMAIL')),
        -- The address that waits for its confirmation.
        email text,
        expires_at timestamptz not null,
        used_at timestamptz
      )`);
    await runner.query('create index person_token_by_person on person_token (person_id)');
    await runner.query(`
      create table mail (
        id uuid constraint mail_pk primary key default gen_random_uuid(),
        template text not null,
        recipient text not null,
        subject text not null,
        body text not null,
        written_at timestamptz not null default now(),
        send_at timestamptz not null default now(),
        attempts int not null default 0,
        -- Tries in which the text had left before the other side answered.
        copies int not null default 0,
        last_fault text,
        sent_at timestamptz
      )`);
    await runner.query('create index mail_to_send on mail (send_at) where sent_at is null');
    await runner.query('create index mail_by_time on mail (written_at desc, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'mail',
      'person_token',
      'invitation',
      'provider_flow',
      'external_identity',
      'recovery_code',
      'totp',
      'passkey_challenge',
      'passkey',
    ])
      await runner.query(`drop table ${table}`);
    await runner.query(`
      alter table session drop column level, drop column device, drop column network, drop column confirmed_at,
        drop column acting_body cascade, drop column viewed_person_id cascade, drop column view_reason cascade`);
    await runner.query(`
      delete from role_grant where role not in
        ('ADMINISTRATOR', 'COUNTY_OPERATOR', 'MUNICIPALITY_OFFICER', 'COORDINATOR', 'EDITOR', 'AUDITOR')`);
    await runner.query(`
      alter table role_grant
        drop column granted_by,
        drop constraint role_grant_role_is_known,
        drop constraint role_grant_names_its_organisation,
        drop constraint role_grant_names_its_county,
        add constraint role_grant_role_is_known check (role in
          ('ADMINISTRATOR', 'COUNTY_OPERATOR', 'MUNICIPALITY_OFFICER', 'COORDINATOR', 'EDITOR', 'AUDITOR')),
        add constraint role_grant_names_its_organisation check
          (organisation_id is not null or role in ('ADMINISTRATOR', 'AUDITOR', 'COUNTY_OPERATOR')),
        add constraint role_grant_names_its_county check (role <> 'COUNTY_OPERATOR' or teryt ~ '^[0-9]{4}$')`);
    await runner.query(`
      alter table person drop constraint person_is_known_or_erased, drop column version,
        drop column email_confirmed_at, drop column erased_at`);
  }
}
