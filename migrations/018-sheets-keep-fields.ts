import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardRows } from './rows/guard';

/** What a save of people at work needs; nothing of a sheet is ever deleted, and of its history nothing changes. */
const GRANTS: Readonly<Record<string, string>> = {
  sheet: 'select, insert, update (rev, closed)',
  sheet_field: 'select, insert, update (value, rev, changed_by, changed_at)',
  sheet_change: 'select, insert',
  sheet_save: 'select, insert',
};
const TABLES = Object.keys(GRANTS);

/**
 * A text that many people write for weeks: one row for each field, every change of it, and what each save was
 * answered. Whose rows these are is said where the thing lives that is written in a sheet: its migration opens the
 * tables to people at work.
 */
export class SheetsKeepFields implements MigrationInterface {
  name = 'SheetsKeepFields1764000000018';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table sheet (
        id uuid constraint sheet_pk primary key,
        form text not null constraint sheet_form_form check (form ~ '^[a-z]+/[0-9]+$'),
        -- Counts the saves that left something; each field says in which of them it got its value.
        rev bigint not null default 0 constraint sheet_rev_range check (rev >= 0),
        closed boolean not null default false
      )`);
    await runner.query(`
      create table sheet_field (
        sheet_id uuid not null constraint sheet_field_sheet_fk references sheet (id),
        path text collate "C" not null constraint sheet_field_path_length check (char_length(path) <= 160),
        -- Null: empty; of an item's own path: removed.
        value jsonb,
        rev bigint not null constraint sheet_field_rev_range check (rev > 0),
        changed_by uuid not null constraint sheet_field_changed_by_fk references person (id),
        changed_at timestamptz(3) not null,
        constraint sheet_field_pk primary key (sheet_id, path)
      )`);
    // What changed after a revision is asked every second and a half by everybody who looks at the sheet.
    await runner.query('create index sheet_field_by_rev on sheet_field (sheet_id, rev)');
    await runner.query(`
      create table sheet_change (
        sheet_id uuid not null constraint sheet_change_sheet_fk references sheet (id),
        rev bigint not null constraint sheet_change_rev_range check (rev > 0),
        path text collate "C" not null constraint sheet_change_path_length check (char_length(path) <= 160),
        before jsonb,
        after jsonb,
        -- It collided: what stands in "after" was typed and not taken.
        set_aside boolean not null,
        save_id uuid not null,
        changed_by uuid not null constraint sheet_change_changed_by_fk references person (id),
        changed_at timestamptz(3) not null,
        constraint sheet_change_pk primary key (sheet_id, rev, path)
      )`);
    await runner.query('create index sheet_change_by_path on sheet_change (sheet_id, path, rev desc)');
    await runner.query(`
      create table sheet_save (
        sheet_id uuid not null constraint sheet_save_sheet_fk references sheet (id),
        save_id uuid not null,
        request_sha256 text not null constraint sheet_save_request_is_a_sha256 check (request_sha256 ~ '^[0-9a-f]{64}$'),
        rev bigint not null,
        -- Revisions of what was taken and of what stood in the way: the values are in the request and in the changes.
        answer jsonb not null,
        saved_at timestamptz(3) not null,
        constraint sheet_save_pk primary key (sheet_id, save_id)
      )`);
    await runner.query(`
      create function sheet_only_grows() returns trigger language plpgsql as $$
      begin
        raise exception 'what was written in a sheet stays' using errcode = 'restrict_violation';
      end $$`);
    for (const table of ['sheet_change', 'sheet_save'])
      await runner.query(`create trigger ${table}_only_grows before update or delete or truncate on ${table}
        for each statement execute function sheet_only_grows()`);
    for (const table of ['sheet', 'sheet_field'])
      await runner.query(`create trigger ${table}_stays before delete or truncate on ${table}
        for each statement execute function sheet_only_grows()`);

    for (const [table, granted] of Object.entries(GRANTS)) {
      await runner.query(`grant ${granted} on ${table} to zit_app`);
      await runner.query(`grant select on ${table} to zit_worker, zit_auditor`);
      for (const closed of guardRows(table, 'worker', 'auditor')) await runner.query(closed);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES.toReversed()) await runner.query(`drop table ${table}`);
    await runner.query('drop function sheet_only_grows()');
  }
}
