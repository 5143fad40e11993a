import type { BarCause, CallParty } from '@zit/contracts';
import { formatExactInstantPl, isInTime, type Instant, type Sector } from '@zit/domain';
import type { EntityManager } from 'typeorm';

interface Row {
  offerId: string;
  consortium: string;
  name: string;
  sector: Sector;
  role: 'LEADER' | 'PARTNER';
  nip: string | null;
  krs: string | null;
  ownerNip: string | null;
  cause: BarCause | null;
}

/** Is the deadline over, its own millisecond included? */
export const isOver = ({ deadlineAt, now }: { deadlineAt: Instant | null; now: Instant }): boolean =>
  deadlineAt !== null && !isInTime(now, deadlineAt);

/** As words say it. */
export const deadlineText = ({ deadlineAt }: { deadlineAt: Instant | null }): string =>
  deadlineAt === null ? '' : formatExactInstantPl(deadlineAt);

const PARTIES = `
  select offer_id as "offerId", consortium, name, sector, role, nip, krs, owner_nip as "ownerNip", cause
  from commission_parties($1) order by consortium, offer_id, role, name`;

/** Who takes part in a call, once its deadline is over; nobody, before. */
export async function partiesOf(manager: EntityManager, callId: string): Promise<CallParty[]> {
  const parties = new Map<string, CallParty>();
  for (const { offerId, consortium, cause, ownerNip: _, ...member } of await manager.query<Row[]>(PARTIES, [callId])) {
    const party = parties.get(offerId) ?? { offerId, consortium, members: [], cause };
    party.members.push(member);
    parties.set(offerId, party);
  }
  return [...parties.values()];
}

/** Name of the party that has this NIP, or whose owner has it; null: none does, as far as it is known by now. */
export async function partyNamed(manager: EntityManager, callId: string, nip: string): Promise<string | null> {
  const rows = await manager.query<Row[]>(PARTIES, [callId]);
  return rows.find((row) => row.nip === nip || row.ownerNip === nip)?.name ?? null;
}
