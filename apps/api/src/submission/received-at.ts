import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** A request that says when the last byte of it had arrived and been read. */
interface StampedRequest extends FastifyRequest {
  receivedAt?: number;
}

/**
 * Stamps every request once its body has been parsed, before anything waits: for a turn, for a connection, for a lock.
 * However busy the portal is, nobody becomes late by queueing behind others.
 */
export function stampReceived(fastify: FastifyInstance): void {
  fastify.addHook('preValidation', (request: StampedRequest, _reply, done) => {
    request.receivedAt = Date.now();
    done();
  });
}

/** `@ReceivedAt() receivedAt: number` in a controller: milliseconds since 1970 by the API's clock. */
export const ReceivedAt = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const { receivedAt } = context.switchToHttp().getRequest<StampedRequest>();
  if (receivedAt === undefined) throw new Error('a request went past the stamp');
  return receivedAt;
});
