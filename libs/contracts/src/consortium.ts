import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import {
  LEGAL_REGIMES,
  MAX_GROSZE,
  type BudgetArea,
  type BudgetSource,
  type ConsortiumFacts,
  type LegalRegime,
  type MemberFacts,
  type MemberRole,
  type RuleSet,
} from '@zit/domain';
import type { Change } from './change';
import { IsId } from './id';

/** A day without a time: `2015-07-01`. */
const CALENDAR_DAY = /^\d{4}-\d{2}-\d{2}$/;

export class ServicePointInput {
  @IsId() id!: string;
  @Matches(/^\d{7}$/) teryt!: string;
  @IsString() @MinLength(1) @MaxLength(300) address!: string;
  @IsOptional() @IsString() @MaxLength(200) hours: string | null = null;
  @IsOptional() @IsString() @MaxLength(300) accessibility: string | null = null;
}

export class PlannedGroupInput {
  @IsString() @MaxLength(40) code!: string;
  @IsInt() @Min(0) @Max(1_000_000) planned!: number;
}

export class PlannedServiceInput {
  @IsString() @MaxLength(60) code!: string;
  @IsId() memberId!: string;
}

export class ServiceAdditionInput {
  @Matches(/^[A-Z]{2}_[A-Z0-9_]{1,50}$/) code!: string;
  @IsIn(['LABOUR_MARKET', 'SOCIAL_SERVICES']) area!: 'LABOUR_MARKET' | 'SOCIAL_SERVICES';
  @IsString() @MinLength(2) @MaxLength(200) pl!: string;
  @IsString() @MinLength(10) @MaxLength(1000) justification!: string;
}

/** The consortium's own card, every field optional so that it serves changes too. */
export class ConsortiumFields {
  @IsOptional() @IsString() @MinLength(2) @MaxLength(200) title?: string;
  @IsOptional() @IsString() @MaxLength(60) callNo?: string | null;
  @IsOptional() @IsISO8601({ strict: true }) @Matches(CALENDAR_DAY) periodFrom?: string | null;
  @IsOptional() @IsISO8601({ strict: true }) @Matches(CALENDAR_DAY) periodTo?: string | null;
  @IsOptional() @IsIn(LEGAL_REGIMES) legalRegime?: LegalRegime;
  @IsOptional() @IsInt() @Min(0) @Max(MAX_GROSZE) declaredTotalGrosze?: number | null;
  @IsOptional() @IsInt() @Min(0) @Max(10_000_000) distinctPersons?: number | null;
  @IsOptional() @IsISO8601({ strict: true }) @Matches(CALENDAR_DAY) letterOfIntentSignedOn?: string | null;
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => PlannedGroupInput)
  targetGroups?: PlannedGroupInput[];
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => PlannedServiceInput)
  services?: PlannedServiceInput[];
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => ServicePointInput)
  servicePoints?: ServicePointInput[];
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => ServiceAdditionInput)
  catalogueAdditions?: ServiceAdditionInput[];
}

/** POST /api/v1/consortia */
export class CreateConsortium {
  @IsString() @MinLength(2) @MaxLength(200) title!: string;
  @IsId() localCentreId!: string;
}

/** PATCH /api/v1/consortia/:id */
export class ChangeConsortium implements Change<ConsortiumFields> {
  @IsInt() @Min(1) version!: number;
  @IsObject() @ValidateNested() @Type(() => ConsortiumFields) changes!: ConsortiumFields;
  @IsObject() base!: Partial<ConsortiumFields>;
}

/** POST /api/v1/consortia/:id/members */
export class AddMember {
  @IsId() organisationId!: string;
  @IsIn(['LEADER', 'PARTNER']) role!: MemberRole;
}

export class MemberFields {
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MaxLength(1000, { each: true })
  tasks?: string[];
  @IsOptional() @IsInt() @Min(0) @Max(1000) similarProjects3y?: number | null;
  @IsOptional() @IsInt() @Min(0) @Max(MAX_GROSZE) turnoverGrosze?: number | null;
  @IsOptional() @IsInt() @Min(0) @Max(1000) votes?: number;
  @IsOptional() @IsInt() @Min(0) @Max(MAX_GROSZE) declaredCashGrosze?: number | null;
  @IsOptional() @IsInt() @Min(0) @Max(MAX_GROSZE) declaredInKindGrosze?: number | null;
}

/** PATCH /api/v1/consortia/:id/members/:memberId */
export class ChangeMember implements Change<MemberFields> {
  @IsInt() @Min(1) version!: number;
  @IsObject() @ValidateNested() @Type(() => MemberFields) changes!: MemberFields;
  @IsObject() base!: Partial<MemberFields>;
}

/** PUT /api/v1/consortia/:id/leader */
export class AppointLeader {
  @IsId() memberId!: string;
}

/** POST /api/v1/consortia/:id/members/:memberId/exit; nothing is deleted, the row says when it left. */
export class LeaveConsortium {
  /** Who takes over the lines and services of the member that leaves. */
  @IsOptional() @IsId() linesToMemberId!: string | null;
}

/** GET /api/v1/consortia */
export class ConsortiumQuery {
  @IsOptional() @IsString() @MaxLength(100) search?: string;
  @IsOptional() @IsString() @MaxLength(600) after?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(100) limit?: number;
  /** Only those in which an organisation of mine is a member. */
  @IsOptional()
  @Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  mine?: boolean;
}

export interface ConsortiumListItem {
  id: string;
  title: string;
  municipality: string;
  teryt: string;
  leaderName: string | null;
  memberCount: number;
  totalGrosze: number;
  updatedAt: string;
}

export interface ConsortiumPage {
  items: ConsortiumListItem[];
  next: string | null;
}

export interface MemberResponse extends MemberFacts {
  organisationId: string;
  version: number;
}

export interface BudgetLineResponse {
  /** Row identity; the shown `no` may be renumbered. */
  id: string;
  version: number;
  no: string;
  category: string;
  area: BudgetArea;
  item: string;
  member: string;
  source: BudgetSource;
  unit: string | null;
  quantity: number;
  unitPriceGrosze: number;
  amountGrosze: number;
  valuation: string | null;
  justification: string | null;
}

/** GET /api/v1/consortia/:id: structurally the facts the rules ask for, plus identities and versions. */
export interface ConsortiumResponse extends ConsortiumFacts {
  id: string;
  version: number;
  localCentreId: string;
  /** Each end of the period by itself: `period` stays null until both are chosen. */
  periodFrom: string | null;
  periodTo: string | null;
  ruleSet: RuleSet;
  members: MemberResponse[];
  lines: BudgetLineResponse[];
  updatedAt: string;
  updatedBy: string | null;
  may: { edit: boolean; issue: boolean; reason: string | null };
}

/** GET /api/v1/local-centres */
export interface LocalCentreResponse {
  id: string;
  name: string;
  teryt: string;
  municipality: string;
  phase: number;
}
