import { createEnvironmentInjector, EnvironmentInjector, inject, Injectable } from '@angular/core';
import { AttachmentHttp } from '../../offer/attachments/attachment-http';
import { UploadQueue } from '../../offer/attachments/upload-queue';
import { CallAttachmentHttp } from './call-attachment-http';

/** The queue of uploads once more, for files of calls; it lives as long as the page. */
@Injectable({ providedIn: 'root' })
export class CallUploads {
  readonly queue = createEnvironmentInjector(
    [{ provide: AttachmentHttp, useExisting: CallAttachmentHttp }, UploadQueue],
    inject(EnvironmentInjector),
  ).get(UploadQueue);

  /** How many files of this call did not arrive yet, and still may. */
  underWay(call: string): number {
    return this.queue.uploads().filter(({ offer, state }) => offer === call && !['FAILED', 'REFUSED'].includes(state))
      .length;
  }
}
