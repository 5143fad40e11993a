import { randomUUID } from 'node:crypto';
import type { AnnouncedCallAttachment } from '@zit/contracts';
import type { CallFile } from '@zit/domain';
import { send } from './attached';
import type { Answer, Caller, TestPortal } from './portal';
import { must } from './sopot';

/** Where files of a call hang. */
export const callFilesAt = (callId: string): string => `/api/v1/calls/${callId}/attachments`;

/** Announces a file of a call; the answer tells where its bytes go. */
export const announceCallFile = (
  who: Caller,
  callId: string,
  given: { id?: string; name?: string; about?: string; size: number; replaces?: string },
): Promise<Answer<AnnouncedCallAttachment>> =>
  who.post(callFilesAt(callId), { id: randomUUID(), name: 'mapa.pdf', about: 'Mapa', ...given });

/** Sends the bytes of an announced file. */
export const sendCallFile = <Body = CallFile>(
  portal: TestPortal,
  who: Caller,
  callId: string,
  id: string,
  bytes: Buffer,
): Promise<Answer<Body>> => send<Body>({ portal, root: callFilesAt(callId) }, who, id, bytes);

/** A file that hangs on the call. */
export async function attachToCall(
  portal: TestPortal,
  who: Caller,
  callId: string,
  bytes: Buffer,
  given: { id?: string; name?: string; about?: string; replaces?: string } = {},
): Promise<CallFile> {
  const { id } = must(await announceCallFile(who, callId, { size: bytes.length, ...given }));
  return must(await sendCallFile(portal, who, callId, id, bytes));
}
