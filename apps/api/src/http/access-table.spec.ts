import { randomUUID } from 'node:crypto';
import { POLICY, rolesFor } from '@zit/domain';
import { refusal, startPortal, type Caller, type TestPortal } from '../../test/portal';
import { accessTable, type Access } from './access-table';
import { checkRoutes, type Route } from './router-check';

const routes = (): Route[] => accessTable.map(({ method, path }) => ({ method, path }));
const open = accessTable.filter((access) => access.who === 'public');
const closed = accessTable.filter((access) => access.who !== 'public');
const named = (list: readonly Access[]) => list.map((access) => [`${access.method} ${access.path}`, access] as const);

const call = (who: Caller, access: Access) => {
  const path = access.path.replace(/:\w+/g, () => randomUUID());
  const ask = { GET: who.get, POST: who.post, PATCH: who.patch, PUT: who.put, DELETE: who.del }[access.method];
  const bare = access.method === 'GET' || access.method === 'DELETE' || access.bytes;
  return ask(path, bare ? (undefined as never) : ({} as never));
};

describe('who may call what', () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await startPortal();
  });
  afterAll(() => portal.stop());

  it.each(named(closed))('%s does not let a stranger in', async (_, access) => {
    expect(refusal(await call(portal.stranger, access))).toEqual({ status: 401, code: 'UNAUTHENTICATED' });
  });

  it.each(named(closed.filter((access) => access.who === 'policy')))('%s lets in only its roles', async (_, access) => {
    const outsider = await portal.as({ role: 'DEFS_OFFICER' });
    expect(rolesFor(access.act)).not.toContain('DEFS_OFFICER');
    expect(refusal(await call(outsider, access))).toEqual({ status: 403, code: 'FORBIDDEN' });
  });

  it.each(named(open.filter((access) => access.method === 'GET')))('%s asks nobody to sign in', async (_, access) => {
    expect([200, 404]).toContain((await call(portal.stranger, access)).status);
  });

  it('an address that nobody knows is not found, and says so as a problem', async () => {
    const answer = await portal.stranger.get('/api/v1/nothing-here');
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(refusal(answer)).toEqual({ status: 404, code: 'NOT_FOUND' });
  });

  it('another method of a known address is not allowed and names those that are', async () => {
    const answer = await portal.stranger.del('/api/v1/organisations');
    expect(refusal(answer)).toEqual({ status: 405, code: 'METHOD_NOT_ALLOWED' });
    expect(answer.headers.get('allow')).toBe('GET, POST');
  });

  it.each([
    '/api/v1/Session',
    '/API/v1/session',
    '/api/v1/session/',
    '/api//v1/session',
    '/api/v1/./session;x',
    '/api/v1/%73ession/',
  ])('the address cannot be written around the guard: %s', async (path) =>
    expect([401, 404]).toContain((await portal.stranger.get(path)).status),
  );
});

describe('the portal does not start', () => {
  it('with a route that the table does not list', () => {
    expect(() => checkRoutes([...routes(), { method: 'GET', path: '/api/v1/forgotten' }])).toThrow(
      'no entry for GET /api/v1/forgotten',
    );
  });

  it('with an entry that no route serves', () => {
    expect(() => checkRoutes(routes().slice(1))).toThrow('no route for GET /livez');
  });

  it('with a route of which the policy says nothing', () => {
    const { live: _, ...less } = POLICY;
    expect(() => checkRoutes(routes(), less)).toThrow('no rule of the policy for live');
  });

  it('with a rule for an act that no route does', () => {
    const more = { ...POLICY, moveMountains: POLICY.live };
    expect(() => checkRoutes(routes(), more)).toThrow('no route for moveMountains of the policy');
  });

  it('with a door that stands wider open than the policy says', () => {
    const other = { ...POLICY, live: POLICY.planLocalCentre };
    expect(() => checkRoutes(routes(), other)).toThrow('the door of live is public, the policy says otherwise');
  });

  it('but it does when both agree', () => {
    expect(() => checkRoutes([...routes(), { method: 'HEAD', path: '/livez' }])).not.toThrow();
  });
});
