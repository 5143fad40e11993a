import type { EntityManager } from 'typeorm';
import type { Actor } from '../consortium/actor';
import { note, type Act } from '../journal/note';
import type { CallAttachmentRow } from './call-attachment-rows';

/** The journal and the time of the call; names of files stay out of the journal, they can name people. */
export async function trace(
  manager: EntityManager,
  who: Actor,
  act: Extract<Act, `${string}_CALL_ATTACHMENT`>,
  callId: string,
  { id, sha256, size }: Pick<CallAttachmentRow, 'id' | 'sha256' | 'size'>,
): Promise<void> {
  await note(manager, who, { act, subject: { kind: 'call', id: callId }, details: { attachment: id, sha256, size } });
  await manager.query('update call set updated_at = clock_timestamp() where id = $1', [callId]);
}
