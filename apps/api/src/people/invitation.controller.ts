import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Req, Res } from '@nestjs/common';
import {
  AcceptInvitation,
  Invite,
  ReadInvitation,
  type InvitationItem,
  type InvitationList,
  type InvitationShown,
  type SessionResponse,
} from '@zit/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { IdPipe } from '../http/id-pipe';
import { Who, type SignedIn } from '../http/signed-in';
import { AcceptanceService } from './acceptance.service';
import { InvitationService } from './invitation.service';

@Controller('invitations')
export class InvitationController {
  constructor(
    private readonly invitations: InvitationService,
    private readonly acceptances: AcceptanceService,
  ) {}

  @Get()
  list(@Who() who: SignedIn): Promise<InvitationList> {
    return this.invitations.list(who);
  }

  @Post()
  invite(@Who() who: SignedIn, @Body() body: Invite): Promise<InvitationItem> {
    return this.invitations.invite(who, body);
  }

  @Put(':id/approval')
  approve(@Who() who: SignedIn, @Param('id', IdPipe) id: string): Promise<InvitationItem> {
    return this.invitations.approve(who, id);
  }

  @Delete(':id')
  @HttpCode(204)
  withdraw(@Who() who: SignedIn, @Param('id', IdPipe) id: string): Promise<void> {
    return this.invitations.withdraw(who, id);
  }

  @Post('reading')
  @HttpCode(200)
  read(@Body() body: ReadInvitation, @Req() request: FastifyRequest): Promise<InvitationShown> {
    return this.acceptances.read(body.token, request.ip);
  }

  @Post('acceptance')
  accept(
    @Body() body: AcceptInvitation,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionResponse> {
    return this.acceptances.accept(body, request, reply);
  }
}
