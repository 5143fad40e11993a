import type { MigrationInterface, QueryRunner } from 'typeorm';
import { gateRows } from './rows/gate';
import { guardRows } from './rows/guard';

/**
 * What a person was told and has acknowledged, who asked to be forgotten, and what is past its time and waits for
 * somebody to let it go.
 */
export class PeopleDecideAboutTheirData implements MigrationInterface {
  name = 'PeopleDecideAboutTheirData1764000000016';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table acknowledgement (
        person_id uuid not null constraint acknowledgement_person_fk references person (id),
        clause text not null constraint acknowledgement_clause_length check (char_length(clause) <= 40),
        version text not null constraint acknowledgement_version_length check (char_length(version) <= 40),
        at timestamptz not null default now(),
        constraint acknowledgement_pk primary key (person_id, clause, version)
      )`);
    await runner.query(`
      create table erasure (
        id uuid constraint erasure_pk primary key default gen_random_uuid(),
        person_id uuid not null constraint erasure_person_fk references person (id),
        reason text constraint erasure_reason_length check (char_length(reason) <= 1000),
        asked_at timestamptz not null default now(),
        state text not null default 'ASKED' constraint erasure_state_known
          check (state in ('ASKED', 'WITHDRAWN', 'ERASED', 'REFUSED')),
        ground text constraint erasure_ground_length check (char_length(ground) <= 1000),
        decided_by uuid constraint erasure_decided_by_fk references person (id),
        -- Also when the person took the request back.
        decided_at timestamptz,
        constraint erasure_decision_is_complete
          check ((state = 'ASKED') = (decided_at is null) and (state in ('ASKED', 'WITHDRAWN')) = (decided_by is null)),
        constraint erasure_decision_has_a_ground check (state in ('ASKED', 'WITHDRAWN') or ground is not null),
        constraint erasure_taken_back_keeps_no_reason check (state <> 'WITHDRAWN' or reason is null),
        constraint erasure_is_decided_by_another check (decided_by <> person_id)
      )`);
    // Asking twice is asking once.
    await runner.query(`create unique index erasure_asked_once on erasure (person_id) where state = 'ASKED'`);
    await runner.query(`
      create table retention_proposal (
        id uuid constraint retention_proposal_pk primary key default gen_random_uuid(),
        kind text not null constraint retention_proposal_kind_form check (kind ~ '^[A-Z_]{3,40}$'),
        rows int not null constraint retention_proposal_rows_range check (rows > 0),
        before timestamptz(3) not null,
        proposed_at timestamptz not null default now(),
        state text not null default 'PROPOSED'
          constraint retention_proposal_state_known check (state in ('PROPOSED', 'APPROVED', 'REFUSED')),
        decided_by uuid constraint retention_proposal_decided_by_fk references person (id),
        decided_at timestamptz,
        -- What really went: rows may have gone in another way meanwhile.
        removed int,
        constraint retention_proposal_decision_is_complete
          check ((state = 'PROPOSED') = (decided_at is null) and num_nulls(decided_by, decided_at) in (0, 2)),
        constraint retention_proposal_removal_is_counted check ((state = 'APPROVED') = (removed is not null))
      )`);
    await runner.query(
      `create unique index retention_proposal_once on retention_proposal (kind) where state = 'PROPOSED'`,
    );

    await runner.query('grant select, insert on acknowledgement to zit_gate');
    await runner.query('grant select, insert, update, delete on erasure to zit_gate');
    await runner.query('grant select, update on retention_proposal to zit_gate');
    await runner.query('grant select, insert, update on retention_proposal to zit_worker');
    // What is counted for a proposal.
    await runner.query('grant select on erasure, journal_personal to zit_worker');
    // Mails to and about somebody who is forgotten; and mails past their time.
    await runner.query('grant delete, update (body) on mail to zit_gate');
    await runner.query('grant select on retention_proposal to zit_auditor');
    for (const closed of [...guardRows('acknowledgement'), ...gateRows('acknowledgement', ['person_id'])])
      await runner.query(closed);
    for (const closed of [...guardRows('erasure'), ...gateRows('erasure', ['person_id'], ['decided_by'])])
      await runner.query(closed);
    // Nobody's rows: who looks after the whole programme sees them.
    for (const closed of [
      ...guardRows('retention_proposal', 'worker', 'auditor'),
      ...gateRows('retention_proposal', []),
    ])
      await runner.query(closed);
    await runner.query('create policy erasure_of_worker on erasure for select to zit_worker using (true)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('revoke delete, update (body) on mail from zit_gate');
    await runner.query('revoke select on journal_personal from zit_worker');
    for (const table of ['retention_proposal', 'erasure', 'acknowledgement']) await runner.query(`drop table ${table}`);
  }
}
