import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  CALL_DEADLINE,
  CORRECTION_FUNCTIONS,
  CORRECTION_OWNED,
  CORRECTION_POLICIES,
  CORRECTION_TRIGGERS,
  COUNT_WHILE,
  CURING_OPENS,
  OFFER_GOES_ON,
  OWN_DEADLINE,
  RANKED_AS_IT_CAME,
  RECEIPT_FOLLOWS,
  RECEIVED_WHILE,
  replacedIn,
} from './rows/corrections';
import { guardRows } from './rows/guard';

const STATES = `'DRAFT', 'SUBMITTED', 'AMENDING', 'WITHDRAWN'`;
const KINDS = `'SUBMISSION', 'WITHDRAWAL'`;
const GRANTS: readonly string[] = [
  'grant select on cure_answer to zit_app, zit_worker, zit_auditor',
  'grant select on cure to zit_scope',
  'grant select, insert on cure_answer to zit_scope',
  // A row lock asks for the right to change it.
  'grant update (state) on formal_card to zit_scope',
];

/**
 * Corrections (decision 16): an offer that was called upon opens in the fields that the call names, and what is handed
 * in is a receipt of its own kind, measured against the end of the correction's last day.
 */
export class CorrectionsAreReceived implements MigrationInterface {
  name = 'CorrectionsAreReceived1764000000030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table cure_answer (
        cure_id uuid constraint cure_answer_pk primary key constraint cure_answer_cure_fk references cure (id),
        receipt_number text not null constraint cure_answer_receipt_once unique
          constraint cure_answer_receipt_fk references offer_receipt (number),
        -- When it was received.
        at timestamptz(3) not null
      )`);
    await this.allow(runner, `${STATES}, 'CURING'`, `${KINDS}, 'CURE'`);
    for (const grant of GRANTS) await runner.query(grant);
    await this.asScope(runner, async () => {
      for (const { is, signature, to } of CORRECTION_FUNCTIONS) {
        await runner.query(is);
        await runner.query(`revoke execute on function ${signature} from public`);
        await runner.query(`grant execute on function ${signature} to ${to}`);
      }
      await runner.query(RECEIPT_FOLLOWS(OWN_DEADLINE));
      await runner.query(COUNT_WHILE(`, 'CURING'`));
      await runner.query(replacedIn('ranking_of(uuid)', RANKED_AS_IT_CAME));
    });
    await runner.query(OFFER_GOES_ON(`, 'SUBMITTED CURING', 'CURING SUBMITTED'`, CURING_OPENS));
    for (const made of CORRECTION_TRIGGERS) await runner.query(made);
    await runner.query('grant create on schema public to zit_scope');
    for (const signature of CORRECTION_OWNED) await runner.query(`alter function ${signature} owner to zit_scope`);
    await runner.query('revoke create on schema public from zit_scope');
    for (const closed of guardRows('cure_answer', 'worker', 'auditor', 'scope')) await runner.query(closed);
    await runner.query('create policy formal_card_of_corrections on formal_card for update to zit_scope using (true)');
    for (const made of CORRECTION_POLICIES) await runner.query(made);
    await this.receivedWhile(runner, `, 'CURING'`);
  }

  private async allow(runner: QueryRunner, states: string, kinds: string): Promise<void> {
    await runner.query(`alter table offer drop constraint offer_state_known,
      add constraint offer_state_known check (state in (${states}))`);
    await runner.query(`alter table offer_receipt drop constraint offer_receipt_kind_known,
      add constraint offer_receipt_kind_known check (kind in (${kinds}))`);
  }

  private async receivedWhile(runner: QueryRunner, more: string): Promise<void> {
    await runner.query('drop policy offer_received on offer');
    await runner.query(RECEIVED_WHILE(more));
  }

  private async asScope(runner: QueryRunner, work: () => Promise<void>): Promise<void> {
    await runner.query('grant create on schema public to zit_scope');
    await runner.query('set local role zit_scope');
    await work();
    await runner.query('reset role');
    await runner.query('revoke create on schema public from zit_scope');
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.receivedWhile(runner, '');
    for (const [name, table] of [
      ['formal_card_waits', 'formal_card'],
      ['correction_files_only', 'offer_attachment'],
      ['correction_fields_only', 'sheet_field'],
      ['correction_is_received', 'offer_receipt'],
    ])
      await runner.query(`drop trigger ${name} on ${table}`);
    await runner.query(OFFER_GOES_ON('', ''));
    await this.asScope(runner, async () => {
      await runner.query(RECEIPT_FOLLOWS(CALL_DEADLINE));
      await runner.query(COUNT_WHILE(''));
      const back = RANKED_AS_IT_CAME.map(([before, after]) => [after, before] as const);
      await runner.query(replacedIn('ranking_of(uuid)', back));
      for (const signature of [...CORRECTION_OWNED, ...CORRECTION_FUNCTIONS.map((made) => made.signature).toReversed()])
        await runner.query(`drop function ${signature}`);
    });
    for (const [name, table] of [
      ['cure_of_corrections', 'cure'],
      ['formal_card_of_corrections', 'formal_card'],
    ])
      await runner.query(`drop policy ${name} on ${table}`);
    await runner.query('revoke select on cure from zit_scope');
    await runner.query('revoke update (state) on formal_card from zit_scope');
    await runner.query('drop table cure_answer');
    await this.allow(runner, STATES, KINDS);
  }
}
