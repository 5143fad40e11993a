import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { OfferFile } from '@zit/contracts';
import { offerPaperWords as words } from '@zit/words.pl/offer-paper';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TWIN_CSP } from '../document/paper-stylesheet';
import { IdPipe } from '../http/id-pipe';
import { Who, type SignedIn } from '../http/signed-in';
import { OfferPaperService, type AskedPaper, type PaperFormat } from './offer-paper.service';

const MEDIA: Record<PaperFormat, string> = { pdf: 'application/pdf', html: 'text/html; charset=utf-8' };
/** Asked again each time, because rights may have changed. */
const PRIVATE = { 'Cache-Control': 'private, no-cache' } as const;

/** Files and papers of offers; what was received is rendered from what was received. */
@Controller('offers/:id')
export class OfferPaperController {
  constructor(private readonly papers: OfferPaperService) {}

  @Get('file.json')
  async file(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OfferFile> {
    return this.json(await this.papers.file(who, id), reply);
  }

  @Get('file/:no.json')
  async received(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @Param('no') no: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OfferFile> {
    return this.json(await this.papers.receivedFile(who, id, no), reply);
  }

  @Get('paper.pdf')
  async pdf(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.send(await this.papers.paper(who, id, 'pdf'), 'pdf', words.fileName, request, reply);
  }

  @Get('paper.html')
  async html(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.send(await this.papers.paper(who, id, 'html'), 'html', words.fileName, request, reply);
  }

  @Get('receipts/:no.pdf')
  async receiptPdf(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @Param('no') no: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.send(await this.papers.receipt(who, id, no, 'pdf'), 'pdf', words.receiptFileName, request, reply);
  }

  @Get('receipts/:no.html')
  async receiptHtml(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @Param('no') no: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.send(await this.papers.receipt(who, id, no, 'html'), 'html', words.receiptFileName, request, reply);
  }

  private json(file: OfferFile, reply: FastifyReply): OfferFile {
    const name = words.fileName(plain(file.receiptNumber ?? file.document.call.number), 'json');
    void reply.headers({ ...PRIVATE, 'Content-Disposition': `attachment; filename="${name}"` });
    return file;
  }

  /** A paper that the browser has already is not rendered again. */
  private async send(
    asked: AskedPaper,
    format: PaperFormat,
    nameOf: (number: string, extension: string) => string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const how = format === 'html' ? 'inline' : 'attachment';
    void reply.headers({
      ...PRIVATE,
      ETag: `"${asked.tag}"`,
      'Content-Disposition': `${how}; filename="${nameOf(plain(asked.number), format)}"`,
      ...(format === 'html' ? { 'Content-Security-Policy': TWIN_CSP } : {}),
    });
    if (request.headers['if-none-match'] === `"${asked.tag}"`) return void reply.status(304).send();
    const rendered = await this.papers.render(asked, format);
    void reply.type(MEDIA[format]).send(typeof rendered === 'string' ? rendered : Buffer.from(rendered));
  }
}

const plain = (number: string): string => number.replaceAll('/', '-');
