import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsEmail,
  IsIn,
  IsInt,
  IsISO8601,
  IsObject,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { REPRESENTATION_MODES, SECTORS, type Representation, type RepresentationMode, type Sector } from '@zit/domain';
import type { Change } from './change';
import { IsId } from './id';

export class RepresentationInput implements Representation {
  @IsString() @MinLength(1) @MaxLength(200) person!: string;
  @IsString() @MaxLength(200) function!: string;
  @IsIn(REPRESENTATION_MODES) mode!: RepresentationMode;
  @IsOptional() @IsISO8601({ strict: true }) validFrom: string | null = null;
  @IsOptional() @IsISO8601({ strict: true }) validTo: string | null = null;
  @IsOptional() @IsString() @MaxLength(500) evidence: string | null = null;
}

/** All fields of an organisation that people edit; every one optional, so that it serves changes too. */
export class OrganisationFields {
  @IsOptional() @IsString() @MinLength(2) @MaxLength(300) name?: string;
  /** Code of the table `legalForm → sector`. */
  @IsOptional() @IsString() @MaxLength(10) legalForm?: string | null;
  /** Overrides the sector that follows from the legal form. */
  @IsOptional() @IsIn(SECTORS) sector?: Sector;
  @IsOptional() @IsString() @MaxLength(20) nip?: string | null;
  @IsOptional() @IsString() @MaxLength(20) regon?: string | null;
  @IsOptional() @IsString() @MaxLength(20) krs?: string | null;
  /** The municipality of which this is a unit without legal personality. */
  @IsOptional() @IsId() unitOfId?: string | null;
  @IsOptional() @IsString() @MaxLength(300) address?: string | null;
  @IsOptional() @IsString() @MaxLength(7) teryt?: string | null;
  @IsOptional() @IsEmail() @MaxLength(254) email?: string | null;
  @IsOptional() @IsString() @MaxLength(40) phone?: string | null;
  @IsOptional() @IsString() @MaxLength(60) electronicDeliveryAddress?: string | null;
  @IsOptional() @IsString() @MaxLength(34) bankAccount?: string | null;
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => RepresentationInput)
  representation?: RepresentationInput[];
}

/** POST /api/v1/organisations */
export class CreateOrganisation extends OrganisationFields {
  @IsString() @MinLength(2) @MaxLength(300) declare name: string;
  @IsIn(SECTORS) declare sector: Sector;
}

/** PATCH /api/v1/organisations/:id */
export class ChangeOrganisation implements Change<OrganisationFields> {
  @IsInt() @Min(1) version!: number;
  @IsObject() @ValidateNested() @Type(() => OrganisationFields) changes!: OrganisationFields;
  @IsObject() base!: Partial<OrganisationFields>;
}

/** GET /api/v1/organisations */
export class OrganisationQuery {
  /** Part of the name, or a NIP, REGON or KRS; diacritics, case and hyphens do not matter. */
  @IsOptional() @IsString() @MaxLength(100) search?: string;
  @IsOptional() @IsIn(SECTORS) sector?: Sector;
  @IsOptional() @IsString() @MaxLength(7) teryt?: string;
  /** Cursor of the previous page (`next`). */
  @IsOptional() @IsString() @MaxLength(600) after?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(100) limit?: number;
}

/**
 * POST /api/v1/organisations/duplicates: it reads, but what is asked for is being typed into a form, before anybody
 * decided to tell it: a firm may be called by its owner's name.
 */
export class FindDuplicates {
  @IsOptional() @IsString() @MaxLength(300) name?: string;
  @IsOptional() @IsString() @MaxLength(20) nip?: string;
  @IsOptional() @IsString() @MaxLength(20) regon?: string;
  @IsOptional() @IsString() @MaxLength(20) krs?: string;
  /** The organisation being edited is not its own duplicate. */
  @IsOptional() @IsId() exceptId?: string;
}

export interface OrganisationListItem {
  id: string;
  name: string;
  sector: Sector;
  legalForm: string | null;
  nip: string | null;
  regon: string | null;
  krs: string | null;
  teryt: string | null;
  municipality: string | null;
}

export interface OrganisationPage {
  items: OrganisationListItem[];
  /** Cursor for the next page; null on the last. */
  next: string | null;
}

export interface OrganisationResponse extends OrganisationListItem {
  version: number;
  unitOfId: string | null;
  unitOfName: string | null;
  address: string | null;
  email: string | null;
  phone: string | null;
  electronicDeliveryAddress: string | null;
  bankAccount: string | null;
  representation: Representation[];
  /** May the person who asks change it? With the reason when not. */
  may: { edit: boolean; reason: string | null };
}

export interface DuplicateResponse {
  /** Same legal person for certain (equal identifier): creating it is refused. */
  certain: (OrganisationListItem & { by: ('nip' | 'regon' | 'krs')[] })[];
  /** Similar name: shown as a warning. */
  likely: OrganisationListItem[];
}
