import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { OutageQuery, RecordOutage, type Outage, type OutagePage } from '@zit/contracts';
import { Who, type SignedIn } from '../http/signed-in';
import { OutageService } from './outage.service';

@Controller()
export class OutageController {
  constructor(private readonly outages: OutageService) {}

  @Get('public/outages')
  page(@Query() query: OutageQuery): Promise<OutagePage> {
    return this.outages.page(query);
  }

  @Post('outages')
  record(@Who() who: SignedIn, @Body() body: RecordOutage): Promise<Outage> {
    return this.outages.record(who, body);
  }
}
