import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Problem } from '@zit/contracts';
import { errorWords } from '@zit/words.pl/errors';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { accessTable } from './access-table';
import { BARE_HEADERS } from './bare-headers';
import { databaseProblem } from './database-problem';
import { ProblemError, busy, notFound, type ProblemBody } from './problem-error';
import { requestProblem } from './request-problem';

/** Every error leaves as problem+json with a stable code and a trace; never a stack, never a statement. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    if (reply.sent) return;
    sendProblem(request, reply, named(error, request));
  }
}

/** Answers with the problem; what nobody foresaw is written to the log with the same trace. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, error: unknown): void {
  const known = error instanceof ProblemError ? error : unforeseen(error, request);
  const body = known.problem;
  const problem: Problem = {
    type: `urn:zit:problem:${body.code.toLowerCase().replaceAll('_', '-')}`,
    title: errorWords.title[body.code],
    trace: request.id,
    ...body,
  };
  if (!reply.hasHeader('Content-Security-Policy')) void reply.headers(BARE_HEADERS);
  // Fastify would hang up on a body it will not take, and who is still sending would see a reset instead of this
  // answer. Node reads the rest away, for as long as a request may take.
  if (body.status === 413) void reply.removeHeader('Connection');
  void reply
    .status(body.status)
    .headers({ ...known.headers, 'Cache-Control': 'no-store' })
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem));
}

const named = (error: unknown, request: FastifyRequest): unknown => {
  if (error instanceof ProblemError) return error;
  if (error instanceof HttpException && error.getStatus() === 404) return missing(request);
  const cause = error instanceof HttpException ? (error.cause ?? error) : error;
  return databaseProblem(cause, request) ?? requestProblem(cause, request.routeOptions.bodyLimit) ?? cause;
};

/** No such route: 405 when the address exists for other methods, 404 otherwise. */
export function missing(request: FastifyRequest): ProblemError {
  const path = request.url.split('?', 1)[0] ?? '';
  const methods = accessTable
    .filter((access) => access.path !== '/*' && patternOf(access.path).test(path))
    .map((access) => access.method);
  if (methods.length === 0 || methods.some((method) => method === request.method)) return notFound();
  const allow = [...new Set(methods)].join(', ');
  const body: ProblemBody = { status: 405, code: 'METHOD_NOT_ALLOWED', detail: errorWords.methodNotAllowed(allow) };
  return new ProblemError(body, { Allow: allow });
}

const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/:[a-zA-Z]+/g, '[^/]+')}$`);

function unforeseen(error: unknown, request: FastifyRequest): ProblemError {
  if (isPoolTimeout(error)) return busy(3);
  request.log.error({ err: error }, 'unforeseen error');
  return new ProblemError({ status: 500, code: 'INTERNAL', detail: errorWords.internal(request.id) });
}

const isPoolTimeout = (error: unknown): boolean =>
  error instanceof Error && error.message === 'timeout exceeded when trying to connect';
