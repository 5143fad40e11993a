import { Body, Controller, Get, Param, Patch, Post, Put, Query } from '@nestjs/common';
import {
  AddMember,
  AppointLeader,
  ChangeConsortium,
  ChangeMember,
  ConsortiumQuery,
  CreateConsortium,
  LeaveConsortium,
  type ConsortiumPage,
  type ConsortiumResponse,
} from '@zit/contracts';
import { IdPipe } from '../http/id-pipe';
import { Who, type SignedIn } from '../http/signed-in';
import { ConsortiumList } from './consortium-list';
import { ConsortiumService } from './consortium.service';
import { MemberService } from './member.service';

@Controller('consortia')
export class ConsortiumController {
  constructor(
    private readonly list: ConsortiumList,
    private readonly consortia: ConsortiumService,
    private readonly members: MemberService,
  ) {}

  @Get()
  page(@Who() who: SignedIn, @Query() query: ConsortiumQuery): Promise<ConsortiumPage> {
    return this.list.page(who, query);
  }

  @Post()
  create(@Who() who: SignedIn, @Body() body: CreateConsortium): Promise<ConsortiumResponse> {
    return this.consortia.create(who, body);
  }

  @Get(':id')
  read(@Who() who: SignedIn, @Param('id', IdPipe) id: string): Promise<ConsortiumResponse> {
    return this.consortia.read(who, id);
  }

  @Patch(':id')
  change(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: ChangeConsortium,
  ): Promise<ConsortiumResponse> {
    return this.consortia.change(who, id, body);
  }

  @Post(':id/members')
  addMember(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: AddMember,
  ): Promise<ConsortiumResponse> {
    return this.members.add(who, id, body);
  }

  @Patch(':id/members/:memberId')
  changeMember(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @Param('memberId', IdPipe) memberId: string,
    @Body() body: ChangeMember,
  ): Promise<ConsortiumResponse> {
    return this.members.change(who, id, memberId, body);
  }

  @Post(':id/members/:memberId/exit')
  leave(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @Param('memberId', IdPipe) memberId: string,
    @Body() body: LeaveConsortium,
  ): Promise<ConsortiumResponse> {
    return this.members.leave(who, id, memberId, body);
  }

  @Put(':id/leader')
  appointLeader(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: AppointLeader,
  ): Promise<ConsortiumResponse> {
    return this.members.appointLeader(who, id, body.memberId);
  }
}
