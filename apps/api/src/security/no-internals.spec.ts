import type { Problem } from '@zit/contracts';
import { startPortal, type Caller, type TestPortal } from '../../test/portal';
import { accessTable } from '../http/access-table';

const ID = '6f1c1b1e-0000-4000-8000-000000000000';
/** Paths, statements, names of tables and of what the portal is made of. */
const INTERNALS =
  /\bat \/|\.(m?js|ts):\d|node_modules|\bselect\b|\binsert\b|relation "|column "|typeorm|postgres|fastify|nest|zit_(app|gate)|stack/i;
const KEYS = ['code', 'detail', 'errors', 'status', 'title', 'trace', 'type'];
/** Whoever asks has still to be recognised. */
const KEPT = ['session', 'person', 'role_grant', 'sign_in_attempt', 'migrations'];

describe('errors nobody foresaw', () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await startPortal();
  });
  afterAll(() => portal.stop());

  const fresh = (): Promise<Caller> => portal.as({ role: 'ADMINISTRATOR' });

  it('S-28: with half of the database gone every route says a code and a trace, and nothing of the inside', async () => {
    const callers = await Promise.all(accessTable.map(fresh));
    await portal.dataSource.query(
      `do $$ declare name text; begin
         for name in select tablename from pg_tables where schemaname = 'public' and tablename <> all ('{${KEPT.join()}}')
         loop execute format('alter table %I rename to %I', name, 'hidden_' || name); end loop; end $$`,
    );
    const unforeseen: string[] = [];
    for (const [at, { method, path, media }] of accessTable.entries()) {
      const address = `${portal.url}${path.replace('/*', '/x').replaceAll(/:\w+/g, ID)}`;
      const answer = await fetch(address, {
        method,
        redirect: 'manual',
        headers: { Cookie: `zit=${callers[at]?.token}`, 'Sec-Fetch-Site': 'same-origin' },
      });
      const said = await answer.text();
      if (!answer.headers.get('content-type')?.includes('problem+json')) continue;
      const problem = JSON.parse(said) as Problem;
      expect([path, media, Object.keys(problem).filter((key) => !KEYS.includes(key))]).toEqual([path, media, []]);
      expect([path, INTERNALS.exec(said)?.[0]]).toEqual([path, undefined]);
      expect([path, INTERNALS.exec([...answer.headers.values()].join('\n'))?.[0]]).toEqual([path, undefined]);
      expect(problem.trace).toMatch(/^[0-9a-f-]{36}$/);
      if (answer.status === 500) unforeseen.push(`${method} ${path}`);
    }
    expect(unforeseen.length).toBeGreaterThan(10);
  });
});
