import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

/** GET /api/v1/consortia/:id/history, newest first. */
export class HistoryQuery {
  /** Cursor of the previous page (`next`). */
  @IsOptional() @IsString() @MaxLength(40) after?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) limit?: number;
}

export interface HistoryItem {
  seq: number;
  at: string;
  who: string;
  /** Sentence in Polish: „dodano członka: Fundacja …”. */
  text: string;
}

export interface HistoryPage {
  items: HistoryItem[];
  next: string | null;
}
