import type { CallState } from '@zit/contracts';
import { callDecision, POLICY, relationsOf, type ClosedBecause, type Instant, type PolicyAct } from '@zit/domain';
import { callActWords as words } from '@zit/words.pl/call-acts';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../consortium/actor';
import { utc } from '../database/instant-text';
import { forbidden, notFound } from '../http/problem-error';

/** A call as it stands, without what is written in its sheet. */
export interface CallRecord {
  id: string;
  teryt: string;
  municipality: string;
  state: CallState;
  title: string;
  number: string | null;
  slug: string | null;
  opensAt: Instant | null;
  deadlineAt: Instant | null;
  updatedAt: Instant;
  /** The server's clock when it was read. */
  now: Instant;
  /** People who sit in its commission now, for who works on it or sits there. */
  seatedPersonIds?: readonly string[];
}

/** Columns of a call `c` with its municipality `m`. */
export const CALL_COLUMNS = `c.id, c.teryt, m.name as municipality, c.state, c.title, c.number, c.slug,
  ${utc('c.opens_at')} as "opensAt", ${utc('c.deadline_at')} as "deadlineAt", ${utc('c.updated_at')} as "updatedAt"`;
const RECORD = `select ${CALL_COLUMNS}, ${utc('clock_timestamp()')} as now
  from call c join municipality m on m.teryt = c.teryt`;
// What was published is seen by everybody, what is being written only by who works on it: that is the sheet.
// Its commission sees no more of it than that it is there (decision 14).
const WORKED = `select ${CALL_COLUMNS}, ${utc('clock_timestamp()')} as now, array(
    select s.person_id from commission_seat s where s.call_id = c.id and s.left_at is null) as "seatedPersonIds"
  from call c join municipality m on m.teryt = c.teryt
  where c.id = $1 and (exists (select from sheet where sheet.id = c.id) or c.id = any (scope_calls_seated()))`;

/**
 * The call for an act of somebody who works on it, or sits in its commission; for everybody else it does not exist,
 * published or not.
 * @throws 404, 403 with the reason
 */
export async function openCall(manager: EntityManager, who: Actor, id: string, act: PolicyAct): Promise<CallRecord> {
  const [call] = await manager.query<CallRecord[]>(WORKED, [id]);
  if (!call) throw notFound();
  requireAct(who, act, call);
  return call;
}

/** The call for an act that is open to everybody signed in once it is published. @throws 404, 403 */
export async function openPublished(
  manager: EntityManager,
  who: Actor,
  id: string,
  act: PolicyAct,
): Promise<CallRecord> {
  const [call] = await manager.query<CallRecord[]>(`${RECORD} where c.id = $1`, [id]);
  if (!call || (call.state === 'DRAFT' && !callDecision(who, 'readCall', call).see)) throw notFound();
  requireAct(who, act, call);
  return call;
}

/** Acts on one call follow one another; whoever may not change it locks nothing, and is refused afterwards. */
export async function lockCall(manager: EntityManager, id: string): Promise<void> {
  await manager.query('select from call where id = $1 for no key update', [id]);
}

/** @throws 404, 403 with the reason */
export function requireAct(who: Actor, act: PolicyAct, call: CallRecord): void {
  const { see, allow, reason } = callDecision(who, act, call);
  if (!see) throw notFound();
  if (!allow) throw forbidden(refusalOf(act, reason));
}

const refusalOf = (act: PolicyAct, reason: ClosedBecause | null): string => {
  if (reason === 'STATE') return words.state[act] ?? words.otherState;
  if (reason === 'NOT_HERE' && opensBySeat(act)) return words.refusal.NO_SEAT;
  return reason === null || reason === 'NOT_THERE' ? words.refusal.READS_ONLY : words.refusal[reason];
};

/** Is it the commission's, whatever role somebody has? */
const opensBySeat = (act: PolicyAct): boolean => relationsOf(POLICY[act], 'CHAIR').includes('SEAT');
