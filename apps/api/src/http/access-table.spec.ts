import { startPortal, type TestPortal } from '../../test/portal';

describe('who may call what', () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await startPortal();
  });
  afterAll(() => portal.stop());

  it('starts', async () => {
    expect((await portal.stranger.get('/livez')).status).toBe(200);
  });
});
