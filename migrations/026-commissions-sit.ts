import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  COMMISSION_FUNCTIONS,
  COMMISSION_POLICIES,
  COUNT_ALL,
  COUNT_UNBARRED,
  IN_SIGHT,
  RECEIVED_POLICIES,
  unbarred,
} from './rows/commissions';
import { COMMISSION_TRIGGERS } from './rows/commission-triggers';
import { guardRows } from './rows/guard';
import { AFTER_DEADLINE } from './rows/offers';

const TABLES = [
  'commission',
  'commission_seat',
  'impartiality',
  'tie',
  'conflict_decision',
  'offer_bar',
  'assignment',
  'assignment_card',
];

const GRANTS: readonly string[] = [
  'grant select, insert, update (basis, updated_at) on commission to zit_app',
  'grant select, insert, update (left_at, left_cause, left_reason) on commission_seat to zit_app',
  'grant select, insert on impartiality, conflict_decision, assignment, assignment_card to zit_app',
  'grant select, insert, update (ended_at, ended_by, ended_reason) on tie to zit_app',
  'grant select on offer_bar to zit_app',
  `grant select on ${TABLES.join(', ')} to zit_worker, zit_auditor`,
  'grant select on commission_seat, impartiality, tie, conflict_decision, offer_bar to zit_scope',
  'grant update (left_at, left_cause) on commission_seat to zit_scope',
  'grant insert, update (ended_at) on tie to zit_scope',
  'grant insert, update (cause, since, lifted_at) on offer_bar to zit_scope',
  // What the functions look at: parties as they were handed in, the call's rules, identities of organisations.
  'grant select on offer_standing, offer_content to zit_scope',
  'grant select (call_id, no, contents) on call_edition to zit_scope',
  'grant select (nip, krs, unit_of_id) on organisation to zit_scope',
  'create policy call_edition_of_scope on call_edition for select to zit_scope using (true)',
];

const COUNCIL = 'county = any ((select scope_councils())::text[])';
const RECOMMENDED = (council: string): string =>
  `create policy recommendation_seen on recommendation for select to zit_app
     using (${IN_SIGHT} or ${council} and withdrawn_at is null)`;

/**
 * Commissions of calls, who is in conflict with whom, and who may not see which offer (decision 14). The steering group
 * sees received offers of those calls only in whose commission it sits and has declared; nobody sees what is barred.
 */
export class CommissionsSit implements MigrationInterface {
  name = 'CommissionsSit1764000000026';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table offer add constraint offer_of_call unique (call_id, id)');
    await this.seat(runner);
    await this.declare(runner);
    await this.bar(runner);
    await this.assign(runner);
    await this.freeze(runner);
    await this.guard(runner);
    await this.closeReceived(runner);
  }

  private async seat(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table commission (
        call_id uuid constraint commission_pk primary key constraint commission_call_fk references call (id),
        -- By whom and under which act it was called, in words.
        basis text not null constraint commission_basis_length check (char_length(basis) between 3 and 1000),
        formed_by uuid not null constraint commission_formed_by_fk references person (id),
        formed_at timestamptz(3) not null default clock_timestamp(),
        updated_at timestamptz(3) not null default clock_timestamp()
      )`);
    await runner.query(`
      create table commission_seat (
        id uuid constraint commission_seat_pk primary key,
        call_id uuid not null constraint commission_seat_commission_fk references commission (call_id),
        person_id uuid not null constraint commission_seat_person_fk references person (id),
        office text not null constraint commission_seat_office_known check (office in ('CHAIR', 'SECRETARY', 'MEMBER')),
        -- In words; and the organisation by its NIP, where it is one: it may not take part in the call.
        named_by text not null constraint commission_seat_named_by_length check (char_length(named_by) between 2 and 300),
        named_by_nip text constraint commission_seat_nip_form check (named_by_nip ~ '^[0-9]{10}$'),
        seated_by uuid not null constraint commission_seat_seated_by_fk references person (id),
        seated_at timestamptz(3) not null default clock_timestamp(),
        left_at timestamptz(3),
        left_cause text constraint commission_seat_left_cause_known check (left_cause in ('CONFLICT', 'UNSEATED')),
        left_reason text constraint commission_seat_left_reason_length check (char_length(left_reason) between 3 and 1000),
        constraint commission_seat_left_then check ((left_at is null) = (left_cause is null)),
        constraint commission_seat_unseated_with_a_reason
          check ((left_cause is not distinct from 'UNSEATED') = (left_reason is not null))
      )`);
    await runner.query(`create unique index commission_seat_once on commission_seat (call_id, person_id)
      where left_at is null`);
    await runner.query(`create unique index commission_seat_one_chair on commission_seat (call_id)
      where left_at is null and office = 'CHAIR'`);
    await runner.query(`create index commission_seat_of_person on commission_seat (person_id) where left_at is null`);
  }

  private async declare(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table impartiality (
        id uuid constraint impartiality_pk primary key,
        call_id uuid not null constraint impartiality_commission_fk references commission (call_id),
        person_id uuid not null constraint impartiality_person_fk references person (id),
        kind text not null constraint impartiality_kind_known check (kind in ('DECLARED', 'CONFLICT')),
        offer_id uuid,
        reason text constraint impartiality_reason_length check (char_length(reason) between 3 and 2000),
        -- Version of the words that were declared.
        clause text not null constraint impartiality_clause_length check (char_length(clause) between 1 and 60),
        at timestamptz(3) not null default clock_timestamp(),
        constraint impartiality_offer_fk foreign key (call_id, offer_id) references offer (call_id, id),
        constraint impartiality_conflict_names_an_offer
          check ((kind = 'CONFLICT') = (offer_id is not null) and (kind = 'CONFLICT') = (reason is not null))
      )`);
    await runner.query(`create unique index impartiality_declared_once on impartiality (call_id, person_id)
      where kind = 'DECLARED'`);
    await runner.query(`create unique index impartiality_conflict_once on impartiality (call_id, person_id, offer_id)
      where kind = 'CONFLICT'`);
    await runner.query(`
      create table tie (
        id uuid constraint tie_pk primary key,
        person_id uuid not null constraint tie_person_fk references person (id),
        kind text not null constraint tie_kind_known check (kind in
          ('EMPLOYMENT', 'BOARD', 'MEMBERSHIP', 'OWNERSHIP', 'FAMILY', 'NAMED_BY', 'COMMON_PROJECT')),
        nip text constraint tie_nip_form check (nip ~ '^[0-9]{10}$'),
        krs text constraint tie_krs_form check (krs ~ '^[0-9]{10}$'),
        -- First and last day, inclusive; null: not known, or until today.
        from_day date,
        to_day date,
        source text not null constraint tie_source_known check (source in ('DECLARED', 'PORTAL', 'CHAIR')),
        note text constraint tie_note_length check (char_length(note) between 3 and 1000),
        -- Null: the portal itself.
        entered_by uuid constraint tie_entered_by_fk references person (id),
        entered_at timestamptz not null default clock_timestamp(),
        -- From when this entry no longer counts: it was wrong, or another says more.
        ended_at timestamptz,
        ended_by uuid constraint tie_ended_by_fk references person (id),
        ended_reason text constraint tie_ended_reason_length check (char_length(ended_reason) between 3 and 1000),
        constraint tie_names_somebody check (num_nonnulls(nip, krs) > 0),
        constraint tie_ends_after_it_begins check (to_day >= from_day),
        constraint tie_has_a_source check ((source = 'PORTAL') = (entered_by is null)),
        constraint tie_of_the_chair_has_a_note check (source <> 'CHAIR' or note is not null)
      )`);
    await runner.query('create index tie_of_person on tie (person_id) where ended_at is null');
    await runner.query(`create unique index tie_of_portal_once on tie (person_id, kind, coalesce(nip, ''), coalesce(krs, ''))
      where source = 'PORTAL' and ended_at is null and to_day is null`);
  }

  private async bar(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table conflict_decision (
        id uuid constraint conflict_decision_pk primary key,
        call_id uuid not null constraint conflict_decision_commission_fk references commission (call_id),
        person_id uuid not null constraint conflict_decision_person_fk references person (id),
        offer_id uuid not null,
        bars boolean not null,
        reason text not null constraint conflict_decision_reason_length check (char_length(reason) between 3 and 2000),
        decided_by uuid not null constraint conflict_decision_decided_by_fk references person (id),
        at timestamptz not null default clock_timestamp(),
        constraint conflict_decision_offer_fk foreign key (call_id, offer_id) references offer (call_id, id)
      )`);
    await runner.query(
      'create index conflict_decision_newest on conflict_decision (call_id, offer_id, person_id, at desc)',
    );
    await runner.query(`
      create table offer_bar (
        offer_id uuid not null,
        person_id uuid not null constraint offer_bar_person_fk references person (id),
        call_id uuid not null,
        cause text not null constraint offer_bar_cause_known check (cause in ('DECLARED', 'HARD', 'SOFT', 'DECIDED')),
        since timestamptz not null default clock_timestamp(),
        lifted_at timestamptz,
        constraint offer_bar_pk primary key (offer_id, person_id),
        constraint offer_bar_offer_fk foreign key (call_id, offer_id) references offer (call_id, id)
      )`);
    await runner.query('create index offer_bar_of_person on offer_bar (person_id) where lifted_at is null');
  }

  private async assign(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table assignment (
        id uuid constraint assignment_pk primary key,
        call_id uuid not null constraint assignment_commission_fk references commission (call_id),
        no int not null constraint assignment_no_range check (no > 0),
        -- Assessors of each offer; null: everybody scores everything, and there are no rows of cards.
        each int constraint assignment_each_range check (each between 1 and 100),
        -- Why a later one replaces the one before.
        reason text constraint assignment_reason_length check (char_length(reason) between 3 and 2000),
        -- What nobody can better: assessors, their cards, the greatest load.
        proof json,
        confirmed_by uuid not null constraint assignment_confirmed_by_fk references person (id),
        confirmed_at timestamptz(3) not null default clock_timestamp(),
        constraint assignment_no_once unique (call_id, no),
        constraint assignment_later_has_a_reason check (no = 1 or reason is not null)
      )`);
    await runner.query(`
      create table assignment_card (
        assignment_id uuid not null constraint assignment_card_assignment_fk references assignment (id),
        offer_id uuid not null constraint assignment_card_offer_fk references offer (id),
        person_id uuid not null constraint assignment_card_person_fk references person (id),
        constraint assignment_card_pk primary key (assignment_id, offer_id, person_id)
      )`);
  }

  /** What the tables refuse whoever asks, their owner included. */
  private async freeze(runner: QueryRunner): Promise<void> {
    for (const made of COMMISSION_TRIGGERS) await runner.query(made);
  }

  private async guard(runner: QueryRunner): Promise<void> {
    for (const grant of GRANTS) await runner.query(grant);
    await runner.query('grant create on schema public to zit_scope');
    for (const { is, signature, to } of COMMISSION_FUNCTIONS) {
      await runner.query(is);
      await runner.query(`revoke execute on function ${signature} from public`);
      await runner.query(`grant execute on function ${signature} to ${to}`);
      await runner.query(`alter function ${signature} owner to zit_scope`);
    }
    await this.count(runner, COUNT_UNBARRED);
    await runner.query('revoke create on schema public from zit_scope');
    for (const table of TABLES)
      for (const closed of guardRows(table, 'worker', 'auditor', 'scope')) await runner.query(closed);
    for (const made of COMMISSION_POLICIES) await runner.query(made);
  }

  private async count(runner: QueryRunner, is: string): Promise<void> {
    await runner.query('set local role zit_scope');
    await runner.query(is);
    await runner.query('reset role');
  }

  private async closeReceived(runner: QueryRunner): Promise<void> {
    for (const { name, on, using } of RECEIVED_POLICIES) {
      await runner.query(`drop policy ${name} on ${on}`);
      await runner.query(`create policy ${name} on ${on} for select to zit_app using (${using})`);
    }
    await runner.query('drop policy recommendation_seen on recommendation');
    await runner.query(RECOMMENDED(`${COUNCIL} and ${unbarred('offer_id')}`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop policy recommendation_seen on recommendation');
    await runner.query(RECOMMENDED(COUNCIL));
    for (const { name, on } of RECEIVED_POLICIES) {
      await runner.query(`drop policy ${name} on ${on}`);
      const state = on === 'offer' ? `state in ('SUBMITTED', 'AMENDING') and ` : '';
      await runner.query(`create policy ${name} on ${on} for select to zit_app using (${state}${AFTER_DEADLINE})`);
    }
    await runner.query('drop policy person_of_commissions_seen on person');
    await runner.query('drop policy call_edition_of_scope on call_edition');
    await runner.query('grant create on schema public to zit_scope');
    await this.count(runner, COUNT_ALL);
    await runner.query('revoke create on schema public from zit_scope');
    for (const table of TABLES.toReversed()) await runner.query(`drop table ${table} cascade`);
    for (const made of ['commission_for_ever()', 'commission_seat_goes_on()', 'tie_goes_on()'])
      await runner.query(`drop function ${made}`);
    await runner.query('set local role zit_scope');
    for (const { signature } of COMMISSION_FUNCTIONS.toReversed()) await runner.query(`drop function ${signature}`);
    await runner.query('reset role');
    await runner.query('revoke select on offer_standing, offer_content from zit_scope');
    await runner.query('revoke select (call_id, no, contents) on call_edition from zit_scope');
    await runner.query('revoke select (nip, krs, unit_of_id) on organisation from zit_scope');
    await runner.query('alter table offer drop constraint offer_of_call');
  }
}
