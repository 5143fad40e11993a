import { errorWords } from '@zit/words.pl/errors';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from './problem-error';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * The wall against requests that other sites make with the visitor's cookie: an unsafe method has to come from
 * the portal's own pages, as the browser says in `Sec-Fetch-Site` (older ones: in `Origin`). A program without a
 * browser sends `Origin` itself. What it brings has to be JSON, which no foreign form can send.
 * @throws ProblemError 403 `CROSS_SITE`, 415
 */
export function requireSameOrigin(request: FastifyRequest, publicOrigin: string | null): void {
  if (SAFE.has(request.method)) return;
  if (!isSameOrigin(request, publicOrigin))
    throw new ProblemError({ status: 403, code: 'CROSS_SITE', detail: errorWords.crossSite });
  if (hasBody(request) && !/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? ''))
    throw new ProblemError({ status: 415, code: 'UNSUPPORTED_MEDIA_TYPE', detail: errorWords.mediaType });
}

function isSameOrigin(request: FastifyRequest, publicOrigin: string | null): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin } = request.headers;
  if (!origin || !URL.canParse(origin)) return false;
  return publicOrigin ? origin === publicOrigin : new URL(origin).host === request.headers.host;
}

const hasBody = (request: FastifyRequest): boolean =>
  request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
