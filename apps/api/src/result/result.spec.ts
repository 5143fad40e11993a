import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  CallResult,
  JournalPage,
  PublicResult,
  ResultContents,
  RankingPreview,
  RankingStability,
  ResultVersions,
} from '@zit/contracts';
import { useRenderWorker } from '../../test/render-worker';
import { refusal, startPortal, type Caller, type TestPortal } from '../../test/portal';
import { plantCard, scoredSopot, useStabilityWorker, type ScoredCall } from '../../test/results';
import { must } from '../../test/sopot';

const verifier = join(__dirname, '../../../../libs/verifier/verify-ranking.mjs');
const folder = mkdtempSync(join(tmpdir(), 'zit-result-'));
let portal: TestPortal;
const cleanUp: (() => void)[] = [];

beforeAll(async () => {
  portal = await startPortal({ settings: { resultKeyFile: join(folder, 'key.pem') } });
  cleanUp.push(await useStabilityWorker(portal), await useRenderWorker(portal));
});
afterAll(async () => {
  await portal.stop();
  for (const clean of cleanUp) clean();
  rmSync(folder, { recursive: true });
});

/** Rows by the names of the case. */
const rowsOf = ({ ranking }: ResultContents, { numbers }: ScoredCall): unknown[] =>
  ranking.map(({ offer, score, place, status, decidedBy }) => [
    ...[Object.keys(numbers).find((name) => numbers[name] === offer), score, place, status, decidedBy],
  ]);
const reasonsFor = async (scored: ScoredCall): Promise<{ offer: string; reason: string }[]> => {
  const { stability } = must(await scored.assessors['S1']!.get<RankingStability>(`${scored.root}/stability`));
  return stability.offers
    .filter(({ verdict }) => verdict === 'line')
    .map(({ offer }) => ({ offer, reason: 'Przewaga w K2 jest zgodna z diagnozą.' }));
};
const freezeNow = async (scored: ScoredCall): Promise<ResultVersions> =>
  must(await scored.freeze({ reasons: await reasonsFor(scored) }));

function verify(text: string, key: string | null): string {
  const name = join(folder, 'result.json');
  writeFileSync(name, text);
  return execFileSync(process.execPath, [verifier, name, ...(key ? [key] : [])], { encoding: 'utf8' });
}

describe('F.4: the Sopot case, from cards to a published result', () => {
  let scored: ScoredCall;
  beforeAll(async () => {
    scored = await scoredSopot(portal);
    await scored.conflict('S4', 'B');
  });

  it('WHOLE_CALL: A and C are tied, K2 decides, B is below the threshold; each place has its sentence', async () => {
    const { document, blocks, exclusions } = await scored.preview();
    expect(blocks).toEqual([]);
    expect(rowsOf(document, scored)).toEqual([
      ['A', '485/6', 1, 'selected', 'K2'],
      ['C', '485/6', 2, 'reserve', 'K2'],
      ['B', '176/3', null, 'below-threshold', null],
    ]);
    expect(document.ranking[0]?.because).toBe(
      `80,83\u00a0pkt, remis z ${scored.numbers['C']}; rozstrzyga K2: 8,33 > 8,00`,
    );
    expect(exclusions).toEqual([
      { name: 'Oceniający S4', offer: scored.numbers['B'], reason: 'do 2014 r. skarbnik lidera' },
    ]);
    expect(JSON.stringify(document)).not.toContain('Oceniający');
  });

  it('chair and secretary look at it; a member, who is in conflict, who runs the call and a stranger do not', async () => {
    expect((await scored.secretary.get(`${scored.root}/ranking`)).status).toBe(200);
    const others: [Caller | undefined, number][] = [
      [scored.assessors['S2'], 404],
      [scored.assessors['S4'], 404],
      [scored.administrator, 403],
      [portal.stranger, 401],
    ];
    for (const [caller, status] of others) expect((await caller?.get(`${scored.root}/ranking`))?.status).toBe(status);
  });

  it('tells how firmly it stands, the same each time; line cases need their reasons', async () => {
    const chair = scored.assessors['S1'] as Caller;
    const [one, again] = [
      must(await chair.get<RankingStability>(`${scored.root}/stability`)),
      must(await chair.get<RankingStability>(`${scored.root}/stability`)),
    ];
    expect(one).toEqual(again);
    expect(one.stability.trials).toBe(10_000);
    expect(one.stability.offers.find(({ offer }) => offer === scored.numbers['A'])?.verdict).toBe('line');
    expect(refusal(await scored.freeze())).toEqual({ status: 400, code: 'VALIDATION' });
  });

  it('freezes it once, with minutes; nobody hands in a card any more, and a further version needs a reason', async () => {
    const reasons = await reasonsFor(scored);
    const id = randomUUID();
    const { checked } = await scored.preview();
    const dissent = ['S2: oferta C jest lepsza.'];
    const [beganAt, endedAt] = [new Date(Date.now() - 9e6).toISOString(), new Date(Date.now() - 6e4).toISOString()];
    const { versions } = must(await scored.freeze({ id, reasons, dissent, beganAt, endedAt }));
    expect(versions).toMatchObject([{ no: 1, signed: true, approvedAt: null, publishedAt: null, replacesNo: null }]);
    const repeated = await scored.freeze({ id, checked, reasons, dissent, beganAt, endedAt });
    expect(must(repeated).versions).toEqual(versions);
    const other = await scored.freeze({ id, checked, reasons, dissent: [], beganAt, endedAt });
    expect(refusal(other)).toEqual({ status: 409, code: 'DUPLICATE' });
    expect(refusal(await scored.freeze({ reasons }))).toEqual({ status: 409, code: 'DUPLICATE' });
    await expect(
      plantCard(portal, scored.call.id, scored.offers['A'] ?? '', scored.assessors['S2']?.personId ?? '', []),
    ).rejects.toThrow('are frozen');
    await expect(portal.dataSource.query(`update call_result set sha256 = 'x'`)).rejects.toThrow('does not go on');
    await expect(portal.dataSource.query('delete from call_result')).rejects.toThrow('stays');
  });

  it('before it is published nobody with a hidden row, and nobody outside, sees a place or a total', async () => {
    const seen = async (caller: Caller | undefined) => {
      const { status, body } = (await caller?.get<CallResult>(`${scored.root}`)) ?? {};
      return status === 200 ? (body?.versions.length ?? 0) : status;
    };
    expect(await seen(scored.assessors['S2'])).toBe(1);
    expect(await seen(scored.administrator)).toBe(1);
    expect(await seen(scored.assessors['S4'])).toBe(404);
    const slug = scored.call.slug ?? '';
    expect((await portal.stranger.get(`/api/v1/public/calls/${slug}/result`)).status).toBe(404);
    expect((await portal.stranger.get(`/api/v1/public/calls/${slug}/results/1.json`)).status).toBe(404);
    expect((await scored.assessors['S4']?.get(`${scored.root}/versions/1/result.json`))?.status).toBe(404);
  });

  it('has minutes as PDF, DOCX and HTML, with presence, exclusion, sums, tie, dissent and hashes', async () => {
    const html = await scored.administrator.get<string>(`${scored.root}/versions/1/minutes.html`);
    const text = html.body.replace(/\u00a0|&nbsp;/g, ' ').replace(/<[^>]*>/g, ' ');
    for (const said of ['Oceniający S4', 'skarbnik lidera', '485/6', 'S2: oferta C jest lepsza.', 'rozstrzyga K2'])
      expect(text).toContain(said);
    const { versions } = must(await scored.administrator.get<CallResult>(scored.root));
    expect(text.replace(/\s/g, '')).toContain(versions[0]?.sha256);
    for (const format of ['pdf', 'docx']) {
      const { status, headers } = await scored.administrator.get(`${scored.root}/versions/1/minutes.${format}`);
      expect([status, headers.get('content-disposition')]).toEqual([
        200,
        expect.stringContaining(`.${format}"`) as string,
      ]);
    }
    expect((await scored.assessors['S4']?.get(`${scored.root}/versions/1/minutes.html`))?.status).toBe(404);
  });

  it('is approved by an act of the executive and then announced, by who writes the call', async () => {
    const version = `${scored.root}/versions/1`;
    const chair = scored.assessors['S1'] as Caller;
    expect(refusal(await chair.put(`${version}/approval`, { basis: 'Zarządzenie nr 7' })).status).toBe(403);
    expect(refusal(await scored.administrator.put(`${version}/publication`, {})).status).toBe(403);
    const basis = 'Zarządzenie nr 7/2015 Prezydenta Miasta';
    must(await scored.administrator.put<ResultVersions>(`${version}/approval`, { basis }));
    must(await scored.administrator.put<ResultVersions>(`${version}/approval`, { basis }));
    expect(refusal(await scored.administrator.put(`${version}/approval`, { basis: 'inny akt' })).status).toBe(409);
    const { versions } = must(await scored.administrator.put<ResultVersions>(`${version}/publication`, {}));
    expect(must(await scored.administrator.put<ResultVersions>(`${version}/publication`, {})).versions).toEqual(
      versions,
    );
    const { items } = must(await scored.administrator.get<JournalPage>('/api/v1/journal'));
    const acts = items.map(({ act }) => act);
    expect(acts.filter((act) => act === 'APPROVE_RESULT' || act === 'PUBLISH_RESULT')).toHaveLength(2);
  });

  it('everybody reads it without signing in, by pseudonyms, and works it out again from its file', async () => {
    const address = `/api/v1/public/calls/${scored.call.slug ?? ''}`;
    const result = must(await portal.stranger.get<PublicResult>(`${address}/result`));
    expect(rowsOf(result.document, scored).map((row) => (row as unknown[])[0])).toEqual(['A', 'C', 'B']);
    expect(JSON.stringify(result)).not.toMatch(/Oceniający|Sekretarz/);
    const text = await (await fetch(`${portal.url}${address}/results/1.json`)).text();
    expect(verify(text, result.key)).toContain('ZGODNE');
    expect(() => verify(text.replace('"K2":9', '"K2":8'), result.key)).toThrow();
  });

  it('N19: a conflict that is declared later leaves no quorum for a further version; the first one stands', async () => {
    await scored.conflict('S3', 'C');
    const chair = scored.assessors['S1'] as Caller;
    const { blocks } = must(await chair.get<RankingPreview>(`${scored.root}/ranking`));
    expect(blocks.map(({ code }) => code)).toEqual(['QUORUM', 'QUORUM', 'QUORUM']);
    const refused = await scored.freeze({ reason: 'Odwołanie uwzględniono.' });
    expect(refusal(refused)).toEqual({ status: 403, code: 'FORBIDDEN' });
    expect(JSON.stringify(refused.body)).toContain('kworum wynosi 3');
    const address = `/api/v1/public/calls/${scored.call.slug ?? ''}/result`;
    expect(must(await portal.stranger.get<PublicResult>(address)).versions).toHaveLength(1);
  });
});

describe('OFFER_ONLY', () => {
  it('F.4: S4 counts for A and C and not for B', async () => {
    const scored = await scoredSopot(portal, { policy: 'OFFER_ONLY' });
    await scored.conflict('S4', 'B');
    expect(rowsOf((await scored.preview()).document, scored)).toEqual([
      ['A', '78', 1, 'selected', null],
      ['C', '309/4', 2, 'reserve', null],
      ['B', '176/3', null, 'below-threshold', null],
    ]);
    await freezeNow(scored);
    const { versions, document } = must(await scored.assessors['S4']!.get<CallResult>(scored.root));
    expect([versions, document]).toEqual([[], null]);
  });

  it('a later version stands beside the one before and names it with its reason; the first stays readable', async () => {
    const scored = await scoredSopot(portal, { policy: 'OFFER_ONLY' });
    await freezeNow(scored);
    const first = await scored.administrator.get<unknown>(`${scored.root}/versions/1/result.json`);
    await scored.conflict('S4', 'B');
    const reason = 'Odwołanie uwzględniono: konflikt z ofertą B.';
    const { versions } = must(await scored.freeze({ reason, reasons: await reasonsFor(scored) }));
    expect(versions).toMatchObject([
      { no: 2, replacesNo: 1, reason },
      { no: 1, replacesNo: null, reason: null },
    ]);
    const again = await scored.administrator.get<unknown>(`${scored.root}/versions/1/result.json`);
    expect(again.body).toEqual(first.body);
    const late = await scored.administrator.put(`${scored.root}/versions/1/approval`, { basis: 'Zarządzenie nr 7' });
    expect(refusal(late)).toEqual({ status: 403, code: 'FORBIDDEN' });
    const { document } = must(await scored.administrator.get<CallResult>(scored.root));
    expect(rowsOf(document as ResultContents, scored)[2]).toEqual(['B', '176/3', null, 'below-threshold', null]);
  });
});
