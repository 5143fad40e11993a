import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { ChangeDocument, DocumentDetail, DocumentList, DraftDocument, IssueDocument } from '@zit/contracts';
import { firstValueFrom } from 'rxjs';

const ROOT = '/api/v1/documents';

/** The one file that knows the addresses of documents. */
@Injectable({ providedIn: 'root' })
export class DocumentHttp {
  private readonly http = inject(HttpClient);

  list(consortiumId: string): Promise<DocumentList> {
    return firstValueFrom(this.http.get<DocumentList>(`/api/v1/consortia/${consortiumId}/documents`));
  }

  draft(consortiumId: string, body: DraftDocument): Promise<DocumentDetail> {
    return firstValueFrom(this.http.post<DocumentDetail>(`/api/v1/consortia/${consortiumId}/documents`, body));
  }

  get(id: string): Promise<DocumentDetail> {
    return firstValueFrom(this.http.get<DocumentDetail>(`${ROOT}/${id}`));
  }

  change(id: string, body: ChangeDocument): Promise<DocumentDetail> {
    return firstValueFrom(this.http.patch<DocumentDetail>(`${ROOT}/${id}`, body));
  }

  issue(id: string, body: IssueDocument): Promise<DocumentDetail> {
    return firstValueFrom(this.http.post<DocumentDetail>(`${ROOT}/${id}/issue`, body));
  }

  /** The stored bytes of an issued document, to be shown in the page. */
  pdf(id: string): Promise<Blob> {
    return firstValueFrom(this.http.get(documentFile(id, 'pdf'), { responseType: 'blob' }));
  }
}

/** Address of a file of an issued document. */
export const documentFile = (id: string, format: 'pdf' | 'docx' | 'html'): string => `${ROOT}/${id}/${format}`;
