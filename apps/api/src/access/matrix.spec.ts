import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ELSEWHERE, untried } from '../../test/matrix/matrix';
import { MatrixRun } from '../../test/matrix/matrix-run';

describe('every route, every role, every relation, every state', () => {
  let run: MatrixRun;
  beforeAll(async () => {
    run = await MatrixRun.start();
  }, 600_000);
  afterAll(() => run.stop('access matrix, both walls'));

  it('passes over no route, and names a spec for those that are done elsewhere', () => {
    expect(untried()).toEqual([]);
    for (const spec of Object.values(ELSEWHERE))
      expect([spec, existsSync(join(__dirname, '..', spec))]).toEqual([spec, true]);
  });

  it('refuses what the policy refuses, changes nothing by it and leaves one entry each', async () => {
    expect(await run.refused()).toEqual([]);
  }, 600_000);

  it('lets everything through that the policy allows', async () => {
    expect(await run.allowed()).toEqual([]);
  }, 600_000);
});
