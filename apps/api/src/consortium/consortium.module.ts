import { Module } from '@nestjs/common';
import { ConsortiumList } from './consortium-list';
import { ConsortiumController } from './consortium.controller';
import { ConsortiumService } from './consortium.service';
import { MemberService } from './member.service';

@Module({
  controllers: [ConsortiumController],
  providers: [ConsortiumList, ConsortiumService, MemberService],
  exports: [ConsortiumService, MemberService],
})
export class ConsortiumModule {}
