import { Injectable } from '@nestjs/common';
import type { JournalSeal, JournalSealList } from '@zit/contracts';
import { Door } from '../database/door';
import { SEAL } from './read-entries';

const NEWEST = 100;
/** Seals of a piece of the file: about a quarter of a megabyte. */
const PIECE = 1_000;

@Injectable()
export class SealService {
  constructor(private readonly door: Door) {}

  newest(): Promise<JournalSealList> {
    return this.door.open(async (manager) => ({
      items: await manager.query<JournalSeal[]>(`select ${SEAL} from journal_seal order by batch desc limit ${NEWEST}`),
    }));
  }

  /** Every seal from the first on, a line each. A slow reader holds no connection: each piece is read on its own. */
  async *lines(): AsyncGenerator<string> {
    for (let after = 0; ;) {
      const seals = await this.door.open((manager) =>
        manager.query<JournalSeal[]>(
          `select ${SEAL} from journal_seal where batch > $1 order by batch limit ${PIECE}`,
          [after],
        ),
      );
      const last = seals.at(-1);
      if (!last) return;
      yield seals.map((seal) => `${JSON.stringify(seal)}\n`).join('');
      after = last.batch;
    }
  }
}
