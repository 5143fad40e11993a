import { randomUUID } from 'node:crypto';
import { startPortal, type Caller, type TestPortal } from '../../test/portal';
import { formSopot, type Sopot } from '../../test/sopot';
import { accessTable, type Access } from '../http/access-table';
import { writeCursor } from '../http/cursor';
import { fieldPaths } from '../openapi/request-schemas';

/** Would stand in a statement only if text of a request had become part of it. */
const MARK = 'zzinjected';
const ATTACKS = [
  `${MARK}' or '1'='1`,
  `${MARK}"; drop table person; --`,
  `${MARK}) union select id, name from person --`,
  `${MARK}\\'; select pg_sleep(9) --`,
  `${MARK} desc, (select 1)`,
  `$1 ${MARK} $2`,
  `:${MARK}`,
  `%_${MARK}\\`,
  `id" ${MARK}`,
];
const asking = accessTable.filter(({ asks }) => asks !== undefined);
const writing = accessTable.filter(({ takes }) => takes !== undefined);
/** Lists are asked by GET, and by POST where the question is personal; an act may name what it comes `after` as a number. */
const paging = [...asking, ...writing].filter(
  ({ method, asks, takes }) => method !== 'PUT' && fieldPaths(asks ?? takes ?? '').some(([field]) => field === 'after'),
);
const named = (list: readonly Access[]) => list.map((access) => [`${access.method} ${access.path}`, access] as const);

describe('text of a request in the place of SQL', () => {
  let portal: TestPortal;
  let sopot: Sopot;
  let someone: Caller;
  const statements: string[] = [];
  beforeAll(async () => {
    portal = await startPortal();
    sopot = await formSopot(portal);
    const { logger } = portal.dataSource;
    jest.spyOn(logger, 'logQuery').mockImplementation((statement) => void statements.push(statement));
  }, 60_000);
  beforeEach(async () => {
    someone = await portal.as({ role: 'ADMINISTRATOR' });
    await portal.dataSource.query('update person set password_hash = null where id = $1', [someone.personId]);
    statements.length = 0;
  });
  afterAll(() => portal.stop());

  const pathOf = ({ path }: Access): string =>
    path
      .replace('/consortia/:id', `/consortia/${sopot.id}`)
      .replace('/organisations/:id', `/organisations/${sopot.organisations['M1']}`)
      .replaceAll(/:\w+/g, randomUUID());
  const expectNoneInside = ({ who }: Access) => {
    // Where nobody has to be recognised, what is refused by its shape asks the database nothing.
    if (who !== 'public') expect(statements.length).toBeGreaterThan(0);
    expect(statements.filter((statement) => statement.includes(MARK))).toEqual([]);
  };

  it.each(named(asking))('S-01: %s, in every question and in names of questions', async (_, access) => {
    for (const attack of ATTACKS) {
      const text = encodeURIComponent(attack);
      for (const [field = ''] of fieldPaths(access.asks ?? '')) {
        const { status } = await someone.get(`${pathOf(access)}?${field}=${text}`);
        expect([field, attack, status < 500]).toEqual([field, attack, true]);
      }
      for (const unknown of ['sort', 'order', 'orderBy', 'filter[name]', 'select', text])
        expect([unknown, (await someone.get(`${pathOf(access)}?${unknown}=${text}`)).status]).toEqual([unknown, 400]);
    }
    expectNoneInside(access);
  });

  it.each(named(paging))('S-01: %s, inside a cursor of the right shape', async (_, access) => {
    for (const attack of ATTACKS)
      for (const length of [0, 1, 2, 3]) {
        const after = writeCursor([...Array<string>(length).fill(attack), randomUUID()]);
        const path = pathOf(access);
        const { status } = await (access.asks ? someone.get(`${path}?after=${after}`) : someone.post(path, { after }));
        expect([attack, length, status < 500]).toEqual([attack, length, true]);
      }
    expectNoneInside(access);
  });

  it.each(named(writing))('S-01: %s, in every field', async (_, access) => {
    const ask = { POST: someone.post, PUT: someone.put, PATCH: someone.patch, GET: null, DELETE: null }[access.method];
    for (const attack of ATTACKS)
      for (const path of fieldPaths(access.takes ?? '')) {
        const body = path.reduceRight<unknown>((inner, name) => ({ [name]: inner }), attack);
        const answer = await ask?.(pathOf(access), body);
        expect([path, attack, (answer?.status ?? 500) < 500]).toEqual([path, attack, true]);
      }
    expect(statements.filter((statement) => statement.includes(MARK))).toEqual([]);
  });
});
