import { Body, Controller, Get, HttpCode, Param, Patch, Post, Req, Res } from '@nestjs/common';
import { ChangeDocument, DraftDocument, IssueDocument, type DocumentDetail, type DocumentList } from '@zit/contracts';
import { HTML_STYLESHEET } from '@zit/documents/render/html';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { IdPipe } from '../http/id-pipe';
import { Who, type SignedIn } from '../http/signed-in';
import { DocumentFile, type Format } from './document-file';
import { DocumentService } from './document.service';
import { IssueService } from './issue.service';
import { TWIN_CSP } from './paper-stylesheet';

const MEDIA: Record<Format, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
};

@Controller()
export class DocumentController {
  constructor(
    private readonly documents: DocumentService,
    private readonly issues: IssueService,
    private readonly files: DocumentFile,
  ) {}

  @Get('consortia/:id/documents')
  list(@Who() who: SignedIn, @Param('id', IdPipe) id: string): Promise<DocumentList> {
    return this.documents.list(who, id);
  }

  @Post('consortia/:id/documents')
  draft(@Who() who: SignedIn, @Param('id', IdPipe) id: string, @Body() body: DraftDocument): Promise<DocumentDetail> {
    return this.documents.draft(who, id, body);
  }

  @Get('paper.css')
  stylesheet(@Res() reply: FastifyReply): void {
    void reply.type('text/css; charset=utf-8').header('Cache-Control', 'public, max-age=3600').send(HTML_STYLESHEET);
  }

  @Get('documents/:id')
  read(@Who() who: SignedIn, @Param('id', IdPipe) id: string): Promise<DocumentDetail> {
    return this.documents.read(who, id);
  }

  @Patch('documents/:id')
  change(@Who() who: SignedIn, @Param('id', IdPipe) id: string, @Body() body: ChangeDocument): Promise<DocumentDetail> {
    return this.documents.change(who, id, body);
  }

  @Post('documents/:id/issue')
  @HttpCode(200)
  issue(@Who() who: SignedIn, @Param('id', IdPipe) id: string, @Body() body: IssueDocument): Promise<DocumentDetail> {
    return this.issues.issue(who, id, body);
  }

  @Get('documents/:id/pdf')
  pdf(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.send(who, id, 'pdf', request, reply);
  }

  @Get('documents/:id/docx')
  docx(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.send(who, id, 'docx', request, reply);
  }

  @Get('documents/:id/html')
  html(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    void reply.header('Content-Security-Policy', TWIN_CSP);
    return this.send(who, id, 'html', request, reply);
  }

  private async send(
    who: SignedIn,
    id: string,
    format: Format,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const { bytes, sha256, disposition } = await this.files.read(who, id, format);
    // Asked again each time, because rights may have changed; the bytes themselves never do.
    void reply.headers({
      ETag: `"${sha256}"`,
      'Cache-Control': 'private, no-cache',
      'Content-Disposition': disposition,
    });
    if (request.headers['if-none-match'] === `"${sha256}"`) void reply.status(304).send();
    else void reply.type(MEDIA[format]).send(bytes);
  }
}
