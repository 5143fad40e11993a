import schemas from '@zit/contracts/schemas.json';
import { rolesFor } from '@zit/domain';
import { openApiWords } from '@zit/words.pl/openapi';
import { routeWords } from '@zit/words.pl/routes';
import { portalVersion } from '../health/portal-version';
import { accessTable, type Access } from '../http/access-table';
import { isRequestClass, requestSchema } from './request-schemas';
import { plainName, pointingHere, refTo, refsIn, type Schema } from './schema';

type Schemas = Readonly<Record<string, Schema>>;

/** The description of the API as it is committed: formatted, ending with a line break. */
export const describeApi = (definitions?: Schemas): string => `${JSON.stringify(openApi(definitions), null, 2)}\n`;

/**
 * OpenAPI 3.1 of every route in the access table, with the schemas of requests and answers; `definitions` are the
 * types of the contracts as JSON Schemas.
 */
export function openApi(definitions: Schemas = schemas.definitions as unknown as Schemas): object {
  const documented = accessTable.filter((access) => access.path !== '/*');
  const paths: Record<string, Record<string, object>> = {};
  for (const access of documented)
    (paths[templateOf(access.path)] ??= {})[access.method.toLowerCase()] = operation(access, definitions);
  return {
    openapi: '3.1.0',
    info: {
      title: openApiWords.title,
      version: portalVersion,
      description: openApiWords.description,
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: components(paths, definitions),
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'zit' } },
    },
  };
}

function operation(access: Access, definitions: Schemas): object {
  return {
    operationId: access.act,
    summary: routeWords[access.act],
    tags: [tagOf(access.path)],
    security: access.who === 'public' ? [] : [{ session: [] }],
    ...(access.who === 'policy' ? { 'x-roles': rolesFor(access.act) } : {}),
    parameters: [...pathParameters(access.path), ...(access.asks ? queryParameters(access.asks, definitions) : [])],
    ...requestBody(access),
    responses: {
      [access.status ?? 200]: { description: openApiWords.ok, ...content(access) },
      default: {
        description: openApiWords.problem,
        content: { 'application/problem+json': { schema: refTo('Problem') } },
      },
    },
  };
}

function requestBody({ takes, bytes }: Access): object {
  if (bytes) return { requestBody: { required: true, content: { 'application/octet-stream': {} } } };
  return takes ? { requestBody: { required: true, content: { 'application/json': { schema: refTo(takes) } } } } : {};
}

function content(access: Access): object {
  if (access.answers) return { content: { 'application/json': { schema: refTo(access.answers) } } };
  return access.media ? { content: { [access.media]: {} } } : {};
}

const templateOf = (path: string): string => path.replaceAll(/:(\w+)/g, '{$1}');

const pathParameters = (path: string): object[] =>
  [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: name.toLowerCase().endsWith('id') ? { type: 'string', format: 'uuid' } : { type: 'string' },
  }));

function queryParameters(name: string, definitions: Schemas): object[] {
  const { properties = {}, required = [] } = requestSchema(name, definitions[name]);
  return Object.entries(properties).map(([field, { description, ...schema }]) => ({
    name: field,
    in: 'query',
    required: required.includes(field),
    ...(description ? { description } : {}),
    schema,
  }));
}

/** `/api/v1/organisations/:id` belongs to the organisations. */
function tagOf(path: string): string {
  const first = /^\/api\/v1\/([a-z-]+)/.exec(path)?.[1];
  const tags: Readonly<Record<string, string>> = openApiWords.tags;
  return (first ? (tags[first] ?? tags['place']) : tags['service']) ?? path;
}

/** Every schema that the paths refer to, directly or through others, by name. */
function components(paths: object, definitions: Schemas): Record<string, Schema> {
  const all = new Map(Object.entries(definitions).map(([name, schema]) => [plainName(name), { name, schema }]));
  const found = new Map<string, Schema>();
  const waiting = refsIn(paths);
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (found.has(name)) continue;
    const known = all.get(name);
    if (!known) throw new Error(`no schema ${name} in contracts; write schemas.json anew`);
    const schema = isRequestClass(known.name)
      ? requestSchema(known.name, known.schema)
      : (pointingHere(known.schema) as Schema);
    found.set(name, schema);
    waiting.push(...refsIn(schema));
  }
  return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}
