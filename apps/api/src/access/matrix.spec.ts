import { gatherAskers, type Asker } from '../../test/matrix/askers';
import { callsOf, isNoted, untried, wrong, type Call } from '../../test/matrix/matrix';
import { Snapshot } from '../../test/matrix/snapshot';
import { buildWorld, type World } from '../../test/matrix/world';
import { startPortal, type TestPortal } from '../../test/portal';

/** Refusals between two looks at the journal; it keeps no more than sixty a minute of one person. */
const CHUNK = 50;
/** Calls at once where none may change anything. */
const AT_ONCE = 5;

describe('every route, every role, every relation, every state', () => {
  let portal: TestPortal;
  let world: World;
  let askers: Asker[];
  let snapshot: Snapshot;
  let calls = 0;

  beforeAll(async () => {
    portal = await startPortal({ settings: { publicOrigin: 'http://localhost' } });
    world = await buildWorld(portal);
    askers = await gatherAskers(portal, world);
    // The journal forgets the refusals it was asked about, so that its limit is not reached.
    await portal.dataSource.query('alter table journal disable trigger user');
    snapshot = await Snapshot.take(portal.dataSource);
  }, 120_000);
  afterAll(async () => {
    await portal.stop();
    world.stop();
    process.stdout.write(`access matrix: ${calls} calls, ${askers.length} askers\n`);
  });

  const denials = async () => {
    const rows = await portal.dataSource.query<{ act: string }[]>(
      `with gone as (delete from journal where act = 'DENIED' returning details)
       select details->>'act' as act from gone`,
    );
    return rows.map((row) => row.act).sort();
  };
  const faultsOf = async (list: readonly Call[]): Promise<string[]> => {
    const faults: string[] = [];
    for (let at = 0; at < list.length; at += AT_ONCE)
      faults.push(...(await Promise.all(list.slice(at, at + AT_ONCE).map(wrong))).flat());
    calls += list.length;
    return faults;
  };

  it('passes over no route', () => expect(untried()).toEqual([]));

  it('refuses what the policy refuses, changes nothing by it and leaves one entry each', async () => {
    const faults: string[] = [];
    for (const asker of askers) {
      const denied = callsOf(world, asker).filter((call) => call.expected !== 'allowed');
      for (let at = 0; at < denied.length; at += CHUNK) {
        const chunk = denied.slice(at, at + CHUNK);
        faults.push(...(await faultsOf(chunk)));
        const changed = await snapshot.changed();
        if (changed.length > 0) faults.push(`${asker.name}: refused calls changed ${changed.join(', ')}`);
        const noted = await denials();
        const due = chunk
          .filter(isNoted)
          .map((call) => call.act)
          .sort();
        if (JSON.stringify(noted) !== JSON.stringify(due))
          faults.push(`${asker.name}: entries ${noted.join()} for refusals ${due.join()}`);
      }
    }
    expect(faults).toEqual([]);
  }, 180_000);

  it('lets everything through that the policy allows', async () => {
    const faults: string[] = [];
    for (const asker of askers) {
      const allowed = callsOf(world, asker).filter((call) => call.expected === 'allowed');
      faults.push(...(await faultsOf(allowed.filter(({ access }) => access.method === 'GET'))));
      for (const call of allowed.filter(({ access }) => access.method !== 'GET')) {
        faults.push(...(await faultsOf([call])));
        await snapshot.restore();
      }
    }
    expect(faults).toEqual([]);
  }, 180_000);
});
