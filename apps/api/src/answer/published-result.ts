import type { ResultVersion } from '@zit/contracts';
import { inWarsaw, type LocalDate, type ResultDocument } from '@zit/domain';
import { answerWords as words } from '@zit/words.pl/answers';
import type { EntityManager } from 'typeorm';
import { forbidden } from '../http/problem-error';
import type { Published } from '../letter/result-letters';
import { readVersions } from '../result/result-rows';

const isPublished = (version: ResultVersion): version is Published['version'] => version.publishedAt !== null;

/** Published results of a call, the newest first. */
export const publishedVersions = async (manager: EntityManager, callId: string): Promise<Published['version'][]> =>
  (await readVersions(manager, callId)).filter(isPublished);

/** The newest result that was published by that day. @throws 403: there was none */
export async function resultOn(manager: EntityManager, callId: string, day: LocalDate | null): Promise<Published> {
  const versions = await publishedVersions(manager, callId);
  const version = versions.find(({ publishedAt }) => day === null || inWarsaw(publishedAt).date <= day);
  if (!version) throw forbidden(words.noResult);
  return publishedResult(manager, callId, version);
}

/** One published result with what it says. */
export async function publishedResult(
  manager: EntityManager,
  callId: string,
  version: Published['version'],
): Promise<Published> {
  const [row] = await manager.query<{ document: string }[]>(
    'select document from call_result where call_id = $1 and no = $2',
    [callId, version.no],
  );
  if (!row) throw forbidden(words.noResult);
  return { version, document: JSON.parse(row.document) as ResultDocument };
}

/** The offer of a published result by its name in the ranking; null: there is none of that name. */
export async function offerNamed(manager: EntityManager, callId: string, name: string): Promise<string | null> {
  const [row] = await manager.query<{ id: string }[]>(
    'select offer_id as id from published_parties($1) where offer = $2',
    [callId, name],
  );
  return row?.id ?? null;
}

/** Today in Europe/Warsaw, by the clock of the database. */
export async function today(manager: EntityManager): Promise<LocalDate> {
  const [{ day }] = await manager.query<[{ day: LocalDate }]>(
    `select to_char(clock_timestamp() at time zone 'Europe/Warsaw', 'YYYY-MM-DD') as day`,
  );
  return day;
}
