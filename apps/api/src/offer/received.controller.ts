import { Controller, Get, Param } from '@nestjs/common';
import type { ReceivedOffers } from '@zit/contracts';
import { IdPipe } from '../http/id-pipe';
import { Who, type SignedIn } from '../http/signed-in';
import { ReceivedList } from './received-list';

@Controller('calls')
export class ReceivedController {
  constructor(private readonly received: ReceivedList) {}

  @Get(':id/offers')
  list(@Who() who: SignedIn, @Param('id', IdPipe) id: string): Promise<ReceivedOffers> {
    return this.received.of(who, id);
  }
}
