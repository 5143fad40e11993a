import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Instant } from '@zit/domain';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** A request that says when the last byte of it had arrived and been read. */
interface StampedRequest extends FastifyRequest {
  receivedAt?: Instant;
}

/**
 * Stamps every request once its body has been parsed, before anything waits: for a turn, for a connection, for a lock.
 * However busy the portal is, nobody becomes late by queueing behind others.
 */
export function stampReceived(fastify: FastifyInstance): void {
  fastify.addHook('preValidation', (request: StampedRequest, _reply, done) => {
    request.receivedAt = new Date().toISOString();
    done();
  });
}

/** `@ReceivedAt() receivedAt: Instant` in a controller: by the API's clock, to the millisecond. */
export const ReceivedAt = createParamDecorator((_: unknown, context: ExecutionContext): Instant => {
  const { receivedAt } = context.switchToHttp().getRequest<StampedRequest>();
  if (receivedAt === undefined) throw new Error('a request went past the stamp');
  return receivedAt;
});
