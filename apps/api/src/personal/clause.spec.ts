import type { AcknowledgementList, ClauseResponse, Problem } from '@zit/contracts';
import { accountClause } from '@zit/words.pl/clauses';
import { startPortal, type TestPortal } from '../../test/portal';

const OWN = '/api/v1/account/acknowledgements';

describe('information clauses', () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await startPortal();
  });
  afterAll(() => portal.stop());

  it('are read by anybody; one that is not there is not found', async () => {
    const { body } = await portal.stranger.get<ClauseResponse>('/api/v1/clauses/account');
    expect(body).toMatchObject({ id: 'account', version: accountClause.version });
    expect(body.paragraphs.map(({ heading }) => heading)).toContain('Twoje prawa');
    for (const id of ['nie-ma', '__proto__', '%00'])
      expect((await portal.stranger.get(`/api/v1/clauses/${id}`)).status).toBeGreaterThanOrEqual(400);
  });

  it('wait for the person until the present version is acknowledged, once', async () => {
    const someone = await portal.as({ role: 'AUDITOR' });
    const present = { clause: accountClause.id, title: accountClause.title, version: accountClause.version };
    await portal.dataSource.query(
      `insert into acknowledgement (person_id, clause, version) values ($1, 'account', '2020-1')`,
      [someone.personId],
    );
    expect((await someone.get<AcknowledgementList>(OWN)).body).toMatchObject({
      items: [{ clause: 'account', version: '2020-1' }],
      due: [present],
    });
    const old = await someone.post<Problem>(OWN, { clause: 'account', version: '2020-1' });
    expect([old.status, old.body.errors?.[0]?.pointer]).toEqual([400, '/version']);
    expect((await someone.post(OWN, { clause: 'inna', version: '1' })).status).toBe(404);
    for (let time = 1; time <= 2; time++)
      expect((await someone.post(OWN, { clause: 'account', version: accountClause.version })).status).toBe(204);
    const { body } = await someone.get<AcknowledgementList>(OWN);
    expect(body.due).toEqual([]);
    expect(body.items.map(({ version }) => version)).toEqual([accountClause.version, '2020-1']);
    expect(await portal.dataSource.query(`select details from journal where act = 'ACKNOWLEDGE_CLAUSE'`)).toEqual([
      { details: { clause: 'account', version: accountClause.version } },
    ]);
  });
});
