// A database of its own for each test file, cloned from a template that is migrated once per run.
// Needs jest-server.mjs as globalSetup (or TEST_POSTGRES_URL).
import { randomBytes } from 'node:crypto';
import { migrations } from '@zit/migrations';
import { Client } from 'pg';
import { DataSource } from 'typeorm';

export interface TestDatabase {
  /** Connection string of the clone. */
  readonly url: string;
  /** Drops the clone, connections included. Close your own pool first. */
  drop(): Promise<void>;
}

/** What a template holds beyond the migrated tables, prepared once per run under its name. */
export interface Prepared {
  readonly name: string;
  /** Fills the template; must close every connection it opened (55006 otherwise). */
  prepare(url: string): Promise<void>;
}

/**
 * Clones the migrated template, or a prepared one, into a new database.
 * @example
 * const db = await cloneDatabase();
 * afterAll(() => db.drop());
 */
export async function cloneDatabase(prepared?: Prepared): Promise<TestDatabase> {
  const template = await ensureTemplate(prepared);
  const name = `t_${randomBytes(8).toString('hex')}`;
  await asAdmin((admin) => admin.query(`create database ${name} template ${template} strategy wal_log`));
  return {
    url: urlOf(name),
    drop: async () => {
      await asAdmin((admin) => admin.query(`drop database if exists ${name} with (force)`));
    },
  };
}

/** A database with nothing in it, for tests of the migrations themselves. */
export async function emptyDatabase(): Promise<TestDatabase> {
  const name = `t_${randomBytes(8).toString('hex')}`;
  await asAdmin((admin) => admin.query(`create database ${name}`));
  return {
    url: urlOf(name),
    drop: async () => {
      await asAdmin((admin) => admin.query(`drop database if exists ${name} with (force)`));
    },
  };
}

/** Runs every migration on a database. */
export async function migrate(url: string): Promise<void> {
  const source = new DataSource({
    type: 'postgres',
    url,
    migrations: [...migrations],
    migrationsTableName: 'migration',
  });
  await source.initialize();
  try {
    await source.runMigrations({ transaction: 'all' });
  } finally {
    await source.destroy();
  }
}

/** Number of the advisory lock under which templates are made: any that nobody else uses. */
const templateLock = 7_041_970;

async function ensureTemplate(prepared?: Prepared): Promise<string> {
  const base = templateName('migrated');
  await madeOnce(base, async (draft) => {
    await asAdmin((admin) => admin.query(`create database ${draft}`));
    await migrate(urlOf(draft));
  });
  if (!prepared) return base;
  const name = templateName(prepared.name);
  await madeOnce(name, async (draft) => {
    await asAdmin((admin) => admin.query(`create database ${draft} template ${base} strategy wal_log`));
    await prepared.prepare(urlOf(draft));
  });
  return name;
}

/** Makes a template under a draft name and renames it when done; the other Jest workers wait for it. */
async function madeOnce(name: string, make: (draft: string) => Promise<void>): Promise<void> {
  await asAdmin(async (admin) => {
    // It has its name only when it is ready: nobody then waits for another template that is being made.
    if ((await admin.query('select from pg_database where datname = $1', [name])).rowCount) return;
    await admin.query('select pg_advisory_lock($1)', [templateLock]);
    const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount) return;
    await admin.query(`drop database if exists ${name}_draft with (force)`);
    await make(`${name}_draft`);
    await admin.query(`alter database ${name}_draft rename to ${name}`);
  });
}

/** On a server that outlives the run, a run's templates carry the run's mark, so that none is stale. */
const templateName = (name: string) =>
  `tpl_${(process.env.TEST_POSTGRES_RUN ?? '').replace(/\W/g, '')}${name.replace(/\W/g, '_')}`.toLowerCase();

function urlOf(database: string): string {
  const url = new URL(serverUrl());
  url.pathname = `/${database}`;
  return url.toString();
}

function serverUrl(): string {
  const url = process.env.TEST_POSTGRES_URL;
  if (!url) throw new Error('TEST_POSTGRES_URL is not set: is jest-server.mjs the globalSetup of this Jest project?');
  return url;
}

async function asAdmin<T>(act: (admin: Client) => Promise<T>): Promise<T> {
  const admin = new Client({ connectionString: serverUrl() });
  await admin.connect();
  try {
    return await act(admin);
  } finally {
    // Ending the session gives back the advisory lock.
    await admin.end();
  }
}
