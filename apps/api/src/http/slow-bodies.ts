import type { FastifyInstance, FastifyRequest } from 'fastify';
import { accessOf } from './access.guard';
import { refuseUnreadable } from './refuse-unreadable';

/** Does the route take bytes as they are, instead of JSON? */
export const takesBytes = (request: FastifyRequest): boolean =>
  accessOf(request.method, request.routeOptions.url)?.bytes === true;

/** Does the request bring anything? */
export const hasBody = ({ headers }: FastifyRequest): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/**
 * A client may take `patience` milliseconds to send a body: Node knows one time for all requests, which is that of
 * files (S-17). A file may take that longer time, but only until it is answered; who goes on sending then is cut off.
 */
export function limitSlowBodies(fastify: FastifyInstance, patience: number): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    if (hasBody(request) && !takesBytes(request)) giveUpAfter(patience, request, () => reply.raw.headersSent);
    done();
  });
  fastify.addHook('onResponse', (request, _reply, done) => {
    if (!request.raw.complete && takesBytes(request)) {
      giveUpAfter(patience, request, () => true);
      // Whoever is still sending would see a reset instead of the answer: Node reads the rest away only when nothing
      // of it was read before.
      request.raw.resume();
    }
    done();
  });
}

function giveUpAfter(patience: number, { raw }: FastifyRequest, answered: () => boolean): void {
  const timer = setTimeout(() => {
    if (raw.complete || raw.destroyed) return;
    if (answered()) raw.socket.destroy();
    else refuseUnreadable(Object.assign(new Error('slow body'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }), raw.socket);
  }, patience);
  timer.unref();
  const over = () => clearTimeout(timer);
  raw.once('end', over);
  raw.once('close', over);
}

/** Bytes reach the route as the stream they are: what counts them is the route's own (`bodyLimit` counts JSON). */
export function handOnBytes(fastify: FastifyInstance): void {
  fastify.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
}
