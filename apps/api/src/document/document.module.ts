import { Module } from '@nestjs/common';
import { DocumentFile } from './document-file';
import { DocumentController } from './document.controller';
import { DocumentService } from './document.service';
import { IssueService } from './issue.service';
import { RENDER_WORKER, RenderPool, builtWorker } from './render-pool';

@Module({
  controllers: [DocumentController],
  providers: [
    DocumentFile,
    DocumentService,
    IssueService,
    RenderPool,
    { provide: RENDER_WORKER, useFactory: builtWorker },
  ],
  exports: [DocumentService, IssueService, RenderPool],
})
export class DocumentModule {}
