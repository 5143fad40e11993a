import { errorWords } from '@zit/words.pl/errors';
import { isStorable } from '../database/postgres-text';
import { validation, type ProblemError } from './problem-error';

/** Where a keyset page ended: the sort values of its last row, opaque to the caller. The last value is a UUID. */
export const writeCursor = (values: readonly string[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url');

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** @throws 400 when it is no cursor of ours */
export function readCursor(cursor: string, length: number): string[] {
  const values = parsed(cursor);
  const right =
    Array.isArray(values) &&
    values.length === length &&
    values.every((value): value is string => typeof value === 'string' && isStorable(value)) &&
    UUID.test(values.at(-1) ?? '');
  if (!right) throw noCursor(cursor);
  return values;
}

/** 400: a page after something that no answer of ours has named. */
export const noCursor = (cursor: string): ProblemError =>
  validation([
    { pointer: '/after', message: errorWords.field.other(errorWords.labelOf('after'), `„${cursor.slice(0, 20)}”`) },
  ]);

const parsed = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
};
