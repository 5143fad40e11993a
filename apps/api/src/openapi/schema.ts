/** As much of JSON Schema as is read and written here. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema | Schema[];
  anyOf?: Schema[];
  description?: string;
  [keyword: string]: unknown;
}

const PREFIX = '#/components/schemas/';

export const refTo = (name: string): Schema => ({ $ref: `${PREFIX}${plainName(name)}` });

/** `Partial<OrganisationFields>` is no name for a component. */
export const plainName = (name: string): string => name.replaceAll(/[^A-Za-z0-9._-]+/g, '_').replace(/_$/, '');

/** The same schema with references that point into the document's components. */
export function pointingHere(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(pointingHere);
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) =>
      key === '$ref' && typeof value === 'string'
        ? [key, PREFIX + plainName(decodeURIComponent(value.slice(value.lastIndexOf('/') + 1)))]
        : [key, pointingHere(value)],
    ),
  );
}

/** Names of components that a schema refers to, at any depth of itself. */
export function refsIn(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(refsIn);
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) =>
    key === '$ref' && typeof value === 'string' ? [value.slice(PREFIX.length)] : refsIn(value),
  );
}
