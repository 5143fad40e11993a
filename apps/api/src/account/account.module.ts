import { Module } from '@nestjs/common';
import { SessionModule } from '../session/session.module';
import { AccountController } from './account.controller';
import { AccountService } from './account.service';
import { EmailService } from './email.service';
import { MailedLinkService } from './mailed-link.service';
import { MailedLinksController } from './mailed-links.controller';
import { PasswordResetService } from './password-reset.service';
import { PasswordService } from './password.service';
import { ResetModule } from './reset.module';

@Module({
  imports: [SessionModule, ResetModule],
  controllers: [AccountController, MailedLinksController],
  providers: [AccountService, PasswordService, PasswordResetService, EmailService, MailedLinkService],
})
export class AccountModule {}
