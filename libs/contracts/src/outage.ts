import { IsISO8601, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { IsId } from './id';

/** POST /api/v1/outages, by the programme and the operators of counties. An entry never changes. */
export class RecordOutage {
  /** Made in the browser and known with its person: a repeated request makes no second entry. */
  @IsId() id!: string;
  /** First and last instant of the outage; neither lies in the future. */
  @IsISO8601({ strict: true }) beganAt!: string;
  @IsISO8601({ strict: true }) endedAt!: string;
  /** What did not work, for everybody to read. */
  @IsString() @Length(5, 1_000) what!: string;
  /** Minutes of what was found and done; public as well, so without names of people. */
  @IsString() @Length(10, 10_000) minutes!: string;
  /** The entry that this one puts right; once each. */
  @IsOptional() @IsId() corrects?: string;
}

export interface Outage {
  id: string;
  beganAt: string;
  endedAt: string;
  what: string;
  minutes: string;
  recordedAt: string;
  /** The entry that it puts right. */
  corrects: string | null;
  /** The entry that puts it right; null: it holds. */
  correctedBy: string | null;
}

/** GET /api/v1/public/outages */
export class OutageQuery {
  /** Cursor of the previous page (`next`). */
  @IsOptional() @IsString() @MaxLength(200) after?: string;
}

/** GET /api/v1/public/outages: for anybody, the latest first; a keyset page of 25. */
export interface OutagePage {
  items: Outage[];
  next: string | null;
  serverTime: string;
}
