import { Injectable } from '@nestjs/common';
import type { MinutesFacts } from '@zit/documents/builders/minutes';
import type { ResultDocument } from '@zit/domain';
import { openCall } from '../call/open-call';
import { requireDeclared } from '../commission/seat-of';
import { Door } from '../database/door';
import { RenderPool } from '../document/render-pool';
import { notFound } from '../http/problem-error';
import type { SignedIn } from '../http/signed-in';
import type { KeptMinutes } from './freeze.service';
import { resultText } from './result-rows';

export type MinutesFormat = 'pdf' | 'docx' | 'html';

const ACTS = { pdf: 'downloadMinutes', docx: 'downloadMinutesDocx', html: 'openMinutes' } as const;

/** Papers of a frozen result: always the same, because what they say is frozen with it. */
@Injectable()
export class MinutesService {
  constructor(
    private readonly door: Door,
    private readonly pool: RenderPool,
  ) {}

  /** @throws 404 */
  facts(who: SignedIn, callId: string, no: string, format: MinutesFormat): Promise<MinutesFacts> {
    return this.door.read(who, async (manager) => {
      await openCall(manager, who, callId, ACTS[format]);
      await requireDeclared(manager, who, callId);
      if (!/^[1-9]\d{0,5}$/.test(no)) throw notFound();
      const [row] = await manager.query<{ facts: KeptMinutes; document: string; sha256: string }[]>(
        `select m.facts, r.document, r.sha256 from result_minutes m join call_result r using (call_id, no)
         where m.call_id = $1 and m.no = $2`,
        [callId, Number(no)],
      );
      if (!row) throw notFound();
      return { ...row.facts, result: JSON.parse(row.document) as ResultDocument, sha256: row.sha256 };
    });
  }

  /** @throws 503 BUSY */
  render(facts: MinutesFacts, format: MinutesFormat): Promise<Uint8Array | string> {
    return this.pool.print({ minutes: facts }, format);
  }

  /** The signed file. @throws 404 */
  file(who: SignedIn, callId: string, no: string): Promise<{ text: string; number: string }> {
    return this.door.read(who, async (manager) => {
      const { number } = await openCall(manager, who, callId, 'downloadResult');
      await requireDeclared(manager, who, callId);
      const text = await resultText(manager, callId, no);
      if (text === null) throw notFound();
      return { text, number: number ?? '' };
    });
  }
}
