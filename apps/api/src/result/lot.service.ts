import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { DrawLot, RankingPreview } from '@zit/contracts';
import { commitmentOf } from '@zit/domain';
import { resultWords as words } from '@zit/words.pl/result';
import { openCall } from '../call/open-call';
import { Door } from '../database/door';
import { isBlank } from '../http/blank';
import { duplicate, forbidden, validation } from '../http/problem-error';
import type { SignedIn } from '../http/signed-in';
import { note } from '../journal/note';
import { sha256 } from '../journal/sha256';
import { needsLot, previewOf, rankingNow, readLot } from './ranking-now';

/** The witnessed lot: the portal promises its half, the witnesses say theirs, and both make the seed. */
@Injectable()
export class LotService {
  constructor(private readonly door: Door) {}

  /** Shows the SHA-256 of the portal's half; repeated it is answered. @throws 403: no tie needs a lot */
  promise(who: SignedIn, callId: string): Promise<RankingPreview> {
    return this.door.write(who, async (manager) => {
      const record = await openCall(manager, who, callId, 'promiseLot');
      const now = await rankingNow(manager, record);
      if (!(await readLot(manager, callId))) {
        if (!needsLot(now)) throw forbidden(words.lotNotNeeded);
        const half = randomBytes(32).toString('hex');
        const commitment = commitmentOf(half, sha256);
        const made = await manager.query<unknown[]>(
          `insert into call_lot (call_id, commitment, portal_half, committed_by) values ($1, $2, $3, $4)
           on conflict (call_id) do nothing returning call_id`,
          [callId, commitment, half, who.personId],
        );
        if (made.length > 0)
          await note(manager, who, {
            act: 'PROMISE_LOT',
            subject: { kind: 'call', id: callId },
            details: { commitment },
          });
      }
      return previewOf(manager, callId, now);
    });
  }

  /**
   * Writes down what the witnesses say, and then tells the portal's half. From here on no card is handed in.
   * @throws 403: nothing was promised; 409: it was drawn, with other words
   */
  draw(who: SignedIn, callId: string, { witnesses, half }: DrawLot): Promise<RankingPreview> {
    const blank = Object.entries({ witnesses, half }).filter(([, text]) => isBlank(text));
    if (blank.length > 0) throw validation(blank.map(([name]) => ({ pointer: `/${name}`, message: words.blank })));
    return this.door.write(who, async (manager) => {
      const record = await openCall(manager, who, callId, 'drawLot');
      await rankingNow(manager, record);
      const before = await readLot(manager, callId);
      if (!before) throw forbidden(words.lotNotPromised);
      if (!before.drawn) await manager.query('select from draw_lot($1, $2, $3)', [callId, witnesses, half]);
      const drawn = (await readLot(manager, callId))?.drawn;
      if (drawn?.witnesses !== witnesses || drawn.witnessHalf !== half.trim())
        throw duplicate([{ pointer: '/half', message: words.lotDrawn }]);
      if (!before.drawn)
        await note(manager, who, {
          act: 'DRAW_LOT',
          subject: { kind: 'call', id: callId },
          details: { commitment: before.commitment, seed: drawn.seed },
        });
      return previewOf(manager, callId, await rankingNow(manager, record));
    });
  }
}
