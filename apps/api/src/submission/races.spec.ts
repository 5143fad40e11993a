import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { OfferReceipt } from '@zit/contracts';
import { offering, type Offering } from '../../test/handing-in';
import { copiesOf, type ReadyOffer } from '../../test/many-offers';
import { refusal, startPortal, type Answer, type TestPortal } from '../../test/portal';
import { shiftDate } from '../../test/shift-date';
import { must } from '../../test/sopot';

/** `npm run bench -- deadline` tries the whole counts; a test as many as it may take. */
const FULL = process.env['RACES'] === 'full';
const AT_THE_DEADLINE = FULL ? 2_000 : 24;
/** Milliseconds before and after the deadline. */
const AROUND = FULL ? 500 : 300;
/** On each of the two nights when the clock changes. */
const IN_A_NIGHT = FULL ? 500 : 10;
const CLICKED = FULL ? 200 : 4;
const CLICKS = FULL ? 50 : 12;
const POOL = 4;
jest.setTimeout(FULL ? 1_800_000 : 60_000);

let portal: TestPortal;
let offer: Offering;
/** What measures the instant of a receipt, as the migration wrote it. */
let follows: string;
/** Number of the copy that comes next, and of its receipt. */
let next = CLICKED + 1;
beforeAll(async () => {
  portal = await startPortal({ settings: { poolSize: POOL } });
  offer = await offering(portal);
  await offer.confirmAll();
  [{ follows }] = await portal.dataSource.query<[{ follows: string }]>(
    `select pg_get_functiondef('offer_receipt_follows'::regproc) as follows`,
  );
});
afterAll(() => portal.stop());

const submit = ({ coordinator, offerId, sha256 }: ReadyOffer, key: string): Promise<Answer<OfferReceipt>> =>
  coordinator.post<OfferReceipt>(`/api/v1/offers/${offerId}/submissions`, { id: key, sha256 });

describe('races of submissions', () => {
  it('R-10: identical posts at once are one submission and one receipt', async () => {
    for (const each of await copiesOf(offer, CLICKED)) {
      const key = randomUUID();
      const answers = await Promise.all(Array.from({ length: CLICKS }, () => submit(each, key)));
      expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
      expect(answers.filter(({ headers }) => headers.get('Idempotent-Replayed') === null)).toHaveLength(1);
      expect(must(answers[0] as Answer<OfferReceipt>).sha256).toBe(each.sha256);
      expect(refusal(await submit({ ...each, sha256: '0'.repeat(64) }, key))).toEqual({
        status: 422,
        code: 'KEY_USED',
      });
    }
    const [{ receipts, last, numbers }] = await portal.dataSource.query<
      [{ receipts: number; last: number; numbers: number }]
    >('select count(*)::int as receipts, max(no) as last, count(distinct no)::int as numbers from offer_receipt');
    expect({ receipts, last, numbers }).toEqual({ receipts: CLICKED, last: CLICKED, numbers: CLICKED });
  });

  it.each([
    ['an ordinary day', null],
    ['the moment when 02:00 becomes 03:00', '2027-03-28T01:00:00.000Z'],
    ['the moment when 03:00 becomes 02:00', '2026-10-25T01:00:00.000Z'],
  ])(
    'R-02: whoever came before the deadline is in time however long they waited, and nobody after it: %s',
    async (_, night) => {
      const [count, first] = [night === null ? AT_THE_DEADLINE : IN_A_NIGHT, next];
      next += count;
      const ready = await copiesOf(offer, count, first);
      const due = night === null ? Date.now() + AROUND + 1_500 : Date.parse(night);
      await shiftClocks(night === null ? 0 : due - Date.now() - AROUND - 1_500);
      await closeAt(due);
      const sent = await handInAround(due, ready).finally(() => shiftClocks(0));
      for (const { key, begun, answered, arrived, receipt } of sent) {
        const receivedAt = Date.parse(receipt.receivedAt);
        expect(begun).toBeLessThanOrEqual(receivedAt);
        expect(receivedAt).toBeLessThanOrEqual(arrived);
        expect({ key, lateMs: receipt.lateMs }).toEqual({ key, lateMs: Math.max(0, receivedAt - due) });
        expect(answered).toBeGreaterThan(due);
        if (arrived <= due) expect(receipt.lateMs).toBe(0);
        if (begun > due) expect(receipt.lateMs).toBeGreaterThan(0);
      }
      const last = Math.max(...sent.map(({ answered }) => answered)) - due;
      if (FULL) process.stdout.write(`${count} submissions, the last answered ${last} ms after the deadline\n`);
      const late = sent.filter(({ receipt }) => receipt.lateMs > 0).length;
      expect(late).toBeGreaterThan(0);
      expect(late).toBeLessThan(count);
      expect(new Set(sent.map(({ receipt }) => receipt.number)).size).toBe(count);
      const kept = await portal.dataSource.query<{ ms: number }[]>(
        'select late_ms::float8 as ms from offer_receipt where deadline_at = $1',
        [new Date(due)],
      );
      const inOrder = (all: readonly number[]): number[] => [...all].sort((a, b) => a - b);
      expect(inOrder(kept.map(({ ms }) => ms))).toEqual(inOrder(sent.map(({ receipt }) => receipt.lateMs)));
    },
  );

  /** Submissions at even distances around the deadline, with every connection busy until long after it. */
  async function handInAround(due: number, ready: readonly ReadyOffer[]): Promise<Sent[]> {
    const arrived = new Map<string, number>();
    portal.app.getHttpServer().on('request', (request: IncomingMessage) => {
      // After everybody who listens for the same last byte: the portal's own stamp is one of them.
      request.once('end', () => setImmediate(() => arrived.set(String(request.headers['x-test-key']), Date.now())));
    });
    const busy = Array.from({ length: POOL }, () => portal.dataSource.query('select pg_sleep(4)'));
    const sent = ready.map(async ({ offerId, sha256, coordinator }, n): Promise<Sent> => {
      const key = randomUUID();
      await pause(due - Date.now() - AROUND + (2 * AROUND * n) / ready.length);
      const begun = Date.now();
      const answer = await fetch(`${portal.url}/api/v1/offers/${offerId}/submissions`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'Sec-Fetch-Site': 'same-origin',
          Cookie: `zit=${coordinator.token}`,
          'x-test-key': key,
        },
        body: JSON.stringify({ id: key, sha256 }),
      });
      const receipt = (await answer.json()) as OfferReceipt;
      return { key, begun, answered: Date.now(), arrived: arrived.get(key) ?? NaN, receipt };
    });
    const all = await Promise.all(sent);
    await Promise.all(busy);
    return all;
  }

  async function closeAt(due: number): Promise<void> {
    await portal.dataSource.query(
      `update call set deadline_at = $2, opens_at = $2::timestamptz - interval '30 days' where id = $1`,
      [offer.callId, new Date(due)],
    );
  }

  /** Puts the clock of this process, the portal in it, and the clock that receipts are measured by forward or back. */
  async function shiftClocks(ms: number): Promise<void> {
    shiftDate(ms);
    const clock = ms === 0 ? 'clock_timestamp()' : `(clock_timestamp() + interval '${ms} milliseconds')`;
    await portal.dataSource.query(follows.replaceAll('clock_timestamp()', clock));
  }
});

interface Sent {
  key: string;
  begun: number;
  answered: number;
  /** When its last byte had arrived at the portal. */
  arrived: number;
  receipt: OfferReceipt;
}
