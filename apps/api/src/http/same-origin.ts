import { attachmentWords } from '@zit/words.pl/attachments';
import { errorWords } from '@zit/words.pl/errors';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from './problem-error';
import { hasBody, takesBytes } from './slow-bodies';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * The wall against requests that other sites make with the visitor's cookie: an unsafe method has to come from
 * the portal's own pages, as the browser says in `Sec-Fetch-Site` (older ones: in `Origin`). A program without a
 * browser sends `Origin` itself. What it brings has to be JSON, or bytes where a route takes a file; no foreign form
 * can send either.
 * @throws ProblemError 403 `CROSS_SITE`, 415
 */
export function requireSameOrigin(request: FastifyRequest, publicOrigin: string | null): void {
  if (SAFE.has(request.method)) return;
  if (!isSameOrigin(request, publicOrigin))
    throw new ProblemError({ status: 403, code: 'CROSS_SITE', detail: errorWords.crossSite });
  const bytes = takesBytes(request);
  const right = bytes ? /^application\/octet-stream$/i : /^application\/json\s*(;|$)/i;
  if (!hasBody(request) || right.test(request.headers['content-type'] ?? '')) return;
  const detail = bytes ? attachmentWords.bytesOnly : errorWords.mediaType;
  throw new ProblemError({ status: 415, code: 'UNSUPPORTED_MEDIA_TYPE', detail });
}

function isSameOrigin(request: FastifyRequest, publicOrigin: string | null): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin } = request.headers;
  if (!origin || !URL.canParse(origin)) return false;
  return publicOrigin ? origin === publicOrigin : new URL(origin).host === request.headers.host;
}
