import type { Problem } from '@zit/contracts';
import { startPortal, type Caller, type TestPortal } from '../../test/portal';
import { accessTable, type Access } from '../http/access-table';

const ID = '6f1c1b1e-0000-4000-8000-000000000000';
const changing = accessTable.filter(({ method }) => method !== 'GET');
const named = (list: readonly Access[]) => list.map((access) => [`${access.method} ${access.path}`, access] as const);

/** What a browser says of a request that another site made, in all the ways it may say it. */
const ELSEWHERE: [string, Record<string, string>][] = [
  ['another site', { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://zly.example' }],
  ['another site that says it is ours', { 'Sec-Fetch-Site': 'cross-site', Origin: 'OURS' }],
  ['a neighbour under the same domain', { 'Sec-Fetch-Site': 'same-site' }],
  ['something unheard of', { 'Sec-Fetch-Site': 'SAME-ORIGIN, same-origin' }],
  ['an old browser on another site', { Origin: 'https://zly.example' }],
  ['an old browser in a sandboxed frame', { Origin: 'null' }],
  ['another port of this machine', { Origin: 'http://127.0.0.1:1' }],
  ['a name that begins like ours', { Origin: 'OURS.zly.example' }],
  ['a proxy that speaks for another host', { Origin: 'https://zly.example', 'X-Forwarded-Host': 'zly.example' }],
  ['only a referring page', { Referer: 'OURS/' }],
  ['nothing', {}],
];

/** What a form of another site can send without asking beforehand. */
const FORMS = ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain', 'text/plain;json'];

describe('requests that another site makes with the visitor’s cookie', () => {
  let portal: TestPortal;
  let someone: Caller;
  beforeAll(async () => {
    portal = await startPortal();
    someone = await portal.as({ role: 'ADMINISTRATOR' });
  });
  afterAll(() => portal.stop());

  const send = async ({ method, path }: Access, headers: Record<string, string>, body?: string) => {
    const ours = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, value.replace('OURS', portal.url)]),
    );
    const answer = await fetch(portal.url + path.replaceAll(/:\w+/g, ID), {
      method,
      headers: { Cookie: `zit=${someone.token}`, ...ours },
      body,
    });
    return { status: answer.status, code: ((await answer.json()) as Problem).code };
  };

  it.each(named(changing))('S-13: %s listens to no other site', async (_, access) => {
    for (const [who, headers] of ELSEWHERE)
      for (const body of [undefined, '{}']) {
        const type: Record<string, string> = body ? { 'Content-Type': 'application/json' } : {};
        const refusal = await send(access, { ...headers, ...type }, body);
        expect([who, refusal]).toEqual([who, { status: 403, code: 'CROSS_SITE' }]);
      }
  });

  it.each(named(changing))('S-13: %s takes nothing in a shape that a form can send', async (_, access) => {
    for (const type of FORMS) {
      const refusal = await send(access, { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': type }, '{"a":"="}');
      expect([type, refusal]).toEqual([type, { status: 415, code: 'UNSUPPORTED_MEDIA_TYPE' }]);
    }
  });

  it('S-13: a link stays a link, whatever method it claims', async () => {
    for (const [path, headers] of [
      ['/api/v1/session?_method=DELETE', {}],
      ['/api/v1/session', { 'X-HTTP-Method-Override': 'DELETE' }],
      ['/api/v1/session', { 'X-HTTP-Method': 'DELETE', 'X-Method-Override': 'DELETE' }],
    ] as const)
      expect((await someone.get(path, headers)).status).toBe(200);
  });

  it('S-13: after all of that the session and the people are as they were', async () => {
    expect((await someone.get('/api/v1/session')).status).toBe(200);
    const [count] = await portal.dataSource.query<{ sessions: number; people: number; entries: number }[]>(
      `select (select count(*)::int from session) as sessions, (select count(*)::int from person) as people,
              (select count(*)::int from journal where act <> 'DENIED' and person_id = $1) as entries`,
      [someone.personId],
    );
    expect(count).toEqual({ sessions: 1, people: 1, entries: 0 });
  });
});
