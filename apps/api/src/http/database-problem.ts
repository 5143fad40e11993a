import { errorWords } from '@zit/words.pl/errors';
import type { FastifyRequest } from 'fastify';
import { constraintMeanings } from '../database/constraints';
import { databaseFault, type DatabaseFault } from '../database/sql-state';
import { codeOf } from './error-code';
import { ProblemError, busy, duplicate, validation } from './problem-error';

/** What the database refused, as a problem for people; null when it is no fault of what they sent. */
export function databaseProblem(error: unknown, request: FastifyRequest): ProblemError | null {
  const fault = databaseFault(error);
  if (!fault) return isConnectionFault(error) ? databaseDown() : null;
  const meaning = fault.constraint ? constraintMeanings[fault.constraint] : undefined;
  if (meaning) {
    const errors = [{ pointer: below(request) + meaning.pointer, message: meaning.message }];
    return meaning.code === 'DUPLICATE' ? duplicate(errors) : validation(errors);
  }
  return typedWrong(fault, request) ?? unavailable(fault);
}

/** Values that PostgreSQL cannot take: missing, too long, out of range, not storable. */
function typedWrong(fault: DatabaseFault, request: FastifyRequest): ProblemError | null {
  const label = errorWords.labelOf(fault.column ?? '');
  const pointer = fault.column ? `${below(request)}/${camel(fault.column)}` : '';
  if (fault.code === '23502') return validation([{ pointer, message: errorWords.field.notEmpty(label) }]);
  if (fault.code === '22001' || fault.code === '22003' || fault.code === '22008')
    return validation([{ pointer, message: errorWords.field.outOfRange(label) }]);
  if (fault.code === '22021' || fault.code === '22P05')
    return validation([{ pointer, message: errorWords.field.unstorable(label) }]);
  return null;
}

/** Serialization failures that outlived their retries, and a server that starts, stops or is full. */
const unavailable = (fault: DatabaseFault): ProblemError | null => {
  if (fault.code === '40001' || fault.code === '40P01' || fault.code === '55P03' || fault.code === '57014')
    return busy(2);
  return fault.code.startsWith('57P') || fault.code.startsWith('53') || fault.code.startsWith('08')
    ? databaseDown()
    : null;
};

const databaseDown = (): ProblemError =>
  new ProblemError({ status: 503, code: 'BUSY', detail: errorWords.databaseDown }, { 'Retry-After': '5' });

const isConnectionFault = (error: unknown): boolean =>
  ['ECONNREFUSED', 'ECONNRESET', 'EPIPE'].includes(codeOf(error) ?? '') ||
  (error instanceof Error &&
    /^Connection terminated|Driver not Connected|is not queryable|already released/.test(error.message));

/** In a guarded change the fields lie below `changes`. */
const below = (request: FastifyRequest): string => {
  const body: unknown = request.body;
  return typeof body === 'object' && body !== null && 'changes' in body ? '/changes' : '';
};

const camel = (column: string): string => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
