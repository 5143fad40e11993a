import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Seal } from '@zit/domain';
import type { EntityManager } from 'typeorm';
import { SEAL } from './read-entries';

/** The last seal of each day that is over in Poland, of the last days: a worker may have been away. */
const OF_DAYS = `
  select distinct on (day) to_char(day, 'YYYY-MM-DD') as day, ${SEAL}
  from (select *, (sealed_at at time zone 'Europe/Warsaw')::date as day from journal_seal
        where sealed_at > now() - interval '31 days') s
  where day < (now() at time zone 'Europe/Warsaw')::date
  order by day, batch desc`;

/**
 * Writes the last seal of each day into a file of the day, e.g. `2026-11-22.json`, in a folder that other people
 * keep copies of. A file that is there is never written again.
 * @returns files written
 */
export async function publishSeals(manager: EntityManager, directory: string): Promise<number> {
  const seals = await manager.query<(Seal & { day: string })[]>(OF_DAYS);
  await mkdir(directory, { recursive: true });
  const written = await Promise.all(
    seals.map(({ day, ...seal }) => writeOnce(join(directory, `${day}.json`), `${JSON.stringify(seal)}\n`)),
  );
  return written.filter(Boolean).length;
}

async function writeOnce(file: string, text: string): Promise<boolean> {
  try {
    await writeFile(file, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as { code?: unknown } | null)?.code === 'EEXIST') return false;
    throw error;
  }
}
