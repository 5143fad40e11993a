import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type {
  Change,
  CreateOrganisation,
  FindDuplicates,
  DuplicateResponse,
  HistoryPage,
  OrganisationFields,
  OrganisationPage,
  OrganisationQuery,
  OrganisationResponse,
  TerritoryResponse,
} from '@zit/contracts';

const URL = '/api/v1/organisations';

/** Only what was really given: an empty search is no search. */
const given = (query: object): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  );

/** The register of organisations; the only file that knows its addresses. */
@Injectable({ providedIn: 'root' })
export class OrganisationStore {
  private readonly http = inject(HttpClient);
  private territoryOnce: Promise<TerritoryResponse> | null = null;

  list(query: OrganisationQuery): Promise<OrganisationPage> {
    return firstValueFrom(this.http.get<OrganisationPage>(URL, { params: given(query) }));
  }

  read(id: string): Promise<OrganisationResponse> {
    return firstValueFrom(this.http.get<OrganisationResponse>(`${URL}/${id}`));
  }

  create(fields: CreateOrganisation): Promise<OrganisationResponse> {
    return firstValueFrom(this.http.post<OrganisationResponse>(URL, fields));
  }

  change(id: string, change: Change<OrganisationFields>): Promise<OrganisationResponse> {
    return firstValueFrom(this.http.patch<OrganisationResponse>(`${URL}/${id}`, change));
  }

  history(id: string, after?: string): Promise<HistoryPage> {
    return firstValueFrom(this.http.get<HistoryPage>(`${URL}/${id}/history`, { params: given({ after }) }));
  }

  duplicates(asked: FindDuplicates): Promise<DuplicateResponse> {
    return firstValueFrom(this.http.post<DuplicateResponse>(`${URL}/duplicates`, given(asked)));
  }

  /** Counties and municipalities; asked once, they change once a year. */
  territory(): Promise<TerritoryResponse> {
    this.territoryOnce ??= firstValueFrom(this.http.get<TerritoryResponse>('/api/v1/territory')).catch(
      (thrown: unknown) => {
        this.territoryOnce = null;
        throw thrown;
      },
    );
    return this.territoryOnce;
  }
}
