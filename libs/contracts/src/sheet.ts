import { Type } from 'class-transformer';
import {
  Allow,
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import type { Because, SheetValue } from '@zit/domain';
import { IsId } from './id';

const SHEET_PATH = /^[a-z][A-Za-z]*(\.[A-Za-z0-9-]+){1,3}$/;

/** Revisions are counted one by one; what lies beyond exact integers was never one. */
const MAX_REVISION = Number.MAX_SAFE_INTEGER;

/** Fields in one save at most; the browser sends further ones with the next. */
export const MAX_SAVE = 500;

/** One field that the person changed. */
export class FieldChange {
  /** `section.field`, `section.list.<uuid>` or `section.list.<uuid>.field` (decision 9). */
  @IsString()
  @MaxLength(160)
  @Matches(SHEET_PATH)
  path!: string;
  /** Revision of the field from which the person started; 0: it was empty. */
  @IsInt() @Min(0) @Max(MAX_REVISION) base!: number;
  /**
   * New value by the kind of the field, null: empty. What the kind cannot read comes as `{typed}`. An item's own path
   * takes its place in the order (a number), or null to remove it.
   */
  @Allow() value!: unknown;
}

/** PATCH …/sheet: what changed since the last save. */
export class SaveSheet {
  /** Made in the browser for this save; a repeated request with it changes nothing more. */
  @IsId() save!: string;
  @IsArray() @ArrayMaxSize(MAX_SAVE) @ValidateNested({ each: true }) @Type(() => FieldChange) changes!: FieldChange[];
}

/** A field as it stands. */
export interface SheetField {
  path: string;
  value: SheetValue;
  /** Revision of the sheet in which it got this value, from 1. */
  rev: number;
}

/** Somebody else was quicker in the same field; nothing of it was written, mine is kept in the history. */
export interface SheetCollision {
  path: string;
  /**
   * `CHANGED`: the field holds something else by now · `ITEM_REMOVED`: its item is gone (placing the item again brings
   * it back) · `ITEM_CHANGED`: mine removes an item that somebody went on writing · `LIST_FULL`: no room for the item ·
   * `NOT_YOURS`: it belongs to somebody else (decision 11), or a correction does not open it (decision 16).
   */
  because: Because;
  /** Value from which the person started. */
  base: SheetValue;
  theirs: SheetValue;
  /** Revision of theirs: the base of a second try. */
  rev: number;
  mine: SheetValue;
  /** Name of who wrote theirs, null when they are no longer named; and when, an instant. */
  by: string | null;
  at: string;
}

/** Answer to a save. What is neither in `taken` nor in `collisions` was not in the save. */
export interface SheetSaved {
  /** Revision of the sheet before the save: who had seen everything up to it has now seen everything up to `rev`. */
  from: number;
  /** Revision of the sheet after the save; the same as `from` when it left nothing. */
  rev: number;
  taken: SheetField[];
  collisions: SheetCollision[];
  /** Server's clock, an instant. */
  savedAt: string;
}

/** GET …/sheet */
export class SheetQuery {
  /** Revision of the sheet; only fields that changed after it are answered. Not said: all that were ever filled in. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(0) @Max(MAX_REVISION) after?: number;
}

/** GET …/sheet/history */
export class SheetHistoryQuery {
  /** Revision before which the page begins (`before` of the page before it). */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(MAX_REVISION) before?: number;
  /** Only what changed at this path. */
  @IsOptional() @IsString() @MaxLength(160) @Matches(SHEET_PATH) path?: string;
}

/** GET …/sheet?after=: fields that changed after that revision (0: all that were ever filled in). */
export interface SheetResponse {
  /** Version of the form, e.g. `call/1`. */
  form: string;
  rev: number;
  /** Nothing may be written at present. */
  closed: boolean;
  fields: SheetField[];
}

/** One line of the history of a sheet, newest first. */
export interface SheetChangeLine {
  rev: number;
  path: string;
  before: SheetValue;
  after: SheetValue;
  /** True: it collided and was set aside, `after` is what was typed and not taken. */
  setAside: boolean;
  by: string | null;
  at: string;
}

/** GET …/sheet/history?before=&path=: fifty lines, and the revision from which older ones follow (null: no more). */
export interface SheetHistory {
  lines: SheetChangeLine[];
  before: number | null;
}
