import { untried } from '../../test/matrix/matrix';
import { MatrixRun } from '../../test/matrix/matrix-run';

describe('every route, every role, every relation, every state', () => {
  let run: MatrixRun;
  beforeAll(async () => {
    run = await MatrixRun.start();
  }, 120_000);
  afterAll(() => run.stop('access matrix, both walls'));

  it('passes over no route', () => expect(untried()).toEqual([]));

  it('refuses what the policy refuses, changes nothing by it and leaves one entry each', async () => {
    expect(await run.refused()).toEqual([]);
  }, 180_000);

  it('lets everything through that the policy allows', async () => {
    expect(await run.allowed()).toEqual([]);
  }, 180_000);
});
