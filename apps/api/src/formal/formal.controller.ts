import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import {
  AnswerFormal,
  DecideFormal,
  FormalQuery,
  type FormalCard,
  type FormalList,
  type OfferLetters,
} from '@zit/contracts';
import { IdPipe } from '../http/id-pipe';
import { Who, type SignedIn } from '../http/signed-in';
import { DecisionService } from './decision.service';
import { FormalService } from './formal.service';

@Controller()
export class FormalController {
  constructor(
    private readonly formal: FormalService,
    private readonly decisions: DecisionService,
  ) {}

  @Get('calls/:id/formal')
  list(@Who() who: SignedIn, @Param('id', IdPipe) id: string, @Query() query: FormalQuery): Promise<FormalList> {
    return this.formal.list(who, id, query);
  }

  @Get('calls/:id/formal/:offer')
  card(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @Param('offer', IdPipe) offer: string,
  ): Promise<FormalCard> {
    return this.formal.card(who, id, offer);
  }

  @Post('calls/:id/formal/:offer/verdicts')
  answer(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @Param('offer', IdPipe) offer: string,
    @Body() body: AnswerFormal,
  ): Promise<FormalCard> {
    return this.formal.answer(who, id, offer, body);
  }

  @Post('calls/:id/formal/:offer/decision')
  decide(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @Param('offer', IdPipe) offer: string,
    @Body() body: DecideFormal,
  ): Promise<FormalCard> {
    return this.decisions.decide(who, id, offer, body);
  }

  @Get('offers/:id/formal-letters')
  letters(@Who() who: SignedIn, @Param('id', IdPipe) id: string): Promise<OfferLetters> {
    return this.formal.ofOffer(who, id);
  }
}
