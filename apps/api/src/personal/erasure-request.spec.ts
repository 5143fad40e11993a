import type { ErasureItem, ErasureList, OwnErasure, Problem } from '@zit/contracts';
import { mailsTo } from '../../test/mails';
import { refusal, startPortal, type Caller, type TestPortal } from '../../test/portal';

const OWN = '/api/v1/account/erasure';

describe('a request to be forgotten', () => {
  let portal: TestPortal;
  let administrator: Caller;
  let person: Caller;
  beforeAll(async () => {
    portal = await startPortal();
    administrator = await portal.as({ role: 'ADMINISTRATOR' });
  });
  beforeEach(async () => {
    person = await portal.as({ role: 'AUDITOR' });
    expect((await person.post(OWN, { reason: 'Kończę pracę.' })).status).toBe(204);
  });
  afterAll(() => portal.stop());

  const withdraw = () => person.del<Problem>(OWN);
  const requests = async (): Promise<ErasureItem[]> =>
    (await administrator.get<ErasureList>('/api/v1/erasures')).body.items.filter(
      ({ personId }) => personId === person.personId,
    );
  const erase = async () =>
    administrator.put<Problem>(`/api/v1/erasures/${(await requests())[0]?.id}`, {
      decision: 'ERASE',
      ground: 'art. 17 ust. 1 RODO',
    });

  it('is taken back while nobody has decided, reason and all, and made anew', async () => {
    expect((await withdraw()).status).toBe(204);
    expect((await person.get<OwnErasure>(OWN)).body).toMatchObject({
      asked: { state: 'WITHDRAWN', ground: null, decidedAt: expect.any(String) },
      may: { ask: true, reason: null },
    });
    expect(refusal(await withdraw())).toEqual({ status: 404, code: 'NOT_FOUND' });
    const told = `select details from journal where act = 'WITHDRAW_ERASURE' and person_id = $1`;
    expect(await portal.dataSource.query(told, [person.personId])).toEqual([{ details: {} }]);
    expect(await requests()).toMatchObject([{ state: 'WITHDRAWN', reason: null, plan: [], may: { decide: false } }]);
    expect((await erase()).status).toBe(403);
    expect((await person.post(OWN, { reason: null })).status).toBe(204);
    expect((await requests()).map(({ state }) => state)).toEqual(['ASKED', 'WITHDRAWN']);
  });

  it('is refused by mail, with the ground and where to complain', async () => {
    const decision = { decision: 'REFUSE', ground: 'art. 17 ust. 3 lit. b RODO' };
    const answer = await administrator.put(`/api/v1/erasures/${(await requests())[0]?.id}`, decision);
    expect(answer.status).toBe(200);
    const [known] = await portal.dataSource.query<{ email: string }[]>('select email from person where id = $1', [
      person.personId,
    ]);
    const mails = await mailsTo(portal, known?.email ?? '');
    expect(mails).toMatchObject([
      { template: 'NOTICE_ERASURE_REFUSED', body: expect.stringContaining(decision.ground) },
    ]);
    expect(mails[0]?.body).toMatch(/Prezesa Urzędu Ochrony Danych Osobowych/);
    expect((await withdraw()).status).toBe(404);
  });

  it('waits for a successor of the only owner, and of the only administrator, with the way out', async () => {
    const [compass] = await portal.dataSource.query<{ id: string }[]>(
      `insert into organisation (name, name_key, sector, teryt) values ('Fundacja z testu', 'fundacja z testu', 'NGO', '2264011')
       returning id`,
    );
    const owner = await portal.as({ role: 'OWNER', organisationId: compass?.id ?? '' });
    const refused = await owner.post<Problem>(OWN, { reason: null });
    expect(refusal(refused)).toEqual({ status: 422, code: 'BLOCKED' });
    expect(refused.body.detail).toMatch(/Fundacja z testu.*zaproś następcę/i);
    expect((await owner.get<OwnErasure>(OWN)).body).toEqual({
      asked: null,
      may: { ask: false, reason: refused.body.detail },
    });
    await portal.as({ role: 'OWNER', organisationId: compass?.id ?? '' });
    expect((await owner.post(OWN, { reason: null })).status).toBe(204);
    const only = await administrator.post<Problem>(OWN, { reason: null });
    expect(refusal(only)).toEqual({ status: 422, code: 'BLOCKED' });
    expect(only.body.detail).toMatch(/zaproś drugiego administratora/);
  });

  it('is not another’s to take back', async () => {
    const other = await portal.as({ role: 'AUDITOR' });
    expect((await other.del(OWN)).status).toBe(404);
    expect(await requests()).toMatchObject([{ state: 'ASKED' }]);
  });

  it('ends one way when it is taken back and granted at once', async () => {
    const id = (await requests())[0]?.id;
    const decision = { decision: 'ERASE', ground: 'art. 17 ust. 1 RODO' };
    const [withdrawn, decided] = await Promise.all([withdraw(), administrator.put(`/api/v1/erasures/${id}`, decision)]);
    const [after] = await portal.dataSource.query<{ state: string; erased: boolean; mails: number }[]>(
      `select e.state, p.erased_at is not null as erased,
              (select count(*)::int from mail where template = 'NOTICE_ERASED') as mails
       from erasure e join person p on p.id = e.person_id where p.id = $1`,
      [person.personId],
    );
    const first = withdrawn.status === 204;
    expect([decided.status, after]).toEqual(
      first
        ? [403, { state: 'WITHDRAWN', erased: false, mails: 0 }]
        : [200, { state: 'ERASED', erased: true, mails: 1 }],
    );
  });
});
