import { IsEmail, IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { ROLES, type Role } from '@zit/domain';
import { IsId } from './id';

/** POST /api/v1/invitations: a person (known or not) is asked to take a role. */
export class Invite {
  @IsEmail() @MaxLength(254) email!: string;
  @IsIn(ROLES) role!: Role;
  @IsOptional() @IsId() organisationId: string | null = null;
  /** 4 digits of a county or 7 of a municipality, for roles tied to a place. */
  @IsOptional() @IsString() @Matches(/^\d{4}(\d{3})?$/) teryt: string | null = null;
}

/** GET /api/v1/invitations: those one may take back; those that wait for an approval first, then the newest. */
export interface InvitationList {
  items: InvitationItem[];
  /** How many others could approve what I propose; null: what I send needs nobody's approval. */
  approvers: number | null;
}

export interface InvitationItem {
  id: string;
  email: string;
  role: Role;
  organisationId: string | null;
  organisationName: string | null;
  teryt: string | null;
  /** `PROPOSED`: a second administrator has to approve it before the mail goes out. */
  state: 'PROPOSED' | 'SENT' | 'ACCEPTED' | 'EXPIRED' | 'WITHDRAWN';
  invitedBy: string;
  invitedAt: string;
  expiresAt: string;
  may: { withdraw: boolean; approve: boolean; reason: string | null };
}

/** POST /api/v1/people/search: it reads, but what is asked for are people, and they do not belong into an address. */
export class SearchPeople {
  /** Part of the name or of the e-mail. */
  @IsOptional() @IsString() @MaxLength(100) search?: string;
  /** Cursor of the previous page (`next`); the name of its last person stands in it. */
  @IsOptional() @IsString() @MaxLength(600) after?: string;
  @IsOptional() @IsInt() @Min(1) @Max(100) limit?: number;
}

/** The people of the organisation (or body) one acts for; an administrator sees everybody. */
export interface PeoplePage {
  items: PersonItem[];
  next: string | null;
}

export interface PersonItem {
  id: string;
  name: string;
  email: string;
  grants: PersonGrant[];
  factor: boolean;
  seenAt: string | null;
  may: { viewAs: boolean };
}

export interface PersonGrant {
  id: string;
  role: Role;
  organisationId: string | null;
  organisationName: string | null;
  teryt: string | null;
  grantedAt: string;
  may: { revoke: boolean; reason: string | null };
}

/** GET /api/v1/account/views: when an administrator looked through my eyes, newest first. */
export interface ViewList {
  items: { at: string; viewer: string; reason: string }[];
}
