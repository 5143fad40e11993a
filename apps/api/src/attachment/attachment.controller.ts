import { Readable } from 'node:stream';
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Req, Res } from '@nestjs/common';
import { AddAttachment, ChangeAttachment, type AnnouncedAttachment, type OfferAttachment } from '@zit/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { IdPipe } from '../http/id-pipe';
import { Who, type SignedIn } from '../http/signed-in';
import { AttachmentFile, savedAs, type ServedFile } from './attachment-file';
import { AttachmentService } from './attachment.service';
import { UploadService } from './upload.service';

/** A file is data: whatever it is, nothing of it runs or loads anything, even when somebody opens it by its address. */
const NOTHING_RUNS = "sandbox; default-src 'none'; frame-ancestors 'none'";

@Controller()
export class AttachmentController {
  constructor(
    private readonly attachments: AttachmentService,
    private readonly uploads: UploadService,
    private readonly files: AttachmentFile,
  ) {}

  @Post('offers/:id/attachments')
  announce(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: AddAttachment,
  ): Promise<AnnouncedAttachment> {
    return this.attachments.announce(who, id, body);
  }

  @Put('offers/:id/attachments/:attachment')
  upload(
    @Who() who: SignedIn,
    @Param('id', IdPipe) offerId: string,
    @Param('attachment', IdPipe) id: string,
    @Req() { body, headers }: FastifyRequest,
  ): Promise<OfferAttachment> {
    const length = headers['content-length'] === undefined ? null : Number(headers['content-length']);
    return this.uploads.upload(who, { offerId, id }, body instanceof Readable ? body : Readable.from([]), length);
  }

  @Patch('offers/:id/attachments/:attachment')
  describe(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @Param('attachment', IdPipe) attachment: string,
    @Body() body: ChangeAttachment,
  ): Promise<OfferAttachment> {
    return this.attachments.describe(who, id, attachment, body);
  }

  @Delete('offers/:id/attachments/:attachment')
  @HttpCode(204)
  remove(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @Param('attachment', IdPipe) attachment: string,
  ): Promise<void> {
    return this.attachments.remove(who, id, attachment);
  }

  @Get('offers/:id/attachments/:attachment/file')
  async file(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @Param('attachment', IdPipe) attachment: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.send(await this.files.ofOffer(who, id, attachment), reply);
  }

  @Get('calls/:id/offers/:offer/attachments/:attachment/file')
  async received(
    @Who() who: SignedIn,
    @Param('id', IdPipe) callId: string,
    @Param('offer', IdPipe) offer: string,
    @Param('attachment', IdPipe) attachment: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.send(await this.files.received(who, callId, offer, attachment), reply);
  }

  private async send(file: ServedFile, reply: FastifyReply): Promise<void> {
    const bytes = await this.files.bytes(file);
    void reply
      .headers({
        'Content-Disposition': savedAs(file.name),
        'Content-Length': file.size,
        'Content-Security-Policy': NOTHING_RUNS,
        'X-Content-Type-Options': 'nosniff',
      })
      .type(file.mediaType)
      .send(bytes);
  }
}
