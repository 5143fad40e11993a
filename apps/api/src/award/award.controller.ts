import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import {
  CarryAward,
  EndAward,
  GiveAward,
  type CallAwards,
  type ConsortiumAward,
  type PublicAwards,
} from '@zit/contracts';
import { IdPipe } from '../http/id-pipe';
import { Who, type SignedIn } from '../http/signed-in';
import { AwardService } from './award.service';
import { CarryService } from './carry.service';

@Controller()
export class AwardController {
  constructor(
    private readonly awards: AwardService,
    private readonly carrying: CarryService,
  ) {}

  @Get('calls/:id/awards')
  read(@Who() who: SignedIn, @Param('id', IdPipe) id: string): Promise<CallAwards> {
    return this.awards.read(who, id);
  }

  @Post('calls/:id/awards')
  give(@Who() who: SignedIn, @Param('id', IdPipe) id: string, @Body() body: GiveAward): Promise<CallAwards> {
    return this.awards.give(who, id, body);
  }

  @Put('calls/:id/awards/:award/end')
  end(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @Param('award', IdPipe) award: string,
    @Body() body: EndAward,
  ): Promise<CallAwards> {
    return this.awards.end(who, id, award, body);
  }

  @Get('consortia/:id/award')
  ofConsortium(@Who() who: SignedIn, @Param('id', IdPipe) id: string): Promise<ConsortiumAward> {
    return this.carrying.read(who, id);
  }

  @Put('consortia/:id/award/rooms')
  carry(@Who() who: SignedIn, @Param('id', IdPipe) id: string, @Body() body: CarryAward): Promise<ConsortiumAward> {
    return this.carrying.carry(who, id, body);
  }

  /** What anybody reads, signed in or not. */
  @Get('public/calls/:slug/awards')
  readPublic(@Param('slug') slug: string): Promise<PublicAwards> {
    return this.awards.readPublic(slug);
  }
}
