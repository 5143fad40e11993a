import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { OfferReceipt } from '@zit/contracts';
import { offering, type Offering } from '../../test/handing-in';
import { copiesOf, type ReadyOffer } from '../../test/many-offers';
import { refusal, startPortal, type Answer, type TestPortal } from '../../test/portal';
import { must } from '../../test/sopot';

/** `npm run bench -- deadline` tries the whole counts; a test as many as it may take. */
const FULL = process.env['RACES'] === 'full';
const AT_THE_DEADLINE = FULL ? 2_000 : 24;
/** Milliseconds before and after the deadline. */
const AROUND = FULL ? 500 : 300;
const CLICKED = FULL ? 200 : 4;
const CLICKS = FULL ? 50 : 12;
const POOL = 4;
jest.setTimeout(FULL ? 1_800_000 : 60_000);

let portal: TestPortal;
let offer: Offering;
beforeAll(async () => {
  portal = await startPortal({ settings: { poolSize: POOL } });
  offer = await offering(portal);
  await offer.confirmAll();
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

  it('R-02: whoever came before the deadline is in time however long they waited, and nobody after it', async () => {
    const ready = await copiesOf(offer, AT_THE_DEADLINE, CLICKED + 1);
    const arrived = new Map<string, number>();
    portal.app.getHttpServer().on('request', (request: IncomingMessage) => {
      // After everybody who listens for the same last byte: the portal's own stamp is one of them.
      request.once('end', () => setImmediate(() => arrived.set(String(request.headers['x-test-key']), Date.now())));
    });
    await offer.deadlineIn(AROUND + 1_500);
    const [{ at }] = await portal.dataSource.query<[{ at: Date }]>('select deadline_at as at from call where id = $1', [
      offer.callId,
    ]);
    const due = at.getTime();
    // Every connection is busy until long after the deadline.
    const busy = Array.from({ length: POOL }, () => portal.dataSource.query('select pg_sleep(4)'));
    const sent = await Promise.all(
      ready.map(async (each, n) => {
        const key = randomUUID();
        await pause(due - Date.now() - AROUND + (2 * AROUND * n) / AT_THE_DEADLINE);
        const begun = Date.now();
        const answer = await fetch(`${portal.url}/api/v1/offers/${each.offerId}/submissions`, {
          method: 'POST',
          headers: {
            'Content-Type': 'application/json',
            'Sec-Fetch-Site': 'same-origin',
            Cookie: `zit=${each.coordinator.token}`,
            'x-test-key': key,
          },
          body: JSON.stringify({ id: key, sha256: each.sha256 }),
        });
        return { key, begun, answered: Date.now(), receipt: (await answer.json()) as OfferReceipt };
      }),
    );
    await Promise.all(busy);
    for (const { key, begun, answered, receipt } of sent) {
      const receivedAt = Date.parse(receipt.receivedAt);
      expect(begun).toBeLessThanOrEqual(receivedAt);
      expect(receivedAt).toBeLessThanOrEqual(arrived.get(key) ?? NaN);
      expect(receipt.lateMs).toBe(Math.max(0, receivedAt - due));
      expect(answered).toBeGreaterThan(due);
      if ((arrived.get(key) ?? Infinity) <= due) expect(receipt.lateMs).toBe(0);
      if (begun > due) expect(receipt.lateMs).toBeGreaterThan(0);
    }
    if (FULL)
      process.stdout.write(
        `${sent.length} submissions, the last answered ${Math.max(...sent.map(({ answered }) => answered)) - due} ms after the deadline\n`,
      );
    const late = sent.filter(({ receipt }) => receipt.lateMs > 0).length;
    expect(late).toBeGreaterThan(0);
    expect(late).toBeLessThan(sent.length);
    expect(new Set(sent.map(({ receipt }) => receipt.number)).size).toBe(AT_THE_DEADLINE);
  });
});
