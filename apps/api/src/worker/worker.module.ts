import { Module } from '@nestjs/common';
import { ResetModule } from '../account/reset.module';
import { MailModule } from '../mail/mail.module';
import { WorkerService } from './worker.service';

@Module({ imports: [MailModule, ResetModule], providers: [WorkerService], exports: [WorkerService] })
export class WorkerModule {}
