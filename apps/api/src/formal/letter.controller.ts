import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { PaperTask } from '@zit/documents/render/worker';
import { formalLetterWords as words } from '@zit/words.pl/formal-letter';
import { offerLetterWords } from '@zit/words.pl/offer-letter';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TWIN_CSP } from '../document/paper-stylesheet';
import { IdPipe } from '../http/id-pipe';
import { Who, type SignedIn } from '../http/signed-in';
import { LetterService, type SentLetter } from './letter.service';

type Format = PaperTask['format'];
const MEDIA: Record<Format, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
};

function nameOf(letter: SentLetter, format: Format): string {
  if (letter.of === 'FORMAL') {
    const { kind, receiptNumber } = letter.facts;
    return words.fileName(kind, receiptNumber.replaceAll('/', '-'), format);
  }
  const { kind, receiptNumber, callNumber } = letter.facts;
  return `${offerLetterWords.file[kind]}-${(receiptNumber ?? callNumber).replaceAll('/', '-')}.${format}`;
}

/** Letters to consortia, printed from what was sent. */
@Controller('letters')
export class LetterController {
  constructor(private readonly letters: LetterService) {}

  @Get(':id.pdf')
  pdf(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.send(who, id, 'pdf', request, reply);
  }

  @Get(':id.docx')
  docx(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.send(who, id, 'docx', request, reply);
  }

  @Get(':id.html')
  html(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.send(who, id, 'html', request, reply);
  }

  /** A letter that the browser has already is not printed again; whether it may be read is asked each time. */
  private async send(
    who: SignedIn,
    id: string,
    format: Format,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const letter = await this.letters.read(who, id);
    const name = nameOf(letter, format);
    void reply.headers({
      'Cache-Control': 'private, no-cache',
      ETag: `"${letter.sha256}"`,
      'Content-Disposition': `${format === 'html' ? 'inline' : 'attachment'}; filename="${name}"`,
      ...(format === 'html' ? { 'Content-Security-Policy': TWIN_CSP } : {}),
    });
    if (request.headers['if-none-match'] === `"${letter.sha256}"`) return void reply.status(304).send();
    const printed = await this.letters.print(letter, format);
    void reply.type(MEDIA[format]).send(typeof printed === 'string' ? printed : Buffer.from(printed));
  }
}
