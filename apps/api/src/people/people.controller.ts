import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { SearchPeople, ViewAs, type PeoplePage, type SessionResponse, type ViewList } from '@zit/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Door } from '../database/door';
import { IdPipe } from '../http/id-pipe';
import { Who, type SignedIn } from '../http/signed-in';
import { GrantService } from './grant.service';
import { listPeople } from './people-list';
import { ViewAsService } from './view-as.service';

@Controller()
export class PeopleController {
  constructor(
    private readonly door: Door,
    private readonly grants: GrantService,
    private readonly views: ViewAsService,
  ) {}

  @Post('people/search')
  @HttpCode(200)
  search(@Who() who: SignedIn, @Body() body: SearchPeople): Promise<PeoplePage> {
    return this.door.gateFor({ hat: who }, (manager) => listPeople(manager, who, body), { readOnly: true });
  }

  @Delete('grants/:id')
  @HttpCode(204)
  revoke(@Who() who: SignedIn, @Param('id', IdPipe) id: string): Promise<void> {
    return this.grants.revoke(who, id);
  }

  @Post('session/view-as')
  beginView(
    @Who() who: SignedIn,
    @Body() body: ViewAs,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionResponse> {
    return this.views.begin(who, body, request, reply);
  }

  @Delete('session/view-as')
  endView(
    @Who() who: SignedIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionResponse> {
    return this.views.end(who, request, reply);
  }

  @Get('account/views')
  listViews(@Who() who: SignedIn): Promise<ViewList> {
    return this.views.list(who);
  }
}
