import { IsEmail, IsOptional, IsString, Length, Matches, MaxLength, MinLength } from 'class-validator';
import type { Role } from '@zit/domain';

/** A token from a mail: 256 bits. It travels in the part of the address that browsers do not send, and in bodies. */
const TOKEN = /^[\w-]{43}$/;

/** GET /api/v1/account */
export interface AccountResponse {
  id: string;
  version: number;
  name: string;
  email: string;
  /** An address that waits for its confirmation. */
  pendingEmail: string | null;
  hasPassword: boolean;
  factors: SecondFactors;
  /** One of the roles demands a second factor: the last one cannot be removed. */
  factorRequired: boolean;
  identities: { id: string; provider: string; linkedAt: string }[];
}

export interface SecondFactors {
  passkeys: { id: string; name: string; addedAt: string; usedAt: string | null }[];
  totp: boolean;
  /** Recovery codes not used yet. */
  recoveryCodes: number;
}

/** PATCH /api/v1/account */
export class ChangeAccount {
  @IsString() @Length(2, 200) name!: string;
}

/** PUT /api/v1/account/password. A person without a password (another provider, a passkey) leaves `current` out. */
export class ChangePassword {
  @IsOptional() @IsString() @MaxLength(200) current: string | null = null;
  @IsString() @MinLength(1) @MaxLength(200) password!: string;
}

/** PUT /api/v1/account/email: a mail goes to the new address, the old one holds until its link is used. */
export class ChangeEmail {
  @IsEmail() @MaxLength(254) email!: string;
}

/** POST /api/v1/email-confirmations */
export class ConfirmEmail {
  @Matches(TOKEN) token!: string;
}

/** POST /api/v1/password-resets: the same answer for known and unknown addresses. */
export class AskReset {
  @IsEmail() @MaxLength(254) email!: string;
}

/** PUT /api/v1/password-resets: ends all sessions; the second factor stays. */
export class ResetPassword {
  @Matches(TOKEN) token!: string;
  @IsString() @MinLength(1) @MaxLength(200) password!: string;
}

/** POST /api/v1/password-resets/reading and /email-confirmations/reading: 204 while the link works, 410 otherwise. */
export class ReadLink {
  @Matches(TOKEN) token!: string;
}

/** POST /api/v1/invitations/reading and /acceptance */
export class ReadInvitation {
  @Matches(TOKEN) token!: string;
}

export class AcceptInvitation {
  @Matches(TOKEN) token!: string;
  /** Left out by who has an account already and is signed in. */
  @IsOptional() @IsString() @Length(2, 200) name?: string;
  @IsOptional() @IsString() @MinLength(1) @MaxLength(200) password?: string;
  /** Version of the information clause that was shown and acknowledged. */
  @IsString() @MaxLength(40) clause!: string;
}

export interface InvitationShown {
  email: string;
  role: Role;
  /** Place of the role, TERC code of 4 or 7 digits: a county's role names its county. */
  teryt: string | null;
  organisationName: string | null;
  invitedBy: string;
  expiresAt: string;
  /** The address has an account: signing in is enough. */
  hasAccount: boolean;
  factorRequired: boolean;
}

/** POST /api/v1/account/totp: the secret is shown once; it counts after a code was typed back. */
export interface TotpStarted {
  secret: string;
  /** `otpauth://totp/…` for the QR code. */
  uri: string;
}

/** PUT /api/v1/account/totp and POST /api/v1/session/totp */
export class TotpCode {
  @Matches(/^\d{6}$/) code!: string;
}

/** POST /api/v1/session/recovery-code */
export class RecoveryCode {
  @IsString() @Length(8, 40) code!: string;
}

/** POST /api/v1/account/recovery-codes: ten new ones, shown once; the old ones are void. */
export interface RecoveryCodes {
  codes: string[];
}

/** POST /api/v1/account/identities/:provider/start: where the other provider asks the person. */
export interface ProviderStarted {
  url: string;
}
