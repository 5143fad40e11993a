import schemas from '@zit/contracts/schemas.json';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { accessTable } from '../src/http/access-table';

const ajv = new Ajv2020({ strict: false, allErrors: true });
ajv.addSchema({ $id: 'contracts', ...schemas });

const validators = new Map<string, ValidateFunction>();

const patterns = accessTable.map((access) => ({
  access,
  pattern: new RegExp(`^${access.path.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/]+').replace('*', '.*')}$`),
}));

/** Every JSON answer of every test keeps to its contract: the type named in the access table, or `Problem`. */
export function expectContract(method: string, path: string, status: number, body: unknown): void {
  const found = patterns.find(
    ({ access, pattern }) => access.method === method && pattern.test(path.split('?', 1)[0] ?? ''),
  );
  const name = status >= 400 ? 'Problem' : found?.access.answers;
  if (!name || (status === 503 && found?.access.answers === 'HealthResponse')) return;
  const validator = validators.get(name) ?? ajv.compile({ $ref: `contracts#/definitions/${name}` });
  validators.set(name, validator);
  if (!validator(body)) throw new Error(`${method} ${path} is no ${name}: ${ajv.errorsText(validator.errors)}`);
}
