import {
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
  ValidateNested,
} from 'class-validator';
import { Type } from 'class-transformer';
import { DOCUMENT_KINDS, type CheckResult, type DocumentKind } from '@zit/domain';
import type { Change } from './change';
import { IsId } from './id';

/** POST /api/v1/consortia/:id/documents: opens a draft. */
export class DraftDocument {
  @IsIn(DOCUMENT_KINDS) kind!: DocumentKind;
  /** The party of a letter of confirmation. */
  @IsOptional() @IsId() memberId: string | null = null;
}

/** What people set on a draft; everything else comes from the consortium. */
export class DocumentFields {
  @IsOptional() @IsISO8601({ strict: true }) @Matches(/^\d{4}-\d{2}-\d{2}$/) date?: string;
  @IsOptional() @IsString() @MaxLength(100) place?: string;
  @IsOptional() @IsInt() @Min(1) @Max(100) copies?: number;
  @IsOptional() @IsISO8601({ strict: true }) @Matches(/^\d{4}-\d{2}-\d{2}$/) validUntil?: string | null;
  @IsOptional() @IsString() @MaxLength(2000) note?: string | null;
}

/** PATCH /api/v1/documents/:id (drafts only) */
export class ChangeDocument implements Change<DocumentFields> {
  @IsInt() @Min(1) version!: number;
  @IsObject() @ValidateNested() @Type(() => DocumentFields) changes!: DocumentFields;
  @IsObject() base!: Partial<DocumentFields>;
}

/** POST /api/v1/documents/:id/issue */
export class IssueDocument {
  @IsInt() @Min(1) version!: number;
  /** SHA-256 (hex) of the canonical facts the person saw on the sealing page; others answer 409 `STALE`. */
  @Matches(/^[0-9a-f]{64}$/) factsSha256!: string;
}

export type DocumentStatus = 'DRAFT' | 'ISSUED' | 'SUPERSEDED';

export interface DocumentResponse {
  id: string;
  version: number;
  consortiumId: string;
  kind: DocumentKind;
  memberId: string | null;
  /** An agreement: the award it carries out, once it was carried into the rooms. */
  awardId: string | null;
  /** An annex: the agreement it changes. */
  changesId: string | null;
  /** Given at issue, without gaps, e.g. `UP/2264/2015/01`; null while a draft. */
  number: string | null;
  status: DocumentStatus;
  templateVersion: string;
  fields: { date: string; place: string; copies: number; validUntil: string | null; note: string | null };
  factsSha256: string;
  pdf: { sha256: string; bytes: number } | null;
  docx: { sha256: string; bytes: number } | null;
  createdBy: string;
  createdAt: string;
  issuedBy: string | null;
  issuedAt: string | null;
  supersededBy: string | null;
  supersededAt: string | null;
  may: { edit: boolean; issue: boolean; reason: string | null };
}

/** GET /api/v1/documents/:id */
export interface DocumentDetail extends DocumentResponse {
  /** The facts the builder renders from: frozen when issued, live while a draft. */
  facts: unknown;
  /** What stands in the way of issuing (drafts). */
  check: CheckResult;
}

export interface DocumentList {
  items: DocumentResponse[];
}
