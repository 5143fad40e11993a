import { randomUUID } from 'node:crypto';
import type { Caller, TestPortal } from './portal';

export interface Seated {
  office?: 'CHAIR' | 'SECRETARY' | 'MEMBER';
  /** Left out: has declared. */
  declared?: boolean;
  namedByNip?: string | null;
}

/** Seats somebody of the steering group in the commission of a call, past the routes. */
export async function seatIn(
  { dataSource }: TestPortal,
  callId: string,
  { personId }: Pick<Caller, 'personId'>,
  { office = 'MEMBER', declared = true, namedByNip = null }: Seated = {},
): Promise<void> {
  await dataSource.query(
    `insert into commission (call_id, basis, formed_by) values ($1, 'Zarządzenie nr 1', $2) on conflict do nothing`,
    [callId, personId],
  );
  await dataSource.query(
    `insert into commission_seat (id, call_id, person_id, office, named_by, named_by_nip, seated_by)
     values ($1, $2, $3, $4, 'gmina', $5, $3)`,
    [randomUUID(), callId, personId, office, namedByNip],
  );
  if (!declared) return;
  await dataSource.query(
    `insert into impartiality (id, call_id, person_id, kind, clause) values ($1, $2, $3, 'DECLARED', '1')`,
    [randomUUID(), callId, personId],
  );
}
