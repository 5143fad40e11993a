import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Grant, Role } from '@zit/domain';
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
  /** Organisation the person acts for; null: for oneself only. */
  actingFor: string | null;
  /** Grants that count now: those of the organisation acted for, and those tied to none. Ask these for rights. */
  grants: NamedGrant[];
  /** Every grant the person has, to choose from. */
  allGrants: NamedGrant[];
  /** ISO instant after which one has to sign in again. */
  expiresAt: string;
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
