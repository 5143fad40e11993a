import { Controller, Get, Query } from '@nestjs/common';
import { JournalQuery, type JournalPage } from '@zit/contracts';
import { Who, type SignedIn } from '../http/signed-in';
import { JournalService } from './journal.service';

@Controller('journal')
export class JournalController {
  constructor(private readonly journal: JournalService) {}

  @Get()
  page(@Who() who: SignedIn, @Query() query: JournalQuery): Promise<JournalPage> {
    return this.journal.page(who, query);
  }
}
