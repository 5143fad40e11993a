import type { AnnulmentCause, CallDifference, CallEdition, CallEditionFile, EditionKind } from '@zit/contracts';
import { canonicalJson, type CALL_FORM, type SheetOf } from '@zit/domain';
import type { EntityManager } from 'typeorm';
import { filesOf } from '../call-attachment/published-files';
import type { Actor } from '../consortium/actor';
import { utc } from '../database/instant-text';
import { sha256 } from '../journal/sha256';

/** What a call says, as it was frozen. */
export type CallContents = SheetOf<typeof CALL_FORM>;

/** What an edition freezes. */
export type Frozen = Omit<CallEditionFile, 'contents'> & { contents: CallContents };

/** Editions in their order, without their contents; everybody may read them. */
export const EDITIONS = `
  select coalesce(json_agg(json_build_object('no', e.no, 'kind', e.kind, 'reason', e.reason,
      'publishedAt', ${utc('e.published_at')},
      'sha256', e.sha256, 'differences', e.differences, 'attachments', e.attachments, 'cause', e.cause,
      'outage', case when o.id is not null then json_build_object('id', o.id, 'beganAt', ${utc('o.began_at')},
        'endedAt', ${utc('o.ended_at')}, 'what', o.what) end) order by e.no), '[]') as editions
  from call_edition e left join outage o on o.id = e.outage_id where e.call_id = $1`;

export async function readEditions(manager: EntityManager, callId: string): Promise<CallEdition[]> {
  const [{ editions }] = await manager.query<[{ editions: CallEdition[] }]>(EDITIONS, [callId]);
  return editions;
}

/** The newest edition; null: the call was never published. */
export async function newestEdition(manager: EntityManager, callId: string): Promise<Frozen | null> {
  const [row] = await manager.query<{ contents: string }[]>(
    'select contents from call_edition where call_id = $1 order by no desc limit 1',
    [callId],
  );
  return row ? (JSON.parse(row.contents) as Frozen) : null;
}

/** What was asked for under a key before. */
export interface EditionAsked {
  callId: string;
  personId: string;
  kind: EditionKind;
  reason: string | null;
  cause: AnnulmentCause | null;
  closesAt: string;
}

/** A publication that was asked for under this id before; null: none was. */
export async function editionOfRequest(manager: EntityManager, requestId: string): Promise<EditionAsked | null> {
  const [row] = await manager.query<EditionAsked[]>(
    `select call_id as "callId", published_by as "personId", kind, reason, cause,
       contents::json #>> '{contents,deadline,closesAt}' as "closesAt" from call_edition where request_id = $1`,
    [requestId],
  );
  return row ?? null;
}

/** Writes an edition down: from now on its text, and so its SHA-256, never changes. */
export async function keepEdition(
  manager: EntityManager,
  who: Actor,
  kept: { callId: string; requestId: string; frozen: Frozen; differences: readonly CallDifference[] },
): Promise<{ sha256: string }> {
  const { edition, kind, reason, publishedAt, outage, cause } = kept.frozen;
  const text = canonicalJson(kept.frozen);
  const hash = sha256(text);
  await manager.query(
    `insert into call_edition
       (call_id, no, kind, contents, sha256, differences, reason, published_at, published_by, request_id,
        outage_id, attachments, cause)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      kept.callId,
      edition,
      kind,
      text,
      hash,
      JSON.stringify(kept.differences),
      reason,
      publishedAt,
      who.personId,
      kept.requestId,
      outage?.id ?? null,
      JSON.stringify(filesOf(kept.frozen)),
      cause ?? null,
    ],
  );
  return { sha256: hash };
}
