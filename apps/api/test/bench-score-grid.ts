// A call that waits to be scored by one person, planted for the bench of the grid: bundled beside it.
import 'reflect-metadata';
import { portalOn } from './portal';
import { scoredMany, type Sizes } from './scored-many';

/** @returns the call, and the session of who scores it */
export async function plantGrid(url: string, sizes: Sizes): Promise<{ callId: string; token: string }> {
  const portal = await portalOn({ url, drop: () => Promise.resolve() });
  const { callId, chair } = await scoredMany(portal, sizes);
  await portal.dataSource.query(
    `insert into acknowledgement (person_id, clause, version) select $1, clause, version from acknowledgement limit 1`,
    [chair.personId],
  );
  await portal.stop();
  return { callId, token: chair.token ?? '' };
}
