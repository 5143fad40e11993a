import { randomUUID } from 'node:crypto';
import type { DocumentDetail, Problem } from '@zit/contracts';
import { refusal, startPortal, type TestPortal } from '../../test/portal';
import { formSopot, must, type Sopot } from '../../test/sopot';

describe('bad input for members and documents', () => {
  let portal: TestPortal;
  let sopot: Sopot;
  let paper: DocumentDetail;

  beforeAll(async () => {
    portal = await startPortal();
    sopot = await formSopot(portal);
    paper = must(
      await sopot.administrator.post<DocumentDetail>(`/api/v1/consortia/${sopot.id}/documents`, {
        kind: 'LETTER_OF_CONFIRMATION',
        memberId: sopot.members['M1'],
      }),
    );
  });
  afterAll(() => portal.stop());

  it.each([
    ['no date', { date: null }],
    ['a date of no calendar', { date: '2015-02-30' }],
    ['the year zero', { date: '0000-01-01' }],
    ['an instant', { date: '2015-03-05T00:00:00Z' }],
    ['a number for a date', { date: 20150305 }],
    ['no copies', { copies: 0 }],
    ['half a copy', { copies: 1.5 }],
    ['a place that is nothing', { place: null }],
    ['0x00 in a note', { note: 'a\u0000' }],
    ['a novel for a note', { note: 'x'.repeat(2_001) }],
    ['a status', { status: 'ISSUED' }],
    ['a number', { number: 'UP/2264/2015/99' }],
  ])('a draft refuses %s', async (_, changes) => {
    const path = `/api/v1/documents/${paper.id}`;
    const answer = await sopot.administrator.patch<Problem>(path, { version: paper.version, changes, base: {} });
    expect(refusal(answer)).toEqual({ status: 400, code: 'VALIDATION' });
    expect(answer.body.errors?.[0]?.pointer).toMatch(/^\/changes\//);
  });

  it.each([
    ['no hash', { version: 1 }],
    ['a short hash', { version: 1, factsSha256: 'abc' }],
    ['no version', { factsSha256: '0'.repeat(64) }],
    ['a version of zero', { version: 0, factsSha256: '0'.repeat(64) }],
    ['a list', []],
    ['a text', '"issue"'],
  ])('an issue refuses %s', async (_, body) => {
    const answer = await sopot.administrator.post(`/api/v1/documents/${paper.id}/issue`, body);
    expect(answer.status).toBe(400);
  });

  it('an issue with another version or hash is stale, not issued', async () => {
    const { id, version, factsSha256 } = paper;
    for (const body of [
      { version: version + 1, factsSha256 },
      { version, factsSha256: 'f'.repeat(64) },
    ])
      expect(refusal(await sopot.administrator.post(`/api/v1/documents/${id}/issue`, body))).toEqual({
        status: 409,
        code: 'STALE',
      });
  });

  it('two people changing different fields of a draft merge, the same field is a conflict', async () => {
    const path = `/api/v1/documents/${paper.id}`;
    const { version, fields } = must(await sopot.administrator.get<DocumentDetail>(path));
    const save = (changes: object, base: object) =>
      sopot.administrator.patch<Problem>(path, { version, changes, base });
    must(await save({ place: 'Gdynia' }, { place: fields.place }));
    must(await save({ note: '🧭 مرحبا' }, { note: fields.note }));
    const collision = await save({ place: 'Gdańsk' }, { place: fields.place });
    expect(refusal(collision)).toEqual({ status: 409, code: 'STALE' });
    expect(collision.body.conflicts).toEqual([{ field: 'place', base: 'Sopot', theirs: 'Gdynia', mine: 'Gdańsk' }]);
  });

  it.each([
    ['tasks that are nothing', { tasks: null }],
    ['51 tasks', { tasks: Array.from({ length: 51 }, () => 'x') }],
    ['votes below zero', { votes: -1 }],
    ['votes that are nothing', { votes: null }],
    ['10^13 zł of turnover', { turnoverGrosze: 1e15 }],
    ['a fraction of a grosz', { declaredCashGrosze: 0.5 }],
    ['a role by the back door', { role: 'LEADER' }],
  ])('a member refuses %s', async (_, changes) => {
    const member = (await sopot.read()).members[0];
    const path = `/api/v1/consortia/${sopot.id}/members/${member?.id}`;
    const answer = await sopot.administrator.patch<Problem>(path, { version: member?.version, changes, base: {} });
    expect(refusal(answer)).toEqual({ status: 400, code: 'VALIDATION' });
  });

  it('members and leaders come from this consortium only', async () => {
    const root = `/api/v1/consortia/${sopot.id}`;
    const nobody = randomUUID();
    const other = await formSopot(portal);
    const post = (path: string, body: object) => sopot.administrator.post(`${root}${path}`, body);
    expect(refusal(await post('/members', { organisationId: nobody, role: 'PARTNER' })).status).toBe(400);
    expect(refusal(await post('/members', { organisationId: nobody, role: 'BOSS' })).status).toBe(400);
    expect(refusal(await post(`/members/${other.members['M1']}/exit`, {})).status).toBe(404);
    const leader = { memberId: other.members['M1'] };
    expect(refusal(await sopot.administrator.put(`${root}/leader`, leader)).status).toBe(404);
    const heir = { linesToMemberId: other.members['M1'] };
    expect(refusal(await post(`/members/${sopot.members['M2']}/exit`, heir)).status).toBe(400);
    const self = { linesToMemberId: sopot.members['M2'] };
    expect(refusal(await post(`/members/${sopot.members['M2']}/exit`, self)).status).toBe(400);
    const stolen = { added: [{ id: randomUUID(), fields: { member: other.members['M1'] } }] };
    expect(refusal(await sopot.administrator.patch(`${root}/budget`, stolen)).status).toBe(400);
  });
});
