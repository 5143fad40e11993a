import { randomUUID } from 'node:crypto';
import type { OfferRecommendation, Problem, Recommendation, RecommendationPage } from '@zit/contracts';
import { OFFER_FORM } from '@zit/domain';
import { publishedCall } from '../../test/calls';
import { refusal, startPortal, type Caller, type TestPortal } from '../../test/portal';
import { formSopot, must, type Sopot } from '../../test/sopot';

const RESOLUTION = {
  ...{ resolutionNumber: '3/2015', sessionOn: '2015-03-20', reasons: 'Rada zna pracę tych organizacji.' },
  ...{ votesFor: 7, votesAgainst: 2, votesAbstained: 1, excluded: 1 },
};

describe('the council of the county', () => {
  let portal: TestPortal;
  let sopot: Sopot;
  let leader: Caller;
  let partner: Caller;
  let council: Caller;
  let offerId: string;
  let path: string;
  const summary = 'Jedno centrum w dwóch miejscach, dla seniorów i młodzieży.';
  beforeAll(async () => {
    portal = await startPortal();
    sopot = await formSopot(portal);
    leader = await portal.as({ role: 'COORDINATOR', organisationId: sopot.organisations.M1 });
    partner = await portal.as({ role: 'COORDINATOR', organisationId: sopot.organisations.M2 });
    council = await portal.as({ role: 'NGO_COUNCIL', teryt: '2264' });
  });
  afterAll(() => portal.stop());
  beforeEach(async () => {
    const call = await publishedCall(sopot.administrator);
    offerId = randomUUID();
    await portal.dataSource.query(
      'insert into offer (id, call_id, consortium_id, created_by) values ($1, $2, $3, $4)',
      [offerId, call.id, sopot.id, leader.personId],
    );
    await portal.dataSource.query('insert into sheet (id, form) values ($1, $2)', [offerId, OFFER_FORM.version]);
    path = `/api/v1/offers/${offerId}/recommendation`;
  });
  const ask = (who: Caller, id = randomUUID(), text = summary) =>
    who.post<OfferRecommendation & Problem>(path, { id, summary: text });
  const asked = async (who = leader) => must(await ask(who)).recommendation as Recommendation;
  const resolve = (who: Caller, { id }: { id: string }, more: object = {}) =>
    who.put<Recommendation & Problem>(`/api/v1/recommendations/${id}/resolution`, { ...RESOLUTION, ...more });
  const list = async (who: Caller) => must(await who.get<RecommendationPage>('/api/v1/recommendations')).items;

  it('is asked once, in the name of the leader, and reads only what it was asked', async () => {
    const key = randomUUID();
    const first = must(await ask(leader, key));
    expect(first).toMatchObject({ mayAsk: true, recommendation: { id: key, county: '2264', resolution: null } });
    expect(must(await ask(leader, key))).toEqual(first);
    expect(refusal(await ask(leader, key, `${summary} Inaczej.`))).toEqual({ status: 409, code: 'DUPLICATE' });
    expect(refusal(await ask(leader))).toEqual({ status: 409, code: 'DUPLICATE' });
    expect(refusal(await ask(partner)).status).toBe(403);
    expect(must(await partner.get<OfferRecommendation>(path))).toMatchObject({ mayAsk: false });
    const [seen] = await list(council);
    expect(seen?.shown).toMatchObject({
      summary,
      members: expect.arrayContaining([expect.objectContaining({ role: 'LEADER' })]),
    });
    expect(JSON.stringify(seen)).not.toMatch(/nip|email|Grosze/);
    expect((await council.get(`/api/v1/offers/${offerId}`)).status).toBe(404);
    expect((await council.get(path)).status).toBe(404);
  });

  it('is another council’s business nowhere, nor the programme’s', async () => {
    const request = await asked();
    const other = await portal.as({ role: 'NGO_COUNCIL', teryt: '2262' });
    expect(await list(other)).toEqual([]);
    for (const who of [other, leader, sopot.administrator, await portal.as({ role: 'AUDITOR' })]) {
      expect(refusal(await who.get(`/api/v1/recommendations/${request.id}`)).status).toBe(404);
      expect(refusal(await resolve(who, request)).status).toBe(404);
    }
  });

  it('resolves once; the votes say what the resolution is', async () => {
    const request = await asked();
    const done = must(await resolve(council, request));
    expect(done.resolution).toMatchObject({ ...RESOLUTION, verdict: 'POSITIVE' });
    expect(must(await resolve(council, request))).toEqual(done);
    expect(refusal(await resolve(council, request, { votesFor: 1 }))).toEqual({ status: 409, code: 'DUPLICATE' });
    expect(refusal(await leader.del(path))).toEqual({ status: 409, code: 'DUPLICATE' });
    expect(must(await partner.get<OfferRecommendation>(path)).recommendation?.resolution?.verdict).toBe('POSITIVE');
  });

  it('does not recommend on a tie', async () => {
    const request = await asked();
    expect(must(await resolve(council, request, { votesAgainst: 7 })).resolution?.verdict).toBe('NEGATIVE');
  });

  it('is told field by field what is wrong with a resolution', async () => {
    const request = await asked();
    const wrong = { sessionOn: '2015-02-31', resolutionNumber: ' ', votesFor: 0, votesAgainst: 0, votesAbstained: 0 };
    const { status, body } = await resolve(council, request, wrong);
    expect(status).toBe(400);
    expect(body.errors?.map(({ pointer }) => pointer)).toEqual(['/resolutionNumber', '/sessionOn', '/votesFor']);
    const { body: late } = await resolve(council, request, { sessionOn: '2999-01-01' });
    expect(late.errors).toMatchObject([{ pointer: '/sessionOn', message: expect.stringMatching(/1.stycznia.2999/) }]);
  });

  it('is asked again after the request was taken back, and sees that one only', async () => {
    const request = await asked();
    expect(must(await leader.del<OfferRecommendation>(path)).recommendation).toBeNull();
    expect(refusal(await resolve(council, request)).status).toBe(404);
    const again = await asked();
    expect((await list(council)).map(({ id }) => id)).toContain(again.id);
    expect((await list(council)).map(({ id }) => id)).not.toContain(request.id);
  });

  it('is asked once by many clicks at once', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask(leader)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(9);
  });

  it('leaves a trace without words of people', async () => {
    const request = await asked();
    must(await resolve(council, request));
    const acts = await portal.dataSource.query(
      'select act, person_id as by from journal where subject_id = $1 order by seq',
      [offerId],
    );
    expect(acts).toEqual([
      { act: 'ASK_RECOMMENDATION', by: leader.personId },
      { act: 'RESOLVE_RECOMMENDATION', by: council.personId },
    ]);
  });

  it('has its resolution kept by the database itself', async () => {
    const request = await asked();
    must(await resolve(council, request));
    await expect(
      portal.dataSource.query(`update recommendation set reasons = 'inne' where id = $1`, [request.id]),
    ).rejects.toThrow('does not go on like this');
    await expect(portal.dataSource.query('delete from recommendation')).rejects.toThrow('stays');
  });
});
