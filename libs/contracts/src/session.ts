import { IsEmail, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import type { Role } from '@zit/domain';
import { IsId } from './id';

/** POST /api/v1/session */
export class SignIn {
  @IsEmail()
  @MaxLength(254)
  email!: string;

  @IsString()
  @MinLength(1)
  @MaxLength(200)
  password!: string;
}

/** PUT /api/v1/session/acting-for */
export class ActFor {
  /** Null: act for oneself only (the programme's administrator without an organisation). */
  @IsOptional()
  @IsId()
  organisationId!: string | null;
}

/** GET /api/v1/session */
export interface SessionResponse {
  person: { id: string; name: string; email: string };
  /** Whom one may act for, and as what. */
  grants: { organisationId: string | null; organisationName: string | null; teryt: string | null; role: Role }[];
  actingFor: string | null;
  /** ISO instant after which one has to sign in again. */
  expiresAt: string;
  serverTime: string;
}

/** GET /api/v1/demo-logins: only while the demo metropolis is loaded; 404 otherwise. */
export interface DemoLogin {
  name: string;
  email: string;
  password: string;
  roleText: string;
}

export interface DemoLogins {
  items: DemoLogin[];
}
