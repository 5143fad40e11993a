import { DataSource, MigrationExecutor, type EntityManager } from 'typeorm';
import { dataSourceOptions } from './data-source';

/**
 * Brings the database to the state this build needs, all or nothing, and answers the names of what ran.
 * Of two processes that start at once one migrates; the other waits and finds nothing left to do.
 */
export async function migrate(url: string): Promise<string[]> {
  const dataSource = await new DataSource(dataSourceOptions({ url, poolSize: 1 })).initialize();
  try {
    return await dataSource.transaction((manager) => migrateIn(dataSource, manager));
  } finally {
    await dataSource.destroy();
  }
}

async function migrateIn(dataSource: DataSource, manager: EntityManager): Promise<string[]> {
  await manager.query(`select pg_advisory_xact_lock(hashtext('zit-portal migrations'))`);
  const done = await executor(dataSource, manager).executePendingMigrations();
  return done.map((migration) => migration.name);
}

/** Names of migrations that this build has and the database has not run. */
export async function pendingMigrations(manager: EntityManager): Promise<string[]> {
  const [table] = await manager.query<{ found: boolean }[]>(`select to_regclass('migration') is not null as found`);
  const done = table?.found ? await manager.query<{ name: string }[]>('select name from migration') : [];
  const known = new Set(done.map((row) => row.name));
  return manager.dataSource.migrations.map((migration) => migration.name ?? '').filter((name) => !known.has(name));
}

const executor = (dataSource: DataSource, manager: EntityManager): MigrationExecutor => {
  const runner = new MigrationExecutor(dataSource, manager.queryRunner);
  runner.transaction = 'all';
  return runner;
};
