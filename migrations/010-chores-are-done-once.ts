import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When each chore of the worker was last done and what came of it, so that several workers share the work. */
export class ChoresAreDoneOnce implements MigrationInterface {
  name = 'ChoresAreDoneOnce1764000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table chore (
        name text not null,
        done_at timestamptz not null,
        result jsonb not null,
        constraint chore_pk primary key (name)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table chore');
  }
}
