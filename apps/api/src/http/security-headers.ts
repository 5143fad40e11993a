import { randomBytes } from 'node:crypto';
import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/** What index.html carries where Angular reads its nonce; the server puts a fresh one in for each answer. */
export const NONCE_PLACEHOLDER = 'CSP_NONCE_PLACEHOLDER';

export const newNonce = (): string => randomBytes(18).toString('base64');

/**
 * Everything from here only, nothing inline. On the application's own page (which has a nonce for Angular's component
 * styles) only Angular may turn text into markup or script, by Trusted Types. PDF previews are
 * blobs in a frame, which Chrome's own viewer loads as plugin data (`object-src`); `base-uri` is 'self' because
 * index.html has a `<base>`.
 */
export const contentPolicy = (nonce?: string): string =>
  Object.entries({
    'default-src': "'self'",
    'script-src': "'self'",
    'style-src': nonce ? `'self' 'nonce-${nonce}'` : "'self'",
    'img-src': "'self' data: blob:",
    'font-src': "'self'",
    'connect-src': "'self'",
    'worker-src': "'self' blob:",
    'frame-src': "'self' blob:",
    'object-src': 'blob:',
    'base-uri': "'self'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
    ...(nonce ? { 'require-trusted-types-for': "'script'", 'trusted-types': 'angular angular#components' } : {}),
  })
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');

/** Headers of every answer; pages with a nonce replace the policy by their own. */
export async function setSecurityHeaders(fastify: FastifyInstance, secure: boolean): Promise<void> {
  await fastify.register(helmet, {
    contentSecurityPolicy: false,
    crossOriginEmbedderPolicy: false,
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    hsts: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
  });
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('Content-Security-Policy', contentPolicy());
    void reply.header('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=()');
    void reply.header('X-Request-Id', request.id);
    if (request.url.startsWith('/api/')) void reply.header('Cache-Control', 'no-store');
    done();
  });
}
