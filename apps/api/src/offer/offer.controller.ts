import { Body, Controller, Get, Param, Patch, Post, Put, Query } from '@nestjs/common';
import {
  CreateOffer,
  LendPart,
  OfferQuery,
  SaveSheet,
  SheetHistoryQuery,
  SheetQuery,
  ShowPresence,
  type OfferOpenings,
  type OfferPage,
  type OfferPresence,
  type OfferResponse,
  type SheetHistory,
  type SheetResponse,
  type SheetSaved,
} from '@zit/contracts';
import { IdPipe } from '../http/id-pipe';
import { Who, type SignedIn } from '../http/signed-in';
import { BeginService } from './begin.service';
import { OfferList } from './offer-list';
import { OfferService } from './offer.service';
import { PresenceService } from './presence.service';

@Controller('offers')
export class OfferController {
  constructor(
    private readonly list: OfferList,
    private readonly begin: BeginService,
    private readonly offers: OfferService,
    private readonly presence: PresenceService,
  ) {}

  @Get()
  page(@Who() who: SignedIn, @Query() query: OfferQuery): Promise<OfferPage> {
    return this.list.page(ownEyes(who), query);
  }

  @Get('openings')
  openings(@Who() who: SignedIn): Promise<OfferOpenings> {
    return this.list.openings(ownEyes(who));
  }

  @Post()
  create(@Who() who: SignedIn, @Body() body: CreateOffer): Promise<OfferResponse> {
    return this.begin.create(who, body);
  }

  @Get(':id')
  read(@Who() who: SignedIn, @Param('id', IdPipe) id: string): Promise<OfferResponse> {
    return this.offers.read(who, id);
  }

  @Get(':id/sheet')
  sheet(@Who() who: SignedIn, @Param('id', IdPipe) id: string, @Query() query: SheetQuery): Promise<SheetResponse> {
    return this.offers.sheet(who, id, query);
  }

  @Patch(':id/sheet')
  save(@Who() who: SignedIn, @Param('id', IdPipe) id: string, @Body() body: SaveSheet): Promise<SheetSaved> {
    return this.offers.save(who, id, body);
  }

  @Get(':id/sheet/history')
  history(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @Query() query: SheetHistoryQuery,
  ): Promise<SheetHistory> {
    return this.offers.history(who, id, query);
  }

  @Put(':id/loans')
  lend(@Who() who: SignedIn, @Param('id', IdPipe) id: string, @Body() body: LendPart): Promise<OfferResponse> {
    return this.offers.lend(who, id, body);
  }

  @Put(':id/presence')
  show(@Who() who: SignedIn, @Param('id', IdPipe) id: string, @Body() body: ShowPresence): Promise<OfferPresence> {
    return this.presence.show(who, id, body);
  }
}

/** A list has nothing for who looks through another's eyes (decision 11): as if that person had no role. */
const ownEyes = (who: SignedIn): SignedIn => (who.viewer ? { ...who, grants: [] } : who);
