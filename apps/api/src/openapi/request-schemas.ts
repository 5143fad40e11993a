import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { getMetadataStorage } from 'class-validator';
import { targetConstructorToSchema } from 'class-validator-jsonschema';
import * as contracts from '@zit/contracts';
import { pointingHere, type Schema } from './schema';

type Class = new () => object;

const classes: Readonly<Record<string, unknown>> = contracts;

/** Class of a request by its name in the access table. */
export function requestClass(name: string): Class {
  const found = Object.hasOwn(classes, name) ? classes[name] : undefined;
  if (typeof found !== 'function') throw new Error(`no request class ${name} in contracts`);
  return found as Class;
}

export const isRequestClass = (name: string): boolean =>
  typeof classes[name] === 'function' && /^[A-Z]/.test(name) && propertiesOf(requestClass(name)).length > 0;

/** Every field of a request, nested ones as a path: `['changes', 'name']`. */
export const fieldPaths = (name: string): string[][] =>
  propertiesOf(requestClass(name)).flatMap((property) => {
    const nested = nestedClass(requestClass(name), property);
    return [[property], ...(nested ? propertiesOf(nested).map((below) => [property, below]) : [])];
  });

/**
 * What the validator demands of a request (types, lengths, bounds, patterns), together with what only the type
 * knows: which fields may be null.
 */
export function requestSchema(name: string, byType: Schema | undefined): Schema {
  const schema = pointingHere(
    targetConstructorToSchema(requestClass(name), {
      classTransformerMetadataStorage: defaultMetadataStorage,
      refPointerPrefix: '#/components/schemas/',
    }),
  ) as Schema;
  const properties = Object.entries(schema.properties ?? {}).map(([field, one]) => [
    field,
    isNullable(byType?.properties?.[field]) ? nullable(one) : one,
  ]);
  return { ...schema, additionalProperties: false, properties: Object.fromEntries(properties) as Schema['properties'] };
}

const isNullable = (schema: Schema | undefined): boolean =>
  [schema?.type].flat().includes('null') || (schema?.anyOf ?? []).some(isNullable);

const nullable = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });

const propertiesOf = (target: Class): string[] => [
  ...new Set(
    getMetadataStorage()
      .getTargetValidationMetadatas(target, '', true, false)
      .map((metadata) => metadata.propertyName),
  ),
];

/** The class of a nested object; none for the elements of a list. */
function nestedClass(target: Class, property: string): Class | undefined {
  const metadata = defaultMetadataStorage.findTypeMetadata(target, property) as
    { typeFunction: () => unknown; reflectedType: unknown } | undefined;
  if (!metadata || metadata.reflectedType === Array) return undefined;
  const nested = metadata.typeFunction();
  return typeof nested === 'function' && nested !== Number && nested !== Boolean ? (nested as Class) : undefined;
}
