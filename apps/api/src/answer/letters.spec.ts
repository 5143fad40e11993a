import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CallAnswers, OfferLetters, PublicResult } from '@zit/contracts';
import { leaderOf, publishResult } from '../../test/answers';
import { startPortal, type Caller, type TestPortal } from '../../test/portal';
import { useRenderWorker } from '../../test/render-worker';
import { scoredSopot, useStabilityWorker, type ScoredCall } from '../../test/results';
import { must } from '../../test/sopot';

const folder = mkdtempSync(join(tmpdir(), 'zit-letters-'));
let portal: TestPortal;
let scored: ScoredCall;
let leader: Caller;
const cleanUp: (() => void)[] = [];
beforeAll(async () => {
  portal = await startPortal({ settings: { resultKeyFile: join(folder, 'key.pem') } });
  cleanUp.push(await useStabilityWorker(portal), await useRenderWorker(portal));
  scored = await scoredSopot(portal);
  await scored.conflict('S4', 'B');
  leader = await leaderOf(scored, 'C');
  await publishResult(scored);
});
afterAll(async () => {
  await portal.stop();
  for (const clean of cleanUp) clean();
  rmSync(folder, { recursive: true });
});

const answers = () => `/api/v1/calls/${scored.call.id}/answers`;
const letterOf = async (caller: Caller, id: string): Promise<string> => {
  const { body } = await caller.get<string>(`/api/v1/letters/${id}.html`);
  return body.replace(/\u00a0|&nbsp;/g, ' ').replace(/<[^>]*>/g, ' ');
};

describe('letters of a published result', () => {
  it('tell everybody who handed in, once, with place, points, sentence and what may be done by when', async () => {
    must(await scored.administrator.put(`${scored.root}/versions/1/publication`, {}));
    const { letters } = must(await scored.administrator.get<CallAnswers>(answers()));
    const kinds = Object.fromEntries(letters.map(({ offer, kind }) => [offer, kind]));
    const { A, B, C } = scored.numbers;
    expect(letters).toHaveLength(3);
    expect(kinds).toEqual({ [A ?? '']: 'SELECTED', [B ?? '']: 'BELOW', [C ?? '']: 'RESERVE' });
    const { sent } = must(await leader.get<OfferLetters>(`/api/v1/offers/${scored.offers['C']}/formal-letters`));
    expect(sent).toMatchObject([{ kind: 'RESERVE', resultNo: 1 }]);
    const text = await letterOf(leader, sent[0]?.id ?? '');
    for (const said of ['lista rezerwowa', '2 z 2', '80,83', 'rozstrzyga K2', 'w ciągu 30 dni', 'w ciągu 14 dni'])
      expect(text).toContain(said);
  });

  it('have mails that say only that they are there', async () => {
    const mails = await portal.dataSource.query<{ body: string }[]>(
      `select body from mail where template = 'OFFER_LETTER'`,
    );
    expect(mails).toHaveLength(1);
    expect(mails[0]?.body).toContain('/pisma');
    expect(mails[0]?.body).not.toMatch(/80,83|miejsce|K2/);
  });

  it('are files for the consortium and the office, and for nobody else', async () => {
    const { sent } = must(await leader.get<OfferLetters>(`/api/v1/offers/${scored.offers['C']}/formal-letters`));
    const address = `/api/v1/letters/${sent[0]?.id}`;
    for (const format of ['pdf', 'docx']) {
      const { status, headers } = await leader.get(`${address}.${format}`);
      expect([status, headers.get('content-disposition')]).toEqual([200, expect.stringContaining('wynik-') as string]);
    }
    expect((await scored.administrator.get(`${address}.html`)).status).toBe(200);
    const other = await leaderOf(scored, 'A');
    const outsider = await portal.as({ role: 'NGO_COUNCIL', teryt: '2264' });
    for (const who of [other, outsider]) expect((await who.get(`${address}.html`)).status).toBe(404);
  });

  it('are there for nobody with a hidden row of the call, in whatever hat', async () => {
    const barred = scored.assessors['S4'] as Caller;
    expect((await barred.get(answers())).status).toBe(404);
    expect((await scored.assessors['S2']!.get(answers())).status).toBe(200);
  });

  it('are kept as they were sent', async () => {
    for (const change of [`update offer_letter set kind = 'BELOW'`, 'delete from offer_letter'])
      await expect(portal.dataSource.query(change)).rejects.toThrow('stays');
    const [row] = await portal.dataSource.query<[{ id: string }]>('select id from offer_letter limit 1');
    await expect(
      portal.dataSource.query(
        `insert into offer_letter (id, offer_id, call_id, kind, facts, sha256, sent_by, result_no)
         select gen_random_uuid(), offer_id, call_id, kind, facts, sha256, sent_by, result_no from offer_letter where id = $1`,
        [row.id],
      ),
    ).rejects.toThrow('offer_letter_of_result_once');
  });

  it('stand beside a public page that names whose the offers are, and the last days', async () => {
    const result = must(await portal.stranger.get<PublicResult>(`/api/v1/public/calls/${scored.call.slug}/result`));
    expect(result.parties.map(({ offer }) => offer).sort()).toEqual(Object.values(scored.numbers).sort());
    expect(result.lastDays.reasons > (result.lastDays.appeal ?? '')).toBe(true);
  });
});
