import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Appeal, CallAnswers, OfferAppeals, OfferLetters, PublicResult, ScoringResponse } from '@zit/contracts';
import { daysAgo, key, leaderOf, lineReasons, publishedAt, publishResult } from '../../test/answers';
import { refusal, startPortal, type Caller, type TestPortal } from '../../test/portal';
import { plantCard, scoredSopot, useStabilityWorker, type ScoredCall } from '../../test/results';
import { must } from '../../test/sopot';

const verifier = join(__dirname, '../../../../libs/verifier/verify-ranking.mjs');
const folder = mkdtempSync(join(tmpdir(), 'zit-appeals-'));
const grounds = 'Punkty w kryterium K2 nie zgadzają się z opisem działań w ofercie.';
let portal: TestPortal;
const cleanUp: (() => void)[] = [];
beforeAll(async () => {
  portal = await startPortal({ settings: { resultKeyFile: join(folder, 'key.pem') } });
  cleanUp.push(await useStabilityWorker(portal));
});
afterAll(async () => {
  await portal.stop();
  for (const clean of cleanUp) clean();
  rmSync(folder, { recursive: true });
});

interface Appealed {
  scored: ScoredCall;
  leader: Caller;
  /** Of the offer's appeals, and of the call's answers. */
  own: string;
  answers: string;
}
async function published(): Promise<Appealed> {
  const scored = await scoredSopot(portal);
  await scored.conflict('S4', 'B');
  const leader = await leaderOf(scored, 'C');
  await publishResult(scored);
  return {
    ...{ scored, leader },
    own: `/api/v1/offers/${scored.offers['C']}/appeal`,
    answers: `/api/v1/calls/${scored.call.id}/answers`,
  };
}
const lodge = ({ leader, own }: Appealed, more: object = {}) =>
  leader.post<OfferAppeals>(own, { id: key(), grounds, ...more });
const DECIDED = { reasons: 'Opis K2 pominięto.', basis: 'Zarządzenie nr 9/2015' };
async function decided(of: Appealed, more: { upheld: boolean; effect: string }): Promise<Appeal> {
  const [{ id } = { id: '' }] = must(await lodge(of)).appeals;
  const address = `${of.answers}/appeals/${id}`;
  must(await of.scored.secretary.post(`${address}/statement`, { text: 'Komisja pominęła opis K2.' }));
  return must(await of.scored.administrator.post<Appeal>(`${address}/decision`, { id: key(), ...DECIDED, ...more }));
}
const cardOf = ({ scored }: Appealed, offer: string, assessor: string, points: number[]) =>
  plantCard(portal, scored.call.id, scored.offers[offer] ?? '', scored.assessors[assessor]?.personId ?? '', points);
function verify(text: string): string {
  const name = join(folder, 'result.json');
  writeFileSync(name, text);
  return execFileSync(process.execPath, [verifier, name], { encoding: 'utf8' });
}

describe('the Sopot case: C appeals about K2', () => {
  let of: Appealed;
  let appeal: Appeal;
  beforeAll(async () => {
    of = await published();
  });
  const file = async (no: number) =>
    (await fetch(`${portal.url}/api/v1/public/calls/${of.scored.call.slug}/results/${no}.json`)).text();

  it('lodges it once, by who hands in for the leader; a letter says that it came', async () => {
    const { days, closed, appeals } = must(await of.leader.get<OfferAppeals>(of.own));
    expect([days, closed, appeals]).toEqual([14, null, []]);
    const id = key();
    const lodged = must(await lodge(of, { id }));
    [appeal] = lodged.appeals as [Appeal];
    expect(appeal).toMatchObject({ no: 1, resultNo: 1, lateDays: 0, statement: null, decision: null });
    expect(must(await lodge(of, { id }))).toEqual(lodged);
    expect(refusal(await lodge(of, { id, grounds: 'Zupełnie inna treść.' })).code).toBe('DUPLICATE');
    expect(refusal(await lodge(of)).code).toBe('DUPLICATE');
    const { sent } = must(await of.leader.get<OfferLetters>(`/api/v1/offers/${appeal.offerId}/formal-letters`));
    expect(sent.map(({ kind }) => kind)).toEqual(['APPEAL_RECEIVED', 'RESERVE']);
    const other = await leaderOf(of.scored, 'A');
    expect((await other.get(of.own)).status).toBe(404);
    expect((await of.scored.administrator.get(of.own)).status).toBe(404);
  });

  it('chair or secretary state, then the executive decides; each once, and nobody else', async () => {
    const { scored } = of;
    const address = `${of.answers}/appeals/${appeal.id}`;
    const decision = { id: key(), upheld: true, effect: 'SCORES', ...DECIDED };
    expect(refusal(await scored.administrator.post(`${address}/decision`, decision)).status).toBe(403);
    const statement = { text: 'Komisja pominęła opis K2.' };
    expect(refusal(await scored.assessors['S2']!.post(`${address}/statement`, statement)).status).toBe(403);
    expect(refusal(await scored.assessors['S4']!.post(`${address}/statement`, statement)).status).toBe(404);
    must(await scored.secretary.post<Appeal>(`${address}/statement`, statement));
    must(await scored.secretary.post<Appeal>(`${address}/statement`, statement));
    expect(refusal(await scored.secretary.post(`${address}/statement`, { text: 'Inaczej.' })).code).toBe('DUPLICATE');
    expect(refusal(await scored.assessors['S1']!.post(`${address}/decision`, decision)).status).toBe(403);
    expect(refusal(await scored.administrator.post(`${address}/decision`, { ...decision, upheld: false })).status).toBe(
      400,
    );
    await expect(cardOf(of, 'C', 'S2', [8, 9, 8, 8, 8, 8, 10])).rejects.toThrow('are frozen');
    const after = must(await scored.administrator.post<Appeal>(`${address}/decision`, decision));
    expect(after.decision).toMatchObject({ upheld: true, effect: 'SCORES' });
    expect(must(await scored.administrator.post<Appeal>(`${address}/decision`, decision))).toEqual(after);
    const other = { ...decision, reasons: 'Z innych powodów.' };
    expect(refusal(await scored.administrator.post(`${address}/decision`, other)).code).toBe('DUPLICATE');
  });

  it('opens exactly the cards of C; until one has a further version nothing is frozen', async () => {
    const { offers } = must(
      await of.scored.assessors['S2']!.get<ScoringResponse>(`/api/v1/calls/${of.scored.call.id}/scoring`),
    );
    expect(offers.filter(({ reopened }) => reopened).map(({ offerId }) => offerId)).toEqual([of.scored.offers['C']]);
    const { blocks, appeals } = await of.scored.preview();
    expect(blocks.map(({ code }) => code)).toEqual(['APPEAL']);
    expect(appeals).toEqual([{ no: 1, offer: of.scored.numbers['C'], effect: 'SCORES', done: false }]);
    await expect(cardOf(of, 'A', 'S2', [8, 9, 8, 8, 8, 8, 10])).rejects.toThrow('are frozen');
    for (const assessor of ['S1', 'S2', 'S3']) await cardOf(of, 'C', assessor, [9, 10, 9, 9, 9, 9, 0]);
    expect((await of.scored.preview()).blocks).toEqual([]);
  });

  it('the next version names the appeal; the first stays as it was, and both are worked out again', async () => {
    const first = await file(1);
    await expect(publishResult(of.scored, 'Nowe karty oferty C po posiedzeniu.')).rejects.toThrow();
    const reason = 'Uwzględniono odwołanie nr 1: karty oferty C.';
    expect(await publishResult(of.scored, reason)).toBe(2);
    const { versions, document } = must(
      await portal.stranger.get<PublicResult>(`/api/v1/public/calls/${of.scored.call.slug}/result`),
    );
    expect(versions.map(({ no, replacesNo }) => [no, replacesNo])).toEqual([
      [2, 1],
      [1, null],
    ]);
    expect(versions[0]?.reason).toBe(reason);
    expect(document.ranking[0]?.offer).toBe(of.scored.numbers['C']);
    expect(await file(1)).toBe(first);
    for (const text of [first, await file(2)]) expect(verify(text)).toContain('ZGODNE');
    const { letters } = must(await of.scored.administrator.get<CallAnswers>(of.answers));
    expect(letters.filter(({ resultNo, kind }) => resultNo === 2 && kind !== 'APPEAL_DECIDED')).toHaveLength(3);
  });

  it('closes the cards of C again, and keeps what was lodged, stated and decided', async () => {
    await expect(cardOf(of, 'C', 'S2', [8, 9, 8, 8, 8, 8, 10])).rejects.toThrow('are frozen');
    for (const table of ['appeal', 'appeal_statement', 'appeal_decision'])
      await expect(portal.dataSource.query(`delete from ${table}`)).rejects.toThrow('stays');
    await expect(portal.dataSource.query(`update appeal_decision set upheld = false`)).rejects.toThrow('stays');
  });
});

describe('an appeal', () => {
  it('that comes late is taken and flagged; against a result that was replaced there is none', async () => {
    const of = await published();
    await publishedAt(of.scored, 1, daysAgo(14));
    expect(must(await of.leader.get<OfferAppeals>(of.own)).closed).toBeNull();
    await publishedAt(of.scored, 1, daysAgo(16));
    expect(must(await lodge(of)).appeals).toMatchObject([{ lateDays: 2 }]);
  });

  it('that is dismissed opens nothing', async () => {
    const of = await published();
    await decided(of, { upheld: false, effect: 'NONE' });
    await expect(cardOf(of, 'C', 'S2', [8, 9, 8, 8, 8, 8, 10])).rejects.toThrow('are frozen');
    expect((await of.scored.preview()).appeals).toEqual([]);
  });

  it('about the formal check opens that card, and no other', async () => {
    const of = await published();
    await decided(of, { upheld: true, effect: 'FORMAL' });
    const rows = await portal.dataSource.query<{ state: string; offer: string }[]>(
      'select state, offer_id as offer from formal_card where call_id = $1',
      [of.scored.call.id],
    );
    expect(rows.filter(({ state }) => state === 'OPEN').map(({ offer }) => offer)).toEqual([of.scored.offers['C']]);
    expect((await of.scored.preview()).blocks.map(({ code }) => code)).toEqual(['FORMAL']);
    await expect(
      portal.dataSource.query(
        `update formal_card set state = 'OPEN', decided_at = null, decided_by = null where offer_id = $1`,
        [of.scored.offers['A']],
      ),
    ).rejects.toThrow('frozen');
  });

  it('and a freeze at once: a decision that comes first is not passed over', async () => {
    const of = await published();
    const [{ id } = { id: '' }] = must(await lodge(of)).appeals;
    const address = `${of.answers}/appeals/${id}`;
    must(await of.scored.secretary.post(`${address}/statement`, { text: 'Komisja pominęła opis K2.' }));
    const reasons = await lineReasons(of.scored);
    const [frozen, decision] = await Promise.all([
      of.scored.freeze({ reasons, reason: 'Komisja spotkała się jeszcze raz.' }),
      of.scored.administrator.post<Appeal>(`${address}/decision`, {
        ...{ id: key(), upheld: true, effect: 'SCORES' },
        ...DECIDED,
      }),
    ]);
    expect(decision.status).toBe(201);
    const [row] = await portal.dataSource.query<[{ opens: boolean }]>(`select appeal_opens($1, 'SCORES') as opens`, [
      of.scored.offers['C'],
    ]);
    // The decision first: what was looked at is another ranking. The freeze first: the cards wait for the next one.
    expect(row.opens).toBe(true);
    expect([201, 400, 403, 409]).toContain(frozen.status);
    const results = await portal.dataSource.query<unknown[]>('select from call_result where call_id = $1', [
      of.scored.call.id,
    ]);
    expect(results).toHaveLength(frozen.status === 201 ? 2 : 1);
  });
});
