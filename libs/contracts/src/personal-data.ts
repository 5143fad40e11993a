import { IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator';

/** GET /api/v1/clauses/:id: the information clause (RODO, art. 13) as it stands now; anybody reads it. */
export interface ClauseResponse {
  id: string;
  version: string;
  title: string;
  paragraphs: { heading: string; text: string }[];
}

/** POST /api/v1/account/acknowledgements */
export class AcknowledgeClause {
  @IsString() @MaxLength(40) clause!: string;
  @IsString() @MaxLength(40) version!: string;
}

/** GET /api/v1/account/acknowledgements: what the person has acknowledged, and what still waits for it. */
export interface AcknowledgementList {
  items: { clause: string; title: string; version: string; at: string }[];
  /** Clauses whose present version the person has not acknowledged. */
  due: { clause: string; title: string; version: string }[];
}

/** GET /api/v1/account/personal-data: everything the portal keeps about the person, table by table. */
export interface PersonalDataExport {
  personId: string;
  madeAt: string;
  sections: PersonalDataSection[];
}

export interface PersonalDataSection {
  /** Name of the table. */
  table: string;
  title: string;
  /** Why it is kept and until when. */
  ground: string;
  rows: Record<string, unknown>[];
}

/** POST /api/v1/account/erasure: asks for it; a person decides. */
export class AskErasure {
  @IsOptional() @IsString() @MaxLength(1000) reason: string | null = null;
}

/** GET /api/v1/account/erasure; DELETE takes back a request that still waits. */
export interface OwnErasure {
  /** The last request; null: never asked. */
  asked: {
    askedAt: string;
    state: 'ASKED' | 'WITHDRAWN' | 'ERASED' | 'REFUSED';
    ground: string | null;
    decidedAt: string | null;
  } | null;
  may: { ask: boolean; reason: string | null };
}

/** PUT /api/v1/erasures/:id */
export class DecideErasure {
  @IsIn(['ERASE', 'REFUSE']) decision!: 'ERASE' | 'REFUSE';
  /** Legal ground when something or everything has to stay, e.g. art. 17 ust. 3 lit. b RODO. */
  @IsString() @Length(3, 1000) ground!: string;
}

export interface ErasureList {
  items: ErasureItem[];
}

export interface ErasureItem {
  id: string;
  personId: string;
  personName: string | null;
  askedAt: string;
  reason: string | null;
  state: 'ASKED' | 'WITHDRAWN' | 'ERASED' | 'REFUSED';
  ground: string | null;
  /** Also when the person took the request back. */
  decidedAt: string | null;
  may: { decide: boolean; reason: string | null };
  /** What goes and what stays, with the ground of each. */
  plan: { table: string; title: string; rows: number; stays: boolean; ground: string }[];
}

/** GET /api/v1/retention-proposals: what is past its time, proposed by the nightly chore. */
export interface RetentionList {
  items: RetentionProposal[];
}

export interface RetentionProposal {
  id: string;
  /** Retention class, e.g. `SESSION`, `INVITATION`, `MAIL`. */
  kind: string;
  title: string;
  /** Why such rows may not be kept longer. */
  ground: string;
  rows: number;
  /** Rows last used before this instant. */
  before: string;
  proposedAt: string;
  state: 'PROPOSED' | 'APPROVED' | 'REFUSED';
  /** Rows that went; null unless approved. */
  removed: number | null;
}

/** PUT /api/v1/retention-proposals/:id */
export class DecideRetention {
  @IsIn(['APPROVE', 'REFUSE']) decision!: 'APPROVE' | 'REFUSE';
}
