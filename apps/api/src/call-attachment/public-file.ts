import { Injectable } from '@nestjs/common';
import type { ServedFile } from '../attachment/served-file';
import { Door } from '../database/door';
import { notFound } from '../http/problem-error';

const PUBLISHED = `
  select a.name, a.media_type as "mediaType", a.size::int, a.sha256
  from call_attachment a join call c on c.id = a.call_id
  where c.slug = $1 and c.state <> 'DRAFT' and a.id = $2 and a.sha256 = $3 and a.published_in is not null`;

/** Files of editions, for anybody: those of earlier editions and of annulled calls too. */
@Injectable()
export class PublicFile {
  constructor(private readonly door: Door) {}

  /** @throws 404 also for what is not published yet */
  find(slug: string, id: string, sha256: string): Promise<ServedFile> {
    return this.door.open(async (manager) => {
      const [file] = await manager.query<ServedFile[]>(PUBLISHED, [slug, id, sha256]);
      if (!file) throw notFound();
      return file;
    });
  }
}
