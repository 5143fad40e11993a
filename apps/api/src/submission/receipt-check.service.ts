import { Injectable } from '@nestjs/common';
import type { CheckReceipt, ReceiptCheck, ReceiptKind } from '@zit/contracts';
import { submissionWords as words } from '@zit/words.pl/submission';
import { Door } from '../database/door';
import { Limit } from '../session/limit';

/** Receipts that anybody may ask about from one address in a quarter of an hour; a whole office may sit behind one. */
const CHECKS = 300;

/** Tells anybody whether a receipt is one of the portal's. Who does not know both its number and its SHA-256 learns nothing. */
@Injectable()
export class ReceiptCheckService {
  constructor(
    private readonly door: Door,
    private readonly limit: Limit,
  ) {}

  /** @throws 429 */
  async check({ number, receiptSha256 }: CheckReceipt, address: string): Promise<ReceiptCheck> {
    await this.limit.spend([{ key: `receipt:${address}`, most: CHECKS }], words.tooManyChecks);
    return this.door.open(async (manager) => {
      const [row] = await manager.query<{ receivedAt: string; kind: ReceiptKind }[]>(
        `select to_char(received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "receivedAt", kind
         from check_receipt($1, $2)`,
        [number, receiptSha256],
      );
      return row ? { known: true, ...row } : { known: false, receivedAt: null, kind: null };
    });
  }
}
