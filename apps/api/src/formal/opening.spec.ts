import { seatIn } from '../../test/commissions';
import { offering, type Offering } from '../../test/handing-in';
import { Snapshot } from '../../test/matrix/snapshot';
import { startPortal, type TestPortal } from '../../test/portal';
import { must } from '../../test/sopot';
import { Door } from '../database/door';
import { openOffers } from './open-offers';

let portal: TestPortal;
let offer: Offering;
let received: Snapshot;
beforeAll(async () => {
  portal = await startPortal();
  offer = await offering(portal);
  await offer.confirmAll();
  must(await offer.submit());
  received = await Snapshot.take(portal.dataSource, 'received');
});
let lastEntry: string;
beforeEach(async () => {
  await received.restore();
  lastEntry = (await sql<{ seq: string }>('select max(seq) as seq from journal'))[0]?.seq ?? '0';
});
afterAll(() => portal.stop());

const sql = <Row>(text: string, values: unknown[] = []) => portal.dataSource.query<Row[]>(text, values);
const open = () => portal.app.get(Door, { strict: false }).worker((manager) => openOffers(manager));
const entries = () =>
  sql<{ act: string; details: object; by: string | null }>(
    `select act, details, person_id as by from journal
     where act in ('OPEN_OFFERS', 'OPEN_LATE_OFFER') and seq > $1 order by seq`,
    [lastEntry],
  );

describe('the opening of the offers', () => {
  it('waits for the deadline', async () => {
    await offer.deadlineIn(60_000);
    expect(await open()).toEqual({ calls: 0, cards: 0 });
  });

  it('is written once, however many workers come at once', async () => {
    await offer.deadlineIn(-1);
    const rounds = await Promise.all([1, 2, 3, 4].map(open));
    expect(rounds.reduce((sum, { calls }) => sum + calls, 0)).toBe(1);
    await open();
    const [entry, ...more] = await entries();
    expect(more).toEqual([]);
    const [{ number }] = (await sql('select number from offer_receipt')) as [{ number: string }];
    expect(entry?.details).toEqual({ offers: 1, inTime: 1, late: 0, numbers: [number], seal: null });
    expect(entry?.by).toBeNull();
    expect(await sql('select receipt_number, state from formal_card')).toEqual([
      { receipt_number: number, state: 'OPEN' },
    ]);
  });

  it('opens what comes after it when it is there, as late', async () => {
    await sql('delete from offer_standing');
    await sql(`update offer set state = 'WITHDRAWN'`);
    await offer.deadlineIn(-1_000);
    expect(await open()).toEqual({ calls: 1, cards: 0 });
    await offer.confirmAll();
    must(await offer.submit());
    expect(await open()).toEqual({ calls: 0, cards: 1 });
    const [opening, late] = await entries();
    expect(opening?.details).toMatchObject({ offers: 0, numbers: [] });
    expect(late?.act).toBe('OPEN_LATE_OFFER');
    const [card] = await sql<{ items: { code: string; answer: string }[] }>('select items from formal_card');
    expect(card?.items.find(({ code }) => code === 'IN_TIME')?.answer).toBe('NO');
  });

  it('answers from what was received by the rules, and leaves two items to a person', async () => {
    await offer.deadlineIn(-1);
    await offer.write({ 'budget.declaredTotalGrosze': 1 });
    await open();
    const [card] = await sql<{ items: { code: string; answer: string; texts: string[] }[] }>(
      'select items from formal_card',
    );
    const asked = card?.items.filter(({ answer }) => answer === 'ASKED').map(({ code }) => code);
    expect(asked).toEqual(['ATTACHMENTS', 'GOALS']);
    expect(card?.items.filter(({ answer }) => answer === 'NO')).toEqual([]);
  });

  it('stays as it is, whoever asks the database', async () => {
    await offer.deadlineIn(-1);
    await open();
    await expect(sql('update call_opening set offers = 0, late = 0')).rejects.toThrow('stays');
    await expect(sql(`update formal_card set items = '[]'`)).rejects.toThrow('does not go on like this');
    await expect(sql('delete from formal_card')).rejects.toThrow('stays');
  });

  it('bars who is in conflict from the first moment, in the journal too', async () => {
    const chair = await portal.as({ role: 'CHAIR' });
    await seatIn(portal, offer.callId, chair);
    const [{ nip }] = (await sql('select nip from organisation where id = $1', [offer.organisations['kompas']])) as [
      { nip: string },
    ];
    await sql(
      `insert into tie (id, person_id, kind, nip, source, entered_by) values (gen_random_uuid(), $1, 'BOARD', $2, 'DECLARED', $1)`,
      [chair.personId, nip],
    );
    await offer.deadlineIn(-1);
    await open();
    expect(await sql('select cause from offer_bar where person_id = $1', [chair.personId])).toEqual([
      { cause: 'HARD' },
    ]);
    const history = must(await chair.get<{ items: { text: string }[] }>(`/api/v1/calls/${offer.callId}/history`));
    expect(JSON.stringify(history.items)).not.toContain('otwarto');
    const all = must(await offer.administrator.get<typeof history>(`/api/v1/calls/${offer.callId}/history`));
    expect(JSON.stringify(all.items)).toContain('otwarto 1 ofertę: 1 w terminie');
  });
});
