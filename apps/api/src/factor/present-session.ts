import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../http/problem-error';
import type { SignedIn } from '../http/signed-in';
import type { SessionService } from '../session/session.service';

/** The person's own session in this browser, however far it has come; null when there is none. */
export async function presentSession(sessions: SessionService, request: FastifyRequest): Promise<SignedIn | null> {
  try {
    const who = await sessions.signedIn(request);
    return who.viewer ? null : who;
  } catch (error) {
    if (error instanceof ProblemError && error.problem.code === 'UNAUTHENTICATED') return null;
    throw error;
  }
}
