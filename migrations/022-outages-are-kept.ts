import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardRows } from './rows/guard';
import {
  ANSWER_POLICIES,
  NO_TRACES_OF_QUESTIONS,
  OUTAGE_FUNCTIONS,
  OUTAGE_POLICIES,
  OUTAGE_SIGNATURES,
  TRACES_OF_QUESTIONS,
} from './rows/outages';

const GRANTS: readonly string[] = [
  'grant update (answer_no, first_answered_at) on call_question to zit_app',
  'grant select, insert on call_answer, outage to zit_app',
  'grant select on call_answer, outage to zit_worker, zit_auditor',
  'grant select (answer_no, first_answered_at) on call_question to zit_public',
  'grant select (outage_id) on call_edition to zit_public',
  'grant select (id, began_at, ended_at, what, minutes, corrects, recorded_at) on outage to zit_public',
  // Whom a mail about the call concerns.
  'grant select (call_id, asked_by, asked_for) on call_question to zit_scope',
  'create policy call_question_of_scope on call_question for select to zit_scope using (true)',
];

/**
 * The register of outages, which a later deadline may name; every answer to a question, not only the last; and acts on
 * calls known by who asked for them, so that nobody learns from a taken id that somebody else's draft is there.
 */
export class OutagesAreKept implements MigrationInterface {
  name = 'OutagesAreKept1764000000022';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table outage (
        id uuid constraint outage_pk primary key,
        began_at timestamptz(3) not null,
        ended_at timestamptz(3) not null,
        what text not null constraint outage_what_length check (char_length(what) between 5 and 1000),
        -- What was found and done, for whoever decides about a deadline.
        minutes text not null constraint outage_minutes_length check (char_length(minutes) between 10 and 10000),
        -- An entry never changes: one that was wrong is followed by another.
        corrects uuid constraint outage_corrected_once unique constraint outage_corrects_fk references outage (id),
        recorded_by uuid not null constraint outage_recorded_by_fk references person (id),
        recorded_at timestamptz(3) not null default clock_timestamp(),
        request_id uuid not null,
        constraint outage_lasts check (ended_at > began_at),
        constraint outage_request_once unique (recorded_by, request_id)
      )`);
    await runner.query('create index outage_newest on outage (began_at desc, id desc)');
    await runner.query(
      'alter table call_edition add column outage_id uuid constraint call_edition_outage_fk references outage (id)',
    );
    await this.keepAnswers(runner);
    await this.knowWhoAsked(runner);
    await this.guard(runner);
  }

  private async keepAnswers(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table call_answer (
        question_id uuid not null constraint call_answer_question_fk references call_question (id),
        no int not null constraint call_answer_no_range check (no > 0),
        text text not null constraint call_answer_length check (char_length(text) between 1 and 8000),
        answered_by uuid not null constraint call_answer_answered_by_fk references person (id),
        answered_at timestamptz(3) not null,
        constraint call_answer_pk primary key (question_id, no)
      )`);
    // Forced policies hide every row from the owner, who copies what was answered before.
    await runner.query('alter table call_question no force row level security');
    await runner.query(`
      alter table call_question add column answer_no int not null default 0, add column first_answered_at timestamptz(3)`);
    await runner.query(
      'update call_question set answer_no = 1, first_answered_at = answered_at where answered_at is not null',
    );
    await runner.query(`
      insert into call_answer (question_id, no, text, answered_by, answered_at)
      select id, 1, answer, answered_by, answered_at from call_question where answered_at is not null`);
    await runner.query('alter table call_question force row level security');
    await runner.query(`
      alter table call_question add constraint call_question_answers_are_counted
        check ((answer_no > 0) = (answered_at is not null) and num_nulls(answered_at, first_answered_at) in (0, 2))`);
    await runner.query(`create trigger call_answer_is_for_ever before update or delete or truncate on call_answer
      for each statement execute function call_edition_is_for_ever()`);
    await runner.query(`create trigger outage_is_for_ever before update or delete or truncate on outage
      for each statement execute function call_edition_is_for_ever()`);
  }

  private async knowWhoAsked(runner: QueryRunner): Promise<void> {
    for (const [table, by] of [
      ['call', 'created_by'],
      ['call_question', 'asked_by'],
    ]) {
      await runner.query(`alter table ${table} add column request_id uuid`);
      await runner.query(`create unique index ${table}_request_once on ${table} (${by}, request_id)`);
    }
    await runner.query(`alter table call_question add column asked_for uuid
      constraint call_question_asked_for_fk references organisation (id)`);
    await runner.query('drop index call_newest, call_question_by_call');
    // One direction for both columns: the page after a row is then one condition, and one walk along the index.
    await runner.query('create index call_newest on call (created_at desc, id desc)');
    await runner.query('create index call_question_newest on call_question (call_id, asked_at desc, id desc)');
    await runner.query('create index call_question_own on call_question (asked_by, call_id, asked_at desc, id desc)');
    await runner.query(`create index call_question_answered on call_question (call_id, answered_at desc, id desc)
      where answered_at is not null`);
  }

  private async guard(runner: QueryRunner): Promise<void> {
    for (const grant of GRANTS) await runner.query(grant);
    for (const made of OUTAGE_FUNCTIONS) await runner.query(made);
    await runner.query('grant create on schema public to zit_scope');
    for (const signature of OUTAGE_SIGNATURES) {
      await runner.query(`revoke execute on function ${signature} from public`);
      await runner.query(`grant execute on function ${signature} to zit_app`);
      await runner.query(`alter function ${signature} owner to zit_scope`);
    }
    await runner.query('revoke create on schema public from zit_scope');
    for (const table of ['outage', 'call_answer'])
      for (const closed of guardRows(table, 'worker', 'auditor')) await runner.query(closed);
    for (const made of [...OUTAGE_POLICIES, ...ANSWER_POLICIES, ...NO_TRACES_OF_QUESTIONS]) await runner.query(made);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const made of TRACES_OF_QUESTIONS) await runner.query(made);
    await runner.query('drop policy call_question_of_scope on call_question');
    await runner.query('revoke select (call_id, asked_by, asked_for) on call_question from zit_scope');
    await runner.query('alter table call_edition drop column outage_id');
    await runner.query('drop table call_answer');
    await runner.query('drop table outage');
    await runner.query('set local role zit_scope');
    for (const signature of OUTAGE_SIGNATURES) await runner.query(`drop function ${signature}`);
    await runner.query('reset role');
    await runner.query(
      'drop index call_question_answered, call_question_own, call_question_newest, call_newest, call_request_once',
    );
    await runner.query('alter table call drop column request_id');
    await runner.query(`alter table call_question drop column request_id, drop column asked_for,
      drop column answer_no, drop column first_answered_at`);
    await runner.query('create index call_newest on call (created_at desc, id)');
    await runner.query('create index call_question_by_call on call_question (call_id, asked_at desc)');
  }
}
