import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom, type Observable } from 'rxjs';
import type {
  CallResult,
  DrawLot,
  FreezeResult,
  PublicResult,
  RankingPreview,
  RankingStability,
  ResultVersions,
} from '@zit/contracts';

const ofCall = (call: string): string => `/api/v1/calls/${call}/result`;

/** Where papers and the file of a frozen version are read. */
export const versionFile = (call: string, no: number, name: string): string => `${ofCall(call)}/versions/${no}/${name}`;
/** The signed file of a published version, for anybody. */
export const publicFile = (slug: string, no: number): string => `/api/v1/public/calls/${slug}/results/${no}.json`;

/** The one file that knows the addresses of results. */
@Injectable({ providedIn: 'root' })
export class ResultHttp {
  private readonly http = inject(HttpClient);

  read(call: string): Promise<CallResult> {
    return first(this.http.get<CallResult>(ofCall(call)));
  }

  ranking(call: string): Promise<RankingPreview> {
    return first(this.http.get<RankingPreview>(`${ofCall(call)}/ranking`));
  }

  stability(call: string): Promise<RankingStability> {
    return first(this.http.get<RankingStability>(`${ofCall(call)}/stability`));
  }

  promise(call: string): Promise<RankingPreview> {
    return first(this.http.put<RankingPreview>(`${ofCall(call)}/lot`, {}));
  }

  draw(call: string, body: DrawLot): Promise<RankingPreview> {
    return first(this.http.put<RankingPreview>(`${ofCall(call)}/lot/draw`, body));
  }

  freeze(call: string, body: FreezeResult): Promise<ResultVersions> {
    return first(this.http.post<ResultVersions>(`${ofCall(call)}/versions`, body));
  }

  approve(call: string, no: number, basis: string): Promise<ResultVersions> {
    return first(this.http.put<ResultVersions>(`${ofCall(call)}/versions/${no}/approval`, { basis }));
  }

  publish(call: string, no: number): Promise<ResultVersions> {
    return first(this.http.put<ResultVersions>(`${ofCall(call)}/versions/${no}/publication`, {}));
  }

  public(slug: string): Promise<PublicResult> {
    return first(this.http.get<PublicResult>(`/api/v1/public/calls/${slug}/result`));
  }

  /** The file as it was frozen, byte by byte. */
  publicText(slug: string, no: number): Promise<string> {
    return first(this.http.get(publicFile(slug, no), { responseType: 'text' }));
  }
}

const first = <T>(answer: Observable<T>): Promise<T> => firstValueFrom(answer);
