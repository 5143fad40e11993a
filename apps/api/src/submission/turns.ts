import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { API } from '../http/access/access';
import { busy } from '../http/problem-error';

/** What has to be kept when everybody comes at once. */
const ROUTES = new Set([`${API}/offers/:id/submissions`, `${API}/offers/:id/withdrawal`]);
/** More than anybody expects in one minute; each waits as a few kilobytes. */
const WAITING = 5_000;
/** An answer that never left must not stop the others. */
const PATIENCE_MS = 60_000;

/**
 * Submissions go to the database in the order in which they arrived, at most half as many at once as there are
 * connections. The others wait here and not for a connection, where their time would run out and whoever came before
 * the deadline would be sent away to come again after it.
 */
export function giveTurns(fastify: FastifyInstance, poolSize: number): void {
  const atOnce = Math.max(1, Math.floor(poolSize / 2));
  const waiting: (() => void)[] = [];
  const leave = new WeakMap<FastifyRequest, () => void>();
  let inside = 0;

  const enter = (request: FastifyRequest, go: () => void): void => {
    inside++;
    let left = false;
    const release = (): void => {
      if (left) return;
      left = true;
      clearTimeout(timer);
      inside--;
      waiting.shift()?.();
    };
    const timer = setTimeout(release, PATIENCE_MS).unref();
    leave.set(request, release);
    go();
  };

  fastify.addHook('preHandler', (request, _reply, done) => {
    if (request.method !== 'POST' || !ROUTES.has(request.routeOptions.url ?? '')) return done();
    // Nobody signed in: sent away without a turn.
    if (!request.headers.cookie) return done();
    if (inside < atOnce) return enter(request, done);
    if (waiting.length >= WAITING) return done(busy(5));
    waiting.push(() => enter(request, done));
  });
  const left = (request: FastifyRequest): void => leave.get(request)?.();
  fastify.addHook('onSend', (request: FastifyRequest, _reply: FastifyReply, payload, done) => {
    left(request);
    done(null, payload);
  });
  fastify.addHook('onResponse', (request, _reply, done) => {
    left(request);
    done();
  });
}
