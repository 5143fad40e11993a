import type { EntityManager } from 'typeorm';
import { openCall } from '../call/open-call';
import { requireDeclared } from '../commission/seat-of';
import type { Actor } from '../consortium/actor';
import { notFound } from '../http/problem-error';
import type { ServedFile } from './served-file';

/** The file as the content names it that was handed in and stands; what hangs on the offer now may be another. */
const STANDING = `
  select a.name, a."mediaType", a.size::int, a.sha256
  from offer_standing s
  join offer_receipt r on r.number = s.number
  join offer_content c on c.offer_id = r.offer_id and c.sha256 = r.sha256
  cross join jsonb_to_recordset(c.contents::jsonb -> 'attachments')
    as a (id uuid, name text, "mediaType" text, size bigint, sha256 text)
  where s.offer_id = $1 and s.call_id = $2 and a.id = $3 and s.offer_id <> all (scope_offers_barred())`;

/** For who works on the call, once its deadline is over. @throws 404 */
export async function receivedAttachment(
  manager: EntityManager,
  who: Actor,
  { callId, offerId, id }: { callId: string; offerId: string; id: string },
): Promise<ServedFile> {
  const { deadlineAt, now } = await openCall(manager, who, callId, 'readReceivedAttachment');
  // Both are ISO instants of one zone; the deadline's own millisecond is still before it is over (F.5 N7).
  if (deadlineAt === null || now <= deadlineAt) throw notFound();
  await requireDeclared(manager, who, callId);
  const [file] = await manager.query<ServedFile[]>(STANDING, [offerId, callId, id]);
  if (!file) throw notFound();
  return file;
}
