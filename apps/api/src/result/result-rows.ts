import type { ResultVersion } from '@zit/contracts';
import type { ResultDocument } from '@zit/domain';
import type { EntityManager } from 'typeorm';
import { utc } from '../database/instant-text';

const VERSION = `r.no, r.sha256, r.signature is not null as signed, ${utc('r.frozen_at')} as "frozenAt",
  r.replaces_no as "replacesNo", r.reason, ${utc('r.approved_at')} as "approvedAt", r.basis,
  ${utc('r.published_at')} as "publishedAt"`;

/** Versions of a call's result that are in sight, the newest first. */
export const readVersions = (manager: EntityManager, callId: string): Promise<ResultVersion[]> =>
  manager.query<ResultVersion[]>(`select ${VERSION} from call_result r where r.call_id = $1 order by r.no desc`, [
    callId,
  ]);

/** The newest result in sight; null: there is none. */
export async function newestDocument(manager: EntityManager, callId: string): Promise<ResultDocument | null> {
  const [row] = await manager.query<{ document: string }[]>(
    'select document from call_result where call_id = $1 order by no desc limit 1',
    [callId],
  );
  return row ? (JSON.parse(row.document) as ResultDocument) : null;
}

/**
 * The file that anybody works out again, around the very text whose SHA-256 was taken; null: there is no such version
 * in sight.
 */
export async function resultText(manager: EntityManager, callId: string, no: string): Promise<string | null> {
  if (!/^[1-9]\d{0,5}$/.test(no)) return null;
  const [row] = await manager.query<{ document: string; sha256: string; digests: object; signature: object | null }[]>(
    'select document, sha256, digests, signature from call_result where call_id = $1 and no = $2',
    [callId, Number(no)],
  );
  if (!row) return null;
  const signature = row.signature ? `,"signature":${JSON.stringify(row.signature)}` : '';
  const digests = JSON.stringify(row.digests);
  return `{"format":"zit-result/1","document":${row.document},"sha256":"${row.sha256}","digests":${digests}${signature}}`;
}
