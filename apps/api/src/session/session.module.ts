import { Module } from '@nestjs/common';
import { DemoLoginsController } from './demo-logins.controller';
import { PersonService } from './person.service';
import { SessionController } from './session.controller';
import { SessionService } from './session.service';
import { SignInLimit } from './sign-in-limit';
import { SignInService } from './sign-in.service';

@Module({
  controllers: [SessionController, DemoLoginsController],
  providers: [SessionService, SignInService, SignInLimit, PersonService],
  exports: [SessionService, PersonService],
})
export class SessionModule {}
