import { Controller, Get, Param, Query } from '@nestjs/common';
import { HistoryQuery, type HistoryPage } from '@zit/contracts';
import { IdPipe } from '../http/id-pipe';
import { Who, type SignedIn } from '../http/signed-in';
import { HistoryService } from './history.service';

@Controller()
export class HistoryController {
  constructor(private readonly history: HistoryService) {}

  @Get('consortia/:id/history')
  consortium(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @Query() query: HistoryQuery,
  ): Promise<HistoryPage> {
    return this.history.ofConsortium(who, id, query);
  }

  @Get('organisations/:id/history')
  organisation(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @Query() query: HistoryQuery,
  ): Promise<HistoryPage> {
    return this.history.ofOrganisation(who, id, query);
  }
}
