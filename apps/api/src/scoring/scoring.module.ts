import { Module } from '@nestjs/common';
import { SheetModule } from '../sheet/sheet.module';
import { CardService } from './card.service';
import { ScoresService } from './scores.service';
import { ScoringController } from './scoring.controller';
import { ScoringList } from './scoring-list';

@Module({
  imports: [SheetModule],
  controllers: [ScoringController],
  providers: [CardService, ScoresService, ScoringList],
})
export class ScoringModule {}
