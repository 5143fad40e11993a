import { Module } from '@nestjs/common';
import { ConfirmationService } from './confirmation.service';
import { DemoController } from './demo.controller';
import { Limit } from './limit';
import { OwnSessionsController } from './own-sessions.controller';
import { OwnSessionsService } from './own-sessions.service';
import { PersonService } from './person.service';
import { SessionController } from './session.controller';
import { SessionService } from './session.service';
import { SignInService } from './sign-in.service';

@Module({
  controllers: [SessionController, OwnSessionsController, DemoController],
  providers: [SessionService, SignInService, OwnSessionsService, ConfirmationService, Limit, PersonService],
  exports: [SessionService, PersonService, ConfirmationService, Limit],
})
export class SessionModule {}
