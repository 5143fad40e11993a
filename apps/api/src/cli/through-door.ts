import { DataSource } from 'typeorm';
import { connectionFault } from '../database/connection-fault';
import { dataSourceOptions } from '../database/data-source';
import { Door } from '../database/door';
import { sqlStateOf } from '../database/sql-state';
import { readSettings, SettingsFault, type Settings } from '../http/settings';
import { FileTrouble, Unusable, type Terminal } from './terminal';

const UNKNOWN_TABLE = '42P01';

/**
 * Work of a command that needs the database, which the settings name.
 * @param sentences what to say when none is named, or when it is not migrated
 * @throws Unusable with a sentence when the database cannot be used
 */
export async function throughDoor<Found>(
  terminal: Terminal,
  sentences: { noDatabase: string; notMigrated: string },
  work: (door: Door, settings: Settings) => Promise<Found>,
): Promise<Found> {
  const settings = settingsOf(terminal.environment ?? {}, sentences.noDatabase);
  const url = settings.databaseUrl;
  const dataSource = new DataSource(dataSourceOptions({ url, poolSize: 1 }));
  try {
    await dataSource.initialize();
    return await work(new Door(dataSource), settings);
  } catch (error) {
    const unconnected = connectionFault(error, url);
    if (unconnected) throw new FileTrouble(unconnected);
    if (sqlStateOf(error) === UNKNOWN_TABLE) throw new FileTrouble(sentences.notMigrated);
    throw error;
  } finally {
    if (dataSource.isInitialized) await dataSource.destroy();
  }
}

function settingsOf(environment: Readonly<Record<string, string | undefined>>, noDatabase: string): Settings {
  if (!environment['DATABASE_URL'] && !environment['DATABASE_URL_FILE']) throw new FileTrouble(noDatabase);
  try {
    return readSettings(environment);
  } catch (error) {
    if (error instanceof SettingsFault) throw new Unusable(error.faults.join('\n'));
    throw error;
  }
}
