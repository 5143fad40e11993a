import { randomUUID } from 'node:crypto';
import type { PolicyAct } from '@zit/domain';
import type { Cell } from './cells';
import type { World } from './world';

const DENIED: Partial<Cell> = { deniedOnly: true };

/** No call of the matrix has a published result: the spec of awards shows that the acts succeed. */
const ofCalls =
  (body?: unknown, more: Partial<Cell> = {}) =>
  (world: World): Cell[] =>
    world.calls.map(({ name, id, standing, state }) => ({
      ...{ thing: name, standing, state, body, ...more },
      params: { id, award: randomUUID() },
    }));
const ofConsortia =
  (body?: unknown, more: Partial<Cell> = {}) =>
  (world: World): Cell[] =>
    world.consortia.map(({ name, id, standing }) => ({ thing: name, standing, params: { id }, body, ...more }));

export const AWARD_CELLS: Partial<Record<PolicyAct, (world: World) => Cell[]>> = {
  readAwards: ofCalls(),
  giveAward: ofCalls({ id: randomUUID(), offer: 'R/1', resultNo: 1 }, DENIED),
  endAward: ofCalls({ reason: 'Konsorcjum odstąpiło od umowy.' }, DENIED),
  readPublicAwards: () => [{ thing: '', params: { slug: 'nie-ma' }, ...DENIED }],
  readConsortiumAward: ofConsortia(),
  carryAward: ofConsortia({ award: randomUUID(), checked: '0'.repeat(64) }, DENIED),
};
