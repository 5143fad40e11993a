import { factorWords } from '@zit/words.pl/factor';
import type { FastifyRequest } from 'fastify';
import { ownOrigin } from '../http/own-origin';
import { ProblemError } from '../http/problem-error';
import type { Settings } from '../http/settings';

/** The portal as passkeys know it: bound to its host for good. */
export interface RelyingParty {
  id: string;
  origin: string;
}

/** Null where browsers offer no passkeys: the address is not certain, is a bare number, or lacks TLS. */
export function relyingParty(settings: Settings, request: Pick<FastifyRequest, 'headers'>): RelyingParty | null {
  const origin = ownOrigin(settings, request);
  if (origin === null) return null;
  const { hostname, protocol } = new URL(origin);
  if (/^[\d.]+$|^\[/.test(hostname) || (protocol !== 'https:' && hostname !== 'localhost')) return null;
  return { id: hostname, origin };
}

/** @throws ProblemError 403 when passkeys cannot work at this address */
export function requireRelyingParty(settings: Settings, request: Pick<FastifyRequest, 'headers'>): RelyingParty {
  const party = relyingParty(settings, request);
  if (!party) throw new ProblemError({ status: 403, code: 'FORBIDDEN', detail: factorWords.passkeysNeedAddress });
  return party;
}
