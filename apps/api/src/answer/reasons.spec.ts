import type { CallAnswers, OwnRequests, ReasonsRequest } from '@zit/contracts';
import { addDays, inWarsaw } from '@zit/domain';
import { daysAgo, key, leaderOf, publishedAt, publishResult } from '../../test/answers';
import { refusal, startPortal, type Caller, type TestPortal } from '../../test/portal';
import { useRenderWorker } from '../../test/render-worker';
import { scoredSopot, useStabilityWorker, type ScoredCall } from '../../test/results';
import { must } from '../../test/sopot';

let portal: TestPortal;
let scored: ScoredCall;
let outsider: Caller;
let answers: string;
const cleanUp: (() => void)[] = [];
const text = 'Dlaczego wybrano ofertę A?';
const today = () => inWarsaw(new Date().toISOString()).date;
beforeAll(async () => {
  portal = await startPortal();
  cleanUp.push(await useStabilityWorker(portal), await useRenderWorker(portal));
  scored = await scoredSopot(portal);
  await scored.conflict('S4', 'B');
  outsider = await portal.as({ role: 'NGO_COUNCIL', teryt: '2264', name: 'Osoba z rady' });
  answers = `/api/v1/calls/${scored.call.id}/answers`;
});
afterAll(async () => {
  await portal.stop();
  for (const clean of cleanUp) clean();
});

const ask = (who: Caller, more: object = {}) =>
  who.post<ReasonsRequest>(`${answers}/requests`, { id: key(), text, ...more });
const enter = (more: object = {}, who = scored.administrator) =>
  who.post<ReasonsRequest>(`${answers}/entries`, {
    ...{ id: key(), text, channel: 'POST', receivedOn: today(), asker: 'Stowarzyszenie z Gdyni' },
    ...more,
  });

describe('requests for reasons', () => {
  it('need a published result', async () => {
    expect(refusal(await ask(outsider)).status).toBe(403);
    expect((await scored.administrator.get(answers)).status).toBe(404);
    await publishResult(scored);
  });

  it('are asked by anybody signed in, once under a key, about an offer or the whole result', async () => {
    const id = key();
    const one = must(await ask(outsider, { id, offer: scored.numbers['A'] }));
    expect(one).toMatchObject({ channel: 'PORTAL', day: 0, late: false, offer: scored.numbers['A'], answeredAt: null });
    expect(must(await ask(outsider, { id, offer: scored.numbers['A'] }))).toEqual(one);
    expect(refusal(await ask(outsider, { id }))).toEqual({ status: 409, code: 'DUPLICATE' });
    expect(refusal(await ask(outsider, { offer: 'LC/0/1' })).status).toBe(400);
    expect(refusal(await ask(outsider, { text: ' \u3164 ' })).status).toBe(400);
    expect((await ask(portal.stranger)).status).toBe(401);
    const { requests, lastDay } = must(await outsider.get<OwnRequests>(`${answers}/own`));
    expect([requests.length, lastDay]).toEqual([1, addDays(today(), 30)]);
    expect(must(await scored.assessors['S2']!.get<OwnRequests>(`${answers}/own`)).requests).toEqual([]);
  });

  it('day 30 is in time, day 31 is taken and flagged', async () => {
    await publishedAt(scored, 1, daysAgo(30));
    expect(must(await ask(outsider))).toMatchObject({ day: 30, late: false });
    await publishedAt(scored, 1, daysAgo(31));
    expect(must(await ask(outsider))).toMatchObject({ day: 31, late: true });
    const lastDay = addDays(today(), -1);
    expect(must(await enter({ receivedOn: lastDay }))).toMatchObject({ day: 30, late: false, channel: 'POST' });
  });

  it('the office enters what came another way, on a day between the publication and today', async () => {
    expect(must(await enter({ channel: 'IN_PERSON' })).asker).toBe('Stowarzyszenie z Gdyni');
    for (const receivedOn of [addDays(today(), 1), addDays(today(), -32), '2015-02-30'])
      expect(refusal(await enter({ receivedOn })).status).toBe(400);
    expect(refusal(await enter({}, outsider)).status).toBe(404);
    expect(refusal(await enter({}, scored.assessors['S2'])).status).toBe(404);
  });

  it('are answered once, with a letter of points and reasons by pseudonym; the asker reads it and nobody else', async () => {
    const { id } = must(await ask(outsider, { offer: scored.numbers['A'] }));
    const letter = key();
    const given = { id: letter, text: 'Punkty wynikają z kart.\n\nKarty są w pliku wyniku.' };
    const address = `${answers}/requests/${id}/answer`;
    expect(refusal(await outsider.post(address, given)).status).toBe(404);
    const answered = must(await scored.administrator.post<ReasonsRequest>(address, given));
    expect(must(await scored.administrator.post<ReasonsRequest>(address, given))).toEqual(answered);
    expect(refusal(await scored.administrator.post(address, { ...given, id: key() })).status).toBe(409);
    const { body } = await outsider.get<string>(`/api/v1/letters/${letter}.html`);
    const said = body.replace(/\u00a0|&nbsp;/g, ' ').replace(/<[^>]*>/g, ' ');
    expect(said).toMatch(/K2 [^.]*\. S\d: \d/);
    for (const part of ['31. dnia', 'Karty są w pliku wyniku.', 'Osoba z rady']) expect(said).toContain(part);
    expect(said).not.toContain('Oceniający');
    // Whose offer it is about does not learn who asked.
    const leader = await leaderOf(scored, 'A');
    expect((await leader.get(`/api/v1/letters/${letter}.html`)).status).toBe(404);
    const mails = await portal.dataSource.query<unknown[]>(`select from mail where template = 'REASONS_ANSWERED'`);
    expect(mails).toHaveLength(1);
  });

  it('are there for who runs the call and its commission; nothing of them for who is barred', async () => {
    const list = must(await scored.administrator.get<CallAnswers>(answers));
    expect(list.requests.length).toBeGreaterThan(3);
    expect(list.closed).toEqual({ answer: null, state: expect.any(String) as string });
    expect((await scored.assessors['S4']!.get(answers)).status).toBe(404);
    expect(refusal(await outsider.get(answers)).status).toBe(404);
  });

  it('stay as they were asked and answered', async () => {
    const { dataSource } = portal;
    await expect(dataSource.query(`update reasons_request set text = 'inna treść'`)).rejects.toThrow('answered once');
    await expect(
      dataSource.query(`update reasons_request set answer = 'inna' where answer is not null`),
    ).rejects.toThrow('answered once');
    await expect(dataSource.query('delete from reasons_request')).rejects.toThrow('stays');
    const [row] = await dataSource.query<[{ n: number }]>(
      'select count(*)::int as n from reasons_request where late <> (day > 30)',
    );
    expect(row.n).toBe(0);
  });
});
