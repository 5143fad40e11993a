import { Injectable } from '@nestjs/common';
import type { FormalLetterFacts } from '@zit/documents/builders/formal-letter';
import type { OfferLetterFacts } from '@zit/documents/builders/offer-letter';
import type { PaperTask } from '@zit/documents/render/worker';
import { Door } from '../database/door';
import { RenderPool } from '../document/render-pool';
import { notFound } from '../http/problem-error';
import type { SignedIn } from '../http/signed-in';

/** A letter that was sent, as it was sent. */
export type SentLetter = { sha256: string } & (
  { of: 'FORMAL'; facts: FormalLetterFacts } | { of: 'OFFER'; facts: OfferLetterFacts }
);

const LETTER = `
  select 'FORMAL' as "of", facts, sha256 from formal_letter where id = $1
  union all select 'OFFER', facts, sha256 from offer_letter where id = $1`;

/** Letters to consortia, for them and for who sends them: row-level security says whose they are. */
@Injectable()
export class LetterService {
  constructor(
    private readonly door: Door,
    private readonly pool: RenderPool,
  ) {}

  /** @throws 404; through another's eyes too (decision 11) */
  read(who: SignedIn, id: string): Promise<SentLetter> {
    if (who.viewer) throw notFound();
    return this.door.read(who, async (manager) => {
      const [row] = await manager.query<{ of: SentLetter['of']; facts: string; sha256: string }[]>(LETTER, [id]);
      if (!row) throw notFound();
      return { ...row, facts: JSON.parse(row.facts) as unknown } as SentLetter;
    });
  }

  /** @throws 503 BUSY */
  print({ of, facts, sha256 }: SentLetter, format: PaperTask['format']): Promise<Uint8Array | string> {
    return this.pool.print(of === 'FORMAL' ? { letter: facts, sha256 } : { offerLetter: facts, sha256 }, format);
  }
}
