import { HttpClient, type HttpEvent } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom, type Observable } from 'rxjs';
import type { AddAttachment, AnnouncedAttachment, OfferAttachment } from '@zit/contracts';

const of = (offer: string): string => `/api/v1/offers/${offer}/attachments`;

/** Where a file of an offer is saved from. */
export const attachmentFile = (offer: string, id: string): string => `${of(offer)}/${id}/file`;

/** The one file that knows the addresses of files that hang on offers. */
@Injectable({ providedIn: 'root' })
export class AttachmentHttp {
  private readonly http = inject(HttpClient);

  announce(offer: string, body: AddAttachment): Promise<AnnouncedAttachment> {
    return firstValueFrom(this.http.post<AnnouncedAttachment>(of(offer), body));
  }

  /** The bytes, told how far they are; leaving the observable breaks off. */
  send(offer: string, id: string, bytes: Blob): Observable<HttpEvent<OfferAttachment>> {
    return this.http.put<OfferAttachment>(`${of(offer)}/${id}`, bytes, {
      headers: { 'Content-Type': 'application/octet-stream' },
      observe: 'events',
      reportUploadProgress: true,
    });
  }

  describe(offer: string, id: string, about: string): Promise<OfferAttachment> {
    return firstValueFrom(this.http.patch<OfferAttachment>(`${of(offer)}/${id}`, { about }));
  }

  async remove(offer: string, id: string): Promise<void> {
    await firstValueFrom(this.http.delete(`${of(offer)}/${id}`));
  }
}
