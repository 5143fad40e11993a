import { errorWords } from '@zit/words.pl/errors';
import { codeOf } from './error-code';
import { ProblemError, type ProblemBody } from './problem-error';

/**
 * What Fastify refused before any code of ours ran: broken JSON, too large (with the route's limit in bytes),
 * another format, a broken address. Null: it was something else.
 */
export function requestProblem(error: unknown, bodyLimit = 0): ProblemError | null {
  const code = codeOf(error);
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : null;
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return refuse({ status: 413, code: 'TOO_LARGE', detail: tooLarge(bodyLimit) });
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE')
    return refuse({ status: 415, code: 'UNSUPPORTED_MEDIA_TYPE', detail: errorWords.mediaType });
  if (code === 'FST_ERR_CTP_EMPTY_JSON_BODY') return refuse(malformed(errorWords.emptyBody));
  if (code === 'FST_ERR_BAD_URL' || code === 'FST_ERR_MAX_PARAM_LENGTH' || error instanceof URIError)
    return refuse(malformed(errorWords.badUrl));
  if (error instanceof SyntaxError || (typeof status === 'number' && status >= 400 && status < 500))
    return refuse(malformed(errorWords.malformed));
  return null;
}

const refuse = (body: ProblemBody): ProblemError => new ProblemError(body);

const malformed = (detail: string): ProblemBody => ({ status: 400, code: 'MALFORMED', detail });

const tooLarge = (bodyLimit: number): string => errorWords.tooLarge(`${Math.round(bodyLimit / 1_048_576)}\u00a0MB`);
