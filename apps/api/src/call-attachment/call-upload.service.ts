import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { CallFile } from '@zit/domain';
import { Intake, sameBytes, type Kept } from '../attachment/intake';
import { lockCall, openCall } from '../call/open-call';
import type { Actor } from '../consortium/actor';
import { Door } from '../database/door';
import { notFound } from '../http/problem-error';
import { callAttachmentRows, callFileOf, markRemoved, type CallAttachmentRow } from './call-attachment-rows';
import { trace } from './trace';

interface Place {
  callId: string;
  id: string;
}

/** The bytes of a file that was announced for a call. */
@Injectable()
export class CallUploadService {
  constructor(
    private readonly door: Door,
    private readonly intake: Intake,
  ) {}

  /**
   * @param length what the request says of its own length; null: nothing
   * @throws as `Intake.take`, 403, 404
   */
  async upload(who: Actor, place: Place, bytes: Readable, length: number | null): Promise<CallFile> {
    const { row, stored } = await this.door.read(who, async (manager) => {
      await openCall(manager, who, place.callId, 'uploadCallAttachment');
      return find(await callAttachmentRows(manager, place.callId), place);
    });
    const awaited = { ...row, stored };
    return this.intake.take(who.personId, awaited, { bytes, length }, (kept) => this.name(who, place, kept));
  }

  /** The call may have been published while the bytes came. What it replaces goes in the same moment. */
  private name(who: Actor, place: Place, { sha256, size, mediaType }: Kept): Promise<CallFile> {
    const { callId, id } = place;
    return this.door.write(who, async (manager) => {
      await lockCall(manager, callId);
      await openCall(manager, who, callId, 'uploadCallAttachment');
      const all = await callAttachmentRows(manager, callId);
      const { row, stored } = find(all, place);
      if (stored) return sameBytes(stored, { sha256 });
      await this.intake.hold(manager, sha256);
      await manager.query(`update call_attachment set state = 'STORED', sha256 = $2, media_type = $3 where id = $1`, [
        id,
        sha256,
        mediaType,
      ]);
      await trace(manager, who, 'ADD_CALL_ATTACHMENT', callId, { id, sha256, size });
      const old = all.find((each) => each.id === row.replaces);
      if (old?.state === 'STORED') {
        await markRemoved(manager, old.id);
        await trace(manager, who, 'REMOVE_CALL_ATTACHMENT', callId, old);
      }
      return find(await callAttachmentRows(manager, callId), place).stored as CallFile;
    });
  }
}

/** @throws 404 when nothing is awaited there */
function find(all: readonly CallAttachmentRow[], { id }: Place): { row: CallAttachmentRow; stored: CallFile | null } {
  const row = all.find((each) => each.id === id);
  if (!row || row.state === 'REMOVED') throw notFound();
  return { row, stored: callFileOf(row, all) };
}
