import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who did what and when: written once, never changed or deleted. */
export class ActsAreJournalled implements MigrationInterface {
  name = 'ActsAreJournalled1764000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table journal (
        seq bigint generated always as identity constraint journal_pk primary key,
        at timestamptz not null default clock_timestamp(),
        person_id uuid constraint journal_person_fk references person (id),
        organisation_id uuid constraint journal_organisation_fk references organisation (id),
        act text not null constraint journal_act_form check (act ~ '^[A-Z][A-Z_]{2,59}$'),
        subject_kind text not null,
        subject_id uuid not null,
        details jsonb not null default '{}'
      )`);
    await runner.query(`create index journal_by_subject on journal (subject_kind, subject_id, seq desc)`);
    await runner.query(`
      create function journal_is_append_only() returns trigger language plpgsql as $$
      begin
        raise exception 'the journal is append-only' using errcode = 'restrict_violation';
      end $$`);
    await runner.query(`
      create trigger journal_is_append_only before update or delete or truncate on journal
      for each statement execute function journal_is_append_only()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table journal');
    await runner.query('drop function journal_is_append_only()');
  }
}
