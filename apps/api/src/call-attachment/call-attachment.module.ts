import { Module } from '@nestjs/common';
import { AttachmentModule } from '../attachment/attachment.module';
import { FilesModule } from '../files/files.module';
import { CallAttachmentController } from './call-attachment.controller';
import { CallAttachmentService } from './call-attachment.service';
import { CallUploadService } from './call-upload.service';
import { PublicFile } from './public-file';

@Module({
  imports: [AttachmentModule, FilesModule],
  controllers: [CallAttachmentController],
  providers: [CallAttachmentService, CallUploadService, PublicFile],
})
export class CallAttachmentModule {}
