import { randomUUID } from 'node:crypto';
import type { OfferFile, OfferReceipt, OfferReceipts, OfferResponse, OfferSigning } from '@zit/contracts';
import { canonicalJson, compareReceipt, type OfferDocumentFacts } from '@zit/domain';
import { seatIn } from '../../test/commissions';
import { offering, type Offering } from '../../test/handing-in';
import { Snapshot } from '../../test/matrix/snapshot';
import { refusal, startPortal, type TestPortal } from '../../test/portal';
import { rivalOf } from '../../test/rival';
import { shiftDate } from '../../test/shift-date';
import { must } from '../../test/sopot';
import { sha256 } from '../journal/sha256';

const DAY = 86_400_000;
let portal: TestPortal;
let offer: Offering;
let root: string;
/** The offer as it was written, and as all have confirmed it: brought back for each test. */
let written: Snapshot;
let confirmed: Snapshot;
let lastEntry: string;
beforeAll(async () => {
  portal = await startPortal();
  offer = await offering(portal);
  root = `/api/v1/offers/${offer.offerId}`;
  written = await Snapshot.take(portal.dataSource, 'written');
  await offer.confirmAll();
  confirmed = await Snapshot.take(portal.dataSource, 'confirmed');
});
beforeEach(async () => {
  await written.restore();
  lastEntry = (await sql<{ seq: string }>('select max(seq) as seq from journal'))[0]?.seq ?? '0';
});
afterAll(() => portal.stop());

const sql = <Row>(text: string, values: unknown[] = []) => portal.dataSource.query<Row[]>(text, values);
const closed = async (): Promise<boolean | undefined> =>
  (await sql<{ closed: boolean }>('select closed from sheet where id = $1', [offer.offerId]))[0]?.closed;
const allConfirm = async (): Promise<OfferSigning> => {
  await confirmed.restore();
  return offer.signing();
};
const handedIn = async (): Promise<OfferReceipt> => {
  await confirmed.restore();
  return must(await offer.submit());
};
const receipts = async () => must(await offer.coordinator.get<OfferReceipts>(`${root}/receipts`)).receipts;

describe('handing an offer in', () => {
  it('is one act: receipt, closed sheet, journal, mails, and a content that anybody can check', async () => {
    const before = new Date().toISOString();
    const receipt = await handedIn();
    const { lateMs, receivedAt, number, replaces, seal } = receipt;
    expect({ lateMs, replaces, seal }).toEqual({ lateMs: 0, replaces: null, seal: null });
    expect(number).toMatch(/^LC\/2264\/\d{4}\/01\/0001$/);
    expect(before <= receivedAt && receivedAt <= new Date().toISOString()).toBe(true);
    expect(await offer.read()).toMatchObject({ state: 'SUBMITTED' });
    expect(await closed()).toBe(true);

    const [kept] = await sql<{ contents: string; salt: string }>(
      'select c.contents, r.salt from offer_receipt r join offer_content c using (offer_id, sha256)',
    );
    const document = JSON.parse(kept?.contents ?? '') as OfferDocumentFacts;
    expect(sha256(canonicalJson(document))).toBe(receipt.sha256);
    expect(await compareReceipt({ document, salt: kept?.salt ?? '' }, receipt, sha256)).toMatchObject({ equal: true });

    const [entry] = await sql(`select subject_id, details from journal where act = 'SUBMIT_OFFER' and seq > $1`, [
      lastEntry,
    ]);
    expect(entry).toEqual({
      subject_id: offer.offerId,
      details: { number, sha256: receipt.sha256, lateMs: 0, replaces: null },
    });
    const mails = await sql<{ recipient: string; body: string }>(
      `select recipient, body from mail where template = 'OFFER_RECEIVED'`,
    );
    // The coordinator and ten who confirm; each once, nobody else.
    const people = [offer.coordinator, ...Object.values(offer.signers).flat()];
    expect(mails).toHaveLength(people.length);
    expect(new Set(mails.map(({ recipient }) => recipient)).size).toBe(people.length);
    expect(mails[0]?.body).toContain(number);
    expect(mails[0]?.body).toContain(receipt.sha256);
  });

  it('is refused before all have confirmed, and while rules stand in the way', async () => {
    expect(refusal(await offer.submit())).toEqual({ status: 422, code: 'BLOCKED' });
    await offer.write({ 'basics.title': null });
    await offer.confirmAll();
    const refused = await offer.submit();
    expect(refusal(refused)).toEqual({ status: 422, code: 'BLOCKED' });
    expect(refused.body).toHaveProperty('offerFindings.0.section', 'basics');
    expect(await offer.read()).toMatchObject({ state: 'DRAFT' });
    expect(await closed()).toBe(false);
    expect(await receipts()).toEqual([]);
  });

  it('is refused when the content is another than the page showed', async () => {
    const { sha256: seen } = await allConfirm();
    await offer.write({ 'basics.summary': 'W ostatniej chwili inaczej.' });
    expect(refusal(await offer.submit({ sha256: seen }))).toEqual({ status: 409, code: 'STALE' });
  });

  it('R-10: repeated under its key it gives the same receipt, with other contents nothing', async () => {
    await allConfirm();
    const key = randomUUID();
    const first = await offer.submit({ key });
    expect([first.status, first.headers.get('Idempotent-Replayed')]).toEqual([201, null]);
    const again = await offer.submit({ key });
    expect([again.status, again.headers.get('Idempotent-Replayed')]).toEqual([201, 'true']);
    expect(again.body).toEqual(first.body);
    expect(refusal(await offer.submit({ key, sha256: '0'.repeat(64) }))).toEqual({ status: 422, code: 'KEY_USED' });
    const withdrawal = await offer.coordinator.post(`${root}/withdrawal`, { id: key, reason: 'Ten sam klucz.' });
    expect(refusal(withdrawal)).toEqual({ status: 422, code: 'KEY_USED' });
    // What one did stays what one did, also when it was taken back since.
    must(await offer.coordinator.post(`${root}/withdrawal`, { id: randomUUID(), reason: 'Pomyłka.' }));
    expect((await offer.submit({ key })).body).toEqual(first.body);
    expect(await receipts()).toHaveLength(2);
  });

  it('R-10: another person’s key leads to no receipt of theirs', async () => {
    await allConfirm();
    const key = randomUUID();
    must(await offer.submit({ key }));
    const by = await offer.as({ role: 'COORDINATOR', organisationId: offer.organisations['kompas'] });
    const other = await offer.submit({ key, by });
    expect(refusal(other)).toEqual({ status: 403, code: 'FORBIDDEN' });
    expect(await receipts()).toHaveLength(1);
  });

  it('is the leader’s: members may not, and for strangers there is no such offer', async () => {
    const { sha256: seen } = await allConfirm();
    for (const [organisation, status] of [
      ['przystan', 403],
      [null, 404],
    ] as const) {
      const organisationId = organisation ? offer.organisations[organisation] : undefined;
      const by = await offer.as({ role: organisation ? 'COORDINATOR' : 'ADMINISTRATOR', organisationId });
      expect((await offer.submit({ by, sha256: seen })).status).toBe(status);
    }
    expect(refusal(await offer.submit({ by: portal.stranger, sha256: seen }))).toMatchObject({ status: 401 });
  });

  it('numbers without gaps, also over acts that failed', async () => {
    await allConfirm();
    await sql(`create function fails() returns trigger language plpgsql as $$ begin raise 'no'; end $$`);
    await sql('create trigger fails before insert on mail for each row execute function fails()');
    expect((await offer.submit()).status).toBe(500);
    await sql('drop trigger fails on mail');
    expect(must(await offer.submit()).number).toMatch(/\/0001$/);
  });

  it('Q19: a leader hands in one offer in a call; of the second it is told which stands and what to do', async () => {
    const { number } = await handedIn();
    const second = await rivalOf(offer, { title: 'Nowy Kurs' });
    const root = `/api/v1/offers/${second}`;
    const signing = async () => must(await offer.coordinator.get<OfferSigning>(`${root}/signing`));
    const content = (await signing()).sha256;
    for (const signer of Object.values(offer.signers).flat())
      must(await signer.post(`${root}/confirmations`, { id: randomUUID(), sha256: content }));
    expect(await signing()).toMatchObject({ ready: true, blocking: 0 });
    const submit = () =>
      offer.coordinator.post<OfferReceipt>(`${root}/submissions`, { id: randomUUID(), sha256: content });
    const refused = await submit();
    expect(refusal(refused)).toEqual({ status: 422, code: 'BLOCKED' });
    expect(refused.body).toMatchObject({
      detail: `Ten lider ma już w tym naborze złożoną ofertę (${number}). Lider składa w naborze jedną: wycofaj tamtą albo zmień lidera.`,
    });
    // What the portal asks first the database holds as well.
    const twice = sql(
      `insert into offer_standing (offer_id, call_id, leader_id, number)
       select $1, call_id, leader_id, number from offer_standing`,
      [second],
    );
    await expect(twice).rejects.toThrow(/offer_standing_one_of_a_leader/);
    must(
      await offer.coordinator.post(`/api/v1/offers/${offer.offerId}/withdrawal`, {
        id: randomUUID(),
        reason: 'Zostaje druga.',
      }),
    );
    must(await submit());
  });
});

describe('late', () => {
  it('is kept with its exact lateness, to the millisecond, and takes nothing from what stands', async () => {
    await allConfirm();
    await offer.deadlineIn(-1_500);
    const receipt = must(await offer.submit());
    expect(receipt.lateMs).toBe(Date.parse(receipt.receivedAt) - Date.parse(receipt.deadlineAt));
    expect(receipt.lateMs).toBeGreaterThanOrEqual(1_500);
    const [row] = await sql<{ late: string }>('select late_ms as late from offer_receipt');
    expect(Number(row?.late)).toBe(receipt.lateMs);
    const withdrawal = await offer.coordinator.post(`${root}/withdrawal`, { id: randomUUID(), reason: 'Za późno.' });
    expect(refusal(withdrawal)).toEqual({ status: 403, code: 'FORBIDDEN' });
    expect((await offer.coordinator.post(`${root}/amendment`)).status).toBe(403);
  });

  it('replaces nothing: what was handed in in time stands', async () => {
    const first = await handedIn();
    must(await offer.coordinator.post(`${root}/amendment`));
    await offer.deadlineIn(-1_500);
    expect(refusal(await offer.submit())).toEqual({ status: 403, code: 'FORBIDDEN' });
    must(await offer.coordinator.del(`${root}/amendment`));
    expect((await receipts()).map(({ number }) => number)).toEqual([first.number]);
  });

  it('an instant that the database cannot vouch for is refused, and nothing is written', async () => {
    await allConfirm();
    const { sha256: seen } = await offer.signing();
    const whenOff = async (ms: number) => {
      shiftDate(ms);
      return offer.submit({ sha256: seen }).finally(() => shiftDate(0));
    };
    // The API's clock is a quarter of an hour behind, or a minute ahead.
    for (const off of [-900_000, 60_000]) {
      const refused = await whenOff(off);
      expect(refusal(refused)).toEqual({ status: 503, code: 'BUSY' });
      expect(refused.headers.get('Retry-After')).toBe('5');
    }
    expect(await receipts()).toEqual([]);
    // Five minutes are believed: so long may one have waited for thousands of others.
    expect(must(await whenOff(-300_000)).number).toMatch(/\/0001$/);
  });
});

describe('until the deadline', () => {
  it('an offer is opened again; the earlier one stands until it is replaced', async () => {
    const first = await handedIn();
    expect(must(await offer.coordinator.post<OfferResponse>(`${root}/amendment`)).state).toBe('AMENDING');
    expect(must(await offer.coordinator.get<OfferReceipt>(`${root}/receipts/0001.json`))).toEqual(first);
    // Nothing has changed: what was confirmed still holds.
    expect((await offer.signing()).ready).toBe(true);
    await offer.write({ 'basics.summary': 'Teraz lepiej.' });
    expect(refusal(await offer.submit())).toEqual({ status: 422, code: 'BLOCKED' });
    await offer.confirmAll();
    const second = must(await offer.submit());
    expect(second).toMatchObject({ replaces: first.number, number: first.number.replace(/1$/, '2') });
    const [standing] = await sql('select number from offer_standing');
    expect(standing).toEqual({ number: second.number });
    expect((await receipts()).map(({ number }) => number)).toEqual([second.number, first.number]);
  });

  it('opening again is given up: the sheet says what was handed in, and keeps what was written in its history', async () => {
    const first = await handedIn();
    must(await offer.coordinator.post(`${root}/amendment`));
    await offer.write({ 'basics.summary': 'Inaczej.', 'basics.officePhone': null });
    // Whoever hands in may go back, also when they write nothing.
    const signer = offer.signers['kompas']?.[0];
    expect(must((await signer?.del<OfferResponse>(`${root}/amendment`))!).state).toBe('SUBMITTED');
    expect((await offer.signing()).sha256).toBe(first.sha256);
    expect(await closed()).toBe(true);
  });

  it('an offer is taken back with a receipt of its own, and may be handed in again', async () => {
    const first = await handedIn();
    const key = randomUUID();
    const withdraw = () =>
      offer.coordinator.post<OfferReceipt>(`${root}/withdrawal`, { id: key, reason: 'Partner zrezygnował.' });
    const second = must(await withdraw());
    expect(second).toMatchObject({ kind: 'WITHDRAWAL', replaces: first.number, sha256: first.sha256 });
    expect(second.number).toMatch(/\/0002$/);
    expect((await withdraw()).body).toEqual(second);
    expect(await offer.read()).toMatchObject({ state: 'WITHDRAWN' });
    expect(await sql('select from offer_standing')).toEqual([]);
    const third = must(await offer.submit());
    expect(third).toMatchObject({ kind: 'SUBMISSION', replaces: null, sha256: first.sha256 });
    expect(third.number).toMatch(/\/0003$/);
    const mails = await sql(`select from mail where template = 'OFFER_WITHDRAWN'`);
    expect(mails.length).toBeGreaterThan(0);
  });
});

describe('what was received', () => {
  it('is changed by nobody, the owner of the tables included', async () => {
    await handedIn();
    for (const table of ['offer_receipt', 'offer_content', 'offer_confirmation'])
      for (const act of [`delete from ${table}`, `truncate ${table} cascade`])
        await expect(sql(act)).rejects.toThrow(/does not change/);
    for (const act of [
      `update offer_receipt set received_at = received_at - interval '1 hour'`,
      `update offer_content set contents = '{}'`,
      `update offer_confirmation set office = 'prezes'`,
      `update offer_confirmation set revoked_at = null`,
    ])
      await expect(sql(act)).rejects.toThrow(/does not change|taken back once/);
    const another = `insert into offer_receipt (number, call_id, no, offer_id, kind, received_at, deadline_at, sha256,
        salt, receipt, receipt_sha256, leader_id, person_id, request_id, request_sha256)
      select number || 'x', call_id, no + $1, offer_id, kind, clock_timestamp() + $2 * interval '1 second', deadline_at,
        sha256, salt, receipt, receipt_sha256, leader_id, person_id, gen_random_uuid(), request_sha256
      from offer_receipt`;
    await expect(sql(another, [2, 0])).rejects.toThrow(/does not follow/);
    await expect(sql(another, [1, 1])).rejects.toThrow(/clocks disagree/);
    await expect(sql(another, [1, -601])).rejects.toThrow(/clocks disagree/);
    await expect(sql(`${another} where false`, [1, 0])).resolves.toBeDefined();
  });

  it('is nobody else’s before the deadline, the administrator included', async () => {
    await handedIn();
    const people = ['ADMINISTRATOR', 'AUDITOR', 'CHAIR', 'COUNTY_OPERATOR'] as const;
    for (const role of people) {
      const somebody = await portal.as({ role, teryt: role === 'COUNTY_OPERATOR' ? '2264' : null });
      for (const path of [root, `${root}/receipts`, `${root}/signing`, `${root}/receipts/0001.json`])
        expect((await somebody.get(path)).status).toBe(404);
      // Whoever leads the steering group without a seat in this commission is told so, whatever offer they ask for.
      const received = role === 'CHAIR' ? 403 : 404;
      for (const id of [offer.offerId, randomUUID()])
        expect((await somebody.get(`/api/v1/calls/${offer.callId}/offers/${id}`)).status).toBe(received);
    }
  });

  it('is read after the deadline by who works on the call, without the salt', async () => {
    const receipt = await handedIn();
    must(await offer.coordinator.post(`${root}/amendment`));
    await offer.write({ 'basics.summary': 'Nigdy nie złożono.' });
    await offer.deadlineIn(-1_000);
    const path = `/api/v1/calls/${offer.callId}/offers/${offer.offerId}`;
    const officer = await portal.as({ role: 'COUNTY_OPERATOR', teryt: '2264' });
    const file = must(await officer.get<OfferFile>(path));
    expect(file).not.toHaveProperty('salt');
    expect(file.receiptNumber).toBe(receipt.number);
    expect(sha256(canonicalJson(file.document))).toBe(receipt.sha256);
    const elsewhere = await portal.as({ role: 'COUNTY_OPERATOR', teryt: '2262' });
    expect((await elsewhere.get(path)).status).toBe(404);
    expect((await offer.coordinator.get(path)).status).toBe(404);
  });
});

describe('admission of a late offer', () => {
  const admit = async (by: Awaited<ReturnType<TestPortal['as']>>, id = randomUUID()) =>
    by.post(`${root}/admission`, { id, minutes: 'Zarząd portalu potwierdził awarię; za 5, przeciw 0.' });

  it('is the chair’s, minuted, once, and told to the consortium', async () => {
    await allConfirm();
    await offer.deadlineIn(-DAY);
    const { number } = must(await offer.submit());
    const chair = await portal.as({ role: 'CHAIR' });
    expect((await admit(chair)).status).toBe(404);
    await seatIn(portal, offer.callId, chair, { office: 'CHAIR' });
    expect((await admit(await portal.as({ role: 'ADMINISTRATOR' }))).status).toBe(403);
    expect((await admit(offer.coordinator)).status).toBe(404);
    const key = randomUUID();
    const admitted = must(await admit(chair, key));
    expect(admitted).toMatchObject({ receiptNumber: number });
    expect((await admit(chair, key)).body).toEqual(admitted);
    expect((await admit(chair)).status).toBe(403);
    const { admissions } = must(await offer.coordinator.get<OfferReceipts>(`${root}/receipts`));
    expect(admissions).toEqual([admitted]);
  });

  it('is not of an offer in time, nor where the call admits none', async () => {
    await handedIn();
    await offer.deadlineIn(-100);
    const chair = await portal.as({ role: 'CHAIR' });
    await seatIn(portal, offer.callId, chair, { office: 'CHAIR' });
    expect((await admit(chair)).status).toBe(403);
  });
});

it('anybody learns whether a receipt is the portal’s who knows its number and its SHA-256', async () => {
  const { number, receiptSha256, receivedAt } = await handedIn();
  const check = (body: object) => portal.stranger.post('/api/v1/public/receipts/check', body);
  expect(must(await check({ number, receiptSha256 }))).toEqual({ known: true, receivedAt, kind: 'SUBMISSION' });
  const unknown = { known: false, receivedAt: null, kind: null };
  expect(must(await check({ number, receiptSha256: '0'.repeat(64) }))).toEqual(unknown);
  expect(must(await check({ number: 'LC/0/0', receiptSha256 }))).toEqual(unknown);
});
