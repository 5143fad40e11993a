import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  ANSWER_FUNCTIONS,
  ANSWER_POLICIES,
  ANSWER_TRIGGERS,
  ANSWERS_SEALED,
  APPEALS_OPEN,
  APPEALS_OPEN_NOTHING,
} from './rows/answers';
import { guardRows } from './rows/guard';

const TABLES = ['offer_letter', 'reasons_request', 'appeal', 'appeal_statement', 'appeal_decision'];

const GRANTS: readonly string[] = [
  'grant select, insert on offer_letter, appeal, appeal_statement, appeal_decision to zit_app',
  'grant select, insert, update (answered_at, answered_by, answer) on reasons_request to zit_app',
  `grant select on ${TABLES.join(', ')} to zit_worker, zit_auditor, zit_scope`,
];

/**
 * What follows a published result (decision 16): letters to everybody who handed in, requests for reasons with the day
 * on which they came, and appeals. Everything is added; only the answer to a request comes later, once.
 */
export class ResultsAreAnswered implements MigrationInterface {
  name = 'ResultsAreAnswered1764000000031';

  async up(runner: QueryRunner): Promise<void> {
    await this.ask(runner);
    await this.send(runner);
    await this.appeal(runner);
    for (const made of ANSWER_TRIGGERS) await runner.query(made);
    await this.guard(runner);
  }

  private async ask(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table reasons_request (
        id uuid constraint reasons_request_pk primary key,
        call_id uuid not null,
        -- The published result it is about.
        result_no int not null,
        -- Null: it came by post, by mail or in person.
        asked_by uuid constraint reasons_request_asked_by_fk references person (id),
        -- Who asks, as they gave their name; only of what the office entered.
        asker text constraint reasons_request_asker_length check (char_length(asker) between 2 and 300),
        entered_by uuid not null constraint reasons_request_entered_by_fk references person (id),
        channel text not null
          constraint reasons_request_channel_known check (channel in ('PORTAL', 'POST', 'E_MAIL', 'IN_PERSON')),
        -- Null: about the result as a whole.
        offer_id uuid,
        text text not null constraint reasons_request_text_length check (char_length(text) between 3 and 4000),
        -- Day in Europe/Warsaw on which it came.
        received_on date not null,
        -- Days after the publication, whose own day is not counted: counted by the database.
        day int not null constraint reasons_request_day_range check (day >= 0),
        late boolean generated always as (day > 30) stored,
        entered_at timestamptz(3) not null default clock_timestamp(),
        answered_at timestamptz(3),
        answered_by uuid constraint reasons_request_answered_by_fk references person (id),
        answer text constraint reasons_request_answer_length check (char_length(answer) between 3 and 8000),
        constraint reasons_request_result_fk foreign key (call_id, result_no) references call_result (call_id, no),
        constraint reasons_request_offer_fk foreign key (call_id, offer_id) references offer (call_id, id),
        constraint reasons_request_asked_by_one check ((channel = 'PORTAL') = (asked_by is not null)
          and (asked_by is null) = (asker is not null)),
        constraint reasons_request_own_hand check (asked_by is null or asked_by = entered_by),
        constraint reasons_request_answered_wholly check (num_nulls(answered_at, answered_by, answer) in (0, 3))
      )`);
    await runner.query('create index reasons_request_of_call on reasons_request (call_id, entered_at, id)');
    await runner.query('create index reasons_request_of_person on reasons_request (asked_by, entered_at)');
  }

  private async send(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table offer_letter (
        id uuid constraint offer_letter_pk primary key,
        -- Null: reasons that are about the result as a whole.
        offer_id uuid,
        call_id uuid not null constraint offer_letter_call_fk references call (id),
        kind text not null constraint offer_letter_kind_known check (kind in ('SELECTED', 'RESERVE', 'BELOW',
          'REJECTED_RESULT', 'REASONS', 'APPEAL_RECEIVED', 'APPEAL_DECIDED', 'AWARDED', 'AWARD_ENDED', 'ANNULLED')),
        -- What stands on it, canonical JSON as its SHA-256 was taken; printed from this.
        facts text not null,
        sha256 text not null,
        sent_by uuid not null constraint offer_letter_sent_by_fk references person (id),
        sent_at timestamptz(3) not null default clock_timestamp(),
        -- The result it follows from.
        result_no int,
        -- Of reasons: the request, whose asker reads it.
        request_id uuid constraint offer_letter_request_fk references reasons_request (id)
          constraint offer_letter_request_once unique,
        constraint offer_letter_offer_fk foreign key (call_id, offer_id) references offer (call_id, id),
        constraint offer_letter_result_fk foreign key (call_id, result_no) references call_result (call_id, no),
        constraint offer_letter_reasons_answer_a_request check ((kind = 'REASONS') = (request_id is not null)),
        constraint offer_letter_to_somebody check (offer_id is not null or request_id is not null),
        constraint offer_letter_sha256_is_of_facts check (sha256 = encode(sha256(convert_to(facts, 'UTF8')), 'hex'))
      )`);
    await runner.query('create index offer_letter_of_offer on offer_letter (offer_id, sent_at desc)');
    await runner.query('create index offer_letter_of_call on offer_letter (call_id, sent_at)');
    // Everybody hears once of each result.
    await runner.query(`create unique index offer_letter_of_result_once on offer_letter (offer_id, result_no)
      where kind in ('SELECTED', 'RESERVE', 'BELOW', 'REJECTED_RESULT')`);
  }

  private async appeal(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table appeal (
        id uuid constraint appeal_pk primary key,
        call_id uuid not null,
        -- Within its call, from 1.
        no int not null,
        offer_id uuid not null,
        -- The published result it is against.
        result_no int not null,
        grounds text not null constraint appeal_grounds_length check (char_length(grounds) between 10 and 20000),
        lodged_at timestamptz(3) not null default clock_timestamp(),
        lodged_by uuid not null constraint appeal_lodged_by_fk references person (id),
        -- The last day, inclusive, and days after it; 0: in time.
        due_on date not null,
        late_days int not null constraint appeal_late_range check (late_days >= 0),
        constraint appeal_no_once unique (call_id, no),
        constraint appeal_once unique (offer_id, result_no),
        constraint appeal_result_fk foreign key (call_id, result_no) references call_result (call_id, no),
        constraint appeal_offer_fk foreign key (call_id, offer_id) references offer (call_id, id)
      )`);
    await runner.query(`
      create table appeal_statement (
        appeal_id uuid constraint appeal_statement_pk primary key
          constraint appeal_statement_appeal_fk references appeal (id),
        text text not null constraint appeal_statement_length check (char_length(text) between 3 and 20000),
        person_id uuid not null constraint appeal_statement_person_fk references person (id),
        at timestamptz(3) not null default clock_timestamp()
      )`);
    await runner.query(`
      create table appeal_decision (
        appeal_id uuid constraint appeal_decision_pk primary key
          constraint appeal_decision_appeal_fk references appeal_statement (appeal_id),
        upheld boolean not null,
        -- What it opens: the cards of the offer, its formal card with them, or nothing but a finding.
        effect text not null constraint appeal_decision_effect_known check (effect in ('NONE', 'SCORES', 'FORMAL')),
        reasons text not null constraint appeal_decision_reasons_length check (char_length(reasons) between 3 and 20000),
        -- The executive's act.
        basis text not null constraint appeal_decision_basis_length check (char_length(basis) between 3 and 1000),
        decided_by uuid not null constraint appeal_decision_decided_by_fk references person (id),
        decided_at timestamptz(3) not null default clock_timestamp(),
        constraint appeal_decision_only_upheld_opens check (upheld or effect = 'NONE')
      )`);
  }

  private async guard(runner: QueryRunner): Promise<void> {
    for (const grant of GRANTS) await runner.query(grant);
    await runner.query('grant create on schema public to zit_scope');
    for (const { is, signature, to } of ANSWER_FUNCTIONS) {
      await runner.query(is);
      await runner.query(`revoke execute on function ${signature} from public`);
      await runner.query(`grant execute on function ${signature} to ${to}`);
      await runner.query(`alter function ${signature} owner to zit_scope`);
    }
    for (const made of ['reasons_request_counts()', 'appeal_counts()', 'appeal_decision_waits()'])
      await runner.query(`alter function ${made} owner to zit_scope`);
    await this.replace(runner, APPEALS_OPEN);
    await runner.query('revoke create on schema public from zit_scope');
    for (const table of TABLES)
      for (const closed of guardRows(table, 'worker', 'auditor', 'scope')) await runner.query(closed);
    for (const made of [...ANSWER_POLICIES, ANSWERS_SEALED]) await runner.query(made);
  }

  /** The functions are `zit_scope`'s: nobody else replaces them. */
  private async replace(runner: QueryRunner, made: readonly string[]): Promise<void> {
    await runner.query('set local role zit_scope');
    for (const each of made) await runner.query(each);
    await runner.query('reset role');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop policy journal_of_answers_sealed on journal');
    await runner.query('drop policy person_of_reasons_seen on person');
    await runner.query('grant create on schema public to zit_scope');
    await this.replace(runner, APPEALS_OPEN_NOTHING);
    await runner.query('revoke create on schema public from zit_scope');
    for (const table of ['appeal_decision', 'appeal_statement', 'appeal', 'offer_letter', 'reasons_request'])
      await runner.query(`drop table ${table}`);
    await runner.query('drop function answers_for_ever()');
    await runner.query('drop function reasons_request_goes_on()');
    await runner.query('set local role zit_scope');
    for (const made of ['reasons_request_counts()', 'appeal_counts()', 'appeal_decision_waits()'])
      await runner.query(`drop function ${made}`);
    for (const { signature } of ANSWER_FUNCTIONS.toReversed()) await runner.query(`drop function ${signature}`);
    await runner.query('reset role');
  }
}
