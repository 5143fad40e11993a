import type { ErasureItem, SessionResponse } from '@zit/contracts';
import { viewOnlyReason } from '@zit/words.pl/view-only';
import { caller, startPortal, type Answer, type Caller, type TestPortal } from '../../test/portal';

describe('a view that ends because its person is forgotten', () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await startPortal();
  });
  afterAll(() => portal.stop());

  const next = (answer: Answer<unknown>): Caller =>
    caller(portal.url, '', /zit=([\w-]{43})/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? null);

  it('S-42: leaves the administrator signed in, behind their own eyes and under their own hat', async () => {
    const looking = await portal.as({ role: 'ADMINISTRATOR', name: 'Administrator, który patrzy' });
    const deciding = await portal.as({ role: 'ADMINISTRATOR' });
    const person = await portal.as({ role: 'DEFS_OFFICER', name: 'Osoba zapominana' });
    await person.post('/api/v1/account/erasure', { reason: null });
    const reason = 'Zgłoszenie 12: nie widać konsorcjum';
    const viewer = next(await looking.post('/api/v1/session/view-as', { personId: person.personId, reason }));
    const seen = (await viewer.get<SessionResponse>('/api/v1/session')).body;
    expect(seen).toMatchObject({ person: { id: person.personId }, viewer: { reason } });

    const third = await portal.as({ role: 'ADMINISTRATOR' });
    const eyes = { personId: deciding.personId, reason };
    const seenBy = next(await third.post('/api/v1/session/view-as', eyes));
    const { may } = (await seenBy.get<{ items: ErasureItem[] }>('/api/v1/erasures')).body.items[0] ?? {};
    expect(may).toEqual({ decide: false, reason: viewOnlyReason });

    const { items } = (await deciding.get<{ items: ErasureItem[] }>('/api/v1/erasures')).body;
    const decision = { decision: 'ERASE', ground: 'art. 17 ust. 1 lit. a RODO' };
    const decided = await deciding.put<ErasureItem>(`/api/v1/erasures/${items[0]?.id}`, decision);
    expect(decided.body).toMatchObject({ state: 'ERASED' });

    const own = (await viewer.get<SessionResponse>('/api/v1/session')).body;
    expect(own).toMatchObject({
      person: { id: looking.personId },
      viewer: null,
      actingFor: null,
      actingBody: 'PROGRAMME',
    });
    expect((await viewer.get('/api/v1/journal')).status).toBe(200);
    const noted = await portal.dataSource.query<{ act: string }[]>(
      `select act from journal where person_id = $1 and act like 'VIEW_AS%' order by seq`,
      [looking.personId],
    );
    expect(noted.map(({ act }) => act)).toEqual(['VIEW_AS_BEGUN', 'VIEW_AS_ENDED']);
  });
});
