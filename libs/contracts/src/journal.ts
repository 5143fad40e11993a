import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import type { HistoryItem } from './history';
import { IsId } from './id';

/** GET /api/v1/journal: the programme's auditor and administrators read all of it, newest first. */
export class JournalQuery {
  @IsOptional() @IsId() personId?: string;
  @IsOptional() @IsId() subjectId?: string;
  @IsOptional() @IsString() @MaxLength(60) act?: string;
  @IsOptional() @IsIn(['true', 'false']) denied?: 'true' | 'false';
  /** Cursor of the previous page (`next`). */
  @IsOptional() @IsString() @MaxLength(40) after?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) limit?: number;
}

export interface JournalPage {
  items: JournalItem[];
  next: string | null;
}

export interface JournalItem extends HistoryItem {
  act: string;
  subject: { kind: string; id: string; name: string | null };
  role: string | null;
  /** Batch of the seal that covers the entry; null: not sealed yet. */
  batch: number | null;
}

/** GET /api/v1/journal-seals: for anybody; the newest first. */
export interface JournalSealList {
  items: JournalSeal[];
}

/** One seal: a Merkle root over the entries of its batch, chained to the seal before it. */
export interface JournalSeal {
  batch: number;
  count: number;
  merkleRoot: string;
  previousHash: string;
  hash: string;
  sealedAt: string;
}
