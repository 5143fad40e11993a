import { Module } from '@nestjs/common';
import { MailModule } from '../mail/mail.module';
import { WorkerService } from './worker.service';

@Module({ imports: [MailModule], providers: [WorkerService], exports: [WorkerService] })
export class WorkerModule {}
