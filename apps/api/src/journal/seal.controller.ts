import { Readable } from 'node:stream';
import { Controller, Get, StreamableFile } from '@nestjs/common';
import type { JournalSealList } from '@zit/contracts';
import { SealService } from './seal.service';

/** What everybody may know of the journal: its seals. */
@Controller()
export class SealController {
  constructor(private readonly seals: SealService) {}

  @Get('journal-seals')
  newest(): Promise<JournalSealList> {
    return this.seals.newest();
  }

  @Get('journal-seals.jsonl')
  all(): StreamableFile {
    return new StreamableFile(Readable.from(this.seals.lines()), {
      type: 'application/jsonl; charset=utf-8',
      disposition: 'attachment; filename="pieczecie-dziennika.jsonl"',
    });
  }
}
