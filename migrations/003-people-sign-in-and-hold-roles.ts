import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * People, what they may be for whom (`role_grant`), their sessions and their failed attempts to sign in.
 * A session keeps only the SHA-256 of its token; an attempt keeps only hashes of what was tried.
 */
export class PeopleSignInAndHoldRoles implements MigrationInterface {
  name = 'PeopleSignInAndHoldRoles1764000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table person (
        id uuid not null default gen_random_uuid(),
        name text not null,
        email text not null,
        password_hash text not null,
        created_at timestamptz not null default now(),
        left_at timestamptz,
        constraint person_pk primary key (id),
        constraint person_email_is_lower_case check (email = lower(email)),
        constraint person_email_unique unique (email)
      )`);
    await runner.query(`
      create table role_grant (
        id uuid not null default gen_random_uuid(),
        person_id uuid not null,
        organisation_id uuid,
        teryt text collate "C",
        role text not null,
        granted_at timestamptz not null default now(),
        constraint role_grant_pk primary key (id),
        constraint role_grant_person foreign key (person_id) references person (id),
        constraint role_grant_organisation foreign key (organisation_id) references organisation (id),
        constraint role_grant_role_is_known check (role in
          ('ADMINISTRATOR', 'COUNTY_OPERATOR', 'MUNICIPALITY_OFFICER', 'COORDINATOR', 'EDITOR', 'AUDITOR')),
        constraint role_grant_names_its_organisation check
          (organisation_id is not null or role in ('ADMINISTRATOR', 'AUDITOR', 'COUNTY_OPERATOR')),
        constraint role_grant_names_its_county check (role <> 'COUNTY_OPERATOR' or teryt ~ '^[0-9]{4}$')
      )`);
    await runner.query(`create unique index role_grant_once on role_grant
      (person_id, role, coalesce(organisation_id::text, ''), coalesce(teryt, ''))`);
    await runner.query('create index role_grant_by_organisation on role_grant (organisation_id)');
    await runner.query(`alter table organisation
      add constraint organisation_created_by foreign key (created_by) references person (id)`);
    await runner.query(`
      create table session (
        id uuid not null default gen_random_uuid(),
        token_sha256 bytea not null,
        person_id uuid not null,
        acting_for uuid,
        created_at timestamptz not null default now(),
        seen_at timestamptz not null default now(),
        constraint session_pk primary key (id),
        constraint session_token_unique unique (token_sha256),
        constraint session_token_is_a_sha256 check (length(token_sha256) = 32),
        constraint session_person foreign key (person_id) references person (id) on delete cascade,
        constraint session_acting_for foreign key (acting_for) references organisation (id)
      )`);
    await runner.query('create index session_by_person on session (person_id)');
    await runner.query('create index session_by_last_use on session (seen_at)');
    await runner.query(`
      create table sign_in_attempt (
        id bigint generated always as identity,
        key_sha256 bytea not null,
        at timestamptz not null default now(),
        constraint sign_in_attempt_pk primary key (id)
      )`);
    await runner.query('create index sign_in_attempt_by_key on sign_in_attempt (key_sha256, at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table sign_in_attempt');
    await runner.query('drop table session');
    await runner.query('alter table organisation drop constraint organisation_created_by');
    await runner.query('drop table role_grant');
    await runner.query('drop table person');
  }
}
