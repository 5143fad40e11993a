import { randomUUID } from 'node:crypto';
import type { FormalCard, OfferReceipt, OfferResponse, ReceivedOffers, SheetSaved } from '@zit/contracts';
import { seatIn } from '../../test/commissions';
import { answerFormal, decideFormal, openAll } from '../../test/formal';
import { offering, type Offering } from '../../test/handing-in';
import { Snapshot } from '../../test/matrix/snapshot';
import { saveOffer } from '../../test/offers';
import { refusal, startPortal, type Caller, type TestPortal } from '../../test/portal';
import { must } from '../../test/sopot';

let portal: TestPortal;
let offer: Offering;
let chair: Caller;
let called: Snapshot;
let path: string;
let card: string;
beforeAll(async () => {
  portal = await startPortal();
  offer = await offering(portal);
  await offer.confirmAll();
  must(await offer.submit());
  chair = await portal.as({ role: 'CHAIR' });
  await seatIn(portal, offer.callId, chair, { office: 'CHAIR' });
  await offer.deadlineIn(-1);
  await openAll(portal);
  path = `/api/v1/offers/${offer.offerId}`;
  card = `/api/v1/calls/${offer.callId}/formal/${offer.offerId}`;
  must(await answerFormal(chair, offer, 'ATTACHMENTS', { answer: 'NO', note: 'Cel jest niejasny.', fields: ['plan'] }));
  must(await answerFormal(chair, offer, 'GOALS'));
  must(await decideFormal(chair, offer, 'TO_CURE'));
  const [task] = await sql<{ path: string }>(
    `select path from sheet_field where sheet_id = $1 and path like 'plan.list.%.member' and value = to_jsonb($2::text)`,
    [offer.offerId, offer.members['kompas']],
  );
  plan = String(task?.path).replace(/member$/, 'description');
  called = await Snapshot.take(portal.dataSource, 'called');
});
beforeEach(() => called.restore());
afterAll(() => portal.stop());

const sql = <Row>(text: string, values: unknown[] = []) => portal.dataSource.query<Row[]>(text, values);
const open = (who = offer.coordinator) => who.post<OfferResponse>(`${path}/correction`);
const look = async () => must(await chair.get<FormalCard>(card));
/** Moves the last day, past the routes: from today by so many days. */
async function dueIn(days: number): Promise<void> {
  await sql('alter table cure disable trigger user');
  await sql(
    `update cure set sent_at = clock_timestamp() - interval '30 days',
       due_on = (clock_timestamp() at time zone 'Europe/Warsaw')::date + $1::int`,
    [days],
  );
  await sql('alter table cure enable trigger user');
}
/** A task of the leader's own. */
let plan: string;
const write = async (text: string, field = plan) =>
  must(await saveOffer(offer.coordinator, offer.offerId, { [field]: text }));
const valueOf = async (field: string) =>
  (
    await sql<{ value: unknown }>('select value from sheet_field where sheet_id = $1 and path = $2', [
      offer.offerId,
      field,
    ])
  )[0]?.value;

describe('a correction', () => {
  it('is opened by the leader, once, and says what was asked until when', async () => {
    const { correction, state } = await offer.read();
    expect(state).toBe('SUBMITTED');
    expect(correction).toMatchObject({ fields: ['plan'], shut: null, answer: null, items: [{ code: 'ATTACHMENTS' }] });
    expect(correction?.closesAt).toMatch(/T(21|22):59:59\.999Z$/);
    const editor = await portal.as({ role: 'EDITOR', organisationId: offer.organisations['kompas'] });
    expect(refusal(await open(editor)).status).toBe(403);
    expect(refusal(await open(chair)).status).toBe(404);
    expect(refusal(await open(await portal.as({ role: 'NGO_COUNCIL', teryt: '2264' }))).status).toBe(404);
    expect(must(await open()).state).toBe('CURING');
    expect(must(await open()).state).toBe('CURING');
    expect(await sql(`select from journal where act = 'CORRECT_OFFER'`)).toHaveLength(1);
  });

  it('opens the fields of the call and nothing else, by both walls, and loses nothing', async () => {
    must(await open());
    const before = await valueOf('basics.title');
    const saved: SheetSaved = must(
      await saveOffer(offer.coordinator, offer.offerId, { [plan]: 'Plakaty w bibliotekach.', 'basics.title': 'Inny' }),
    );
    expect(saved.taken.map((each) => each.path)).toEqual([plan]);
    expect(saved.collisions).toMatchObject([{ path: 'basics.title', because: 'NOT_YOURS', mine: 'Inny' }]);
    expect(await valueOf('basics.title')).toEqual(before);
    expect(
      await sql(`select from sheet_change where path = 'basics.title' and set_aside and after = '"Inny"'`),
    ).toHaveLength(1);
    const past = `update sheet_field set value = '"x"', rev = rev + 1 where sheet_id = $1 and path = $2`;
    await expect(sql(past, [offer.offerId, 'basics.title'])).rejects.toThrow('does not open basics.title');
    const file = { id: randomUUID(), member: offer.members['kompas'], name: 'statut.pdf', about: '', size: 10 };
    expect(refusal(await offer.coordinator.post(`${path}/attachments`, file)).status).toBe(403);
    await expect(sql('update offer_attachment set about = about')).resolves.toBeDefined();
  });

  it('keeps the confirmations of whom it does not touch, and is handed in once', async () => {
    must(await open());
    expect((await offer.signing()).ready).toBe(true);
    await write('Plakaty w bibliotekach.');
    const changed = await offer.signing();
    expect(changed.ready).toBe(false);
    const lack = changed.members.filter(({ complete }) => !complete).map(({ member }) => member);
    expect(lack).toEqual([offer.members['kompas']]);
    expect(refusal(await offer.submit())).toEqual({ status: 422, code: 'BLOCKED' });
    await offer.confirmAll();
    const key = randomUUID();
    const { sha256 } = await offer.signing();
    const answers = await Promise.all([1, 2, 3].map(() => offer.submit({ key, sha256 })));
    const [receipt, ...same] = answers.map(must) as [OfferReceipt, ...OfferReceipt[]];
    expect(new Set(same.map(({ number }) => number))).toEqual(new Set([receipt.number]));
    const first = await sql<{ number: string }>(`select number from offer_receipt where kind = 'SUBMISSION'`);
    expect(receipt).toMatchObject({ kind: 'CURE', lateMs: 0, replaces: first[0]?.number });
    expect(receipt.number.endsWith('/0002')).toBe(true);
    expect(receipt.deadlineAt).toBe((await offer.read()).correction?.closesAt);
    expect(await sql('select number from offer_standing')).toEqual([{ number: receipt.number }]);
    expect(await sql('select receipt_number from cure_answer')).toEqual([{ receipt_number: receipt.number }]);
    expect((await offer.read()).correction).toMatchObject({ shut: 'ANSWERED', answer: receipt.number });
    expect(refusal(await open()).status).toBe(403);
    expect((await sql(`select from mail where template = 'OFFER_CORRECTED'`)).length).toBeGreaterThan(0);
    const check = { number: receipt.number, receiptSha256: receipt.receiptSha256 };
    expect(must(await offer.coordinator.post('/api/v1/public/receipts/check', check))).toMatchObject({ kind: 'CURE' });
  });

  it('is looked at again side by side, and what is still faulty is refused', async () => {
    must(await open());
    await write('Plakaty w bibliotekach.');
    await offer.confirmAll();
    const { number, replaces } = must(await offer.submit());
    expect((await look()).follows).toBe('OPEN');
    expect(refusal(await decideFormal(chair, offer, 'REJECTED')).status).toBe(403);
    await expect(sql(`update formal_card set state = 'REJECTED'`)).rejects.toThrow('its card follows');
    await openAll(portal);
    const second = await look();
    expect(second).toMatchObject({
      state: 'OPEN',
      receiptNumber: number,
      changes: { before: replaces, after: number },
    });
    expect(second.changes?.differences).toMatchObject([{ after: 'Plakaty w bibliotekach.' }]);
    must(await answerFormal(chair, offer, 'GOALS'));
    must(await answerFormal(chair, offer, 'ATTACHMENTS', { answer: 'NO', note: 'Dalej niejasny.', fields: ['plan'] }));
    expect((await look()).follows).toBe('REJECTED');
    expect(refusal(await decideFormal(chair, offer, 'TO_CURE')).status).toBe(403);
    expect(must(await decideFormal(chair, offer, 'REJECTED')).letters.map(({ kind }) => kind)).toEqual([
      'REJECTION',
      'CURE',
    ]);
  });

  it('takes nothing after its last day, names the lateness, and keeps what was typed', async () => {
    must(await open());
    await write('Plakaty w bibliotekach.');
    await offer.confirmAll();
    await dueIn(-1);
    const refused = await offer.submit();
    expect(refusal(refused).status).toBe(403);
    expect(JSON.stringify(refused.body)).toContain('Spóźnienie wynosi');
    expect(await valueOf(plan)).toBe('Plakaty w bibliotekach.');
    const { collisions } = must(await saveOffer(offer.coordinator, offer.offerId, { [plan]: 'Za późno.' }));
    expect(collisions).toMatchObject([{ mine: 'Za późno.' }]);
    expect((await offer.read()).correction?.shut).toBe('OVER');
    await expect(
      sql(`update sheet_field set value = '"x"', rev = rev + 1 where sheet_id = $1 and path = $2`, [
        offer.offerId,
        plan,
      ]),
    ).rejects.toThrow('does not open');
  });

  it('ends with the last millisecond of its last day in Warsaw', async () => {
    const [ends] = await sql<{ end: Date; last: string | null; after: string | null }>(
      `select correction_ends(q.offer_id) as end, correction_shut(q.offer_id, correction_ends(q.offer_id)) as last,
         correction_shut(q.offer_id, correction_ends(q.offer_id) + interval '1 millisecond') as after from cure q`,
    );
    expect(ends).toMatchObject({ last: null, after: 'OVER' });
    expect(ends?.end.toISOString()).toBe((await offer.read()).correction?.closesAt);
  });

  it('and its rejection for silence go one after the other', async () => {
    must(await open());
    await dueIn(-1);
    expect((await look()).follows).toBe('REJECTED');
    await dueIn(0);
    expect((await look()).follows).toBe('TO_CURE');
    await dueIn(-1);
    must(await decideFormal(chair, offer, 'REJECTED'));
    await dueIn(5);
    expect((await offer.read()).correction?.shut).toBe('DECIDED');
    expect(refusal(await offer.submit()).status).toBe(403);
  });

  it('leaves an offer as late as it came', async () => {
    await sql('alter table offer_receipt disable trigger user');
    await sql(`update offer_receipt set deadline_at = received_at - interval '5 seconds'`);
    await sql('alter table offer_receipt enable trigger user');
    await sql(
      `insert into offer_admission (receipt_number, offer_id, minutes, admitted_by, request_id)
       select number, offer_id, 'Awaria sieci w urzędzie.', $1, gen_random_uuid() from offer_receipt`,
      [chair.personId],
    );
    must(await open());
    await write('Plakaty w bibliotekach.');
    await offer.confirmAll();
    const { number } = must(await offer.submit());
    await openAll(portal);
    expect(await look()).toMatchObject({ receiptNumber: number, lateMs: 5_000, admitted: true });
    expect((await look()).items.find(({ code }) => code === 'IN_TIME')?.answer).toBe('YES');
    const { offers } = must(await chair.get<ReceivedOffers>(`/api/v1/calls/${offer.callId}/offers`));
    expect(offers).toMatchObject([{ receiptNumber: number, lateMs: 5_000, admitted: true }]);
  });
});
