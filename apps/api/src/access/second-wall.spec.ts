import { decide } from '@zit/domain';
import { firstWall } from '../../test/matrix/first-wall';
import { isForeign, type Call } from '../../test/matrix/matrix';
import { MatrixRun } from '../../test/matrix/matrix-run';

jest.mock('@zit/domain', () =>
  jest
    .requireActual<typeof import('../../test/matrix/first-wall')>('../../test/matrix/first-wall')
    .domainWithFallingWall(jest.requireActual('@zit/domain')),
);

/** Who asks sees the thing: then only the state of a paper may close the reading, and that is no matter of rows. */
const isTheirs = ({ act, asker, cell }: Call): boolean =>
  decide({ personId: asker.personId, grants: asker.grants }, act, cell.standing, cell.state).see;

describe('the second wall alone: every decision of the portal says yes', () => {
  let run: MatrixRun;
  beforeAll(async () => {
    run = await MatrixRun.start();
    firstWall.down = true;
  }, 120_000);
  afterAll(() => run.stop('access matrix, second wall alone'));

  it('finds nothing for strangers', async () => {
    const found: string[] = [];
    for (const asker of run.askers)
      for (const call of run.callsOf(asker).filter((one) => isForeign(one) && !isTheirs(one))) {
        if (call.access.method !== 'GET') continue;
        const { status } = await run.unguarded(call);
        if (status !== 404) found.push(`${call.name}: ${status}`);
      }
    expect(found).toEqual([]);
  }, 180_000);

  it('lists for each only what they see', async () => {
    const amiss: string[] = [];
    for (const asker of run.askers.filter(({ level, viewed }) => level === 'FULL' && !viewed))
      for (const call of run.callsOf(asker).filter(({ act }) => act === 'listConsortia')) {
        const fault = call.cell.check?.((await run.unguarded(call)).body);
        if (fault) amiss.push(`${call.name}: ${fault}`);
      }
    expect(amiss).toEqual([]);
  }, 60_000);

  it('lets nobody change what they may not change', async () => {
    const changed: string[] = [];
    for (const asker of run.askers)
      for (const call of run.callsOf(asker).filter(isForeign)) {
        if (call.access.method === 'GET') continue;
        // A reader's update finds no row and changes nothing; what the portal believes then is the first wall's matter.
        const done = await run.unguarded(call);
        if (done.changed.length > 0) changed.push(`${call.name}: ${done.status} changed ${done.changed.join(', ')}`);
      }
    expect(changed).toEqual([]);
  }, 180_000);
});
