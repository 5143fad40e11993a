import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { BUDGET_AREAS, BUDGET_SOURCES, MAX_GROSZE, MAX_LINES, type BudgetArea, type BudgetSource } from '@zit/domain';
import type { BudgetLineResponse } from './consortium';
import { IsId } from './id';
import { IsThousandths } from './quantity';

export class BudgetLineFields {
  @IsOptional() @IsString() @MaxLength(10) category?: string;
  @IsOptional() @IsIn(BUDGET_AREAS) area?: BudgetArea;
  @IsOptional() @IsString() @MaxLength(300) item?: string;
  @IsOptional() @IsId() member?: string;
  @IsOptional() @IsIn(BUDGET_SOURCES) source?: BudgetSource;
  @IsOptional() @IsString() @MaxLength(40) unit?: string | null;
  @IsOptional()
  @IsThousandths()
  @Min(0)
  @Max(1_000_000)
  quantity?: number;
  @IsOptional() @IsInt() @Min(0) @Max(MAX_GROSZE) unitPriceGrosze?: number;
  @IsOptional() @IsInt() @Min(0) @Max(MAX_GROSZE) amountGrosze?: number;
  @IsOptional() @IsString() @MaxLength(500) valuation?: string | null;
  @IsOptional() @IsString() @MaxLength(1000) justification?: string | null;
}

/** A new line: the browser makes its id, so that a repeated request makes no second line. */
export class NewLine {
  @IsId() id!: string;
  @IsObject() @ValidateNested() @Type(() => BudgetLineFields) fields!: BudgetLineFields;
}

export class LineChange {
  @IsId() id!: string;
  @IsInt() @Min(1) version!: number;
  @IsObject() @ValidateNested() @Type(() => BudgetLineFields) changes!: BudgetLineFields;
  @IsObject() base!: Partial<BudgetLineFields>;
}

export class LineRemoval {
  @IsId() id!: string;
  @IsInt() @Min(1) version!: number;
}

/**
 * PATCH /api/v1/consortia/:id/budget: what the person did since the last save, in one transaction.
 * Changes of different fields merge; a collision of the same field answers 409 `STALE`, nothing is written.
 * Line numbers (`L01`…) follow `order`; the server renumbers.
 */
export class ChangeBudget {
  @IsArray() @ArrayMaxSize(MAX_LINES) @ValidateNested({ each: true }) @Type(() => NewLine) added: NewLine[] = [];
  @IsArray() @ArrayMaxSize(MAX_LINES) @ValidateNested({ each: true }) @Type(() => LineChange) changed: LineChange[] =
    [];
  @IsArray() @ArrayMaxSize(MAX_LINES) @ValidateNested({ each: true }) @Type(() => LineRemoval) removed: LineRemoval[] =
    [];
  /** Ids of all lines in the wished order, when the order changed; lines it does not name keep to the end. */
  @IsOptional() @IsArray() @ArrayMaxSize(MAX_LINES) @IsId({ each: true }) order: string[] | null = null;
}

export interface BudgetResponse {
  lines: BudgetLineResponse[];
}
