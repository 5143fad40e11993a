import { IsIn, IsInt, IsISO8601, IsOptional, IsString, Length, Matches, MaxLength, Min } from 'class-validator';
import type { CallFile, CallFinding } from '@zit/domain';
import type { PublishedFile } from './call-attachment';
import { IsId } from './id';

/**
 * `DRAFT`: being written · `PUBLISHED`: frozen · `ANNEX`: published, and an annex is being written ·
 * `ANNULLED`: published and taken back.
 */
export const CALL_STATES = ['DRAFT', 'PUBLISHED', 'ANNEX', 'ANNULLED'] as const;
export type CallState = (typeof CALL_STATES)[number];

/** What the public would say; follows from the newest edition and the server's clock, never stored. */
export const CALL_PHASES = ['DRAFT', 'ANNOUNCED', 'OPEN', 'CLOSED', 'ANNULLED'] as const;
export type CallPhase = (typeof CALL_PHASES)[number];

export const EDITION_KINDS = ['NOTICE', 'ANNEX', 'EXTENSION', 'ANNULMENT'] as const;
export type EditionKind = (typeof EDITION_KINDS)[number];

/** POST /api/v1/calls */
export class CreateCall {
  /** Made in the browser and known with its person: a repeated request makes no second call. The call gets its own id. */
  @IsId() id!: string;
  /** Municipality, 7 digits. */
  @Matches(/^\d{7}$/) teryt!: string;
  @IsString() @Length(1, 200) title!: string;
  /** An earlier call in sight whose sheet is the starting point; dates and evidence are not copied. */
  @IsOptional() @IsId() copyOf?: string;
}

/** GET /api/v1/calls: newest first, a keyset page. */
export class CallQuery {
  @IsOptional() @IsString() @MaxLength(200) after?: string;
}

export interface CallListItem {
  id: string;
  /** Null until published. */
  number: string | null;
  title: string;
  teryt: string;
  municipality: string;
  state: CallState;
  phase: CallPhase;
  opensAt: string | null;
  deadlineAt: string | null;
  /** Address of its public page; null until published. */
  slug: string | null;
  updatedAt: string;
}

export interface CallPage {
  items: CallListItem[];
  next: string | null;
}

/** One frozen edition, without its contents. */
export interface CallEdition {
  /** From 1. */
  no: number;
  kind: EditionKind;
  /** Why there is a further edition; null for the first. */
  reason: string | null;
  publishedAt: string;
  /** SHA-256 of the canonical JSON, 64 hex digits. */
  sha256: string;
  /** What it changed against the edition before, in words; empty for the first. */
  differences: CallDifference[];
  /** Its files; those of earlier editions stay where they are. */
  attachments: PublishedFile[];
  /** The outage for which an extension makes up; null: none was named. */
  outage: EditionOutage | null;
  /** Of an annulment; those from before there were causes have none. */
  cause?: AnnulmentCause | null;
}

/** As it stands in the register of outages. */
export interface EditionOutage {
  id: string;
  beganAt: string;
  endedAt: string;
  what: string;
}

/** One difference between two editions, readable. */
export interface CallDifference {
  section: string;
  /** e.g. „Kryteria: K2 jakość usług, waga” */
  label: string;
  before: string | null;
  after: string | null;
}

/** GET /api/v1/calls/:id for who works on it; the values are the sheet's. */
export interface CallResponse extends CallListItem {
  /** Of the values at `checkedRev`; empty when nothing is being written. */
  findings: CallFinding[];
  /** Fields in which words were set aside since the last edition and nobody has written since; 0 when closed. */
  setAside: number;
  /** Revision of the sheet that was checked, what a publication names. */
  checkedRev: number;
  /** Files in their order: those that a publication would freeze, or those of the newest edition. */
  attachments: CallFile[];
  /** SHA-256 of their canonical JSON, what a publication names. */
  attachmentsSha256: string;
  editions: CallEdition[];
  /** Rule sets to choose from, newest first. */
  ruleSets: string[];
  serverTime: string;
}

/**
 * POST /api/v1/calls/:id/editions: publishes what stands in the sheet, as the first edition or as an annex.
 * 409 `STALE` when the sheet moved on since `rev`; 422 `BLOCKED` with the findings that stand in the way.
 * A repeated request with the same `id` gets the same answer.
 */
export class PublishCall {
  @IsId() id!: string;
  @IsInt() @Min(1) rev!: number;
  /** `attachmentsSha256` of the call that was looked at: 409 `STALE` when its files changed since; not said: whatever is there. */
  @IsOptional() @Matches(/^[0-9a-f]{64}$/) attachmentsSha256?: string;
  /** Why it is changed; needed for an annex. */
  @IsOptional() @IsString() @Length(10, 4_000) reason?: string;
}

/** POST /api/v1/calls/:id/extension: a later deadline as an edition of its own, minuted. */
export class ExtendCall {
  @IsId() id!: string;
  /** New deadline, an instant, later than the present one and than now. */
  @IsISO8601({ strict: true }) deadlineAt!: string;
  @IsString() @Length(10, 4_000) reason!: string;
  /** Of the register of outages: what the later deadline makes up for. */
  @IsOptional() @IsId() outage?: string;
}

/** Why a call is annulled: no offer that could be chosen was handed in, or what the reason says. */
export const ANNULMENT_CAUSES = ['NO_VALID_OFFERS', 'REASONS'] as const;
export type AnnulmentCause = (typeof ANNULMENT_CAUSES)[number];

/** POST /api/v1/calls/:id/annulment: after the deadline too, but not while an award stands. */
export class AnnulCall {
  @IsId() id!: string;
  /** `NO_VALID_OFFERS` is refused where there are some. */
  @IsOptional() @IsIn(ANNULMENT_CAUSES) cause: AnnulmentCause = 'REASONS';
  @IsString() @Length(10, 4_000) reason!: string;
}

/** POST /api/v1/calls/:id/questions, by anybody signed in; the public reads it, without who asked, once answered. */
export class AskQuestion {
  /** Made in the browser and known with its person: a repeated request asks once. The question gets its own id. */
  @IsId() id!: string;
  @IsString() @Length(5, 4_000) text!: string;
}

/**
 * PUT /api/v1/calls/:id/questions/:question/answer. 409 `STALE` when somebody answered since `base`: nothing was
 * written, and the conflict holds the answer from which one started, theirs and mine.
 */
export class AnswerQuestion {
  /** `answerNo` of the question from which one started; 0: it had no answer. */
  @IsInt() @Min(0) base!: number;
  @IsString() @Length(1, 8_000) text!: string;
}

export interface CallQuestion {
  id: string;
  text: string;
  askedAt: string;
  answer: string | null;
  /** How often it was answered; 0: never. */
  answerNo: number;
  /** When it was answered first. */
  answeredAt: string | null;
  /** When the answer was last corrected; null: it never was. */
  correctedAt: string | null;
  /** Answers before this one, the newest first; only for who works on the call. */
  earlier?: CallAnswer[];
}

/** What an answer said before it was corrected. */
export interface CallAnswer {
  no: number;
  text: string;
  answeredAt: string;
}

/** GET /api/v1/calls/:id/questions, GET /api/v1/public/calls/:slug/questions */
export class QuestionQuery {
  /** Cursor of the previous page (`next`). */
  @IsOptional() @IsString() @MaxLength(200) after?: string;
}

/**
 * GET /api/v1/calls/:id/questions: newest first, a keyset page of 50; all of them for who works on the call, otherwise
 * one's own. GET /api/v1/public/calls/:slug/questions: answered ones, the newest answer first.
 */
export interface CallQuestions {
  questions: CallQuestion[];
  next: string | null;
}

/** GET /api/v1/public/calls?after=: published calls, the open ones first, then by deadline; a keyset page. */
export interface PublicCallList {
  items: PublicCallItem[];
  next: string | null;
  serverTime: string;
}

export interface PublicCallItem {
  slug: string;
  number: string;
  title: string;
  municipality: string;
  phase: CallPhase;
  opensAt: string;
  deadlineAt: string;
}

/** GET /api/v1/public/calls */
export class PublicCallQuery {
  /** Cursor of the previous page (`next`). */
  @IsOptional() @IsString() @MaxLength(200) after?: string;
}

/**
 * GET /api/v1/public/calls/:slug/editions/:no.json: the very bytes whose SHA-256 the edition shows, canonical JSON
 * (RFC 8785).
 */
export interface CallEditionFile {
  /** Version of the form, e.g. `call/1`. */
  form: string;
  number: string;
  teryt: string;
  municipality: string;
  edition: number;
  kind: EditionKind;
  reason: string | null;
  publishedAt: string;
  /** Of an extension that makes up for an outage of the portal. */
  outage?: EditionOutage;
  /** Of an annulment. */
  cause?: AnnulmentCause;
  contents: unknown;
  /** Editions from before there were files have none. */
  attachments?: PublishedFile[];
}

/** GET /api/v1/public/calls/:slug */
export interface PublicCall extends PublicCallItem {
  /** What who is signed in asks about. */
  id: string;
  /** Contents of the newest edition: `readSheet` of the form, as frozen. */
  contents: unknown;
  /** Files of the newest edition, in their order. */
  attachments: PublishedFile[];
  editions: CallEdition[];
  /** The first page of them. */
  questions: CallQuestion[];
  questionsNext: string | null;
  serverTime: string;
}
