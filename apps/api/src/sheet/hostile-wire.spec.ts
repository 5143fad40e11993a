import { randomUUID } from 'node:crypto';
import type { Problem, SheetResponse } from '@zit/contracts';
import { draftCall } from '../../test/calls';
import { startPortal, type Caller, type TestPortal } from '../../test/portal';
import { must } from '../../test/sopot';

const TITLE = 'basics.title';
const tower = (levels: number): string => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

describe('a sheet and requests that no browser sends', () => {
  let portal: TestPortal;
  let officer: Caller;
  let address: string;
  beforeAll(async () => {
    portal = await startPortal();
    officer = await portal.as({ role: 'COUNTY_OPERATOR', teryt: '2264' });
    address = `/api/v1/calls/${(await draftCall(officer)).id}/sheet`;
  });
  afterAll(() => portal.stop());
  const body = (changes: string): string => `{"save":"${randomUUID()}","changes":${changes}}`;
  const change = (value: string, path = TITLE, base = '1'): string =>
    body(`[{"path":${JSON.stringify(path)},"base":${base},"value":${value}}]`);

  it.each([
    ['a value with __proto__', () => change('{"typed":"x","__proto__":{"admin":true}}')],
    ['a value that is typed twice over', () => change('{"typed":{"typed":"x"}}')],
    ['a value with a constructor', () => change('{"constructor":{"prototype":{"admin":true}}}')],
    ['U+0000', () => change('"a\\u0000b"')],
    ['half a surrogate pair', () => change('"\\ud83d"')],
    ['half a surrogate pair as typed', () => change('{"typed":"\\udc00"}')],
    ['half a surrogate pair in a path', () => change('"x"', 'basics.\ud83d')],
    ['a tower', () => change(tower(40))],
    ['lists in a list', () => change('[["NGO"]]', 'basics.memberSectors')],
    ['a list for a text', () => change('["x"]')],
    ['no value', () => body(`[{"path":"${TITLE}","base":1}]`)],
    ['a number beyond all numbers', () => change('1e999', 'basics.centres', '0')],
    ['a revision beyond all numbers', () => change('"x"', TITLE, '1e999')],
    ['a revision beyond whole numbers', () => change('"x"', TITLE, '1e300')],
    ['a revision below zero', () => change('"x"', TITLE, '-1')],
    ['a revision as text', () => change('"x"', TITLE, '"1"')],
    ['__proto__ as a path', () => change('"x"', '__proto__')],
    ['a path through a constructor', () => change('"x"', 'basics.constructor')],
    ['a path that no form has', () => change('"x"', 'basics.titel')],
    ['a path of a mile', () => change('"x"', `basics.${'a'.repeat(500_000)}`)],
    ['the same path twice', () => body(`[${'{"path":"basics.title","base":1,"value":"x"},'.repeat(2).slice(0, -1)}]`)],
    ['501 changes', () => body(`[${'{"path":"basics.title","base":1,"value":"x"},'.repeat(501).slice(0, -1)}]`)],
    ['no list of changes', () => body('{"0":{"path":"basics.title","base":1,"value":"x"}}')],
    ['a change that is null', () => body('[null]')],
    ['a field that nobody asks for', () => body('[{"path":"basics.title","base":1,"value":"x","personId":"1"}]')],
    ['a save without its id', () => '{"save":"1","changes":[]}'],
  ])('S-06: refuses %s, and nothing of it is written', async (_, request) => {
    const answer = await officer.patch<Problem>(address, request());
    expect(answer.status).toBe(400);
    expect(['VALIDATION', 'MALFORMED']).toContain(answer.body.code);
    expect(JSON.stringify(answer.body).length).toBeLessThan(5_000);
    const sheet = must(await officer.get<SheetResponse>(address));
    expect(sheet.fields).toEqual([{ path: TITLE, value: 'Lokalne Centrum w Sopocie', rev: 1 }]);
  });

  it.each(['after=-1', 'after=1.5', 'after=x', 'after=1e99', 'after=9007199254740993', 'after=1&after=2', 'before=1'])(
    'S-06: refuses the question %s',
    async (question) => expect((await officer.get(`${address}?${question}`)).status).toBe(400),
  );

  it.each(['before=0', 'before=1e99', 'before=x', 'path=__proto__', 'path=a.b.c.d.e', 'path=a.b%00'])(
    'S-06: refuses the question %s of the history',
    async (question) => expect((await officer.get(`${address}/history?${question}`)).status).toBe(400),
  );

  it('keeps what a field cannot read as it was typed, as text and nothing else', async () => {
    const typed = `<img src=x onerror=alert(1)> ' or 1=1; -- \${7*7} {{7*7}}`;
    const { id } = await draftCall(officer);
    const own = `/api/v1/calls/${id}/sheet`;
    const changes = [{ path: 'basics.capGrosze', base: 0, value: { typed } }];
    must(await officer.patch(own, { save: randomUUID(), changes }));
    const { fields } = must(await officer.get<SheetResponse>(own));
    expect(fields).toContainEqual({ path: 'basics.capGrosze', value: { typed }, rev: 2 });
  });
});
