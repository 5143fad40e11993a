import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsISO8601,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import type { ResultDocument, ResultFile, Stability } from '@zit/domain';
import { IsId } from './id';

/** `ResultDocument` of the domain, as JSON Schema can say it: a scale is its least and its most points. */
export type ResultContents = Omit<ResultDocument, 'rules'> & {
  rules: Omit<ResultDocument['rules'], 'scale'> & { scale: number[] };
};

/** PUT /api/v1/calls/:id/result/lot/draw: what the witnesses say, once; the portal's half was promised before. */
export class DrawLot {
  /** Who was there, in words. */
  @IsString() @Length(3, 1_000) witnesses!: string;
  /** Their half, as they say it: numbers of balls, a word. */
  @IsString() @Length(1, 200) half!: string;
}

/** Why an offer whose place other assessors would change stands where it stands; the chair's. */
export class LineReason {
  /** Name of the offer in the ranking. */
  @IsString() @MaxLength(80) offer!: string;
  @IsString() @Length(3, 2_000) reason!: string;
}

/**
 * POST /api/v1/calls/:id/result/versions: freezes the ranking that was looked at, with its minutes. Repeated under its
 * `id` it is answered.
 */
export class FreezeResult {
  @IsId() id!: string;
  /** `checked` of the ranking that was looked at: 409 `STALE` when it is another by now. */
  @Matches(/^[0-9a-f]{64}$/) checked!: string;
  @IsString() @Length(2, 300) place!: string;
  /** When the commission began and ended, instants. */
  @IsISO8601({ strict: true }) beganAt!: string;
  @IsISO8601({ strict: true }) endedAt!: string;
  /** People of the commission who were there. */
  @IsArray() @ArrayMaxSize(100) @IsId({ each: true }) present!: string[];
  /** One for each offer on the line. */
  @IsArray() @ArrayMaxSize(500) @ValidateNested({ each: true }) @Type(() => LineReason) reasons!: LineReason[];
  @IsArray() @ArrayMaxSize(50) @IsString({ each: true }) @Length(3, 4_000, { each: true }) dissent!: string[];
  /** Why a further version replaces the one before; needed where there is one. */
  @IsOptional() @IsString() @Length(10, 2_000) reason?: string;
}

/** PUT /api/v1/calls/:id/result/versions/:no/approval: under which act the executive approved it. */
export class ApproveResult {
  @IsString() @Length(3, 1_000) basis!: string;
}

/** Why there is no ranking, or not yet, and the way out. */
export interface ResultBlock {
  code: 'FORMAL' | 'SOFT_TIE' | 'APPEAL' | 'QUORUM' | 'LOT_NEEDED' | 'TIE_LEFT';
  text: string;
}

/** The lot of a call: promised, and then drawn. */
export interface CallLot {
  /** SHA-256 of the portal's half. */
  commitment: string;
  committedAt: string;
  /** Null: it was not drawn yet. */
  drawn: { at: string; witnesses: string; portalHalf: string; witnessHalf: string; seed: string } | null;
}

/** GET /api/v1/calls/:id/result/ranking: as it would be frozen now, for chair and secretary; 404 for everybody else. */
export interface RankingPreview {
  /** SHA-256 of what would be frozen, its instant left out. */
  checked: string;
  document: ResultContents;
  /** Empty: it can be frozen. */
  blocks: ResultBlock[];
  /** Upheld since the newest result was frozen; `done`: a card of the offer was handed in since. */
  appeals: { no: number; offer: string; effect: 'SCORES' | 'FORMAL'; done: boolean }[];
  /** Null: none was needed, or none was promised yet. */
  lot: CallLot | null;
  /** Who sat in the commission, chair first, with the pseudonym of their cards; `stands`: they have not left it. */
  commission: {
    personId: string;
    name: string;
    office: 'CHAIR' | 'SECRETARY' | 'MEMBER';
    assessor: string | null;
    stands: boolean;
  }[];
  /** Who is barred from what. */
  exclusions: { name: string; offer: string; reason: string }[];
}

/** GET /api/v1/calls/:id/result/stability: how firmly the ranking stands; advisory. */
export interface RankingStability {
  /** Of the ranking it is about. */
  checked: string;
  stability: Stability;
}

/** A frozen result and what became of it. */
export interface ResultVersion {
  no: number;
  /** Of the canonical JSON of the document. */
  sha256: string;
  signed: boolean;
  frozenAt: string;
  /** The version it replaces, and why. */
  replacesNo: number | null;
  reason: string | null;
  approvedAt: string | null;
  basis: string | null;
  publishedAt: string | null;
}

/** What an act about a frozen result answers: its versions, the newest first. */
export interface ResultVersions {
  versions: ResultVersion[];
}

/** The signed file that anybody works out again (`zit-result/1`). */
export type ResultFileAnswer = Omit<ResultFile, 'document'> & { document: ResultContents };

/** GET /api/v1/calls/:id/result: what was frozen, for who runs the call and its commission. */
export interface CallResult {
  /** The newest first. */
  versions: ResultVersion[];
  /** Of the newest; null: nothing was frozen. */
  document: ResultContents | null;
  /** May who asks look at the ranking and freeze it; approve and announce what was frozen? */
  maySettle: boolean;
  mayAnnounce: boolean;
  /** Base64 of the key by which this installation signs; null: it has none. */
  key: string | null;
}

/** GET /api/v1/public/calls/:slug/result: for anybody, once it is published. */
export interface PublicResult {
  /** Of the call: what who is signed in asks about. */
  id: string;
  slug: string;
  number: string;
  title: string;
  municipality: string;
  /** Published ones, the newest first; the document is its. */
  versions: ResultVersion[];
  document: ResultContents;
  key: string | null;
  /** Whose the offers are, by their names in the ranking. */
  parties: { offer: string; consortium: string | null; leader: string | null }[];
  /** Last days, inclusive, for reasons and for an appeal; null: the call gives none. */
  lastDays: { reasons: string; appeal: string | null };
}
