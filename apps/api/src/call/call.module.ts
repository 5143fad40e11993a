import { Module } from '@nestjs/common';
import { SheetModule } from '../sheet/sheet.module';
import { CallHistory } from './call-history';
import { CallList } from './call-list';
import { CallController } from './call.controller';
import { CallService } from './call.service';
import { OutageController } from './outage.controller';
import { OutageService } from './outage.service';
import { PublicCallController } from './public-call.controller';
import { PublicCallService } from './public-call.service';
import { PublicationService } from './publication.service';
import { QuestionService } from './question.service';

@Module({
  imports: [SheetModule],
  controllers: [CallController, OutageController, PublicCallController],
  providers: [
    CallHistory,
    CallList,
    CallService,
    OutageService,
    PublicationService,
    QuestionService,
    PublicCallService,
  ],
})
export class CallModule {}
