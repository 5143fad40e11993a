import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Instant } from '@zit/domain';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** A request that says when the last byte of it had arrived. */
interface StampedRequest extends FastifyRequest {
  receivedAt?: Instant;
}

/**
 * Stamps every request with its last byte, before anything is read or waits: for a turn, for a connection, for a lock.
 * However busy the portal is, nobody becomes late by queueing behind others.
 */
export function stampReceived(fastify: FastifyInstance): void {
  const stamp = (request: StampedRequest): void => void (request.receivedAt ??= new Date().toISOString());
  fastify.addHook('preParsing', (request: StampedRequest, _reply, payload, done) => {
    payload.once('end', () => stamp(request));
    done(null, payload);
  });
  // What has no body has arrived with its head.
  fastify.addHook('preValidation', (request: StampedRequest, _reply, done) => {
    stamp(request);
    done();
  });
}

/** `@ReceivedAt() receivedAt: Instant` in a controller: by the API's clock, to the millisecond. */
export const ReceivedAt = createParamDecorator((_: unknown, context: ExecutionContext): Instant => {
  const { receivedAt } = context.switchToHttp().getRequest<StampedRequest>();
  if (receivedAt === undefined) throw new Error('a request went past the stamp');
  return receivedAt;
});
