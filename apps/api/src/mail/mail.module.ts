import { Module } from '@nestjs/common';
import { MailSender } from './mail-sender';
import { MailboxController } from './mailbox.controller';

/** The worker's part: no door to the outside. */
@Module({ providers: [MailSender], exports: [MailSender] })
export class MailModule {}

/** The demo's part: mails to read in the portal. */
@Module({ controllers: [MailboxController] })
export class MailboxModule {}
