import { cloneDatabase, type Prepared, type TestDatabase } from '@zit/test-database';
import type { DataSource } from 'typeorm';
import { caller, portalOn } from '../portal';
import { useRenderWorker } from '../render-worker';
import { gatherAskers, type Asker } from './askers';
import { buildWorld, type World } from './world';

/** The world and everybody in it, built once in a run: whoever tries something in it clones it. */
const built: Prepared = {
  name: 'matrix_world',
  prepare: async (url) => {
    const portal = await portalOn({ url, drop: () => Promise.resolve() });
    const stop = await useRenderWorker(portal);
    try {
      const world = await buildWorld(portal);
      const askers = (await gatherAskers(portal, world)).map(({ caller: { token }, ...asker }) => ({
        ...asker,
        token,
      }));
      await portal.dataSource.query('create schema built');
      await portal.dataSource.query('create table built.world as select $1::jsonb as kept', [
        JSON.stringify({ world, askers } satisfies Kept),
      ]);
    } finally {
      await portal.stop();
      stop();
    }
  },
};

interface Kept {
  world: World;
  askers: (Omit<Asker, 'caller'> & { token: string | null })[];
}

export const clonedWorld = (): Promise<TestDatabase> => cloneDatabase(built);

/** What the clone holds, for a portal at this address. Nobody's session ends while a slow machine is at it. */
export async function findWorld(source: DataSource, url: string): Promise<{ world: World; askers: Asker[] }> {
  await source.query(
    `update session set created_at = now(), seen_at = now() + interval '1 hour', confirmed_at = now() + interval '1 hour'`,
  );
  const [{ kept }] = await source.query<[{ kept: Kept }]>('select kept from built.world');
  const askers = kept.askers.map(({ token, ...asker }) => ({
    ...asker,
    caller: caller(url, asker.personId ?? '', token),
  }));
  return { world: kept.world, askers };
}
