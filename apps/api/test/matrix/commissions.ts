import { randomUUID } from 'node:crypto';
import type { PolicyAct } from '@zit/domain';
import type { Cell } from './cells';
import type { World } from './world';

/** Of calls; nobody of the matrix sits in a commission: the commission's own specs show its acts succeed. */
const ofCalls =
  (body?: unknown, more: Partial<Cell> = {}, of?: readonly string[]) =>
  (world: World): Cell[] =>
    world.calls
      .filter(({ state }) => !of || of.includes(state))
      .map(({ name, id, standing, state }) => ({
        ...{ thing: name, standing, state, body, ...more },
        params: { id, seat: randomUUID(), tie: randomUUID() },
      }));
const DENIED: Partial<Cell> = { deniedOnly: true };
const reason = 'Wpisano w macierzy.';

export const COMMISSION_CELLS: Partial<Record<PolicyAct, (world: World) => Cell[]>> = {
  listCommissions: () => [{ thing: '' }],
  readCommission: ofCalls(),
  listPeopleToSeat: ofCalls(),
  formCommission: ofCalls({ basis: 'Zarządzenie nr 1' }),
  seatPerson: ofCalls(
    { id: randomUUID(), personId: randomUUID(), office: 'MEMBER', namedBy: 'gmina', namedByNip: null },
    DENIED,
  ),
  leaveSeat: ofCalls({ reason }, DENIED),
  readImpartiality: ofCalls(),
  declareImpartiality: ofCalls({ id: randomUUID(), clause: '1' }),
  declareConflict: ofCalls({ id: randomUUID(), offerId: randomUUID(), reason }),
  enterTie: ofCalls({
    ...{ id: randomUUID(), personId: randomUUID(), kind: 'BOARD', nip: '9990000008', krs: null },
    ...{ from: null, to: null, note: reason },
  }),
  endTie: ofCalls({ reason }),
  listConflicts: ofCalls(),
  decideConflict: ofCalls({ id: randomUUID(), personId: randomUUID(), offerId: randomUUID(), bars: true, reason }),
  readAssignment: ofCalls(),
  confirmAssignment: ofCalls({ id: randomUUID(), each: null, offers: [], apart: [], reason: null }),
};
