import type { MigrationInterface, QueryRunner } from 'typeorm';
import { GRANTS, ROLES } from './rows/grants';

/**
 * The second wall: each way into the database has a role with the least it needs. Roles belong to the whole cluster:
 * they may be there already, or be made by another database's migration at this very moment, and they stay when this
 * database goes.
 */
export class RowsBelongToPeople implements MigrationInterface {
  name = 'RowsBelongToPeople1764000000012';

  async up(runner: QueryRunner): Promise<void> {
    for (const role of ROLES) await haveRole(runner, role);
    // A schema that was dropped and made anew lets nobody in by itself.
    await runner.query(`grant usage on schema public to ${ROLES.join(', ')}`);
    for (const grant of GRANTS) await runner.query(grant);
  }

  async down(runner: QueryRunner): Promise<void> {
    const roles = ROLES.join(', ');
    await runner.query(`revoke all on all tables in schema public from ${roles}`);
    await runner.query(`revoke usage on schema public from ${roles}`);
  }
}

/** Makes the role unless it is there, and lets the migrating login take it. */
async function haveRole(runner: QueryRunner, role: string): Promise<void> {
  await runner.query(`
    do $$ begin
      if not exists (select from pg_roles where rolname = '${role}') then create role ${role} nologin; end if;
    exception when duplicate_object or unique_violation then null;
    end $$`);
  // Since PostgreSQL 16 whoever makes a role may give it away, but not yet take it.
  await runner.query(`
    do $$ begin
      if not pg_has_role('${role}', case when current_setting('server_version_num')::int < 160000
                                         then 'MEMBER' else 'SET' end) then
        grant ${role} to current_user;
      end if;
    exception when unique_violation then null;
    end $$`);
}
