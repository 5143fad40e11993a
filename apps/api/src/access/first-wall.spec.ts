import { MatrixRun } from '../../test/matrix/matrix-run';

describe('the first wall alone: the database takes no role', () => {
  let run: MatrixRun;
  beforeAll(async () => {
    run = await MatrixRun.start('without-roles');
  }, 120_000);
  afterAll(() => run.stop('access matrix, first wall alone'));

  it('refuses what the policy refuses, changes nothing by it and leaves one entry each', async () => {
    expect(await run.refused()).toEqual([]);
  }, 180_000);
});
