import type { FastifyRequest } from 'fastify';
import type { Settings } from './settings';

/**
 * The origin that people see, when it is certain: the one of the settings or, without it, this very machine. Any
 * other Host header may be made up, so nothing that has to be bound to the portal is bound to it: null.
 */
export function ownOrigin(
  settings: Pick<Settings, 'publicOrigin' | 'secureCookie'>,
  request: Pick<FastifyRequest, 'headers'>,
): string | null {
  if (settings.publicOrigin !== null) return settings.publicOrigin;
  const host = request.headers.host ?? '';
  if (!/^localhost(:\d{1,5})?$/.test(host)) return null;
  return `${settings.secureCookie ? 'https' : 'http'}://${host}`;
}
