import { Module } from '@nestjs/common';
import { SheetModule } from '../sheet/sheet.module';
import { BeginService } from './begin.service';
import { OfferList } from './offer-list';
import { OfferController } from './offer.controller';
import { OfferService } from './offer.service';
import { PresenceService } from './presence.service';
import { ReceivedController } from './received.controller';
import { ReceivedList } from './received-list';

@Module({
  imports: [SheetModule],
  controllers: [OfferController, ReceivedController],
  providers: [BeginService, OfferList, OfferService, PresenceService, ReceivedList],
})
export class OfferModule {}
