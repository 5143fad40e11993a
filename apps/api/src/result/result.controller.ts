import { Body, Controller, Get, Header, Param, Post, Put, Res } from '@nestjs/common';
import {
  ApproveResult,
  DrawLot,
  FreezeResult,
  type CallResult,
  type PublicResult,
  type RankingPreview,
  type RankingStability,
  type ResultVersions,
} from '@zit/contracts';
import { resultWords as words } from '@zit/words.pl/result';
import type { FastifyReply } from 'fastify';
import { TWIN_CSP } from '../document/paper-stylesheet';
import { IdPipe } from '../http/id-pipe';
import { Who, type SignedIn } from '../http/signed-in';
import { AnnounceService } from './announce.service';
import { FreezeService } from './freeze.service';
import { LotService } from './lot.service';
import { MinutesService, type MinutesFormat } from './minutes.service';
import { PublicResultService } from './public-result.service';
import { ResultService } from './result.service';

const MEDIA: Record<MinutesFormat, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
};
/** Asked again each time, because rights may have changed. */
const PRIVATE = { 'Cache-Control': 'private, no-cache' } as const;
const JSON_TEXT = 'application/json; charset=utf-8';

@Controller('calls/:id/result')
export class ResultController {
  constructor(
    private readonly results: ResultService,
    private readonly lots: LotService,
    private readonly freezing: FreezeService,
    private readonly announcing: AnnounceService,
    private readonly minutes: MinutesService,
  ) {}

  @Get()
  read(@Who() who: SignedIn, @Param('id', IdPipe) id: string): Promise<CallResult> {
    return this.results.read(who, id);
  }

  @Get('ranking')
  ranking(@Who() who: SignedIn, @Param('id', IdPipe) id: string): Promise<RankingPreview> {
    return this.results.ranking(who, id);
  }

  @Get('stability')
  stability(@Who() who: SignedIn, @Param('id', IdPipe) id: string): Promise<RankingStability> {
    return this.results.stability(who, id);
  }

  @Put('lot')
  promise(@Who() who: SignedIn, @Param('id', IdPipe) id: string): Promise<RankingPreview> {
    return this.lots.promise(who, id);
  }

  @Put('lot/draw')
  draw(@Who() who: SignedIn, @Param('id', IdPipe) id: string, @Body() body: DrawLot): Promise<RankingPreview> {
    return this.lots.draw(who, id, body);
  }

  @Post('versions')
  freeze(@Who() who: SignedIn, @Param('id', IdPipe) id: string, @Body() body: FreezeResult): Promise<ResultVersions> {
    return this.freezing.freeze(who, id, body);
  }

  @Put('versions/:no/approval')
  approve(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @Param('no') no: string,
    @Body() body: ApproveResult,
  ): Promise<ResultVersions> {
    return this.announcing.approve(who, id, no, body);
  }

  @Put('versions/:no/publication')
  publish(@Who() who: SignedIn, @Param('id', IdPipe) id: string, @Param('no') no: string): Promise<ResultVersions> {
    return this.announcing.publish(who, id, no);
  }

  @Get('versions/:no/result.json')
  @Header('Content-Type', JSON_TEXT)
  async file(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @Param('no') no: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { text, number } = await this.minutes.file(who, id, no);
    void reply.headers({ ...PRIVATE, 'Content-Disposition': attached(words.resultFile(number, Number(no))) });
    return text;
  }

  @Get('versions/:no/minutes.pdf')
  pdf(@Who() who: SignedIn, @Param('id', IdPipe) id: string, @Param('no') no: string, @Res() reply: FastifyReply) {
    return this.send(who, id, no, 'pdf', reply);
  }

  @Get('versions/:no/minutes.docx')
  docx(@Who() who: SignedIn, @Param('id', IdPipe) id: string, @Param('no') no: string, @Res() reply: FastifyReply) {
    return this.send(who, id, no, 'docx', reply);
  }

  @Get('versions/:no/minutes.html')
  html(@Who() who: SignedIn, @Param('id', IdPipe) id: string, @Param('no') no: string, @Res() reply: FastifyReply) {
    return this.send(who, id, no, 'html', reply);
  }

  private async send(who: SignedIn, id: string, no: string, format: MinutesFormat, reply: FastifyReply): Promise<void> {
    const facts = await this.minutes.facts(who, id, no, format);
    const name = `${words.minutesFile(facts.number ?? '')}.${format}`;
    const rendered = await this.minutes.render(facts, format);
    void reply.headers({
      ...PRIVATE,
      'Content-Disposition': format === 'html' ? `inline; filename="${name}"` : attached(name),
      ...(format === 'html' ? { 'Content-Security-Policy': TWIN_CSP } : {}),
    });
    void reply.type(MEDIA[format]).send(typeof rendered === 'string' ? rendered : Buffer.from(rendered));
  }
}

/** What anybody reads, signed in or not. */
@Controller('public/calls/:slug')
export class PublicResultController {
  constructor(private readonly results: PublicResultService) {}

  @Get('result')
  read(@Param('slug') slug: string): Promise<PublicResult> {
    return this.results.read(slug);
  }

  /** The text goes out as it was frozen, byte by byte. */
  @Get('results/:no.json')
  @Header('Content-Type', JSON_TEXT)
  async file(
    @Param('slug') slug: string,
    @Param('no') no: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { text, number } = await this.results.file(slug, no);
    void reply.header('Content-Disposition', attached(words.resultFile(number, Number(no))));
    return text;
  }
}

const attached = (name: string): string => `attachment; filename="${name}"`;
