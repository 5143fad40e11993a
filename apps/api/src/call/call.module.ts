import { Module } from '@nestjs/common';
import { SheetModule } from '../sheet/sheet.module';
import { CallList } from './call-list';
import { CallController } from './call.controller';
import { CallService } from './call.service';
import { PublicCallController } from './public-call.controller';
import { PublicCallService } from './public-call.service';
import { PublicationService } from './publication.service';
import { QuestionService } from './question.service';

@Module({
  imports: [SheetModule],
  controllers: [CallController, PublicCallController],
  providers: [CallList, CallService, PublicationService, QuestionService, PublicCallService],
})
export class CallModule {}
