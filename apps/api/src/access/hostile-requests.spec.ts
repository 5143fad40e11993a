import type { Problem } from '@zit/contracts';
import { MatrixRun } from '../../test/matrix/matrix-run';
import type { Call } from '../../test/matrix/matrix';
import { accessTable, type Access } from '../http/access-table';
import { fieldPaths } from '../openapi/request-schemas';

/** Ways to write an address that another part of the stack might read differently. */
const TRICKS: [string, (path: string) => string][] = [
  ['an encoded letter', (path) => path.replace('a', '%61')],
  ['an encoded slash', (path) => path.replace('/v1/', '/v1%2F')],
  ['an encoded dot', (path) => path.replace('/v1/', '/v1/%2e/')],
  ['two slashes', (path) => path.replace('/v1/', '/v1//')],
  ['two slashes at the start', (path) => `/${path}`],
  ['a parameter of the path', (path) => `${path};x`],
  ['a dot on the way', (path) => path.replace('/v1/', '/v1/./')],
  ['up and down again', (path) => path.replace('/v1/', '/v1/x/../')],
  ['upper case', (path) => path.toUpperCase()],
  ['a slash at the end', (path) => `${path}/`],
  ['a question mark', (path) => `${path}?`],
  ['a file’s ending', (path) => `${path}.json`],
  ['a backslash', (path) => path.replaceAll('/', '\\')],
  ['the whole address', (path) => `http://127.0.0.1${path}`],
];

/** What stands where an id belongs. */
const NO_IDS = ['null', 'undefined', '{}', '[]', '%7B%22$ne%22:1%7D', '1', '-1', 'NaN', '%27', '%00', 'a'.repeat(190)];
const NO_ID_VALUES: unknown[] = [{}, [], { $ne: 1 }, { $gt: '' }, 1, true, 'null', '1', ['x']];

const closed = accessTable.filter((access) => access.who !== 'public');
const named = (list: readonly Access[]) => list.map((access) => [`${access.method} ${access.path}`, access] as const);

describe('requests that mean harm', () => {
  let run: MatrixRun;
  let calls: readonly Call[];
  beforeAll(async () => {
    run = await MatrixRun.start();
    calls = run.callsOf(run.asker('ADMINISTRATOR'));
  }, 600_000);
  afterAll(() => run.stop('hostile requests'));

  describe.each(TRICKS)('S-15: %s', (_, trick) => {
    it.each(named(closed))('%s stays closed to strangers', async (__, access) => {
      const path = trick(access.path.replaceAll(/:\w+/g, run.someId));
      const { status, text } = await run.raw(access.method, path, null, {});
      // A route for files refuses JSON before it asks who sends it.
      const right = [400, 401, 404, 405, ...(access.bytes ? [415] : [])];
      expect([status, right.includes(status)]).toEqual([status, true]);
      expect(text).not.toContain('"items"');
    });

    it('opens no refused act to somebody signed in', async () => {
      const asker = run.asker('COORDINATOR of a foreign organisation');
      const refused = run.callsOf(asker).filter((call) => call.expected !== 'allowed');
      const open: string[] = [];
      for (const call of refused.slice(0, 60)) {
        const { status } = await run.raw(
          call.access.method,
          trick(run.pathOf(call)),
          asker.caller.token,
          call.cell.body,
        );
        if (status < 300) open.push(`${call.name}: ${status}`);
      }
      expect([open, await run.changedTables()]).toEqual([[], []]);
    });
  });

  it.each(named(closed.filter((access) => access.path.includes(':'))))(
    'S-02: %s takes no other shape for an id',
    async (_, access) => {
      const call = calls.find((one) => one.access === access);
      for (const id of NO_IDS) {
        const path = access.path.replaceAll(/:\w+/g, id);
        const { status } = await run.raw(access.method, path, run.asker('ADMINISTRATOR').caller.token, call?.cell.body);
        expect([id, status, [400, 403, 404].includes(status)]).toEqual([id, status, true]);
      }
      expect(await run.changedTables()).toEqual([]);
    },
  );

  it.each(named(accessTable.filter((access) => access.takes)))(
    'S-02: %s takes no other shape for an id in its body',
    async (_, access) => {
      const call = calls.find((one) => one.access === access);
      for (const path of fieldPaths(access.takes ?? '').filter((one) => /(^id|Id|Ids)$/.test(one.at(-1) ?? '')))
        for (const value of NO_ID_VALUES) {
          const body = placed(call?.cell.body ?? {}, path, value);
          const { status } = await run.raw(
            access.method,
            run.pathOf(call ?? { access }),
            run.asker('ADMINISTRATOR').caller.token,
            body,
          );
          expect([path, value, status]).toEqual([path, value, 400]);
        }
      expect(await run.changedTables()).toEqual([]);
    },
  );

  it.each(named(accessTable.filter((access) => access.takes)))(
    'S-03: %s takes no column of any table beside its own fields',
    async (_, access) => {
      const own = fieldPaths(access.takes ?? '');
      const call = calls.find((one) => one.access === access);
      const whole = (call?.cell.body ?? {}) as Record<string, unknown>;
      // A list of plain texts has no fields that more could be put beside.
      const ofThings = (field: string): boolean =>
        own.some(([name, nested]) => name === field && nested !== undefined) ||
        isThing((whole[field] as unknown[])?.[0]);
      for (const within of [
        [],
        ...own.filter(
          ([field = '', nested]) => nested === undefined && ['changes', 'fields'].includes(field) && ofThings(field),
        ),
      ]) {
        const [list = ''] = within;
        // In a list of things it is the first of them that is asked to take more.
        const items = whole[list] as unknown;
        const known = Array.isArray(items)
          ? Object.keys(items[0] as object)
          : own.filter((path) => path.length === within.length + 1).map((path) => path.at(-1));
        const extra = (await run.columns()).filter((name) => !known.includes(name));
        const fields = Object.fromEntries(extra.map((name) => [name, 'x']));
        const at = Array.isArray(items) ? [list, '0'] : within;
        const body = Array.isArray(items)
          ? { ...whole, [list]: [{ ...items[0], ...fields }] }
          : within.length === 0
            ? { ...whole, ...fields }
            : placed(whole, within, fields);
        const answer = await run.raw(
          access.method,
          run.pathOf(call ?? { access }),
          run.asker('ADMINISTRATOR').caller.token,
          body,
        );
        expect([within, answer.status]).toEqual([within, 400]);
        const refused = ((JSON.parse(answer.text) as Problem).errors ?? []).map(({ pointer }) => pointer);
        expect(refused).toEqual(expect.arrayContaining(extra.map((name) => ['', ...at, name].join('/'))));
      }
      expect(await run.changedTables()).toEqual([]);
    },
  );
});

/** The body with another value at the path. */
function placed(body: unknown, [field = '', ...rest]: readonly string[], value: unknown): Record<string, unknown> {
  const before = (body ?? {}) as Record<string, unknown>;
  return { ...before, [field]: rest.length === 0 ? value : placed(before[field], rest, value) };
}

const isThing = (value: unknown): boolean => typeof value === 'object' && value !== null;
