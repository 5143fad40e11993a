import { Readable } from 'node:stream';
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Req, Res } from '@nestjs/common';
import { AddAttachment, ChangeAttachment, type AnnouncedAttachment, type OfferAttachment } from '@zit/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FileStore } from '../files/file-store';
import { IdPipe } from '../http/id-pipe';
import { Who, type SignedIn } from '../http/signed-in';
import { AttachmentFile } from './attachment-file';
import { AttachmentService } from './attachment.service';
import { sendFile } from './send-file';
import { UploadService } from './upload.service';

@Controller()
export class AttachmentController {
  constructor(
    private readonly attachments: AttachmentService,
    private readonly uploads: UploadService,
    private readonly files: AttachmentFile,
    private readonly store: FileStore,
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
    return sendFile(reply, this.store, await this.files.ofOffer(who, id, attachment));
  }

  @Get('calls/:id/offers/:offer/attachments/:attachment/file')
  async received(
    @Who() who: SignedIn,
    @Param('id', IdPipe) callId: string,
    @Param('offer', IdPipe) offer: string,
    @Param('attachment', IdPipe) attachment: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return sendFile(reply, this.store, await this.files.received(who, callId, offer, attachment));
  }
}
