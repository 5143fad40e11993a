import { Injectable } from '@nestjs/common';
import type { PublicResult } from '@zit/contracts';
import type { EntityManager } from 'typeorm';
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
      if (!document) throw notFound();
      return { slug, ...call, versions, document, key: this.key.open() };
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

async function find(manager: EntityManager, slug: string): Promise<Shown> {
  const [call] = await manager.query<Shown[]>(
    `select c.id, c.number, c.title, m.name as municipality from call c join municipality m on m.teryt = c.teryt
     where c.slug = $1 and c.state <> 'DRAFT'`,
    [slug],
  );
  if (!call) throw notFound();
  return call;
}
