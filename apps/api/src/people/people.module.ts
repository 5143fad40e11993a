import { Module } from '@nestjs/common';
import { SessionModule } from '../session/session.module';
import { AcceptanceService } from './acceptance.service';
import { GrantService } from './grant.service';
import { InvitationController } from './invitation.controller';
import { InvitationService } from './invitation.service';
import { PeopleController } from './people.controller';
import { ViewAsService } from './view-as.service';

@Module({
  imports: [SessionModule],
  controllers: [InvitationController, PeopleController],
  providers: [InvitationService, AcceptanceService, GrantService, ViewAsService],
})
export class PeopleModule {}
