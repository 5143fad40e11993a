import { Injectable } from '@nestjs/common';
import { nameKey } from '@zit/domain';
import { documentActWords as words } from '@zit/words.pl/consortium-acts';
import type { Actor } from '../consortium/actor';
import { Door } from '../database/door';
import { notFound } from '../http/problem-error';
import { openDocument } from './document.service';
import type { DocumentRecord } from './read-document';

export type Format = 'pdf' | 'docx' | 'html';

export interface StoredFile {
  bytes: Buffer;
  sha256: string;
  /** Content-Disposition: a name for every browser, and the Polish one for those that read it. */
  disposition: string;
}

@Injectable()
export class DocumentFile {
  constructor(private readonly door: Door) {}

  /** The bytes as they were stored at issue; nothing is rendered again. */
  read(who: Actor, id: string, format: Format): Promise<StoredFile> {
    return this.door.read(who, async (manager) => {
      const { document } = await openDocument(manager, who, id);
      const [file] = await manager.query<{ bytes: Buffer; sha256: string }[]>(
        'select bytes, sha256 from document_file where document_id = $1 and format = $2',
        [id, format],
      );
      if (!file) throw notFound(words.notIssuedYet);
      return { ...file, disposition: disposition(document, format) };
    });
  }
}

function disposition({ kind, number }: DocumentRecord, format: Format): string {
  const name = `${words.fileName[kind]} ${(number ?? '').replaceAll('/', '-')}.${format}`;
  const plain = `${nameKey(words.fileName[kind]).replaceAll(' ', '-')}-${(number ?? '').replaceAll('/', '-')}.${format}`;
  const how = format === 'html' ? 'inline' : 'attachment';
  return `${how}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}
