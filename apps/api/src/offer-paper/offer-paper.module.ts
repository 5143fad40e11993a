import { Module } from '@nestjs/common';
import { DocumentModule } from '../document/document.module';
import { SheetModule } from '../sheet/sheet.module';
import { OfferPaperController } from './offer-paper.controller';
import { OfferPaperService } from './offer-paper.service';

@Module({
  imports: [DocumentModule, SheetModule],
  controllers: [OfferPaperController],
  providers: [OfferPaperService],
})
export class OfferPaperModule {}
