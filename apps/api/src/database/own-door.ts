import { DataSource } from 'typeorm';
import { dataSourceOptions } from './data-source';
import { Door } from './door';
import { sqlStateOf } from './sql-state';

/** undefined_table, and invalid_parameter_value: a role that migration 012 makes is not there. */
const BEFORE_MIGRATION = ['42P01', '22023'];

/** A door of its own for one command, on one connection that closes when the work has ended. */
export async function withDoor<T>(url: string, work: (door: Door) => Promise<T>): Promise<T> {
  const dataSource = new DataSource(dataSourceOptions({ url, poolSize: 1 }));
  try {
    await dataSource.initialize();
    return await work(new Door(dataSource));
  } finally {
    if (dataSource.isInitialized) await dataSource.destroy();
  }
}

/** Did it fail because the tables, or the roles, are not made yet? */
export const isNotMigrated = (error: unknown): boolean => BEFORE_MIGRATION.includes(sqlStateOf(error) ?? '');
