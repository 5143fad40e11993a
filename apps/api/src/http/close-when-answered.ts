import type { FastifyInstance } from 'fastify';

/**
 * At the end every request in flight is answered, and then no connection is waited for: a browser holds its own open
 * for more than a minute, used or not, and one whose answer left while the server was closing would be kept as long.
 */
export function closeWhenAnswered(fastify: FastifyInstance): void {
  const { server } = fastify;
  let inFlight = 0;
  let closing = false;
  const hangUp = () => {
    if (closing && inFlight === 0) server.closeAllConnections();
  };
  server.on('request', (_request, response) => {
    inFlight += 1;
    response.once('close', () => {
      inFlight -= 1;
      hangUp();
    });
  });
  fastify.addHook('preClose', (done) => {
    closing = true;
    // Not before the server has stopped listening, so that none comes after.
    setImmediate(hangUp);
    done();
  });
}
