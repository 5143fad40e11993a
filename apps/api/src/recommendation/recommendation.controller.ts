import { Body, Controller, Delete, Get, Param, Post, Put, Query } from '@nestjs/common';
import {
  AskRecommendation,
  RecommendationQuery,
  ResolveRecommendation,
  type OfferRecommendation,
  type Recommendation,
  type RecommendationPage,
} from '@zit/contracts';
import { IdPipe } from '../http/id-pipe';
import { Who, type SignedIn } from '../http/signed-in';
import { CouncilService } from './council.service';
import { RequestService } from './request.service';

@Controller()
export class RecommendationController {
  constructor(
    private readonly requests: RequestService,
    private readonly council: CouncilService,
  ) {}

  @Get('offers/:id/recommendation')
  ofOffer(@Who() who: SignedIn, @Param('id', IdPipe) id: string): Promise<OfferRecommendation> {
    return this.requests.read(who, id);
  }

  @Post('offers/:id/recommendation')
  ask(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: AskRecommendation,
  ): Promise<OfferRecommendation> {
    return this.requests.ask(who, id, body);
  }

  @Delete('offers/:id/recommendation')
  withdraw(@Who() who: SignedIn, @Param('id', IdPipe) id: string): Promise<OfferRecommendation> {
    return this.requests.withdraw(who, id);
  }

  @Get('recommendations')
  page(@Who() who: SignedIn, @Query() query: RecommendationQuery): Promise<RecommendationPage> {
    return this.council.page(who, query);
  }

  @Get('recommendations/:id')
  read(@Who() who: SignedIn, @Param('id', IdPipe) id: string): Promise<Recommendation> {
    return this.council.read(who, id);
  }

  @Put('recommendations/:id/resolution')
  resolve(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: ResolveRecommendation,
  ): Promise<Recommendation> {
    return this.council.resolve(who, id, body);
  }
}
