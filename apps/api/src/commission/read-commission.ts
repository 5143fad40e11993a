import type { CommissionResponse, CommissionSeat, OwnCommissions } from '@zit/contracts';
import { callDecision } from '@zit/domain';
import type { EntityManager } from 'typeorm';
import { newestEdition } from '../call/edition';
import type { CallRecord } from '../call/open-call';
import type { Actor } from '../consortium/actor';
import { utc } from '../database/instant-text';
import { seatOf } from './seat-of';

const DECLARED = `(select ${utc('i.at')} from impartiality i where i.call_id = s.call_id and i.person_id = s.person_id
  and i.kind = 'DECLARED')`;
/** Who sits first, by office; then who sat. */
const SEATS = `
  select s.id, s.person_id as "personId", p.name, s.office, s.named_by as "namedBy", s.named_by_nip as "namedByNip",
    ${utc('s.seated_at')} as "seatedAt", ${utc('s.left_at')} as "leftAt", s.left_cause as "leftCause",
    s.left_reason as "leftReason", ${DECLARED} as "declaredAt"
  from commission_seat s join person p on p.id = s.person_id
  where s.call_id = $1
  order by s.left_at nulls first, array_position(array['CHAIR', 'SECRETARY', 'MEMBER'], s.office), p.name, s.id`;

/** The commission of a call, for who works on it or sits there. */
export async function readCommission(
  manager: EntityManager,
  who: Actor,
  call: CallRecord,
): Promise<CommissionResponse> {
  const [formed] = await manager.query<{ basis: string; formedAt: string }[]>(
    `select basis, ${utc('formed_at')} as "formedAt" from commission where call_id = $1`,
    [call.id],
  );
  const rules = (await newestEdition(manager, call.id))?.contents.rules;
  return {
    callId: call.id,
    callNumber: call.number,
    callTitle: call.title,
    deadlineAt: call.deadlineAt,
    serverTime: call.now,
    basis: formed?.basis ?? null,
    formedAt: formed?.formedAt ?? null,
    quorum: rules?.quorum ?? null,
    conflictPolicy: rules?.conflictPolicy ?? null,
    seats: await manager.query<CommissionSeat[]>(SEATS, [call.id]),
    own: await seatOf(manager, who, call.id),
    mayForm: callDecision(who, 'formCommission', call).allow,
  };
}

/** Calls in whose commission the asking person sits, under the hat of the steering group; the nearest deadline first. */
export const ownCommissions = (manager: EntityManager, { personId }: Actor): Promise<OwnCommissions['items']> =>
  manager.query(
    `select c.id as "callId", c.number as "callNumber", c.title as "callTitle", s.office,
       ${utc('c.deadline_at')} as "deadlineAt", ${DECLARED} is not null as declared
     from commission_seat s join call c on c.id = s.call_id
     where s.person_id = $1 and s.left_at is null and s.call_id = any (scope_calls_seated())
     order by c.deadline_at desc, c.id limit 200`,
    [personId],
  );
