import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A consortium for one Local Centre, and the organisations that join and leave it. */
export class ConsortiaAreFormed implements MigrationInterface {
  name = 'ConsortiaAreFormed1764000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table consortium (
        id uuid constraint consortium_pk primary key default gen_random_uuid(),
        version int not null default 1,
        title text not null constraint consortium_title_length check (char_length(title) between 2 and 200),
        title_key text collate "C" not null,
        local_centre_id uuid not null constraint consortium_local_centre_fk references local_centre (id),
        teryt text collate "C" not null constraint consortium_place references municipality (teryt),
        call_no text constraint consortium_call_no_length check (char_length(call_no) <= 60),
        legal_regime text not null default 'OWN_REGULATIONS',
        period_from date,
        period_to date,
        cap_grosze bigint constraint consortium_cap_range check (cap_grosze between 0 and 9999999999999),
        declared_total_grosze bigint
          constraint consortium_declared_total_range check (declared_total_grosze between 0 and 9999999999999),
        distinct_persons int constraint consortium_distinct_persons_range check (distinct_persons >= 0),
        target_groups jsonb not null default '[]',
        services jsonb not null default '[]',
        service_points jsonb not null default '[]',
        catalogue_additions jsonb not null default '[]',
        letter_of_intent_signed_on date,
        rule_set_version text not null constraint consortium_rule_set_fk references rule_set (version),
        created_at timestamptz not null default now(),
        created_by uuid constraint consortium_created_by_fk references person (id),
        updated_at timestamptz not null default now(),
        updated_by uuid constraint consortium_updated_by_fk references person (id)
      )`);
    await runner.query(`create index consortium_by_title on consortium (title collate "pl-x-icu", id)`);
    await runner.query(`create index consortium_by_place on consortium (teryt text_pattern_ops)`);
    await runner.query(`
      create table member (
        id uuid constraint member_pk primary key default gen_random_uuid(),
        consortium_id uuid not null constraint member_consortium_fk references consortium (id) on delete cascade,
        organisation_id uuid not null constraint member_organisation_fk references organisation (id),
        version int not null default 1,
        role text not null constraint member_role_known check (role in ('LEADER', 'PARTNER')),
        position int not null,
        tasks jsonb not null default '[]',
        votes int not null default 1 constraint member_votes_range check (votes between 0 and 1000),
        similar_projects_3y int constraint member_similar_projects_range check (similar_projects_3y >= 0),
        turnover_grosze bigint
          constraint member_turnover_range check (turnover_grosze between 0 and 9999999999999),
        declared_cash_grosze bigint
          constraint member_declared_cash_range check (declared_cash_grosze between 0 and 9999999999999),
        declared_in_kind_grosze bigint
          constraint member_declared_in_kind_range check (declared_in_kind_grosze between 0 and 9999999999999),
        joined_at timestamptz not null default now(),
        left_at timestamptz,
        constraint member_leaves_after_joining check (left_at >= joined_at),
        constraint member_of_consortium unique (consortium_id, id)
      )`);
    // An organisation may come back after it left; it is never a member twice at once.
    await runner.query(`
      create unique index member_once_at_a_time on member (consortium_id, organisation_id) where left_at is null`);
    await runner.query(`create index member_by_organisation on member (organisation_id) where left_at is null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table member');
    await runner.query('drop table consortium');
  }
}
