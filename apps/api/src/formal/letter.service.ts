import { Injectable } from '@nestjs/common';
import type { FormalLetterFacts } from '@zit/documents/builders/formal-letter';
import type { PaperTask } from '@zit/documents/render/worker';
import { Door } from '../database/door';
import { RenderPool } from '../document/render-pool';
import { notFound } from '../http/problem-error';
import type { SignedIn } from '../http/signed-in';

/** A letter that was sent, as it was sent. */
export interface SentLetter {
  facts: FormalLetterFacts;
  sha256: string;
}

/** Letters of the formal check, for the consortium and for who checks: row-level security says whose they are. */
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
      const [row] = await manager.query<{ facts: string; sha256: string }[]>(
        'select facts, sha256 from formal_letter where id = $1',
        [id],
      );
      if (!row) throw notFound();
      return { facts: JSON.parse(row.facts) as FormalLetterFacts, sha256: row.sha256 };
    });
  }

  /** @throws 503 BUSY */
  print({ facts, sha256 }: SentLetter, format: PaperTask['format']): Promise<Uint8Array | string> {
    return this.pool.print({ letter: facts, sha256 }, format);
  }
}
