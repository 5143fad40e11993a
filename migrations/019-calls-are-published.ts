import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CALL_FUNCTIONS, CALL_POLICIES, CALL_SIGNATURES, POLICIES_BESIDE } from './rows/calls';
import { guardRows } from './rows/guard';

/** Of what is published, without who did it and without drafts. */
const SHOWN = {
  call: 'id, teryt, state, title, number, slug, opens_at, deadline_at',
  call_edition: 'call_id, no, kind, contents, differences, sha256, reason, published_at',
  call_question: 'id, call_id, text, asked_at, answer, answered_at',
} as const;

const GRANTS: readonly string[] = [
  'grant select, insert, update (state, title, number, slug, opens_at, deadline_at, updated_at) on call to zit_app',
  'grant select, insert on call_edition to zit_app',
  'grant select, insert, update (answer, answered_by, answered_at) on call_question to zit_app',
  'grant select, insert, update (last) on call_number to zit_app',
  'grant select on call, call_edition, call_question, call_number to zit_worker, zit_auditor',
  ...Object.entries(SHOWN).map(([table, columns]) => `grant select (${columns}) on ${table} to zit_public`),
];

/**
 * Calls with what was published of each: the text of every edition as its SHA-256 was taken, numbers without gaps, and
 * questions with their answers. What is being written stands in the sheet with the id of the call.
 */
export class CallsArePublished implements MigrationInterface {
  name = 'CallsArePublished1764000000019';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table call (
        id uuid constraint call_pk primary key,
        teryt text not null constraint call_place references municipality (teryt),
        state text not null default 'DRAFT'
          constraint call_state_known check (state in ('DRAFT', 'PUBLISHED', 'ANNEX', 'ANNULLED')),
        -- While it is a draft as the sheet has it, afterwards as the newest edition has it.
        title text not null constraint call_title_length check (char_length(title) between 1 and 200),
        number text constraint call_number_once unique,
        slug text constraint call_slug_once unique,
        opens_at timestamptz(3),
        deadline_at timestamptz(3),
        created_by uuid not null constraint call_created_by_fk references person (id),
        created_at timestamptz not null default clock_timestamp(),
        updated_at timestamptz not null default clock_timestamp(),
        constraint call_publication_is_complete check (
          num_nulls(number, slug, opens_at, deadline_at) = case when state = 'DRAFT' then 4 else 0 end)
      )`);
    await runner.query('create index call_newest on call (created_at desc, id)');
    await runner.query('create index call_by_place on call (teryt)');
    // Anybody asks for the list by deadline, signed in or not: a page is a walk along one of these.
    await runner.query(`create index call_by_deadline on call (deadline_at) where state in ('PUBLISHED', 'ANNEX')`);
    await runner.query(`create index call_annulled on call (deadline_at) where state = 'ANNULLED'`);
    await runner.query(`
      create table call_edition (
        call_id uuid not null constraint call_edition_call_fk references call (id),
        no int not null constraint call_edition_no_range check (no > 0),
        kind text not null
          constraint call_edition_kind_known check (kind in ('NOTICE', 'ANNEX', 'EXTENSION', 'ANNULMENT')),
        -- Canonical JSON as text: its SHA-256 can be checked again by anybody; jsonb would reorder it.
        contents text not null,
        sha256 text not null,
        -- What it changed against the edition before, in the words that the public was told.
        differences json not null,
        reason text constraint call_edition_reason_length check (char_length(reason) <= 4000),
        published_at timestamptz(3) not null,
        published_by uuid not null constraint call_edition_published_by_fk references person (id),
        request_id uuid not null constraint call_edition_request_once unique,
        constraint call_edition_pk primary key (call_id, no),
        constraint call_edition_first_is_the_notice check ((no = 1) = (kind = 'NOTICE')),
        constraint call_edition_later_has_a_reason check ((kind = 'NOTICE') = (reason is null)),
        constraint call_edition_sha256_is_of_contents
          check (sha256 = encode(sha256(convert_to(contents, 'UTF8')), 'hex'))
      )`);
    await runner.query(`
      create table call_number (
        county text not null,
        year int not null,
        last int not null constraint call_number_counts check (last >= 0),
        constraint call_number_pk primary key (county, year)
      )`);
    await runner.query(`
      create table call_question (
        id uuid constraint call_question_pk primary key,
        call_id uuid not null constraint call_question_call_fk references call (id),
        text text not null constraint call_question_length check (char_length(text) between 1 and 4000),
        asked_by uuid not null constraint call_question_asked_by_fk references person (id),
        asked_at timestamptz(3) not null default clock_timestamp(),
        answer text constraint call_question_answer_length check (char_length(answer) between 1 and 8000),
        answered_by uuid constraint call_question_answered_by_fk references person (id),
        answered_at timestamptz(3),
        constraint call_question_answer_is_complete check (num_nulls(answer, answered_by, answered_at) in (0, 3))
      )`);
    await runner.query('create index call_question_by_call on call_question (call_id, asked_at desc)');
    await this.freeze(runner);
    await this.guard(runner);
  }

  /** What the tables refuse whoever asks, their owner included. */
  private async freeze(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function call_edition_follows() returns trigger language plpgsql as $$
      declare
        state_now text := (select state from call where id = new.call_id);
        newest int := (select max(no) from call_edition where call_id = new.call_id);
      begin
        if new.no <> coalesce(newest, 0) + 1
          or not coalesce(state_now = any (case new.kind when 'NOTICE' then array['DRAFT'] when 'ANNEX' then array['ANNEX']
                                           else array['PUBLISHED', 'ANNEX'] end), false)
        then
          raise exception 'this edition does not follow in the call' using errcode = 'restrict_violation';
        end if;
        return new;
      end $$`);
    await runner.query(`create trigger call_edition_follows before insert on call_edition
      for each row execute function call_edition_follows()`);
    await runner.query(`
      create function call_edition_is_for_ever() returns trigger language plpgsql as $$
      begin
        raise exception 'what was published does not change' using errcode = 'restrict_violation';
      end $$`);
    await runner.query(`create trigger call_edition_is_for_ever before update or delete or truncate on call_edition
      for each statement execute function call_edition_is_for_ever()`);
    await runner.query(`
      create function call_goes_on() returns trigger language plpgsql as $$
      begin
        if new.state <> old.state and (old.state || ' ' || new.state) not in ('DRAFT PUBLISHED', 'PUBLISHED ANNEX',
             'ANNEX PUBLISHED', 'PUBLISHED ANNULLED', 'ANNEX ANNULLED')
          or old.state = 'ANNULLED'
          or (new.id, new.teryt, new.created_by, new.created_at)
             is distinct from (old.id, old.teryt, old.created_by, old.created_at)
          or old.number is not null and (new.number, new.slug) is distinct from (old.number, old.slug)
        then
          raise exception 'call % does not go on like this', old.id using errcode = 'restrict_violation';
        end if;
        return new;
      end $$`);
    await runner.query(`create trigger call_goes_on before update on call
      for each row execute function call_goes_on()`);
  }

  private async guard(runner: QueryRunner): Promise<void> {
    for (const grant of GRANTS) await runner.query(grant);
    for (const made of CALL_FUNCTIONS) await runner.query(made);
    await runner.query('grant create on schema public to zit_scope');
    for (const signature of CALL_SIGNATURES) {
      await runner.query(`revoke execute on function ${signature} from public`);
      await runner.query(`grant execute on function ${signature} to zit_app`);
      await runner.query(`alter function ${signature} owner to zit_scope`);
    }
    await runner.query('revoke create on schema public from zit_scope');
    for (const table of ['call', 'call_edition', 'call_question'])
      for (const closed of guardRows(table, 'worker', 'auditor')) await runner.query(closed);
    for (const made of [...CALL_POLICIES, ...POLICIES_BESIDE.map(({ is }) => is)]) await runner.query(made);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name, on } of POLICIES_BESIDE) await runner.query(`drop policy ${name} on ${on}`);
    for (const table of ['call_question', 'call_number', 'call_edition', 'call'])
      await runner.query(`drop table ${table}`);
    for (const made of ['call_edition_follows()', 'call_edition_is_for_ever()', 'call_goes_on()'])
      await runner.query(`drop function ${made}`);
    await runner.query('set local role zit_scope');
    for (const signature of CALL_SIGNATURES) await runner.query(`drop function ${signature}`);
    await runner.query('reset role');
  }
}
