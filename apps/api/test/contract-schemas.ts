import { fileURLToPath } from 'node:url';
import { createGenerator } from 'ts-json-schema-generator';
import type { Schema } from '../src/openapi/schema';

const file = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** JSON Schemas of all types in `@zit/contracts`, by name, read from their source. */
export function contractSchemas(): Record<string, Schema> {
  const generator = createGenerator({
    path: file('libs/contracts/src/index.ts'),
    // The path has to be absolute: from a relative one the compiler does not find `@zit/domain`.
    tsconfig: file('apps/api/tsconfig.json'),
    type: '*',
    expose: 'all',
    skipTypeCheck: true,
  });
  return (generator.createSchema('*').definitions ?? {}) as Record<string, Schema>;
}
