import type { MigrationInterface, QueryRunner } from 'typeorm';
import { GATE_SIGNATURES, GATE_TRIGGERS, NO_GATE_TRIGGERS } from './rows/gate';
import { GRANTS, ROLES } from './rows/grants';
import { GUARDED_TABLES, POLICIES } from './rows/policies';
import { SCOPE_FUNCTIONS, SCOPE_SIGNATURES } from './rows/scope';
import { NO_SIGHT_TRIGGERS, SCOPE_GROWS, SIGHT_TRIGGERS } from './rows/sight';

/**
 * The second wall: each way into the database has a role with the least it needs, and rows are seen by
 * whom they concern, their table's owner not excepted. Roles belong to the whole cluster:
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
    for (const scope of SCOPE_FUNCTIONS) await runner.query(scope);
    await giveToScope(runner);
    for (const statement of [...POLICIES, SCOPE_GROWS, ...SIGHT_TRIGGERS, ...GATE_TRIGGERS])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    const policies = await runner.query(`select tablename, policyname from pg_policies where schemaname = 'public'`);
    for (const { tablename, policyname } of policies as { tablename: string; policyname: string }[])
      await runner.query(`drop policy ${policyname} on ${tablename}`);
    for (const table of GUARDED_TABLES)
      await runner.query(`alter table ${table} disable row level security, no force row level security`);
    for (const trigger of [...NO_SIGHT_TRIGGERS, 'drop function scope_grows()', ...NO_GATE_TRIGGERS])
      await runner.query(trigger);
    await runner.query('set local role zit_scope');
    for (const signature of SCOPE_SIGNATURES.slice(0, -1)) await runner.query(`drop function ${signature}`);
    await runner.query('reset role');
    await runner.query('drop function scope_person()');
    const roles = ROLES.join(', ');
    await runner.query(`revoke all on all tables in schema public from ${roles}`);
    await runner.query(`revoke usage on schema public from ${roles}`);
  }
}

/** The functions run as zit_scope, for people at work, or for the gate, and nobody else; only now does it need to own anything. */
async function giveToScope(runner: QueryRunner): Promise<void> {
  await runner.query('grant create on schema public to zit_scope');
  for (const signature of SCOPE_SIGNATURES.filter((one) => one !== 'scope_person()')) {
    await runner.query(`revoke execute on function ${signature} from public`);
    const taker = GATE_SIGNATURES.includes(signature) ? 'zit_gate' : 'zit_app';
    await runner.query(`grant execute on function ${signature} to ${taker}`);
    await runner.query(`alter function ${signature} owner to zit_scope`);
  }
  await runner.query('revoke create on schema public from zit_scope');
}

/** Makes the role unless it is there, and lets the migrating login take it. */
async function haveRole(runner: QueryRunner, role: string): Promise<void> {
  await runner.query(`
    do $$ begin
      if not exists (select from pg_roles where rolname = '${role}') then create role ${role} nologin; end if;
    exception when duplicate_object or unique_violation then null;
    end $$`);
  // Since PostgreSQL 16 whoever makes a role may give it away, but not yet take it; and taking it is all that is
  // needed: the owner of the tables sees no row by itself.
  await runner.query(`
    do $$ declare modern boolean := current_setting('server_version_num')::int >= 160000; begin
      if not pg_has_role('${role}', case when modern then 'SET' else 'MEMBER' end) then
        execute 'grant ${role} to current_user' || case when modern then ' with inherit false, set true' else '' end;
      end if;
    exception when unique_violation then null;
    end $$`);
}
