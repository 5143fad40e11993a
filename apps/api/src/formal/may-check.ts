import { callDecision } from '@zit/domain';
import { formalRoomWords as words } from '@zit/words.pl/formal-room';
import type { EntityManager } from 'typeorm';
import { openCall, type CallRecord } from '../call/open-call';
import { requireDeclared, requireOffice, seatOf } from '../commission/seat-of';
import type { Actor } from '../consortium/actor';

const OFFICES = ['CHAIR', 'SECRETARY'] as const;

/** The call for reading its formal check. @throws 404, 403 before declaring */
export async function openToRead(manager: EntityManager, who: Actor, callId: string): Promise<CallRecord> {
  const call = await openCall(manager, who, callId, 'readFormal');
  await requireDeclared(manager, who, callId);
  return call;
}

/** The call for answering and deciding: who writes it, and who leads its commission. @throws 404, 403 */
export async function openToCheck(
  manager: EntityManager,
  who: Actor,
  callId: string,
  act: 'checkFormal' | 'decideFormal',
): Promise<CallRecord> {
  const call = await openCall(manager, who, callId, act);
  if (who.actingBody === 'STEERING_GROUP') await requireOffice(manager, who, callId, OFFICES);
  return call;
}

/** Why who reads may not decide; null: they may. */
export async function closedTo(manager: EntityManager, who: Actor, call: CallRecord): Promise<string | null> {
  if (!callDecision(who, 'checkFormal', call).allow) return words.closedOffice;
  if (who.actingBody !== 'STEERING_GROUP') return null;
  const seat = await seatOf(manager, who, call.id);
  return seat && seat.office !== 'MEMBER' ? null : words.closedOffice;
}
