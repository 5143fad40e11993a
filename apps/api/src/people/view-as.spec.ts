import type { OrganisationResponse, PeoplePage, SessionResponse, ViewList } from '@zit/contracts';
import { accountClause } from '@zit/words.pl/clauses';
import { caller, refusal, startPortal, type Answer, type Caller, type TestPortal } from '../../test/portal';

const REASON = 'Zgłoszenie 12: nie widać konsorcjum';

describe('looking through another’s eyes', () => {
  let portal: TestPortal;
  let compass: string;
  let person: Caller;
  beforeAll(async () => {
    portal = await startPortal();
    const [row] = await portal.dataSource.query<{ id: string }[]>(
      `insert into organisation (name, name_key, sector) values ('Stowarzyszenie', 'stowarzyszenie', 'NGO') returning id`,
    );
    compass = row?.id ?? '';
    person = await portal.as({ role: 'OWNER', organisationId: compass, name: 'Osoba oglądana' });
  });
  afterAll(() => portal.stop());

  /** The same browser after an answer that changed its cookie. */
  const next = (answer: Answer<unknown>): Caller => {
    const token = /zit=([\w-]{43})/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? null;
    return caller(portal.url, '', token);
  };
  const begin = (by: Caller, personId: string, reason = REASON) =>
    by.post<SessionResponse>('/api/v1/session/view-as', { personId, reason });

  it('S-42: reads as that person, changes nothing, and ends where it began', async () => {
    const administrator = await portal.as({ role: 'ADMINISTRATOR', name: 'Administrator z testu' });
    const begun = await begin(administrator, person.personId);
    expect(begun.status).toBe(201);
    expect(begun.body).toMatchObject({
      person: { id: person.personId, name: 'Osoba oglądana' },
      viewer: { name: 'Administrator z testu', reason: REASON },
      actingFor: compass,
    });
    expect((await administrator.get('/api/v1/session')).status).toBe(401);
    const viewer = next(begun);
    const seen = await viewer.post<PeoplePage>('/api/v1/people/search', {});
    expect(seen.body.items.map(({ id }) => id)).toEqual([person.personId]);
    for (const [method, path, body] of [
      ['post', '/api/v1/invitations', { email: 'x@example.test', role: 'EDITOR', organisationId: compass }],
      ['post', '/api/v1/organisations', {}],
      ['post', '/api/v1/session/view-as', { personId: administrator.personId, reason: REASON }],
      ['patch', `/api/v1/organisations/${compass}`, { version: 1, changes: {}, base: {} }],
    ] as const)
      expect([path, refusal(await viewer[method](path, body)).code]).toEqual([path, 'VIEW_ONLY']);
    const { may } = (await viewer.get<OrganisationResponse>(`/api/v1/organisations/${compass}`)).body;
    expect(may).toEqual({ edit: false, reason: expect.stringContaining('oczami innej osoby') });
    const token = 'a'.repeat(43);
    await portal.dataSource.query(
      `insert into invitation (email, role, organisation_id, state, token_sha256, invited_by, expires_at)
       select email, 'EDITOR', $1, 'SENT', sha256($2::bytea), id, now() + interval '1 day' from person where id = $3`,
      [compass, token, person.personId],
    );
    const accepting = await viewer.post('/api/v1/invitations/acceptance', { token, clause: accountClause.version });
    expect(refusal(accepting).code).toBe('VIEW_ONLY');
    const ended = await viewer.del<SessionResponse>('/api/v1/session/view-as');
    expect(ended.body).toMatchObject({
      person: { id: administrator.personId },
      viewer: null,
      actingBody: 'PROGRAMME',
    });
    expect((await next(ended).post<PeoplePage>('/api/v1/people/search', {})).body.items.length).toBeGreaterThan(1);
    expect((await next(ended).del('/api/v1/session/view-as')).status).toBe(403);
  });

  it('S-42: stands in the journal with both ids, and is shown to that person', async () => {
    const administrator = await portal.as({ role: 'ADMINISTRATOR', name: 'Drugi administrator' });
    await next(await begin(administrator, person.personId)).del('/api/v1/session/view-as');
    const entries = await portal.dataSource.query<{ act: string; person_id: string; details: object }[]>(
      `select act, person_id, details from journal where person_id = $1 and act like 'VIEW_AS%' order by seq`,
      [administrator.personId],
    );
    const ids = { viewerId: administrator.personId, viewedId: person.personId };
    expect(entries.map(({ act }) => act)).toEqual(['VIEW_AS_BEGUN', 'VIEW_AS_ENDED']);
    expect(entries.map(({ details }) => details)).toEqual([ids, ids]);
    const { items } = (await person.get<ViewList>('/api/v1/account/views')).body;
    expect(items[0]).toMatchObject({ viewer: 'Drugi administrator', reason: REASON });
    const stranger = await portal.as({ role: 'OWNER', organisationId: compass });
    expect((await stranger.get<ViewList>('/api/v1/account/views')).body.items).toEqual([]);
  });

  it('S-42: is for administrators only, confirmed, with a reason, and ends with the role', async () => {
    for (const role of ['AUDITOR', 'DEFS_OFFICER'] as const)
      expect([role, (await begin(await portal.as({ role }), person.personId)).status]).toEqual([role, 403]);
    expect((await begin(person, person.personId)).status).toBe(403);
    const administrator = await portal.as({ role: 'ADMINISTRATOR' });
    expect((await begin(administrator, person.personId, 'bo tak')).status).toBe(400);
    expect((await begin(administrator, administrator.personId)).status).toBe(404);
    expect((await begin(administrator, '6f1c1b1e-0000-4000-8000-000000000000')).status).toBe(404);
    await portal.dataSource.query(`update session set confirmed_at = 'epoch' where person_id = $1`, [
      administrator.personId,
    ]);
    expect(refusal(await begin(administrator, person.personId)).code).toBe('CONFIRM_FIRST');
    await portal.dataSource.query('update session set confirmed_at = now() where person_id = $1', [
      administrator.personId,
    ]);
    const viewer = next(await begin(administrator, person.personId));
    expect((await viewer.get('/api/v1/session')).status).toBe(200);
    await portal.dataSource.query('delete from role_grant where person_id = $1', [administrator.personId]);
    expect((await viewer.get('/api/v1/session')).status).toBe(401);
  });
});
