import { Injectable } from '@nestjs/common';
import type { PublicResult } from '@zit/contracts';
import { dayAfter, inWarsaw, REASONS_DAYS, type Instant } from '@zit/domain';
import type { EntityManager } from 'typeorm';
import { newestEdition } from '../call/edition';
import { Door } from '../database/door';
import { notFound } from '../http/problem-error';
import { ResultKey } from './result-key';
import { newestDocument, readVersions, resultText } from './result-rows';

interface Shown {
  id: string;
  number: string;
  title: string;
  municipality: string;
}

/** What anybody reads of a result, once it is published. */
@Injectable()
export class PublicResultService {
  constructor(
    private readonly door: Door,
    private readonly key: ResultKey,
  ) {}

  /** @throws 404: no such call, or nothing of it is published */
  read(slug: string): Promise<PublicResult> {
    return this.door.open(async (manager) => {
      const { id, ...call } = await find(manager, slug);
      const [versions, document] = [await readVersions(manager, id), await newestDocument(manager, id)];
      const publishedAt = versions[0]?.publishedAt;
      if (!document || !publishedAt) throw notFound();
      const parties = await manager.query<PublicResult['parties']>(
        'select offer, consortium, leader from published_parties($1)',
        [id],
      );
      const lastDays = lastDaysOf(publishedAt, (await newestEdition(manager, id))?.contents.rules.appealDays ?? null);
      return { id, slug, ...call, versions, document, key: this.key.open(), parties, lastDays };
    });
  }

  /** The file, byte by byte the same each time. @throws 404 */
  file(slug: string, no: string): Promise<{ text: string; number: string }> {
    return this.door.open(async (manager) => {
      const { id, number } = await find(manager, slug);
      const text = await resultText(manager, id, no);
      if (text === null) throw notFound();
      return { text, number };
    });
  }
}

/** Counted from the newest publication. */
function lastDaysOf(publishedAt: Instant, appealDays: number | null): PublicResult['lastDays'] {
  const { date } = inWarsaw(publishedAt);
  const lastDay = (days: number): string => dayAfter(publishedAt, date, days).lastDay;
  return { reasons: lastDay(REASONS_DAYS), appeal: appealDays === null ? null : lastDay(appealDays) };
}

async function find(manager: EntityManager, slug: string): Promise<Shown> {
  const [call] = await manager.query<Shown[]>(
    `select c.id, c.number, c.title, m.name as municipality from call c join municipality m on m.teryt = c.teryt
     where c.slug = $1 and c.state <> 'DRAFT'`,
    [slug],
  );
  if (!call) throw notFound();
  return call;
}
