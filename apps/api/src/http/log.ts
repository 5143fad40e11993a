import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger, type LoggerOptions } from 'pino';
import type { FastifyInstance } from 'fastify';

/** JSON lines, to standard output unless told otherwise; no bodies, no query strings, no e-mails, no addresses: nothing about people reaches the log. */
export const newLog = (level: string, destination?: DestinationStream): Logger => {
  const options: LoggerOptions = {
    level,
    base: { app: 'zit-portal' },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: {
      err: ({ name, message, code, stack }: Error & { code?: string }) => ({
        name,
        code,
        message: withoutValues(message),
        stack: stack?.split('\n').slice(1, 12).join('\n'),
      }),
    },
  };
  return destination ? pino(options, destination) : pino(options);
};

/** Quoted values in messages of the database may be what somebody typed. */
const withoutValues = (message: string): string => message.replaceAll(/"[^"]*"|'[^']*'|\([^()]*@[^()]*\)/g, '"…"');

/** One line for each answer, with the route's pattern instead of the address. */
export function logAnswers(fastify: FastifyInstance): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    const level = reply.statusCode >= 500 ? 'error' : 'info';
    request.log[level](
      {
        method: request.method,
        route: request.routeOptions.url ?? null,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'answered',
    );
    done();
  });
}

/** Nest speaks through the same log. */
export class NestLog implements LoggerService {
  constructor(private readonly log_: Logger) {}

  log(message: unknown, context?: unknown): void {
    this.log_.debug({ context }, String(message));
  }

  warn(message: unknown, context?: unknown): void {
    this.log_.warn({ context }, String(message));
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.log_.error({ context: rest.at(-1) }, String(message));
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.log_.fatal({ context: rest.at(-1) }, String(message));
  }
}
