import { Module } from '@nestjs/common';
import { SessionModule } from '../session/session.module';
import { SheetModule } from '../sheet/sheet.module';
import { AmendmentService } from './amendment.service';
import { SigningService } from './signing.service';
import { ReceiptCheckService } from './receipt-check.service';
import { ReceiptKeeper } from './receipt-keeper';
import { ReceiptList } from './receipt-list';
import { ReceivedService } from './received.service';
import { SubmissionController } from './submission.controller';
import { SubmissionService } from './submission.service';

@Module({
  imports: [SessionModule, SheetModule],
  controllers: [SubmissionController],
  providers: [
    AmendmentService,
    SigningService,
    ReceiptCheckService,
    ReceiptKeeper,
    ReceiptList,
    ReceivedService,
    SubmissionService,
  ],
})
export class SubmissionModule {}
