import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import {
  DecideErasure,
  DecideRetention,
  type ErasureItem,
  type ErasureList,
  type RetentionList,
  type RetentionProposal,
} from '@zit/contracts';
import { IdPipe } from '../http/id-pipe';
import { Who, type SignedIn } from '../http/signed-in';
import { ErasureService } from './erasure.service';
import { RetentionService } from './retention.service';

/** What the programme decides about the data of others. */
@Controller()
export class DataCareController {
  constructor(
    private readonly erasures: ErasureService,
    private readonly retention: RetentionService,
  ) {}

  @Get('erasures')
  list(@Who() who: SignedIn): Promise<ErasureList> {
    return this.erasures.list(who);
  }

  @Put('erasures/:id')
  decide(@Who() who: SignedIn, @Param('id', IdPipe) id: string, @Body() body: DecideErasure): Promise<ErasureItem> {
    return this.erasures.decide(who, id, body);
  }

  @Get('retention-proposals')
  proposals(@Who() who: SignedIn): Promise<RetentionList> {
    return this.retention.list(who);
  }

  @Put('retention-proposals/:id')
  decideProposal(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: DecideRetention,
  ): Promise<RetentionProposal> {
    return this.retention.decide(who, id, body);
  }
}
