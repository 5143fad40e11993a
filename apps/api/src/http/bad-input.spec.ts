import type { Problem } from '@zit/contracts';
import { refusal, startPortal, type Caller, type TestPortal } from '../../test/portal';
import { fieldPaths } from '../openapi/request-schemas';
import { accessTable, type Access } from './access-table';

const TEXTS = {
  emoji: '👩‍👩‍👧‍👦🏳️‍🌈',
  rightToLeft: '\u202eאבג ABC\u202c',
  zero: 'a\u0000b',
  loneSurrogate: '\ud800',
  long: 'ą'.repeat(20_000),
  zalgo: 'Z\u0300\u0301\u0302'.repeat(50),
  sql: `'; drop table person; --`,
  template: '${7*7}{{constructor.constructor("return 1")()}}',
};

const VALUES: unknown[] = [
  ...Object.values(TEXTS),
  null,
  '',
  [],
  {},
  0,
  -1,
  1.5,
  1e13,
  1e300,
  true,
  [[]],
  { $ne: 1 },
  ['a', 'b'],
  '330000.005',
  'NaN',
  Number.MAX_SAFE_INTEGER + 2,
];

const BODIES: [string, string][] = [
  ['broken JSON', '{"name": '],
  ['no object', '"text"'],
  ['a list', '[]'],
  ['null', 'null'],
  ['a number', '1e999'],
  ['nothing', ''],
  ['prototype', '{"__proto__": {"polluted": true}}'],
  ['deep prototype', '{"changes": {"representation": [{"__proto__": {"polluted": true}}]}}'],
  ['constructor', '{"constructor": {"prototype": {"polluted": true}}}'],
  ['unknown fields', '{"role": "ADMINISTRATOR", "createdBy": "me", "version": 7, "nameKey": "x"}'],
  ['a tower of brackets', `{"name": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
  ['a byte order mark', '\ufeff{}'],
  ['a duplicate key', '{"name": "a", "name": 7}'],
];

/** Requests that are right but for the one field under test, so that the value gets as far as it can. */
const RIGHT: Readonly<Record<string, object>> = {
  CreateOrganisation: { name: 'Nazwa', sector: 'NGO' },
  SignIn: { email: 'ktos@example.test', password: 'x' },
  SearchPeople: {},
  FindDuplicates: {},
  PlanLocalCentre: { name: 'Centrum', teryt: '2261011', phase: 1 },
};

const id = '6f1c1b1e-0000-4000-8000-000000000000';
const writing = accessTable.filter((access) => access.takes !== undefined);
const reading = accessTable.filter((access) => access.asks !== undefined);
const byPath = accessTable.filter((access) => access.path.includes(':id'));
const named = (list: readonly Access[]) => list.map((access) => [`${access.method} ${access.path}`, access] as const);
const pathOf = (access: Access): string => access.path.replace(/:\w+/g, id);

describe('bad input is refused with a clear sentence', () => {
  let portal: TestPortal;
  let administrator: Caller;
  beforeAll(async () => {
    portal = await startPortal();
  });
  // Some acts end or renew the session they are done in.
  beforeEach(async () => {
    administrator = await portal.as({ role: 'ADMINISTRATOR' });
  });
  afterAll(() => portal.stop());

  const send = (access: Access, body: unknown) => {
    const ask = {
      POST: administrator.post,
      PATCH: administrator.patch,
      PUT: administrator.put,
      GET: null,
      DELETE: null,
    };
    const method = ask[access.method];
    if (!method) throw new Error(`${access.method} takes no body`);
    return method<Problem>(pathOf(access), body);
  };
  const bodyWith = (access: Access, [field = '', ...below]: string[], value: unknown) => {
    const right = RIGHT[access.takes ?? ''] ?? { version: 1, changes: {}, base: {} };
    return { ...right, [field]: below.length === 0 ? value : { [below[0] ?? '']: value } };
  };
  const expectRefusal = (answer: { status: number; body: Problem }) => {
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.body.code).toMatch(/^[A-Z_]+$/);
    expect(answer.body.detail).toMatch(/[.]$/);
    expect(JSON.stringify(answer.body)).not.toMatch(/ at \/|select |typeorm|node_modules/i);
  };

  describe.each(named(writing))('%s', (_, access) => {
    it.each(BODIES)('S-05, S-06: %s', async (__, body) => {
      const answer = await send(access, body);
      // A body without any field that counts may be a complete request: for nobody, without a reason, for anything.
      if (answer.status < 300) expect(['actFor', 'askErasure', 'listPeople', 'findDuplicates']).toContain(access.act);
      else expectRefusal(answer);
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    });

    it('S-06: any value in any field', async () => {
      for (const path of fieldPaths(access.takes ?? '')) {
        const answers = await Promise.all(VALUES.map((value) => send(access, bodyWith(access, path, value))));
        const failed = VALUES.filter((_, index) => (answers[index]?.status ?? 500) >= 500);
        expect([path.join('/'), failed]).toEqual([path.join('/'), []]);
      }
    });

    it('S-17: another format, or a body beyond its limit', async () => {
      const raw = (type: string, body: string) =>
        fetch(portal.url + pathOf(access), {
          method: access.method,
          headers: { 'Content-Type': type, 'Sec-Fetch-Site': 'same-origin' },
          body,
        });
      for (const type of [
        'application/x-www-form-urlencoded',
        'text/plain',
        'multipart/form-data; boundary=x',
        'application/xml',
      ])
        expect((await raw(type, 'a=b')).status).toBe(415);
      const limit = access.bodyLimit ?? 1_048_576;
      const tooLarge = await raw('application/json', JSON.stringify({ name: 'x'.repeat(limit) }));
      expect(tooLarge.status).toBe(413);
      const problem = (await tooLarge.json()) as Problem;
      expect(problem.code).toBe('TOO_LARGE');
      expect(problem.detail).toContain(`większe niż ${limit / 1_048_576}\u00a0MB`);
    });

    it('S-13: from another site', async () => {
      const from = (headers: Record<string, string>) =>
        fetch(portal.url + pathOf(access), {
          method: access.method,
          headers: { 'Content-Type': 'application/json', ...headers },
          body: '{}',
        });
      const elsewhere: Record<string, string>[] = [
        { 'Sec-Fetch-Site': 'cross-site' },
        { 'Sec-Fetch-Site': 'same-site' },
        { Origin: 'https://zly.example' },
        { Origin: 'null' },
        {},
      ];
      for (const headers of elsewhere)
        expect(((await (await from(headers)).json()) as Problem).code).toBe('CROSS_SITE');
      expect((await from({ Origin: portal.url })).status).not.toBe(403);
    });
  });

  it.each(named(reading))('S-06: %s takes only its own questions', async (_, access) => {
    for (const query of [
      'after=x',
      'after=W10',
      'limit=0',
      'limit=1000',
      'limit=abc',
      'limit=1e3',
      'unknown=1',
      'search=a&search=b',
      'search[x]=1',
      'search=%00',
      '__proto__[a]=1',
      'constructor=1',
      'exceptId=1',
      `name=${'x'.repeat(400)}`,
    ]) {
      const answer = await administrator.get<Problem>(`${pathOf(access)}?${query}`);
      expect([query, answer.status < 500]).toEqual([query, true]);
      if (answer.status >= 400) expectRefusal(answer);
    }
  });

  it.each(named(byPath))('%s: what is no id is not found', async (_, access) => {
    for (const wrong of ['1', 'undefined', 'null', '%7B%7D', '..%2f', "'", '%00', 'a'.repeat(150), `${id}x`]) {
      const ask = {
        GET: administrator.get,
        DELETE: administrator.del,
        POST: administrator.post,
        PATCH: administrator.patch,
        PUT: administrator.put,
      }[access.method];
      const body = access.takes ? { version: 1, changes: {}, base: {} } : undefined;
      const answer = await ask<Problem>(access.path.replace(/:\w+/g, wrong), body as never);
      expect([wrong, [400, 404].includes(answer.status)]).toEqual([wrong, true]);
    }
  });

  it('an address that cannot be read', async () => {
    expect(refusal(await administrator.get('/api/v1/organisations/%E0%A4%A'))).toEqual({
      status: 400,
      code: 'MALFORMED',
    });
  });

  it('says at each field what is wrong, what came and the way out', async () => {
    const answer = await administrator.post<Problem>('/api/v1/organisations', {
      name: 'x',
      sector: 'KOSMICZNY',
      email: 'nie-adres',
      nip: 7,
      representation: [{ person: '', function: 'prezes', mode: 'SOLE' }],
      owner: true,
    });
    expect(answer.body.errors).toEqual(
      expect.arrayContaining([
        { pointer: '/name', message: 'Nazwa: wpisz co najmniej 2 znaki.' },
        { pointer: '/owner', message: 'Pole „owner” nie jest znane. Usuń je z żądania.' },
        { pointer: '/nip', message: 'NIP: podano „7”, a potrzebny jest tekst.' },
        { pointer: '/email', message: expect.stringContaining('„nie-adres” nie jest adresem e-mail') },
        { pointer: '/sector', message: expect.stringContaining('„KOSMICZNY”') },
        { pointer: '/representation/0/person', message: 'Osoba: pole nie może być puste, uzupełnij je.' },
      ]),
    );
    expect(answer.body.detail).toBe('6 pól wymaga poprawy. Popraw je i zapisz ponownie.');
  });

  it('keeps emoji and right-to-left text as they came', async () => {
    const name = `Fundacja ${TEXTS.emoji} ${TEXTS.rightToLeft}`;
    const answer = await administrator.post<{ name: string }>('/api/v1/organisations', { name, sector: 'NGO' });
    expect(answer.body.name).toBe(name);
  });
});
