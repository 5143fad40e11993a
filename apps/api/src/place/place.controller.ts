import { Body, Controller, Get, Post } from '@nestjs/common';
import {
  PlanLocalCentre,
  type CatalogueResponse,
  type LocalCentreList,
  type LocalCentreResponse,
  type RuleSetList,
  type TerritoryResponse,
  type TimeResponse,
} from '@zit/contracts';
import { Who, type SignedIn } from '../http/signed-in';
import { PlaceService } from './place.service';

@Controller()
export class PlaceController {
  constructor(private readonly places: PlaceService) {}

  @Get('time')
  time(): TimeResponse {
    return { serverTime: new Date().toISOString(), zone: 'Europe/Warsaw' };
  }

  @Get('territory')
  territory(): Promise<TerritoryResponse> {
    return this.places.territory();
  }

  @Get('local-centres')
  localCentres(): Promise<LocalCentreList> {
    return this.places.localCentres();
  }

  @Post('local-centres')
  planLocalCentre(@Who() who: SignedIn, @Body() body: PlanLocalCentre): Promise<LocalCentreResponse> {
    return this.places.planLocalCentre(who, body);
  }

  @Get('rule-sets')
  ruleSets(): Promise<RuleSetList> {
    return this.places.ruleSets();
  }

  @Get('catalogue')
  catalogue(): Promise<CatalogueResponse> {
    return this.places.catalogue();
  }
}
