import { Module } from '@nestjs/common';
import { SheetModule } from '../sheet/sheet.module';
import { OfferController } from './offer.controller';
import { OfferService } from './offer.service';

@Module({
  imports: [SheetModule],
  controllers: [OfferController],
  providers: [OfferService],
})
export class OfferModule {}
