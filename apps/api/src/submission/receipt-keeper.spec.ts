import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { canonicalJson } from '@zit/domain';
import type { OfferReceipt, OfferReceipts } from '@zit/contracts';
import { offering, type Offering } from '../../test/handing-in';
import { startPortal, type TestPortal } from '../../test/portal';
import { must } from '../../test/sopot';
import { sha256 } from '../journal/sha256';
import { ReceiptFile } from './receipt-file';
import { RECEIPT_FILE } from './receipt-keeper';

let folder: string;
let path: string;
let portal: TestPortal;
let offer: Offering;
let full = false;

/** The file of a portal; while `full`, its disk takes nothing. */
const file = () =>
  new ReceiptFile(path, async (name) => {
    if (full) throw new Error('ENOSPC');
    return open(name, 'a');
  });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zit-keeper-'));
  path = join(folder, 'receipts.jsonl');
  full = true;
  portal = await startPortal({ places: [{ provide: RECEIPT_FILE, useFactory: file }] });
  offer = await offering(portal);
  await offer.confirmAll();
});
afterAll(async () => {
  await portal.stop();
  rmSync(folder, { recursive: true });
});

interface Line {
  receiptSha256: string;
  salt: string;
  receipt: OfferReceipt;
  document: unknown;
}
const lines = (): Line[] =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
const receipts = async () =>
  must(await offer.coordinator.get<OfferReceipts>(`/api/v1/offers/${offer.offerId}/receipts`)).receipts;

describe('the file of receipts', () => {
  it('does not have what its disk did not take: the submission stands, and the receipt says so', async () => {
    const receipt = must(await offer.submit());
    expect(receipt.journalled).toBe(false);
    expect(await receipts()).toEqual([receipt]);
  });

  it('has the next one before it is answered, and gets what it lacked', async () => {
    full = false;
    const withdrawn = must(
      await offer.coordinator.post<OfferReceipt>(`/api/v1/offers/${offer.offerId}/withdrawal`, {
        id: randomUUID(),
        reason: 'Zmiana planów.',
      }),
    );
    expect(withdrawn.journalled).toBe(true);
    expect(lines()[0]?.receipt.number).toBe(withdrawn.number);
    for (let tries = 0; tries < 1_000 && (await receipts()).some(({ journalled }) => !journalled); tries++)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect((await receipts()).map(({ journalled }) => journalled)).toEqual([true, true]);
    // A withdrawal is a line of its own; each line proves itself, and brings back what was handed in.
    expect(new Set(lines().map(({ receipt }) => receipt.number)).size).toBe(2);
    for (const { receipt, receiptSha256, document } of lines()) {
      expect(sha256(canonicalJson(receipt))).toBe(receiptSha256);
      expect(sha256(canonicalJson(document))).toBe(receipt.sha256);
    }
  });

  it('gets at the repeated request what a crash kept from it', async () => {
    await portal.dataSource.query(`alter table offer_receipt_kept disable trigger user`);
    await portal.dataSource.query('delete from offer_receipt_kept');
    const [, first] = await receipts();
    const [row] = await portal.dataSource.query<[{ key: string }]>(
      'select request_id as key from offer_receipt where number = $1',
      [first?.number],
    );
    expect(first?.journalled).toBe(false);
    const again = must(await offer.submit({ key: row.key, sha256: first?.sha256 }));
    expect(again).toEqual({ ...first, journalled: true });
    expect(lines().filter(({ receipt }) => receipt.number === first?.number)).toHaveLength(2);
  });
});
