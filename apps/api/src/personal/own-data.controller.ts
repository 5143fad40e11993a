import { Body, Controller, Delete, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import {
  AcknowledgeClause,
  AskErasure,
  type AcknowledgementList,
  type ClauseResponse,
  type OwnErasure,
  type PersonalDataExport,
} from '@zit/contracts';
import type { FastifyReply } from 'fastify';
import { Who, type SignedIn } from '../http/signed-in';
import { ClauseService } from './clause.service';
import { ErasureService } from './erasure.service';
import { exportPage } from './export-page';
import { ExportService } from './export.service';

/** Text and one stylesheet of ours; nothing else may load or run in the page. */
const PAGE_CSP = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** What a person does about their own data. */
@Controller()
export class OwnDataController {
  constructor(
    private readonly exports: ExportService,
    private readonly erasures: ErasureService,
    private readonly clauses: ClauseService,
  ) {}

  @Get('clauses/:id')
  clause(@Param('id') id: string): ClauseResponse {
    return this.clauses.read(id);
  }

  @Get('account/acknowledgements')
  acknowledgements(@Who() who: SignedIn): Promise<AcknowledgementList> {
    return this.clauses.own(who);
  }

  @Post('account/acknowledgements')
  @HttpCode(204)
  acknowledge(@Who() who: SignedIn, @Body() body: AcknowledgeClause): Promise<void> {
    return this.clauses.acknowledge(who, body);
  }

  @Get('account/personal-data')
  data(@Who() who: SignedIn): Promise<PersonalDataExport> {
    return this.exports.read(who);
  }

  @Get('account/personal-data.html')
  async page(@Who() who: SignedIn, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    void reply.headers({ 'Content-Security-Policy': PAGE_CSP, 'Content-Type': 'text/html; charset=utf-8' });
    return exportPage(await this.exports.read(who));
  }

  @Get('account/erasure')
  erasure(@Who() who: SignedIn): Promise<OwnErasure> {
    return this.erasures.own(who);
  }

  @Post('account/erasure')
  @HttpCode(204)
  askErasure(@Who() who: SignedIn, @Body() body: AskErasure): Promise<void> {
    return this.erasures.ask(who, body);
  }

  @Delete('account/erasure')
  @HttpCode(204)
  withdrawErasure(@Who() who: SignedIn): Promise<void> {
    return this.erasures.withdraw(who);
  }
}
