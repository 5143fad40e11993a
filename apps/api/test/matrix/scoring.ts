import { randomUUID } from 'node:crypto';
import type { PolicyAct } from '@zit/domain';
import type { Asker } from './askers';
import type { Cell } from './cells';
import type { World } from './world';

type CellsOf = (world: World, asker: Asker) => Cell[];

/** Nobody of this world sits in a commission, so nobody scores: the cards' own specs show who does. */
export const scoringCells = (ofCalls: CellsOf): Partial<Record<PolicyAct, CellsOf>> => {
  const denied =
    (body?: unknown): CellsOf =>
    (world, asker) =>
      ofCalls(world, asker).map((cell) => ({
        ...cell,
        params: { ...cell.params, offer: world.offers[0]?.id ?? '' },
        body,
        deniedOnly: true as const,
      }));
  return {
    readScoring: denied(),
    readOfferScores: denied(),
    readCard: denied(),
    changeCard: denied({ save: randomUUID(), changes: [{ path: 'points.K1', base: 0, value: 1 }] }),
    readCardChanges: denied(),
    handInCard: denied({ id: randomUUID(), rev: 0 }),
    correctCard: denied(),
    writeScoreNote: denied({ after: 0, text: 'Notatka w macierzy.' }),
  };
};
