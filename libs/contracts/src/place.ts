import { IsInt, IsString, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';
import type { BudgetCategory, LegalForm, RuleSet, ServiceInCatalogue } from '@zit/domain';
import type { LocalCentreResponse } from './consortium';

/** GET /api/v1/territory: the codes that are valid today. */
export interface TerritoryResponse {
  counties: { teryt: string; name: string; kind: string }[];
  municipalities: { teryt: string; name: string; county: string; kind: string; zit: string }[];
}

/** GET /api/v1/time */
export interface TimeResponse {
  /** ISO instant of the server's clock. */
  serverTime: string;
  zone: 'Europe/Warsaw';
}

/** GET /api/v1/local-centres, by name of the municipality. */
export interface LocalCentreList {
  items: LocalCentreResponse[];
}

/** POST /api/v1/local-centres */
export class PlanLocalCentre {
  @IsString() @MinLength(2) @MaxLength(200) name!: string;
  @Matches(/^\d{7}$/) teryt!: string;
  /** 1: centres of 2015, 2: those of 2016 and 2017. */
  @IsInt() @Min(1) @Max(2) phase!: number;
}

/** GET /api/v1/rule-sets, newest first. */
export interface RuleSetList {
  items: RuleSet[];
}

/** GET /api/v1/catalogue: the programme's lists. */
export interface CatalogueResponse {
  services: ServiceInCatalogue[];
  targetGroups: { code: string; pl: string }[];
  categories: BudgetCategory[];
  legalForms: LegalForm[];
}

/** GET /livez and /readyz */
export interface HealthResponse {
  status: 'ok' | 'error';
  checks: { name: string; ok: boolean; detail: string | null }[];
}

/** GET /version */
export interface VersionResponse {
  name: string;
  version: string;
  node: string;
}
