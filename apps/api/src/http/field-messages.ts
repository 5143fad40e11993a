import { getMetadataStorage, type ValidationError } from 'class-validator';
import type { FieldError } from '@zit/contracts';
import { errorWords } from '@zit/words.pl/errors';

/** Errors of class-validator as field errors: a JSON pointer, and a sentence with the field, the value, the way out. */
export const fieldErrors = (errors: readonly ValidationError[], parent = ''): FieldError[] =>
  errors.flatMap((error) => {
    const pointer = `${parent}/${error.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const own = first(Object.keys(error.constraints ?? {}));
    const message = own ? [{ pointer, message: messageOf(error, own) }] : [];
    return [...message, ...fieldErrors(error.children ?? [], pointer)];
  });

/** One message a field: what kind of value it is comes before how long or how large it is. */
const first = (constraints: string[]): string | undefined =>
  constraints.find((name) => name.startsWith('is') || name === 'whitelistValidation') ?? constraints[0];

function messageOf(error: ValidationError, constraint: string): string {
  const words = errorWords.field;
  const label = errorWords.labelOf(error.property, error.target?.constructor.name);
  const got = shown(error.value);
  if (constraint === 'whitelistValidation' || constraint === 'unknownValue') return words.unknown(error.property);
  if (error.value === undefined) return words.missing(label);
  const [limit] = argumentsOf(error, constraint);
  const sentences: Record<string, () => string> = {
    isString: () => words.text(label, got),
    minLength: () => (lengthOf(error.value) === 0 ? words.notEmpty(label) : words.tooShort(label, Number(limit))),
    maxLength: () => words.tooLong(label, Number(limit), lengthOf(error.value)),
    isInt: () => words.whole(label, got),
    isNumber: () => words.number(label, got),
    min: () => words.atLeast(label, String(limit), got),
    max: () => words.atMost(label, String(limit), got),
    isIn: () => words.oneOf(label, Array.isArray(limit) ? limit.join(', ') : String(limit), got),
    isEmail: () => words.email(label, got),
    isUuid: () => words.uuid(label, got),
    isIso8601: () => words.date(label, got),
    isArray: () => words.list(label),
    arrayMaxSize: () => words.tooMany(label, Number(limit), lengthOf(error.value)),
    isObject: () => words.object(label),
    nestedValidation: () => words.object(label),
    isBoolean: () => words.yesNo(label),
    matches: () => words.pattern(label, got),
  };
  return sentences[constraint]?.() ?? words.other(label, got);
}

/** What the decorator was given, e.g. the 300 of `@MaxLength(300)`. */
function argumentsOf(error: ValidationError, constraint: string): unknown[] {
  if (!error.target) return [];
  const all = getMetadataStorage().getTargetValidationMetadatas(error.target.constructor, '', true, false);
  return all.find((one) => one.propertyName === error.property && one.name === constraint)?.constraints ?? [];
}

const lengthOf = (value: unknown): number => (typeof value === 'string' || Array.isArray(value) ? value.length : 0);

/** A value as a person would read it back, short enough for a sentence. */
function shown(value: unknown): string {
  if (value === null || value === undefined || value === '') return errorWords.field.nothing;
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  const safe = text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '');
  return `„${safe.length > 40 ? `${safe.slice(0, 40)}…` : safe}”`;
}
