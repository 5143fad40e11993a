import type { Problem } from '@zit/contracts';
import { startPortal, type Caller, type TestPortal } from '../../test/portal';
import { accessTable, type Access } from '../http/access-table';
import { fieldPaths } from '../openapi/request-schemas';

const ID = '6f1c1b1e-0000-4000-8000-000000000000';
const writing = accessTable.filter(({ takes }) => takes !== undefined);
const asking = accessTable.filter(({ asks }) => asks !== undefined);
const named = (list: readonly Access[]) => list.map((access) => [`${access.method} ${access.path}`, access] as const);

/** Shapes that class-validator once waved through because it knew no class for them. */
const UNKNOWN = [
  '{"constructor":1}',
  '{"toString":"x"}',
  '{"hasOwnProperty":1}',
  '{"then":1}',
  '{"length":-1}',
  '{"0":1}',
];
const POISON = [
  '"__proto__":{"polluted":1}',
  '"constructor":{"prototype":{"polluted":1}}',
  '"\\u005f_proto__":{"polluted":1}',
];
/** What JSON readers disagree about; as written, so that nothing tidies it up on the way. */
const ODD = [
  '1e999',
  '-1e999',
  '-0',
  '1.0000000000000000000001',
  '"1"',
  '" 1 "',
  '"0x10"',
  '"1e3"',
  '"Infinity"',
  '[1]',
];

describe('bodies and questions that readers disagree about', () => {
  let portal: TestPortal;
  let someone: Caller;
  beforeAll(async () => {
    portal = await startPortal();
  });
  beforeEach(async () => {
    someone = await portal.as({ role: 'ADMINISTRATOR' });
    await portal.dataSource.query('update person set password_hash = null where id = $1', [someone.personId]);
  });
  afterAll(() => portal.stop());

  const send = ({ method, path }: Access, body: string) => {
    const ask = { POST: someone.post, PUT: someone.put, PATCH: someone.patch, GET: null, DELETE: null }[method];
    if (!ask) throw new Error(`${method} takes no body`);
    return ask<Problem>(path.replaceAll(/:\w+/g, ID), body);
  };
  /** The JSON text as the value of the field, with the ways down to it. */
  const placed = (path: readonly string[], text: string) =>
    path.reduceRight((inner, name) => `{${JSON.stringify(name)}:${inner}}`, text);
  /** Where an object may stand: the body itself, each of its fields, and one field of each of those. */
  const places = (takes = '') => {
    const paths = fieldPaths(takes);
    const nested = paths.filter(([field, below], at) => below && paths[at - 1]?.length === 1 && field);
    return [[], ...paths.filter((path) => path.length === 1), ...nested];
  };

  it.each(named(writing))(
    'S-04: %s refuses what is none of its fields, names of every object included',
    async (_, access) => {
      for (const text of UNKNOWN) expect([text, (await send(access, text)).status]).toEqual([text, 400]);
      for (const path of places(access.takes).slice(1))
        for (const body of [placed(path, '{"constructor":1}'), placed(path, '[{"constructor":1}]')])
          expect([body, (await send(access, body)).status]).toEqual([body, 400]);
    },
  );

  it.each(named(writing))('S-05: %s lets nobody reach a prototype, at any depth', async (_, access) => {
    for (const poison of POISON)
      for (const path of places(access.takes).slice(0, 4))
        for (const body of [placed(path, `{${poison}}`), placed(path, `[{"a":{${poison}}}]`)])
          expect([body, (await send(access, body)).status]).toEqual([body, 400]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(([] as unknown as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it.each(named(writing))('S-06: %s keeps its head over odd numbers and repeated keys', async (_, access) => {
    const paths = fieldPaths(access.takes ?? '');
    for (const text of ODD) {
      const flat = paths.filter((path) => path.length === 1).map(([field]) => `${JSON.stringify(field)}:${text}`);
      const bodies = [`{${flat.join()}}`, ...paths.filter((path) => path.length > 1).map((path) => placed(path, text))];
      for (const body of bodies) {
        const { status } = await send(access, body);
        expect([body, status < 500]).toEqual([body, true]);
      }
    }
    for (const path of paths) {
      const field = JSON.stringify(path.at(-1));
      const twice = placed(path.slice(0, -1), `{${field}:"a",${field}:{"$ne":1}}`);
      expect([path, (await send(access, twice)).status]).toEqual([path, 400]);
    }
  });

  it('S-06: a list longer than any of ours is refused at once, and no answer is many times its question', async () => {
    for (const list of [`[${'1,'.repeat(400_000)}1]`, `[${'{},'.repeat(4_999)}{}]`, `[${'[],'.repeat(4_000)}[]]`])
      for (const path of [['representation'], ['changes', 'services'], ['nip'], ['constructor']]) {
        const answer = await someone.patch<Problem>(`/api/v1/consortia/${ID}`, placed(path, list));
        expect(answer.status).toBe(400);
        expect((answer.body.errors ?? []).length).toBeLessThanOrEqual(1_000);
      }
  });

  it('S-06: a number beyond all numbers, or written as text, is not stored', async () => {
    const centre = (phase: string) =>
      someone.post<Problem>('/api/v1/local-centres', `{"name":"Centrum","teryt":"2261011","phase":${phase}}`);
    for (const phase of ['1e999', '"1"', '[1]', '1.5', 'true', '{"valueOf":1}'])
      expect([phase, (await centre(phase)).status]).toEqual([phase, 400]);
  });

  it.each(named(asking))('S-06: %s takes each question once and as text', async (_, access) => {
    for (const [field = ''] of fieldPaths(access.asks ?? ''))
      for (const query of [
        `${field}=1&${field}=2`,
        `${field}[]=1`,
        `${field}[a]=1`,
        `${field}=1&${field}[]=2`,
        `${field}.a=1`,
      ]) {
        const answer = await someone.get<Problem>(`${access.path.replaceAll(/:\w+/g, ID)}?${query}`);
        expect([query, [400, 404].includes(answer.status)]).toEqual([query, true]);
        if (!access.path.includes(':')) expect([query, answer.status]).toEqual([query, 400]);
      }
  });
});
