import type { OfferCorrection } from '@zit/contracts';
import { CORRECTION_FILES, correctionOpens, formatExactInstantPl, type Instant } from '@zit/domain';
import { correctionWords as words } from '@zit/words.pl/correction';
import type { EntityManager } from 'typeorm';
import { utc } from '../database/instant-text';
import { forbidden } from '../http/problem-error';
import type { OfferRecord } from './open-offer';

/** What a call for correction opens of an offer, and whether it still does. */
export interface OpenedFields extends Pick<OfferCorrection, 'fields' | 'shut' | 'closesAt' | 'receiptNumber'> {
  number: string | null;
}

/** Of the offer's one call for correction; null: there was none. @param at instant that counts */
export async function readOpened(manager: EntityManager, offerId: string, at?: Instant): Promise<OpenedFields | null> {
  const [row] = await manager.query<OpenedFields[]>(
    `select q.fields, correction_shut(q.offer_id, coalesce($2::timestamptz, clock_timestamp())) as shut,
       ${utc('correction_ends(q.offer_id)')} as "closesAt", q.receipt_number as "receiptNumber",
       (select a.receipt_number from cure_answer a where a.cure_id = q.id) as number
     from cure q where q.offer_id = $1`,
    [offerId, at ?? null],
  );
  return row ?? null;
}

/** Why nothing of it is put right, in words. @param at when it was asked for */
export function whyShut({ shut, closesAt, number }: OpenedFields, at: Instant): string | null {
  if (shut === null) return null;
  if (shut === 'OVER')
    return words.over(formatExactInstantPl(closesAt), Math.max(0, Date.parse(at) - Date.parse(closesAt)));
  return shut === 'ANSWERED' ? words.answered(number ?? '') : words.decided;
}

/** Paths of a save that a correction keeps closed; of an offer that is not being corrected none. */
export async function closedPaths(
  manager: EntityManager,
  { id, state }: Pick<OfferRecord, 'id' | 'state'>,
): Promise<(path: string) => boolean> {
  if (state !== 'CURING') return () => false;
  const opened = await readOpened(manager, id);
  return (path) => !opened || opened.shut !== null || !correctionOpens(opened.fields, path);
}

/** @throws 403: the correction does not open the files, or not any more */
export async function requireOpenFiles(
  manager: EntityManager,
  { id, state, now }: Pick<OfferRecord, 'id' | 'state' | 'now'>,
): Promise<void> {
  if (state !== 'CURING') return;
  const opened = await readOpened(manager, id);
  const why = opened ? whyShut(opened, now) : words.none;
  if (why !== null) throw forbidden(why);
  if (!opened?.fields.includes(CORRECTION_FILES)) throw forbidden(words.filesClosed);
}
