import {
  Inject,
  Injectable,
  Logger,
  Optional,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Door } from '../database/door';
import { SETTINGS, type Settings } from '../http/settings';
import { ReceiptFile } from './receipt-file';
import type { IssuedReceipt } from './receipt';

/** Tests put a file here whose disk fails. */
export const RECEIPT_FILE = Symbol('RECEIPT_FILE');

/** Receipts that the file lacks are brought there so many at a time. */
const PIECE = 50;

// Another process may write to the file what this one read a moment ago: the same line twice, which does no harm.
const LACKING = `
  select r.number, r.receipt, r.receipt_sha256 as "receiptSha256", r.salt, c.contents
  from offer_receipt r join offer_content c on c.offer_id = r.offer_id and c.sha256 = r.sha256
  where not exists (select from offer_receipt_kept k where k.receipt_number = r.number)
  order by r.call_id, r.no limit ${PIECE}`;

/**
 * Brings every receipt to the file of receipts as well, before it is answered. What the file did not take (a full
 * disk, a crash in between) it gets later: at the next start, and once the disk takes lines again.
 */
@Injectable()
export class ReceiptKeeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('receipts');
  private readonly file: ReceiptFile;
  private unmarked: string[] = [];
  private marking: Promise<void> | null = null;
  private readonly hasFile: boolean;
  /** The file may lack something. */
  private behind: boolean;

  constructor(
    private readonly door: Door,
    @Inject(SETTINGS) settings: Settings,
    @Optional() @Inject(RECEIPT_FILE) file: ReceiptFile | null = null,
  ) {
    this.file = file ?? new ReceiptFile(settings.receiptsFile);
    this.hasFile = file !== null || settings.receiptsFile !== null;
    this.behind = this.hasFile;
  }

  onApplicationBootstrap(): void {
    if (this.behind) void this.catchUp();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.file.close();
    await this.marking;
  }

  /**
   * Whether the file has it. Never fails: what was received was received.
   * @param contents canonical JSON of the document of that receipt
   */
  async keep({ receipt, text, salt }: IssuedReceipt, contents: string): Promise<boolean> {
    if (!this.hasFile) return false;
    const kept = await this.file.keep(lineOf({ receipt: text, receiptSha256: receipt.receiptSha256, salt, contents }));
    if (!kept) {
      this.behind = true;
      this.log.error(`the file of receipts did not take ${receipt.number}`);
      return false;
    }
    await this.mark(receipt.number);
    if (this.behind) void this.catchUp();
    return true;
  }

  /** Writes down that the file has it. Several at once are one statement; one that is lost is brought there again. */
  private async mark(number: string): Promise<void> {
    this.unmarked.push(number);
    this.marking ??= this.writeMarks().finally(() => (this.marking = null));
    await this.marking;
  }

  private async writeMarks(): Promise<void> {
    while (this.unmarked.length > 0) {
      const numbers = this.unmarked;
      this.unmarked = [];
      await this.door
        .worker(async (manager) => {
          // The line in the file is what counts, and that is on the disk.
          await manager.query('set local synchronous_commit = off');
          await manager.query(
            'insert into offer_receipt_kept (receipt_number) select unnest($1::text[]) on conflict do nothing',
            [numbers],
          );
        })
        .catch(() => this.log.warn(`${numbers.length} receipts are in the file and not marked`));
    }
  }

  private async catchUp(): Promise<void> {
    this.behind = false;
    try {
      for (;;) {
        const rows = await this.door.worker((manager) => manager.query<LackingRow[]>(LACKING));
        const kept = await Promise.all(rows.map((row) => this.file.keep(lineOf(row))));
        if (kept.includes(false)) throw new Error('the file of receipts takes no lines');
        await Promise.all(rows.map(({ number }) => this.mark(number)));
        if (rows.length < PIECE) return;
      }
    } catch {
      // The database or the disk is away: with the next receipt that the file takes.
      this.behind = true;
    }
  }
}

interface Line {
  receipt: string;
  receiptSha256: string;
  salt: string;
  contents: string;
}
type LackingRow = Line & { number: string };

/** Receipt and document as their SHA-256 were taken: enough to bring back what was handed in. */
const lineOf = ({ receipt, receiptSha256, salt, contents }: Line): string =>
  `{"receiptSha256":"${receiptSha256}","salt":"${salt}","receipt":${receipt},"document":${contents}}`;
