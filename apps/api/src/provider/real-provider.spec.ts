import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { SessionResponse } from '@zit/contracts';
import { CLIENT } from '../../test/fake-provider';
import { startPortal, type TestPortal } from '../../test/portal';
import { Visitor } from '../../test/visitor';

const ORIGIN = 'https://portal.example.test';
const SCRIPT = fileURLToPath(new URL('../../test/oidc-server.mjs', import.meta.url));

describe('signing in by a real provider (oidc-provider, its own pages)', () => {
  let portal: TestPortal;
  let server: ChildProcess;
  let issuer = '';
  beforeAll(async () => {
    const redirect = `${ORIGIN}/api/v1/providers/miasto/return`;
    server = spawn(process.execPath, [SCRIPT, redirect, CLIENT.clientId, CLIENT.clientSecret], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    if (!server.stdout) throw new Error('the provider has no output');
    const [said] = (await once(server.stdout, 'data')) as [Buffer];
    issuer = said.toString().trim();
    portal = await startPortal({
      settings: { publicOrigin: ORIGIN, providers: [{ id: 'miasto', name: 'Konto urzędu', issuer, ...CLIENT }] },
    });
  });
  afterAll(async () => {
    server.kill();
    await portal.stop();
  });

  const locationOf = (answer: Response, base: string): string =>
    new URL(answer.headers.get('location') ?? '', base).href;

  /** Goes through the provider's pages until it sends the visitor back: signs in, agrees. */
  async function throughPages(visitor: Visitor, from: string, login: string): Promise<URL> {
    let at = from;
    for (let step = 0; step < 12; step++) {
      if (at.startsWith(ORIGIN)) return new URL(at);
      const answer = await visitor.get(at);
      if (answer.status !== 200) {
        at = locationOf(answer, at);
        continue;
      }
      const page = await answer.text();
      const action = /action="([^"]+)"/.exec(page)?.[1] ?? '';
      const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? '';
      const target = new URL(action, at).href;
      at = locationOf(
        await visitor.post(target, prompt === 'login' ? { prompt, login, password: 'x' } : { prompt }),
        target,
      );
    }
    throw new Error(`the provider never came back from ${at}`);
  }

  async function comeBack(visitor: Visitor, { pathname, search }: URL): Promise<string> {
    return (await visitor.get(portal.url + pathname + search)).headers.get('location') ?? '';
  }

  it('links from the account, then signs in; nobody is found by the provider’s e-mail', async () => {
    const begin = `${portal.url}/api/v1/providers/miasto/start`;
    const unknown = new Visitor();
    const asked = locationOf(await unknown.get(begin), portal.url);
    expect(await comeBack(unknown, await throughPages(unknown, asked, 'urzednik'))).toBe('/logowanie?blad=NOT_LINKED');

    const { personId, token } = await portal.as({ role: 'AUDITOR' });
    const own = new Visitor();
    own.setCookie(portal.url, 'zit', token ?? '');
    const started = await own.post(`${portal.url}/api/v1/account/identities/miasto/start`, '{}');
    const { url } = (await started.json()) as { url: string };
    expect(await comeBack(own, await throughPages(own, url, 'urzednik'))).toBe('/konto');

    const later = new Visitor();
    const again = locationOf(await later.get(begin), portal.url);
    expect(await comeBack(later, await throughPages(later, again, 'urzednik'))).toBe('/');
    const session = (await (await later.get(`${portal.url}/api/v1/session`)).json()) as SessionResponse;
    expect([session.person.id, session.level]).toEqual([personId, 'FULL']);
  });

  it('S-36: a code that comes back twice opens once', async () => {
    const visitor = new Visitor();
    const asked = locationOf(await visitor.get(`${portal.url}/api/v1/providers/miasto/start`), portal.url);
    const back = await throughPages(visitor, asked, 'urzednik');
    const cookie = visitor.cookie(portal.url, 'zit-flow') ?? '';
    expect(await comeBack(visitor, back)).toBe('/');
    const replay = new Visitor();
    replay.setCookie(portal.url, 'zit-flow', cookie);
    expect(await comeBack(replay, back)).toBe('/logowanie?blad=FAILED');
  });
});
