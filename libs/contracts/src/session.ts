import { IsEmail, IsIn, IsOptional, IsString, Length, MaxLength, MinLength } from 'class-validator';
import { ACTING_BODIES, type ActingBody, type Role } from '@zit/domain';
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

/** PUT /api/v1/session/acting-for: at most one of the two is set; neither: for oneself only. */
export class ActFor {
  @IsOptional()
  @IsId()
  organisationId!: string | null;

  /** The programme, the steering group, a council …: grants that name no organisation. */
  @IsOptional()
  @IsIn(ACTING_BODIES)
  body: ActingBody | null = null;
}

/** PUT /api/v1/session/confirmation: who sits there proves it again before a sensitive change (ten minutes). */
export class ConfirmSession {
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  password!: string;
}

/** POST /api/v1/session/view-as */
export class ViewAs {
  @IsId() personId!: string;
  /** Shown to that person and kept in the journal. */
  @IsString() @Length(10, 500) reason!: string;
}

/**
 * How far signing in has come. `PASSWORD`: the second factor is still to be shown. `ENROL`: a role demands a second
 * factor and the person has none yet. `FULL`: everything the grants allow.
 */
export type SessionLevel = 'PASSWORD' | 'ENROL' | 'FULL';

/** GET /api/v1/session */
export interface SessionResponse {
  person: { id: string; name: string; email: string };
  level: SessionLevel;
  /** Second factors the person has, to be offered while the level is `PASSWORD`. */
  factors: { passkey: boolean; totp: boolean; recoveryCodes: number };
  /** Whom one may act for, and as what. */
  grants: SessionGrant[];
  actingFor: string | null;
  actingBody: ActingBody | null;
  /** Set while an administrator looks through this person's eyes, read-only. */
  viewer: { name: string; reason: string } | null;
  /** ISO instant after which one has to sign in again, if nothing more is asked until then. */
  expiresAt: string;
  /** ISO instant past which not even „przedłuż” helps. */
  endsAt: string;
  serverTime: string;
}

export interface SessionGrant {
  organisationId: string | null;
  organisationName: string | null;
  teryt: string | null;
  role: Role;
}

/** GET /api/v1/sessions: the person's own, the present one first. */
export interface OwnSessionList {
  items: OwnSession[];
}

export interface OwnSession {
  id: string;
  present: boolean;
  /** „Firefox, Windows”, read from the browser's own words; never trusted. */
  device: string;
  /** Network the session began from, without the part that names one machine, e.g. `203.0.113.0/24`. */
  network: string;
  beganAt: string;
  seenAt: string;
}

/** GET /api/v1/sign-in-ways: what the sign-in page offers. */
export interface SignInWays {
  passkey: boolean;
  /** Other providers people may sign in with. */
  providers: { id: string; name: string }[];
  /** The demo metropolis is loaded: people are listed and mails can be read. */
  demo: boolean;
}

/** GET /api/v1/demo-logins: only while the demo metropolis is loaded; 404 otherwise. */
export interface DemoLogin {
  /** Heading under which it is listed; the first group is open. */
  group: string;
  name: string;
  email: string;
  password: string;
  roleText: string;
  /** The one-time code that stands for the second factor right now; null: this person needs none. */
  code: string | null;
}

export interface DemoLogins {
  items: DemoLogin[];
}

/** POST /api/v1/demo-session: signs a demo person in, second factor included; 404 in a real installation. */
export class DemoSignIn {
  @IsEmail() @MaxLength(254) email!: string;
}
