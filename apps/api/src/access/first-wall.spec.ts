import { firstWall } from '../../test/matrix/first-wall';
import { isForeign, type Call } from '../../test/matrix/matrix';
import { MatrixRun } from '../../test/matrix/matrix-run';

jest.mock('@zit/domain', () =>
  jest
    .requireActual<typeof import('../../test/matrix/first-wall')>('../../test/matrix/first-wall')
    .domainWithFallingWall(jest.requireActual('@zit/domain')),
);

/** Offers ask for whom of their members one acts before they ask for any right: who is none has no place in them. */
const asksForMember = ({ access }: Call): boolean => /\/(offers|recommendations)(\/|$)/.test(access.path);

/** No call of the matrix has a file, so an act on one finds none, walls or not; files have a spec of their own. */
const asksForFile = ({ access }: Call): boolean => access.path.includes('/calls/:id/attachments/:attachment');

/** Rooms of a commission ask for a seat, or for what was made on one, before they ask for any right. */
const asksForSeat = ({ access }: Call): boolean =>
  /\/calls\/:id\/(commission|formal|scoring|result|answers)(\/|$)/.test(access.path);

/** Nothing is awarded before a result is published, and no call of the matrix has one; awards have a spec of their own. */
const asksForAward = ({ access }: Call): boolean => /\/awards?(\/|$)/.test(access.path);

describe('the first wall alone: the database takes no role', () => {
  let run: MatrixRun;
  beforeAll(async () => {
    run = await MatrixRun.start('without-roles');
  }, 600_000);
  afterAll(() => run.stop('access matrix, first wall alone'));

  it('refuses what the policy refuses, changes nothing by it and leaves one entry each', async () => {
    expect(await run.refused()).toEqual([]);
  }, 600_000);

  it('is what held: with both walls down a stranger finds and changes everything', async () => {
    firstWall.down = true;
    const stranger = run.asker('COORDINATOR of a foreign organisation');
    const held: string[] = [];
    const others = [asksForMember, asksForFile, asksForSeat, asksForAward];
    const asked = run.callsOf(stranger).filter((one) => isForeign(one) && !others.some((asks) => asks(one)));
    for (const call of asked) {
      if (call.cell.state !== undefined && call.cell.state !== 'DRAFT' && call.access.method !== 'GET') continue;
      const { status, changed } = await run.unguarded(call);
      const fell = call.access.method === 'GET' ? status === 200 || call.cell.state === 'DRAFT' : changed.length > 0;
      if (!fell) held.push(`${call.name}: ${status}`);
    }
    expect(held).toEqual([]);
  }, 600_000);
});
