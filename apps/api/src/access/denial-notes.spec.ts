import { randomUUID } from 'node:crypto';
import { refusal, startPortal, type Caller, type TestPortal } from '../../test/portal';
import { formSopot, type Sopot } from '../../test/sopot';

interface Denial {
  person_id: string;
  subject_kind: string;
  subject_id: string;
  details: Record<string, unknown>;
}

describe('trying what one may not do is visible', () => {
  let portal: TestPortal;
  let sopot: Sopot;
  let auditor: Caller;

  const denials = (personId: string) =>
    portal.dataSource.query<Denial[]>(
      `select person_id, subject_kind, subject_id, details from journal where act = 'DENIED' and person_id = $1
       order by seq`,
      [personId],
    );

  beforeAll(async () => {
    portal = await startPortal();
    sopot = await formSopot(portal);
    auditor = await portal.as({ role: 'AUDITOR' });
  });
  afterAll(() => portal.stop());

  it('notes who tried what on which thing, once', async () => {
    const answer = await auditor.put(`/api/v1/consortia/${sopot.id}/leader`, { memberId: randomUUID() });
    expect(refusal(answer)).toEqual({ status: 403, code: 'FORBIDDEN' });
    expect(await denials(auditor.personId)).toEqual([
      {
        person_id: auditor.personId,
        subject_kind: 'route',
        subject_id: sopot.id,
        details: { act: 'appointLeader', status: 403 },
      },
    ]);
  });

  it('notes what is not theirs and what nobody has alike', async () => {
    const stranger = await portal.as({ role: 'COUNTY_OPERATOR', teryt: '2262' });
    const nobodys = randomUUID();
    for (const id of [sopot.id, nobodys]) expect((await stranger.get(`/api/v1/consortia/${id}`)).status).toBe(404);
    expect((await denials(stranger.personId)).map(({ subject_id: id, details }) => [id, details])).toEqual([
      [sopot.id, { act: 'readConsortium', status: 404 }],
      [nobodys, { act: 'readConsortium', status: 404 }],
    ]);
  });

  it('notes an act that names no thing', async () => {
    const reader = await portal.as({ role: 'AUDITOR' });
    await reader.post('/api/v1/organisations', { name: 'X', sector: 'NGO' });
    expect(await denials(reader.personId)).toMatchObject([
      { subject_id: '00000000-0000-0000-0000-000000000000', details: { act: 'createOrganisation', status: 403 } },
    ]);
  });

  it('notes nothing about strangers, about wrong input and about what is allowed', async () => {
    const before = await portal.dataSource.query(`select count(*) from journal where act = 'DENIED'`);
    await portal.stranger.get(`/api/v1/consortia/${sopot.id}`);
    await sopot.administrator.post('/api/v1/organisations', {});
    await sopot.administrator.get('/api/v1/consortia');
    expect(await portal.dataSource.query(`select count(*) from journal where act = 'DENIED'`)).toEqual(before);
  });

  it('notes nothing about who is only asked to prove again who they are', async () => {
    const unsure = await portal.as({ role: 'ADMINISTRATOR' });
    await portal.dataSource.query(`update session set confirmed_at = now() - interval '1 hour' where person_id = $1`, [
      unsure.personId,
    ]);
    const invitation = { email: 'ktos@example.test', role: 'AUDITOR' };
    expect(refusal(await unsure.post('/api/v1/invitations', invitation)).code).toBe('CONFIRM_FIRST');
    expect(await denials(unsure.personId)).toEqual([]);
  });

  it('S-42: notes who looks through another’s eyes, not whose eyes they are', async () => {
    const viewer = await portal.as({ role: 'ADMINISTRATOR' });
    await portal.dataSource.query(
      `update session set viewed_person_id = $2, view_reason = 'sprawdzenie uprawnień' where person_id = $1`,
      [viewer.personId, auditor.personId],
    );
    const before = await denials(auditor.personId);
    expect(refusal(await viewer.post('/api/v1/organisations', {})).code).toBe('VIEW_ONLY');
    expect(await denials(auditor.personId)).toEqual(before);
    expect(await denials(viewer.personId)).toMatchObject([{ details: { act: 'createOrganisation', status: 403 } }]);
  });

  it('keeps sixty a minute, also at once, and one that says there were more', async () => {
    const insistent = await portal.as({ role: 'AUDITOR' });
    const tries = Array.from({ length: 70 }, () => insistent.post('/api/v1/organisations', {}));
    for (const answer of await Promise.all(tries)) expect(answer.status).toBe(403);
    const noted = await denials(insistent.personId);
    expect(noted).toHaveLength(61);
    expect(noted.at(-1)?.details).toEqual({ more: true });
  });
});
