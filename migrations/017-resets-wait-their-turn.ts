import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardRows } from './rows/guard';

/**
 * Who asked for a new password stands in a row before the answer goes out, whether the address is known or not: a
 * process that ends in between loses nothing, and the request itself does the same work for both. Rows go as soon as
 * they are worked off.
 */
export class ResetsWaitTheirTurn implements MigrationInterface {
  name = 'ResetsWaitTheirTurn1764000000017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table reset_request (
        id uuid constraint reset_request_pk primary key default gen_random_uuid(),
        email text not null constraint reset_request_email_is_lower_case check (email = lower(email)),
        asked_at timestamptz not null default now()
      )`);
    await runner.query('create index reset_request_by_time on reset_request (asked_at, id)');
    await runner.query('grant select, insert, update, delete on reset_request to zit_gate');
    await runner.query('grant select, delete on reset_request to zit_worker');
    for (const closed of guardRows('reset_request', 'gate', 'worker')) await runner.query(closed);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table reset_request');
  }
}
