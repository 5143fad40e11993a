import { Module } from '@nestjs/common';
import { HistoryController } from './history.controller';
import { HistoryService } from './history.service';
import { JournalController } from './journal.controller';
import { JournalService } from './journal.service';
import { SealController } from './seal.controller';
import { SealService } from './seal.service';

@Module({
  controllers: [HistoryController, JournalController, SealController],
  providers: [HistoryService, JournalService, SealService],
})
export class JournalModule {}
