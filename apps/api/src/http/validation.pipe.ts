import { ValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import type { FieldError } from '@zit/contracts';
import { errorWords } from '@zit/words.pl/errors';
import { isStorable } from '../database/postgres-text';
import { fieldErrors } from './field-messages';
import { ProblemError, validation } from './problem-error';

/** Shapes of requests: only known fields, right types, and text that can be kept. */
export class ShapePipe extends ValidationPipe {
  constructor() {
    super({
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      validationError: { target: true, value: true },
      exceptionFactory: (errors) => validation(fieldErrors(errors)),
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type !== 'custom') {
      const errors = unstorable(value, '', 0);
      if (errors.length > 0) throw validation(errors);
    }
    if (metadata.type === 'body' && (typeof value !== 'object' || value === null || Array.isArray(value)))
      throw new ProblemError({ status: 400, code: 'MALFORMED', detail: errorWords.emptyBody });
    return (await super.transform(value, metadata)) as unknown;
  }
}

/** No request of ours is deeper than 8; a tower of brackets would exhaust the stack of those who walk it. */
const MAX_DEPTH = 32;
/** The longest list of any request: the lines of a budget. Of a longer one the validator would complain item by item. */
const MAX_LIST = 5_000;

/** At any depth: texts that PostgreSQL would refuse, and what the validator would pass over or be busy with for seconds. */
function unstorable(value: unknown, pointer: string, depth: number): FieldError[] {
  if (typeof value === 'string') return isStorable(value) ? [] : [fault(pointer)];
  if (typeof value !== 'object' || value === null) return [];
  if (depth > MAX_DEPTH) throw new ProblemError({ status: 400, code: 'MALFORMED', detail: errorWords.malformed });
  if (Array.isArray(value) && value.length > MAX_LIST)
    throw validation([{ pointer, message: errorWords.field.tooMany(labelOf(pointer), MAX_LIST, value.length) }]);
  return Object.entries(value).flatMap(([key, one]) => {
    if (!isStorable(key)) return [fault(pointer)];
    // Names of every object: class-transformer leaves them out without a word, so nobody would refuse them.
    if (key in Object.prototype) return [{ pointer: `${pointer}/${key}`, message: errorWords.field.unknown(key) }];
    // No request has lists in lists, and the validator would take an empty one for an object.
    if (Array.isArray(value) && Array.isArray(one)) return [noObject(`${pointer}/${key}`, pointer)];
    return unstorable(one, `${pointer}/${key}`, depth + 1);
  });
}

const fault = (pointer: string): FieldError => ({ pointer, message: errorWords.field.unstorable(labelOf(pointer)) });

const noObject = (pointer: string, list: string): FieldError => ({
  pointer,
  message: errorWords.field.object(labelOf(list)),
});

const labelOf = (pointer: string): string => errorWords.labelOf(pointer.slice(pointer.lastIndexOf('/') + 1));
