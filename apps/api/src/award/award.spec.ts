import { randomUUID } from 'node:crypto';
import type {
  CallAwards,
  CallResponse,
  ConsortiumAward,
  ConsortiumResponse,
  DocumentDetail,
  PublicAwards,
  PublicCall,
} from '@zit/contracts';
import { totals, type DocumentFacts } from '@zit/domain';
import { decidedCase, plantResult, type DecidedCase } from '../../test/awards';
import { publishedCall } from '../../test/calls';
import { refusal, startPortal, type Caller, type TestPortal } from '../../test/portal';
import { useRenderWorker } from '../../test/render-worker';
import { must } from '../../test/sopot';

const SUMS = { totalGrosze: 33_000_000, zitGrosze: 28_050_000, ownGrosze: 4_950_000 };
const REASON = 'Konsorcjum A odstąpiło od podpisania umowy.';

let portal: TestPortal;
let cleanUp: () => void;
beforeAll(async () => {
  portal = await startPortal();
  cleanUp = await useRenderWorker(portal);
});
afterAll(async () => {
  await portal.stop();
  cleanUp();
});

const turnsOf = ({ rows }: CallAwards) => rows.map(({ turn }) => turn);
const letters = async (offerId: string): Promise<string[]> =>
  (
    await portal.dataSource.query<{ kind: string }[]>(
      'select kind from offer_letter where offer_id = $1 order by sent_at',
      [offerId],
    )
  ).map(({ kind }) => kind);

describe('F.4: the Sopot case is awarded, and its agreement follows', () => {
  let sopot: DecidedCase;
  let officer: Caller;
  const give = (offer: string, more: object = {}) =>
    officer.post<CallAwards>(sopot.root, { id: randomUUID(), offer, resultNo: 2, ...more });
  const rooms = () => `/api/v1/consortia/${sopot.consortiumId}/award`;
  const read = async (by = sopot.coordinator) => must(await by.get<ConsortiumAward>(rooms()));
  const issue = ({ id, version, factsSha256 }: DocumentDetail) =>
    sopot.coordinator.post<DocumentDetail>(`/api/v1/documents/${id}/issue`, { version, factsSha256 });
  let awardId = '';

  beforeAll(async () => {
    sopot = await decidedCase(portal);
    officer = sopot.officer;
  });

  it('nothing is awarded without a published result, while a newer one waits, or by an older one', async () => {
    const { root, numbers, callId } = sopot;
    const by = (resultNo: number) => give(numbers.A, { resultNo });
    expect(must(await officer.get<CallAwards>(root))).toMatchObject({ result: null, rows: [] });
    expect((await by(1)).status).toBe(403);
    await plantResult(portal, callId, [numbers.A, numbers.C]);
    await plantResult(portal, callId, [numbers.A, numbers.C], { no: 2, published: false });
    expect(must(await officer.get<CallAwards>(root)).newerFrozen).toBe(true);
    expect((await by(1)).status).toBe(403);
    await portal.dataSource.query(
      `update call_result set approved_at = now(), approved_by = frozen_by, basis = 'Zarządzenie nr 9/2015',
         published_at = now(), published_by = frozen_by where no = 2 and call_id = $1`,
      [callId],
    );
    expect(refusal(await by(1)).code).toBe('STALE');
  });

  it('A is awarded by who runs the call, once, with the amounts of the frozen offer; the reserve waits', async () => {
    expect(turnsOf(must(await officer.get<CallAwards>(sopot.root)))).toEqual(['NEXT', 'EARLIER']);
    expect(refusal(await give(sopot.numbers.C, { reason: 'Lista się przesuwa.' }))).toMatchObject({ status: 403 });
    const both = await Promise.all([give(sopot.numbers.A), give(sopot.numbers.A)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 403]);
    const { rows, standing } = must(await officer.get<CallAwards>(sopot.root));
    expect(standing).toEqual({ count: 1, zitGrosze: SUMS.zitGrosze });
    expect(rows[0]?.awards).toMatchObject([{ ...SUMS, place: 1, fromReserve: false, endedAt: null, agreement: null }]);
    awardId = rows[0]?.awards[0]?.id ?? '';
    expect(turnsOf({ rows } as CallAwards)).toEqual(['AWARDED', 'PLACES']);
    expect(await letters(sopot.offerId)).toEqual(['AWARDED']);
    const again = { id: awardId, offer: sopot.numbers.A, resultNo: 2 };
    expect((await officer.post(sopot.root, again)).status).toBe(201);
    expect(refusal(await officer.post(sopot.root, { ...again, resultNo: 3 })).code).toBe('DUPLICATE');
  });

  it('everybody reads what stands; strangers, the consortium and who is barred learn nothing more', async () => {
    const [call] = await portal.dataSource.query<[{ slug: string }]>('select slug from call where id = $1', [
      sopot.callId,
    ]);
    const { items } = must(await portal.stranger.get<PublicAwards>(`/api/v1/public/calls/${call.slug}/awards`));
    expect(items).toMatchObject([{ offer: sopot.numbers.A, ...SUMS }]);
    expect(JSON.stringify(items)).not.toContain(sopot.consortiumId);
    expect((await sopot.coordinator.get(sopot.root)).status).toBe(404);
    expect((await sopot.coordinator.post(sopot.root, { id: randomUUID(), offer: 'x', resultNo: 1 })).status).toBe(404);
    const other = await portal.as({ role: 'COUNTY_OPERATOR', teryt: '2262' });
    expect((await other.get(sopot.root)).status).toBe(404);
    expect((await other.get(rooms())).status).toBe(404);
    const barred = await portal.as({ role: 'COUNTY_OPERATOR', teryt: '2264' });
    await portal.dataSource.query(
      `insert into offer_bar (offer_id, person_id, call_id, cause) values ($1, $2, $3, 'DECLARED')`,
      [sopot.offerC, barred.personId, sopot.callId],
    );
    expect((await barred.get(sopot.root)).status).toBe(404);
    expect((await barred.put(`${sopot.root}/${awardId}/end`, { reason: REASON })).status).toBe(404);
    await expect(portal.dataSource.query('delete from award')).rejects.toThrow('stays');
    await expect(portal.dataSource.query('update award set zit_grosze = 1')).rejects.toThrow('does not go on');
  });

  it('the page says what would change, and one act carries the offer: equal line by line, to the grosz', async () => {
    const before = await read();
    expect(before.blocks).toEqual([]);
    expect(before.differences?.sums.at(-1)).toMatchObject({ before: 0, after: SUMS.totalGrosze });
    const given = { award: awardId, checked: before.checked };
    expect(refusal(await sopot.coordinator.put(`${rooms()}/rooms`, { ...given, checked: 'f'.repeat(64) }))).toEqual({
      status: 409,
      code: 'STALE',
    });
    const signer = Object.values(sopot.signers).flat()[0]!;
    expect((await signer.put(`${rooms()}/rooms`, given)).status).toBe(403);
    const both = await Promise.all([1, 2].map(() => sopot.coordinator.put<ConsortiumAward>(`${rooms()}/rooms`, given)));
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    const after = must(both[0]!);
    expect(after.differences?.changed).toBe(false);
    const { lines, services, targetGroups } = must(
      await sopot.coordinator.get<ConsortiumResponse>(`/api/v1/consortia/${sopot.consortiumId}`),
    );
    const { contents } = await sopot.read().then(() => frozen(sopot));
    expect(lines.map(({ amountGrosze, member, item, source }) => [amountGrosze, member, item, source])).toEqual(
      contents.budget.lines.map(({ amountGrosze, member, item, source }) => [amountGrosze, member, item, source]),
    );
    expect([services.length, targetGroups.length]).toEqual([
      contents.services.list.length,
      contents.groups.list.length,
    ]);
    const [{ acts, drafts }] = await portal.dataSource.query<[{ acts: number; drafts: number }]>(
      `select (select count(*)::int from journal where subject_id = $1 and act = 'CARRY_AWARD') as acts,
         (select count(*)::int from document where award_id = $2) as drafts`,
      [sopot.consortiumId, awardId],
    );
    expect([acts, drafts]).toEqual([1, 1]);
  });

  it('the agreement is refused while it differs by a grosz, and issued with 330 000,00 / 280 500,00 / 49 500,00 zł', async () => {
    const path = `/api/v1/documents/${(await read()).agreementId}`;
    await dearer(1);
    const off = must(await sopot.coordinator.get<DocumentDetail>(path));
    const refused = await issue(off);
    expect(refusal(refused)).toEqual({ status: 422, code: 'BLOCKED' });
    expect(JSON.stringify(refused.body).replaceAll('\u00a0', ' ')).toContain('różnica 0,01 zł');
    await dearer(-1);
    const draft = must(await sopot.coordinator.get<DocumentDetail>(path));
    const issued = must(await issue(draft));
    const { consortium, award } = issued.facts as DocumentFacts;
    const { total, zit, own } = totals(consortium.lines ?? []);
    expect({ totalGrosze: total, zitGrosze: zit, ownGrosze: own }).toEqual(SUMS);
    expect(award).toMatchObject({ ...SUMS, receiptNumber: sopot.numbers.A, place: 1, ended: false });
    const { rows } = must(await officer.get<CallAwards>(sopot.root));
    expect(rows[0]?.awards[0]?.agreement?.number).toBe(issued.number);
    expect((await read()).blocks).toMatchObject([{ code: 'AGREEMENT_ISSUED' }]);
  });

  it('N21: an NGO leaves after the award: annex no. 1, 3/5 → 2/4 = 50 %; the next exit, 1/3, is refused', async () => {
    const root = `/api/v1/consortia/${sopot.consortiumId}`;
    const before = must(await sopot.coordinator.get<ConsortiumResponse>(root));
    const ngos = before.members.filter(({ sector }) => sector.startsWith('NGO'));
    expect(ngos).toHaveLength(3);
    const draft = async () =>
      must(await sopot.coordinator.post<DocumentDetail>(`${root}/documents`, { kind: 'ANNEX' }));
    const leave = async (member: string) =>
      must(
        await sopot.coordinator.post(`${root}/members/${member}/exit`, { linesToMemberId: sopot.members['kompas'] }),
      );
    const partners = ngos.filter(({ id }) => id !== sopot.members['kompas']);
    await leave(partners[0]!.id);
    const first = await draft();
    const issued = must(await issue(first));
    expect(issued.number).toMatch(/^AN\/2264\/\d{4}\/01$/);
    const share = issued.check.findings.find(({ code }) => code === 'R-NGO');
    expect([share?.actual, share?.verdict]).toEqual(['2/4', 'pass']);
    await leave(partners[1]!.id);
    const second = await draft();
    expect((second.facts as DocumentFacts).annex).toMatchObject({ no: 2, previous: { number: issued.number } });
    const refused = await issue(second);
    expect(refusal(refused)).toEqual({ status: 422, code: 'BLOCKED' });
    expect(JSON.stringify(refused.body)).toContain('1/3');
  });

  it('A falls through with a reason, C of the reserve list is awarded with one, and not without', async () => {
    const path = `${sopot.root}/${awardId}/end`;
    const ended = must(await officer.put<CallAwards>(path, { reason: REASON }));
    expect(turnsOf(ended)).toEqual(['ENDED', 'NEXT']);
    expect((await officer.put(path, { reason: REASON })).status).toBe(200);
    expect(refusal(await officer.put(path, { reason: 'Zupełnie inny powód.' })).code).toBe('DUPLICATE');
    expect(await letters(sopot.offerId)).toEqual(['AWARDED', 'AWARD_ENDED']);
    expect(refusal(await give(sopot.numbers.C)).code).toBe('VALIDATION');
    const moved = must(await give(sopot.numbers.C, { reason: REASON }));
    expect(turnsOf(moved)).toEqual(['ENDED', 'AWARDED']);
    expect(moved.rows[1]?.awards).toMatchObject([{ fromReserve: true, reason: REASON }]);
    expect(moved.standing.count).toBe(1);
    expect((await read()).blocks.map(({ code }) => code)).toContain('ENDED');
  });

  it('a call is not annulled while an award stands; then with a letter to everybody who handed in, and its cause', async () => {
    const path = `/api/v1/calls/${sopot.callId}`;
    const annul = (cause: string) =>
      officer.post<CallResponse>(`${path}/annulment`, {
        id: randomUUID(),
        cause,
        reason: 'Gmina nie otrzymała środków.',
      });
    expect(refusal(await annul('REASONS'))).toEqual({ status: 403, code: 'FORBIDDEN' });
    const { rows } = must(await officer.get<CallAwards>(sopot.root));
    must(await officer.put(`${sopot.root}/${rows[1]?.awards[0]?.id}/end`, { reason: REASON }));
    expect(refusal(await annul('NO_VALID_OFFERS'))).toEqual({ status: 400, code: 'VALIDATION' });
    const { state, editions } = must(await annul('REASONS'));
    expect([state, editions.at(-1)?.cause]).toEqual(['ANNULLED', 'REASONS']);
    expect(await letters(sopot.offerId)).toEqual(['AWARDED', 'AWARD_ENDED', 'ANNULLED']);
    expect(await letters(sopot.offerC)).toContain('ANNULLED');
  });

  it('there are no valid offers only after the deadline, where none came', async () => {
    const administrator = await portal.as({ role: 'ADMINISTRATOR' });
    const call = await publishedCall(administrator);
    const annul = () =>
      administrator.post<CallResponse>(`/api/v1/calls/${call.id}/annulment`, {
        ...{ id: randomUUID(), cause: 'NO_VALID_OFFERS', reason: 'Nie wpłynęła żadna oferta.' },
      });
    expect(refusal(await annul()).code).toBe('VALIDATION');
    await portal.dataSource.query(`update call set deadline_at = now() - interval '1 hour' where id = $1`, [call.id]);
    expect(must(await annul()).editions.at(-1)?.cause).toBe('NO_VALID_OFFERS');
    const page = must(await portal.stranger.get<PublicCall>(`/api/v1/public/calls/${call.slug}`));
    expect(page.editions.at(-1)?.cause).toBe('NO_VALID_OFFERS');
  });

  /** Makes the first line dearer, past the routes. @param by grosze */
  const dearer = (by: number) =>
    portal.dataSource.query(
      `update budget_line set amount_grosze = amount_grosze + $2 where consortium_id = $1 and position = 1`,
      [sopot.consortiumId, by],
    );
});

async function frozen({ offerId }: DecidedCase) {
  const [row] = await portal.dataSource.query<[{ contents: string }]>(
    `select k.contents from offer_standing s join offer_receipt r on r.number = s.number
     join offer_content k on k.offer_id = r.offer_id and k.sha256 = r.sha256 where s.offer_id = $1`,
    [offerId],
  );
  type Line = { amountGrosze: number; member: string; item: string; source: string };
  return JSON.parse(row.contents) as {
    contents: { budget: { lines: Line[] }; services: { list: unknown[] }; groups: { list: unknown[] } };
  };
}
