import { randomUUID } from 'node:crypto';
import type { ConsortiumPage, Problem } from '@zit/contracts';
import { refusal, startPortal, type TestPortal } from '../../test/portal';
import { formSopot, SOPOT_CENTRE, type Sopot } from '../../test/sopot';

const SPACES = ['  ', '\u00a0\u00a0\u00a0', '\u200b\u200b\u2060', '\u3164'.repeat(3), '\t\r\n', '\u0001\u0002\u001f'];

describe('what nobody could read or find', () => {
  let portal: TestPortal;
  let sopot: Sopot;
  beforeAll(async () => {
    portal = await startPortal();
    sopot = await formSopot(portal);
  });
  afterAll(() => portal.stop());

  const expectBlank = (answer: { status: number; body: Problem; headers: Headers }, pointer: string) => {
    expect(refusal(answer)).toEqual({ status: 400, code: 'VALIDATION' });
    expect(answer.body.errors?.map((error) => error.pointer)).toEqual([pointer]);
  };

  it.each(SPACES)('a name of %j names nothing', async (name) => {
    const { administrator } = sopot;
    const { version } = await sopot.read();
    const path = `/api/v1/consortia/${sopot.id}`;
    const post = (to: string, body: object) => administrator.post<Problem>(`/api/v1/${to}`, body);
    const change = (changes: object) => administrator.patch<Problem>(path, { version, changes, base: {} });
    expectBlank(await post('consortia', { title: name, localCentreId: SOPOT_CENTRE }), '/title');
    expectBlank(await change({ title: name }), '/changes/title');
    const point = { id: randomUUID(), teryt: '2264011', address: name };
    expectBlank(await change({ servicePoints: [point] }), '/changes/servicePoints/0/address');
    expectBlank(await post('local-centres', { name, teryt: '2264011', phase: 1 }), '/name');
    expectBlank(await post('organisations', { name, sector: 'NGO' }), '/name');
  });

  it('emoji and letters of any script are a name', async () => {
    for (const title of ['😀😀', 'שלום', '„!”', 'Łódź'])
      expect((await sopot.administrator.post('/api/v1/consortia', { title, localCentreId: SOPOT_CENTRE })).status).toBe(
        201,
      );
  });

  it.each(['%', '__', '\\', '„”'])('a search for %s finds nothing instead of everything', async (search) => {
    const path = `/api/v1/consortia?search=${encodeURIComponent(search)}`;
    expect((await sopot.administrator.get<ConsortiumPage>(path)).body.items).toEqual([]);
  });

  it.each(['abc', '1.5', '-1', '9'.repeat(19), '١٢'])('history has no page after %s', async (after) => {
    const path = `/api/v1/consortia/${sopot.id}/history?after=${encodeURIComponent(after)}`;
    const answer = await sopot.administrator.get<Problem>(path);
    expectBlank(answer, '/after');
  });
});
