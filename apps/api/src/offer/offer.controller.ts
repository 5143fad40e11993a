import { Controller, Get, Param } from '@nestjs/common';
import type { OfferResponse } from '@zit/contracts';
import { IdPipe } from '../http/id-pipe';
import { Who, type SignedIn } from '../http/signed-in';
import { OfferService } from './offer.service';

@Controller('offers')
export class OfferController {
  constructor(private readonly offers: OfferService) {}

  @Get(':id')
  read(@Who() who: SignedIn, @Param('id', IdPipe) id: string): Promise<OfferResponse> {
    return this.offers.read(who, id);
  }
}
