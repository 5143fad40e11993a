import { Module } from '@nestjs/common';
import { FilesModule } from '../files/files.module';
import { AttachmentFile } from './attachment-file';
import { AttachmentController } from './attachment.controller';
import { AttachmentService } from './attachment.service';
import { Intake } from './intake';
import { UploadService } from './upload.service';

@Module({
  imports: [FilesModule],
  controllers: [AttachmentController],
  providers: [AttachmentService, UploadService, AttachmentFile, Intake],
  exports: [Intake],
})
export class AttachmentModule {}
