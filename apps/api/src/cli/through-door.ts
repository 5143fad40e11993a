import { connectionFault } from '../database/connection-fault';
import type { Door } from '../database/door';
import { isNotMigrated, withDoor } from '../database/own-door';
import { readSettings, SettingsFault, type Settings } from '../http/settings';
import { FileTrouble, Unusable, type Terminal } from './terminal';

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
  try {
    return await withDoor(url, (door) => work(door, settings));
  } catch (error) {
    const unconnected = connectionFault(error, url);
    if (unconnected) throw new FileTrouble(unconnected);
    if (isNotMigrated(error)) throw new FileTrouble(sentences.notMigrated);
    throw error;
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
