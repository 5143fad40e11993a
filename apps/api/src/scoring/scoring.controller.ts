import { Body, Controller, Get, Param, Patch, Post, Put, Query } from '@nestjs/common';
import {
  HandInCard,
  SaveSheet,
  SheetHistoryQuery,
  SheetQuery,
  WriteScoreNote,
  type CardVersion,
  type OfferScores,
  type ScoringResponse,
  type SheetHistory,
  type SheetResponse,
  type SheetSaved,
} from '@zit/contracts';
import { IdPipe } from '../http/id-pipe';
import { Who, type SignedIn } from '../http/signed-in';
import { CardService } from './card.service';
import { ScoresService } from './scores.service';
import { ScoringList } from './scoring-list';

const OFFER = ':id/scoring/offers/:offer';

@Controller('calls')
export class ScoringController {
  constructor(
    private readonly list: ScoringList,
    private readonly cards: CardService,
    private readonly scores: ScoresService,
  ) {}

  @Get(':id/scoring')
  read(@Who() who: SignedIn, @Param('id', IdPipe) id: string): Promise<ScoringResponse> {
    return this.list.of(who, id);
  }

  @Get(OFFER)
  ofOffer(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @Param('offer', IdPipe) offer: string,
  ): Promise<OfferScores> {
    return this.scores.read(who, id, offer);
  }

  @Get(`${OFFER}/sheet`)
  sheet(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @Param('offer', IdPipe) offer: string,
    @Query() query: SheetQuery,
  ): Promise<SheetResponse> {
    return this.cards.sheet(who, id, offer, query);
  }

  @Patch(`${OFFER}/sheet`)
  save(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @Param('offer', IdPipe) offer: string,
    @Body() body: SaveSheet,
  ): Promise<SheetSaved> {
    return this.cards.save(who, id, offer, body);
  }

  @Get(`${OFFER}/sheet/history`)
  history(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @Param('offer', IdPipe) offer: string,
    @Query() query: SheetHistoryQuery,
  ): Promise<SheetHistory> {
    return this.cards.history(who, id, offer, query);
  }

  @Post(`${OFFER}/versions`)
  handIn(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @Param('offer', IdPipe) offer: string,
    @Body() body: HandInCard,
  ): Promise<CardVersion> {
    return this.cards.handIn(who, id, offer, body);
  }

  @Post(`${OFFER}/correction`)
  correct(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @Param('offer', IdPipe) offer: string,
  ): Promise<SheetResponse> {
    return this.cards.correct(who, id, offer);
  }

  @Put(`${OFFER}/note`)
  writeNote(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @Param('offer', IdPipe) offer: string,
    @Body() body: WriteScoreNote,
  ): Promise<OfferScores> {
    return this.scores.write(who, id, offer, body);
  }
}
