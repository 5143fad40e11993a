import { HttpClient, type HttpEvent } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom, type Observable } from 'rxjs';
import type {
  AddAttachment,
  AddCallAttachment,
  AnnouncedAttachment,
  AnnouncedCallAttachment,
  ChangeCallAttachment,
  OfferAttachment,
} from '@zit/contracts';
import type { CallFile } from '@zit/domain';
import type { AttachmentHttp } from '../../offer/attachments/attachment-http';

const of = (call: string): string => `/api/v1/calls/${call}/attachments`;

/** Where a file of a call that is being written is saved from. */
export const callAttachmentFile = (call: string, id: string): string => `${of(call)}/${id}/file`;

/** What the queue of uploads wants to know of files that hang there already. */
export const asQueued = (file: CallFile): OfferAttachment => ({ ...file, member: '', addedAt: '' });

/**
 * The one file that knows the addresses of files that hang on calls. It speaks to the queue of uploads as offers do:
 * what is there the member whose file it is, is here the file whose place it takes (empty: nobody's).
 */
@Injectable({ providedIn: 'root' })
export class CallAttachmentHttp implements Pick<AttachmentHttp, 'announce' | 'send' | 'remove'> {
  private readonly http = inject(HttpClient);

  async announce(call: string, { id, member, name, about, size }: AddAttachment): Promise<AnnouncedAttachment> {
    const body: AddCallAttachment = { id, name, about, size, ...(member === '' ? {} : { replaces: member }) };
    const { stored } = await firstValueFrom(this.http.post<AnnouncedCallAttachment>(of(call), body));
    return { id, stored: stored && asQueued(stored) };
  }

  /** The bytes, told how far they are; leaving the observable breaks off. */
  send(call: string, id: string, bytes: Blob): Observable<HttpEvent<OfferAttachment>> {
    return this.http.put<OfferAttachment>(`${of(call)}/${id}`, bytes, {
      headers: { 'Content-Type': 'application/octet-stream' },
      observe: 'events',
      reportUploadProgress: true,
    });
  }

  change(call: string, id: string, body: ChangeCallAttachment): Promise<CallFile> {
    return firstValueFrom(this.http.patch<CallFile>(`${of(call)}/${id}`, body));
  }

  async remove(call: string, id: string): Promise<void> {
    await firstValueFrom(this.http.delete(`${of(call)}/${id}`));
  }

  /** A removed file again, as it was. */
  async restore(call: string, { id, name, about, size }: CallFile): Promise<void> {
    await this.announce(call, { id, member: '', name, about, size });
  }
}
