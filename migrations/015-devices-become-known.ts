import type { MigrationInterface, QueryRunner } from 'typeorm';
import { gateRows } from './rows/gate';
import { guardRows } from './rows/guard';

/**
 * Browsers from which somebody has signed in before: whoever guesses passwords elsewhere cannot lock them out.
 * The browser keeps a random cookie, the table its SHA-256.
 */
export class DevicesBecomeKnown implements MigrationInterface {
  name = 'DevicesBecomeKnown1764000000015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table known_device (
        person_id uuid not null constraint known_device_person_fk references person (id) on delete cascade,
        token_sha256 bytea not null constraint known_device_token_is_a_sha256 check (length(token_sha256) = 32),
        known_since timestamptz not null default now(),
        seen_at timestamptz not null default now(),
        constraint known_device_pk primary key (person_id, token_sha256)
      )`);
    await runner.query('grant select, insert, update, delete on known_device to zit_gate');
    await runner.query('grant select, delete on known_device to zit_worker');
    for (const closed of [...guardRows('known_device', 'worker'), ...gateRows('known_device', ['person_id'])])
      await runner.query(closed);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table known_device');
  }
}
