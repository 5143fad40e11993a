import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import {
  ChangeOrganisation,
  CreateOrganisation,
  FindDuplicates,
  OrganisationQuery,
  type DuplicateResponse,
  type OrganisationPage,
  type OrganisationResponse,
} from '@zit/contracts';
import { IdPipe } from '../http/id-pipe';
import { Who, type SignedIn } from '../http/signed-in';
import { OrganisationService } from './organisation.service';

@Controller('organisations')
export class OrganisationController {
  constructor(private readonly organisations: OrganisationService) {}

  @Get()
  list(@Who() who: SignedIn, @Query() query: OrganisationQuery): Promise<OrganisationPage> {
    return this.organisations.list(who, query);
  }

  @Post('duplicates')
  @HttpCode(200)
  duplicates(@Who() who: SignedIn, @Body() body: FindDuplicates): Promise<DuplicateResponse> {
    return this.organisations.duplicates(who, body);
  }

  @Post()
  create(@Who() who: SignedIn, @Body() body: CreateOrganisation): Promise<OrganisationResponse> {
    return this.organisations.create(who, body);
  }

  @Get(':id')
  read(@Who() who: SignedIn, @Param('id', IdPipe) id: string): Promise<OrganisationResponse> {
    return this.organisations.read(who, id);
  }

  @Patch(':id')
  change(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: ChangeOrganisation,
  ): Promise<OrganisationResponse> {
    return this.organisations.change(who, id, body);
  }
}
