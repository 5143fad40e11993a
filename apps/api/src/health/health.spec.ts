import type { HealthResponse, VersionResponse } from '@zit/contracts';
import { startPortal, type TestPortal } from '../../test/portal';
import { clockDifference, Readiness } from './readiness';

describe('health', () => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await startPortal();
  });
  afterEach(() => portal.stop());

  const ready = async () => {
    const { status, body } = await portal.stranger.get<HealthResponse>('/readyz');
    return { status, red: body.checks.filter((check) => !check.ok).map((check) => check.name) };
  };

  it('is ready with its database, migrated, and clocks that agree', async () => {
    expect(await ready()).toEqual({ status: 200, red: [] });
    expect((await portal.stranger.get('/livez')).status).toBe(200);
    expect((await portal.stranger.get<VersionResponse>('/version')).body.name).toBe('zit-portal');
  });

  it('is not ready while a migration is missing', async () => {
    await portal.dataSource.query(`delete from migration where name like 'CentresArePlanned%'`);
    expect(await ready()).toEqual({ status: 503, red: ['migrations'] });
  });

  it('is not ready while it stops, though it lives', async () => {
    portal.app.get(Readiness, { strict: false }).stop();
    expect(await ready()).toEqual({ status: 503, red: ['serving'] });
    expect((await portal.stranger.get('/livez')).status).toBe(200);
  });

  it('is not ready without a database, and says so without a stack', async () => {
    await portal.dataSource.destroy();
    expect(await ready()).toEqual({ status: 503, red: ['database', 'migrations', 'clock'] });
    const answer = await portal.stranger.get('/api/v1/demo-logins');
    expect([404, 503]).toContain(answer.status);
  });

  it('says what becomes of mails, and stays ready', async () => {
    const mail = async () =>
      (await portal.stranger.get<HealthResponse>('/readyz')).body.checks.find((check) => check.name === 'mail');
    expect(await mail()).toEqual({ name: 'mail', ok: true, detail: null });
    await portal.dataSource.query(
      `insert into mail (template, recipient, subject, body, written_at, send_at)
       values ('RESET', 'a@example.test', 's', 'b', now(), now()),
              ('RESET', 'b@example.test', 's', 'b', now() - interval '16 minutes', now()),
              ('RESET', 'c@example.test', 's', 'b', now(), 'infinity')`,
    );
    expect(await mail()).toEqual({ name: 'mail', ok: true, detail: '1 late, 1 not delivered' });
  });

  it('knows how far two clocks are apart at least', () => {
    expect(clockDifference(1000, 1010, 1020)).toBe(0);
    expect(clockDifference(1000, 700, 1020)).toBe(300);
    expect(clockDifference(1000, 1400, 1020)).toBe(380);
  });
});
