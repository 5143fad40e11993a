import { Controller, Get, Param, Query } from '@nestjs/common';
import { HistoryQuery, type HistoryPage } from '@zit/contracts';
import { IdPipe } from '../http/id-pipe';
import { Who, type SignedIn } from '../http/signed-in';
import { HistoryService } from './history.service';

@Controller('consortia/:id/history')
export class HistoryController {
  constructor(private readonly history: HistoryService) {}

  @Get()
  page(@Who() who: SignedIn, @Param('id', IdPipe) id: string, @Query() query: HistoryQuery): Promise<HistoryPage> {
    return this.history.page(who, id, query);
  }
}
