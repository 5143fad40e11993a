import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CallPage, FormalList, OfferResponse, RankingPreview, ScoringResponse, SheetSaved } from '@zit/contracts';
import { sopotCase } from '@zit/sample';
import { awardPageWords, carryPageWords, publicAwardWords } from '@zit/words.pl/award-page';
import { impartialityClause } from '@zit/words.pl/commission';
import { commissionPageWords } from '@zit/words.pl/commission-page';
import { documentPageWords } from '@zit/words.pl/document-page';
import { publicResultWords, resultPageWords, resultTableWords } from '@zit/words.pl/result-page';
import { plain } from '../src/actor';
import { asksAndAppeals } from '../src/after-result';
import { inspect } from '../src/inspect';
import { Partner } from '../src/partner';
import { textOfPdf } from '../src/read-pdf';
import { onStage } from '../src/visit';

/** The key by which the installation signs its results. */
const key = join(tmpdir(), `zit-result-key-${randomUUID()}.pem`);
const stage = onStage(() => Promise.resolve({ RESULT_KEY_FILE: key }));
afterAll(() => rm(key, { force: true }));
const TITLE = 'Lokalne Centrum w Sopocie, edycja pierwsza';
const comes = (key: string): Promise<Partner> => Partner.comes(stage, key);
type Scores = Record<string, Record<string, number[]>>;

describe('F.4: the Sopot case is decided', () => {
  it('S4 is in conflict with B, K2 parts A from C, B is below the threshold; anybody works it out again', async () => {
    const faults: string[] = [];
    const chair = await comes('przewodniczacy');
    const { items } = await chair.reads<CallPage>('/calls');
    const call = items.find(({ title }) => title === TITLE)?.id ?? '';
    const api = `/calls/${call}`;
    const declares = (who: Partner) =>
      who.did('POST', `${api}/commission/declaration`, { id: randomUUID(), clause: impartialityClause.version });
    const scorers = await Promise.all(['oceniajacy-s1', 'oceniajacy-s2', 'oceniajacy-s3'].map(comes));
    for (const who of [chair, ...scorers]) await declares(who);

    // The formal check: D came too late, the others pass once a person has answered what no rule can.
    const { items: checked } = await chair.reads<FormalList>(`${api}/formal`);
    expect(checked.map(({ lateMs }) => lateMs)).toEqual([0, 0, 0, 1_000]);
    for (const { offerId, lateMs } of checked) {
      const formal = `${api}/formal/${offerId}`;
      for (const code of ['ATTACHMENTS', 'GOALS'])
        await chair.did('POST', `${formal}/verdicts`, { id: randomUUID(), code, answer: 'YES' });
      const state = lateMs > 0 ? 'REJECTED' : 'PASSED';
      await chair.did('POST', `${formal}/decision`, { id: randomUUID(), state });
    }
    const [a = '', b = '', c = ''] = checked.map(({ offerId }) => offerId);

    // S4 declares, reads the list of parties, and says that B is a friend's: the call is over for them.
    const s4 = await comes('oceniajacy-s4');
    await s4.page.goto(`/nabory/${call}/komisja`);
    await s4.press('button', commissionPageWords.declare);
    await s4.sees(/^Oświadczenie złożone/);
    await s4.press('button', commissionPageWords.declareConflictNamed('Nowy Kurs'));
    const asked = s4.page.getByRole('dialog');
    await asked.getByLabel(commissionPageWords.conflictReason).fill('Żona pracuje u partnera tej oferty.');
    await asked.getByRole('button', { name: commissionPageWords.declareConflict }).click();
    await s4.sees(commissionPageWords.gone);
    await s4.goes();

    const scores = (sopotCase as unknown as { scores: Scores }).scores;
    for (const [at, who] of scorers.entries()) {
      const { criteria } = await who.reads<ScoringResponse>(`${api}/scoring`);
      for (const [letter, offer] of [
        ['A', a],
        ['B', b],
        ['C', c],
      ] as const) {
        const points = scores[letter]?.[`S${at + 1}`] ?? [];
        const changes = criteria.flatMap(({ id, automatic }, no) => {
          if (automatic) return [];
          const value = points[no] ?? 0;
          const given = { path: `points.${id}`, base: 0, value };
          const extreme = value < 5 || value > 9;
          return extreme ? [given, { path: `reasons.${id}`, base: 0, value: 'Obszar rewitalizacji.' }] : [given];
        });
        const card = `${api}/scoring/offers/${offer}`;
        const { rev } = await who.did<SheetSaved>('PATCH', `${card}/sheet`, { save: randomUUID(), changes });
        await who.did('POST', `${card}/versions`, { id: randomUUID(), rev });
      }
      await who.goes();
    }

    // The chair sees the order and how sure it is, gives reasons for what stands on the line, and freezes.
    const { page } = chair;
    await page.goto(`/nabory/${call}/wynik`);
    const numbers = checked.map(({ receiptNumber }) => receiptNumber);
    await chair.sees(resultPageWords.reasonFor(numbers[0] ?? ''));
    const { document } = await chair.reads<RankingPreview>(`${api}/result/ranking`);
    expect(
      document?.ranking.map(({ offer, score, shown, place, status, decidedBy }) => [
        offer,
        ...[score, shown, place, status, decidedBy],
      ]),
    ).toEqual([
      [numbers[0], '485/6', '80,83', 1, 'selected', 'K2'],
      [numbers[2], '485/6', '80,83', 2, 'reserve', 'K2'],
      [numbers[1], '176/3', '58,67', null, 'below-threshold', null],
      [numbers[3], null, null, null, 'rejected', null],
    ]);
    faults.push(...(await inspect(page, 'result-preview-1280')));
    await page.getByLabel(resultPageWords.place).fill('Sopot, sala nr 1');
    await page.getByLabel(resultPageWords.began).fill('2026-01-10T10:00');
    await page.getByLabel(resultPageWords.ended).fill('2026-01-10T12:00');
    for (const number of [numbers[0], numbers[2]])
      await page
        .getByLabel(resultPageWords.reasonFor(number ?? ''))
        .fill('Kolejność wynika z ogłoszonej zasady remisu.');
    await chair.press('button', resultPageWords.go);
    await chair.sees(resultPageWords.waitsApproval);
    const minutes = await page
      .context()
      .request.get(
        (await page.getByRole('link', { name: `${resultPageWords.minutes} PDF` }).getAttribute('href')) ?? '',
      );
    const said = plain(textOfPdf(await minutes.body()));
    for (const part of ['80,83', 'w tym po terminie 1; z powodów formalnych odrzucono 0'])
      expect(said.replace(/\s+/g, ' ')).toContain(part);
    expect(said).not.toContain('odrzucona w ocenie');

    const operator = await comes('operator');
    await operator.page.goto(`/nabory/${call}/wynik`);
    await operator.press('button', resultPageWords.approve);
    const dialog = operator.page.getByRole('dialog');
    await dialog.getByLabel(resultPageWords.basis).fill('Zarządzenie nr 7 (dane testowe)');
    await dialog.getByRole('button', { name: resultPageWords.approveGo }).click();
    await operator.press('button', resultPageWords.publish);
    await dialog.getByRole('button', { name: resultPageWords.publishGo }).click();
    await operator.press('link', resultPageWords.public);
    await operator.page.waitForURL(/\/ogloszenia\/[^/]+\/wynik$/);

    // Anybody reads it without an account, and works it out again.
    const { page: anybody } = await stage.visit();
    await anybody.goto(new URL(operator.page.url()).pathname);
    const table = anybody.getByRole('table', { name: resultTableWords.caption });
    await table.waitFor();
    const rows = (await table.getByRole('row').allInnerTexts()).map(plain);
    expect(rows[1]).toMatch(/Kompas Sopocki[^]*280 500,00 zł[^]*80,83[^]*rozstrzyga K2: 8,33 > 8,00/);
    expect(rows[3]).toMatch(/Nowy Kurs[^]*58,67[^]*poniżej progu/);
    expect(rows.join()).not.toContain('Oceniający');
    await anybody.getByRole('button', { name: publicResultWords.go }).click();
    await anybody.getByText(publicResultWords.ok).waitFor();
    await anybody.getByText(publicResultWords.signed).waitFor();
    faults.push(...(await inspect(anybody, 'result-public-1280')));
    await anybody.setViewportSize({ width: 320, height: 740 });
    faults.push(...(await inspect(anybody, 'result-public-320')));

    // C asks why, appeals, and is answered; the office and the commission have their say.
    const [, , slug = ''] = new URL(operator.page.url()).pathname.split('/');
    const loser = await comes('razem-na-molo');
    faults.push(...(await asksAndAppeals({ call, slug, offer: c, leader: loser, chair, operator })));
    await loser.goes();

    // A is awarded by who runs the call, and its agreement is made of what was received.
    await operator.page.goto(`/nabory/${call}/przyznanie`);
    await operator.press('button', awardPageWords.give);
    await dialog.getByRole('button', { name: awardPageWords.give }).click();
    await operator.sees(awardPageWords.turn.AWARDED);
    faults.push(...(await inspect(operator.page, 'awards-1280')));
    await anybody.reload();
    await anybody.getByText(publicAwardWords.title).waitFor();

    const leader = await comes('koordynator');
    const { consortiumId } = await leader.reads<OfferResponse>(`/offers/${a}`);
    await leader.page.goto(`/konsorcja/${consortiumId}/przyznanie`);
    await leader.sees(carryPageWords.wouldChange);
    faults.push(...(await inspect(leader.page, 'award-carried-1280')));
    await leader.page.setViewportSize({ width: 320, height: 740 });
    faults.push(...(await inspect(leader.page, 'award-carried-320')));
    await leader.page.setViewportSize({ width: 1280, height: 800 });
    await leader.press('button', carryPageWords.carry);
    await leader.sees(carryPageWords.done);
    await leader.press('link', carryPageWords.agreement);
    await leader.press('button', documentPageWords.toSeal);
    await leader.press('button', documentPageWords.seal('PARTNERSHIP_AGREEMENT'));
    await leader.page.waitForURL(/\/dokumenty\/[0-9a-f-]+$/);
    const agreement = await leader.page
      .context()
      .request.get(`/api/v1${new URL(leader.page.url()).pathname.replace('dokumenty', 'documents')}/pdf`);
    const agreed = plain(textOfPdf(await agreement.body())).replace(/\s+/g, ' ');
    for (const amount of ['330 000,00 zł', '280 500,00 zł', '49 500,00 zł']) expect(agreed).toContain(amount);
    expect(agreed).toContain('Umowa o partnerstwie nr UP/');
    expect(faults).toEqual([]);
  }, 300_000);
});
