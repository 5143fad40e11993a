import { Injectable } from '@nestjs/common';
import type { AddCallAttachment, AnnouncedCallAttachment, ChangeCallAttachment } from '@zit/contracts';
import { announceFault, type CallFile, type PolicyAct } from '@zit/domain';
import { callAttachmentWords as words } from '@zit/words.pl/call-attachments';
import type { EntityManager } from 'typeorm';
import { announceProblem, idTaken } from '../attachment/attachment-problems';
import type { ServedFile } from '../attachment/served-file';
import { lockCall, openCall } from '../call/open-call';
import type { Actor } from '../consortium/actor';
import { Door } from '../database/door';
import { notFound, validation } from '../http/problem-error';
import {
  callAttachmentRows,
  callFileOf,
  callFiles,
  findCallAttachment,
  markRemoved,
  oneCallAttachment,
  type CallAttachmentRow,
} from './call-attachment-rows';
import { trace } from './trace';

/** Files that hang on a call: announced, described, ordered, taken away and brought back. */
@Injectable()
export class CallAttachmentService {
  constructor(private readonly door: Door) {}

  /**
   * Makes a place for the bytes. The same request again finds the same place; that of a removed file brings it back.
   * @throws 413, 422 when it cannot hang there
   */
  announce(who: Actor, callId: string, wanted: AddCallAttachment): Promise<AnnouncedCallAttachment> {
    return this.change(who, callId, 'addCallAttachment', async (manager) => {
      const known = await findCallAttachment(manager, callId, wanted.id);
      if (known && !isSame(known, wanted)) throw idTaken();
      if (known?.state !== 'ANNOUNCED' && known?.state !== 'STORED') {
        const others = await requireRoom(manager, callId, wanted);
        if (known) await bringBack(manager, who, callId, known);
        else await insert(manager, who, callId, wanted, placeOf(wanted, others));
      }
      return { id: wanted.id, stored: await this.fileOf(manager, callId, wanted.id) };
    });
  }

  /** The same words in the same place again change nothing. */
  describe(who: Actor, callId: string, id: string, { about, place }: ChangeCallAttachment): Promise<CallFile> {
    return this.change(who, callId, 'changeCallAttachment', async (manager) => {
      const before = await oneCallAttachment(manager, callId, id);
      if (before.state !== 'STORED') throw notFound();
      const described = about !== undefined && about !== before.about;
      if (described) await manager.query('update call_attachment set about = $2 where id = $1', [id, about]);
      const moved = place !== undefined && (await this.move(manager, callId, id, place));
      if (described || moved) await trace(manager, who, 'CHANGE_CALL_ATTACHMENT', callId, before);
      const stored = await this.fileOf(manager, callId, id);
      if (!stored) throw notFound();
      return stored;
    });
  }

  /** A mark only: the bytes stay, for coming back and for editions that have them. Removing again is no fault. */
  remove(who: Actor, callId: string, id: string): Promise<void> {
    return this.change(who, callId, 'removeCallAttachment', async (manager) => {
      const before = await oneCallAttachment(manager, callId, id);
      if (before.state === 'REMOVED') return;
      await markRemoved(manager, id);
      if (before.state === 'STORED') await trace(manager, who, 'REMOVE_CALL_ATTACHMENT', callId, before);
    });
  }

  /** For who works on the call, published or not. @throws 404 */
  read(who: Actor, callId: string, id: string): Promise<ServedFile> {
    return this.door.read(who, async (manager) => {
      await openCall(manager, who, callId, 'readCallAttachment');
      const { name, mediaType, size, sha256, state, publishedIn } = await oneCallAttachment(manager, callId, id);
      // What was published is there for everybody, also when an annex has taken it away.
      const there = state === 'STORED' || publishedIn !== null;
      if (!there || mediaType === null || sha256 === null) throw notFound();
      return { name, mediaType, size, sha256 };
    });
  }

  /** Puts it there, and numbers the others around it. @returns false: it stood there already */
  private async move(manager: EntityManager, callId: string, id: string, place: number): Promise<boolean> {
    const now = (await callFiles(manager, callId)).map((file) => file.id);
    const next = now.filter((each) => each !== id);
    next.splice(place, 0, id);
    if (next.every((each, index) => each === now[index])) return false;
    await manager.query(
      `update call_attachment a set place = o.no - 1 from unnest($2::uuid[]) with ordinality o (id, no)
       where a.call_id = $1 and a.id = o.id`,
      [callId, next],
    );
    return true;
  }

  private async fileOf(manager: EntityManager, callId: string, id: string): Promise<CallFile | null> {
    const rows = await callAttachmentRows(manager, callId);
    const row = rows.find((each) => each.id === id);
    return row ? callFileOf(row, rows) : null;
  }

  /** Acts on one call follow one another, so the bounds hold for all who add at once. */
  private change<T>(
    who: Actor,
    callId: string,
    act: PolicyAct,
    work: (manager: EntityManager) => Promise<T>,
  ): Promise<T> {
    return this.door.write(who, async (manager) => {
      await lockCall(manager, callId);
      await openCall(manager, who, callId, act);
      return work(manager);
    });
  }
}

/** Only what describes it may have changed in between. */
const isSame = (known: CallAttachmentRow, { name, size }: AddCallAttachment): boolean =>
  known.name === name && known.size === size;

/** What hangs there or is on its way, but for this one. @throws 400, 413, 422 */
async function requireRoom(
  manager: EntityManager,
  callId: string,
  wanted: AddCallAttachment,
): Promise<CallAttachmentRow[]> {
  const others = (await callAttachmentRows(manager, callId)).filter(
    ({ id, state }) => id !== wanted.id && state !== 'REMOVED',
  );
  const { replaces } = wanted;
  if (replaces !== undefined && !others.some(({ id, state }) => id === replaces && state === 'STORED'))
    throw validation([{ pointer: '/replaces', message: words.noSuchReplaced }]);
  const fault = announceFault(
    wanted,
    others.filter(({ id }) => id !== replaces),
  );
  if (fault) throw announceProblem(fault);
  return others;
}

/** Where the file stood that it is to replace, else at the end. */
function placeOf({ replaces }: AddCallAttachment, others: readonly CallAttachmentRow[]): number {
  const old = others.find(({ id }) => id === replaces);
  return old?.place ?? Math.max(-1, ...others.map(({ place }) => place)) + 1;
}

async function insert(
  manager: EntityManager,
  who: Actor,
  callId: string,
  wanted: AddCallAttachment,
  place: number,
): Promise<void> {
  const { id, name, about, size, replaces = null } = wanted;
  const made = await manager.query<unknown[]>(
    `insert into call_attachment (id, call_id, name, about, size, place, replaces, added_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (id) do nothing returning id`,
    [id, callId, name, about, size, place, replaces, who.personId],
  );
  // Somebody else's, in a call that is not in sight.
  if (made.length === 0) throw idTaken();
}

async function bringBack(manager: EntityManager, who: Actor, callId: string, known: CallAttachmentRow): Promise<void> {
  const state = known.sha256 === null ? 'ANNOUNCED' : 'STORED';
  await manager.query('update call_attachment set state = $2, removed_at = null where id = $1', [known.id, state]);
  if (state === 'STORED') await trace(manager, who, 'RESTORE_CALL_ATTACHMENT', callId, known);
}
