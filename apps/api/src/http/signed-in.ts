import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { SessionLevel } from '@zit/contracts';
import type { ActingBody, Grant, Role } from '@zit/domain';
import type { FastifyRequest } from 'fastify';
import { unauthenticated } from './problem-error';

export interface NamedGrant extends Grant {
  organisationName: string | null;
}

/** The person who asks, with what the session says about them. */
export interface SignedIn {
  sessionId: string;
  personId: string;
  name: string;
  email: string;
  level: SessionLevel;
  /** Organisation the person acts for; null: for a body, or for oneself only. */
  actingFor: string | null;
  actingBody: ActingBody | null;
  /** An administrator who looks through this person's eyes, read-only; null: the person themselves. */
  viewer: { personId: string; name: string; reason: string } | null;
  /** Did the person prove who they are within the last ten minutes? Sensitive changes ask for it. */
  confirmed: boolean;
  /** Grants that count now: those of the organisation or body acted for. Ask these for rights. */
  grants: NamedGrant[];
  /** Every grant the person has, to choose from. */
  allGrants: NamedGrant[];
  /** ISO instant after which one has to sign in again. */
  expiresAt: string;
  /** ISO instant past which the session cannot be extended. */
  endsAt: string;
}

export interface PortalRequest extends FastifyRequest {
  signedIn?: SignedIn;
}

/** `@Who() who: SignedIn` in a controller: the signed-in person. */
export const Who = createParamDecorator((_: unknown, context: ExecutionContext): SignedIn => {
  const { signedIn } = context.switchToHttp().getRequest<PortalRequest>();
  if (!signedIn) throw unauthenticated();
  return signedIn;
});

/** Does the person act in one of these roles? */
export const actsAs = (who: Pick<SignedIn, 'grants'>, ...roles: readonly Role[]): boolean =>
  who.grants.some((grant) => roles.includes(grant.role));
