import { randomUUID } from 'node:crypto';
import type { PolicyAct } from '@zit/domain';
import type { Cell } from './cells';
import type { World } from './world';

const ID = randomUUID();

/** Of calls; nobody of the matrix sits in a commission: the specs of results show their acts succeed. */
const ofCalls =
  (body?: unknown, more: Partial<Cell> = {}) =>
  (world: World): Cell[] =>
    world.calls.map(({ name, id, standing, state }) => ({
      ...{ thing: name, standing, state, body, ...more },
      params: { id, no: '1', request: ID, appeal: ID },
    }));
const DENIED: Partial<Cell> = { deniedOnly: true };
/** No result of the matrix is published: it is there for nobody. */
const ofNone = (): Cell[] => [{ thing: '', params: { slug: 'nie-ma', no: '1' }, ...DENIED }];

export const RESULT_CELLS: Partial<Record<PolicyAct, (world: World) => Cell[]>> = {
  readResult: ofCalls(),
  readRanking: ofCalls(),
  readStability: ofCalls(),
  promiseLot: ofCalls(),
  drawLot: ofCalls({ witnesses: 'sekretarz gminy', half: '7 13 21' }),
  freezeResult: ofCalls({
    ...{ id: randomUUID(), checked: '0'.repeat(64), place: 'Sopot' },
    ...{ beganAt: '2015-04-20T08:00:00Z', endedAt: '2015-04-20T10:00:00Z' },
    ...{ present: [], reasons: [], dissent: [] },
  }),
  approveResult: ofCalls({ basis: 'Zarządzenie nr 7' }, DENIED),
  publishResult: ofCalls(undefined, DENIED),
  downloadResult: ofCalls(undefined, DENIED),
  downloadMinutes: ofCalls(undefined, DENIED),
  downloadMinutesDocx: ofCalls(undefined, DENIED),
  openMinutes: ofCalls(undefined, DENIED),
  readAnswers: ofCalls(undefined, DENIED),
  // A draft is nobody's to ask about; whoever is signed in has asked something about any other call.
  readOwnReasons: (world) => ofCalls()(world).filter(({ state }) => state !== 'DRAFT'),
  askReasons: ofCalls({ id: randomUUID(), text: 'Dlaczego taki wynik?' }, DENIED),
  enterReasons: ofCalls(
    {
      id: randomUUID(),
      text: 'Dlaczego taki wynik?',
      channel: 'POST',
      receivedOn: '2015-05-05',
      asker: 'Stowarzyszenie',
    },
    DENIED,
  ),
  answerReasons: ofCalls({ id: randomUUID(), text: 'Tak wynika z kart.' }, DENIED),
  stateAppeal: ofCalls({ text: 'Komisja podtrzymuje oceny.' }, DENIED),
  decideAppeal: ofCalls(
    {
      id: randomUUID(),
      upheld: false,
      effect: 'NONE',
      reasons: 'Oceny są zgodne z kartami.',
      basis: 'Zarządzenie nr 9',
    },
    DENIED,
  ),
  readPublicResult: ofNone,
  downloadPublicResult: ofNone,
};
