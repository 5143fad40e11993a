import { Readable } from 'node:stream';
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Req, Res } from '@nestjs/common';
import { AddCallAttachment, ChangeCallAttachment, type AnnouncedCallAttachment } from '@zit/contracts';
import type { CallFile } from '@zit/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendFile } from '../attachment/send-file';
import { FileStore } from '../files/file-store';
import { IdPipe } from '../http/id-pipe';
import { Who, type SignedIn } from '../http/signed-in';
import { CallAttachmentService } from './call-attachment.service';
import { CallUploadService } from './call-upload.service';
import { PublicFile } from './public-file';

/** The address holds the SHA-256 of what is found there, so no other bytes can ever be. */
const FOR_EVER = 'public, max-age=31536000, immutable';

@Controller()
export class CallAttachmentController {
  constructor(
    private readonly attachments: CallAttachmentService,
    private readonly uploads: CallUploadService,
    private readonly published: PublicFile,
    private readonly store: FileStore,
  ) {}

  @Post('calls/:id/attachments')
  announce(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: AddCallAttachment,
  ): Promise<AnnouncedCallAttachment> {
    return this.attachments.announce(who, id, body);
  }

  @Put('calls/:id/attachments/:attachment')
  upload(
    @Who() who: SignedIn,
    @Param('id', IdPipe) callId: string,
    @Param('attachment', IdPipe) id: string,
    @Req() { body, headers }: FastifyRequest,
  ): Promise<CallFile> {
    const length = headers['content-length'] === undefined ? null : Number(headers['content-length']);
    return this.uploads.upload(who, { callId, id }, body instanceof Readable ? body : Readable.from([]), length);
  }

  @Patch('calls/:id/attachments/:attachment')
  describe(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @Param('attachment', IdPipe) attachment: string,
    @Body() body: ChangeCallAttachment,
  ): Promise<CallFile> {
    return this.attachments.describe(who, id, attachment, body);
  }

  @Delete('calls/:id/attachments/:attachment')
  @HttpCode(204)
  remove(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @Param('attachment', IdPipe) attachment: string,
  ): Promise<void> {
    return this.attachments.remove(who, id, attachment);
  }

  @Get('calls/:id/attachments/:attachment/file')
  async file(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @Param('attachment', IdPipe) attachment: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return sendFile(reply, this.store, await this.attachments.read(who, id, attachment));
  }

  /** For anybody, of any edition. */
  @Get('public/calls/:slug/attachments/:attachment/:sha256')
  async shown(
    @Param('slug') slug: string,
    @Param('attachment', IdPipe) attachment: string,
    @Param('sha256') sha256: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.published.find(slug, attachment, sha256);
    return sendFile(reply, this.store, file, { 'Cache-Control': FOR_EVER });
  }
}
