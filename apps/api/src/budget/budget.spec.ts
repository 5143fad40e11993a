import { randomUUID } from 'node:crypto';
import type { BudgetLineResponse, BudgetResponse, NewLine, Problem } from '@zit/contracts';
import { refusal, startPortal, type Caller, type TestPortal } from '../../test/portal';
import { formSopot, must, type Sopot } from '../../test/sopot';

describe('a budget that several people edit', () => {
  let portal: TestPortal;
  let sopot: Sopot;
  let leader: Caller;
  let partner: Caller;
  const save = (who: Caller, change: object) =>
    who.patch<BudgetResponse>(`/api/v1/consortia/${sopot.id}/budget`, {
      added: [],
      changed: [],
      removed: [],
      order: null,
      ...change,
    });
  const lineOf = async (no: string): Promise<BudgetLineResponse> => {
    const line = (await sopot.read()).lines.find((one) => one.no === no);
    if (!line) throw new Error(`no line ${no}`);
    return line;
  };
  const inJournal = async (): Promise<number> => {
    const [row] = await portal.dataSource.query<{ n: number }[]>('select count(*)::int as n from journal');
    return row?.n ?? 0;
  };

  beforeAll(async () => {
    portal = await startPortal();
    sopot = await formSopot(portal);
    leader = await portal.as({ role: 'COORDINATOR', organisationId: sopot.organisations['M1'] });
    partner = await portal.as({ role: 'EDITOR', organisationId: sopot.organisations['M2'] });
  });
  afterAll(() => portal.stop());

  it('merges changes of different fields of one line', async () => {
    const { id, version, item, unit } = await lineOf('L01');
    must(await save(leader, { changed: [{ id, version, changes: { item: 'koordynator centrum' }, base: { item } }] }));
    must(await save(partner, { changed: [{ id, version, changes: { unit: 'miesiąc' }, base: { unit } }] }));
    expect(await lineOf('L01')).toMatchObject({ item: 'koordynator centrum', unit: 'miesiąc', version: version + 2 });
  });

  it('answers 409 with both values when two people change the same field, and writes nothing', async () => {
    const { id, version, item } = await lineOf('L02');
    const other = await lineOf('L03');
    must(await save(leader, { changed: [{ id, version, changes: { item: 'animacja A' }, base: { item } }] }));
    const before = await inJournal();
    const answer = await partner.patch<Problem>(`/api/v1/consortia/${sopot.id}/budget`, {
      changed: [
        { id, version, changes: { item: 'animacja B' }, base: { item } },
        { id: other.id, version: other.version, changes: { item: 'inna' }, base: { item: other.item } },
      ],
    });
    expect(refusal(answer)).toEqual({ status: 409, code: 'STALE' });
    expect(answer.body.conflicts).toEqual([
      { field: 'lines/L02/item', base: item, theirs: 'animacja A', mine: 'animacja B' },
    ]);
    expect(await lineOf('L03')).toEqual(other);
    expect(await inJournal()).toBe(before);
  });

  it('makes no second line when a save is repeated', async () => {
    const added: NewLine[] = [{ id: randomUUID(), fields: { item: 'nowa', quantity: 2, unitPriceGrosze: 150 } }];
    const first = must(await save(leader, { added }));
    const again = must(await save(leader, { added }));
    expect(again).toEqual(first);
    expect(first.lines.at(-1)).toMatchObject({
      no: 'L17',
      item: 'nowa',
      amountGrosze: 300,
      member: sopot.members['M1'],
    });
    must(await save(leader, { removed: [{ id: added[0]?.id, version: 1 }] }));
    must(await save(leader, { removed: [{ id: added[0]?.id, version: 1 }] }));
    expect((await sopot.read()).lines).toHaveLength(16);
  });

  it('renumbers after a new order', async () => {
    const { lines } = await sopot.read();
    const order = lines.map((line) => line.id).reverse();
    const turned = must(await save(leader, { order }));
    expect(turned.lines.map((line) => line.id)).toEqual(order);
    expect(turned.lines[0]?.no).toBe('L01');
    must(await save(leader, { order: order.reverse() }));
    expect((await sopot.read()).lines.map((line) => line.id)).toEqual(lines.map((line) => line.id));
  });

  it('loses nothing when two people save at the same moment, many times', async () => {
    const [one, two] = [await lineOf('L05'), await lineOf('L06')];
    const saves = Array.from({ length: 10 }, (_, n) => [
      save(leader, { added: [{ id: randomUUID(), fields: { item: `L-${n}` } }] }),
      save(partner, { added: [{ id: randomUUID(), fields: { item: `P-${n}` } }] }),
      save(n % 2 ? leader : partner, {
        changed: [{ id: n % 2 ? one.id : two.id, version: 1, changes: { unit: 'h' }, base: { unit: null } }],
      }),
    ]).flat();
    for (const answer of await Promise.all(saves)) expect(answer.status).toBe(200);
    const { lines } = await sopot.read();
    for (let n = 0; n < 10; n++) {
      expect(lines.filter((line) => line.item === `L-${n}`)).toHaveLength(1);
      expect(lines.filter((line) => line.item === `P-${n}`)).toHaveLength(1);
    }
    expect(new Set(lines.map((line) => line.no)).size).toBe(lines.length);
    const extra = lines.filter((line) => /^[LP]-\d$/.test(line.item));
    must(await save(leader, { removed: extra.map(({ id, version }) => ({ id, version })) }));
  });

  it('saves 5 000 lines with as many statements as one', async () => {
    const fields = { item: 'wiersz', category: 'C2', quantity: 1.5, unitPriceGrosze: 101, source: 'ZIT' as const };
    const single = [{ id: randomUUID(), fields }];
    const few = await portal.countQueries(async () => must(await save(leader, { added: single })));
    const added = Array.from({ length: 4_983 }, () => ({ id: randomUUID(), fields }));
    const many = await portal.countQueries(async () => must(await save(leader, { added })));
    expect(many).toBe(few);
    const { lines } = await sopot.read();
    expect(lines).toHaveLength(5_000);
    expect(lines.at(-1)).toMatchObject({ no: 'L5000', amountGrosze: 152 });

    const all = lines.map(({ id, version }) => ({ id, version, changes: { unit: 'h' }, base: { unit: null } }));
    must(await save(leader, { changed: all.slice(20) }));
    const over = await save(leader, { added: [{ id: randomUUID(), fields }] });
    expect(refusal(over)).toEqual({ status: 400, code: 'VALIDATION' });
    must(
      await save(leader, { removed: (await sopot.read()).lines.slice(16).map(({ id, version }) => ({ id, version })) }),
    );
  }, 60_000);

  it.each([
    ['NaN as text', '{"added":[{"id":"ID","fields":{"quantity":NaN}}]}', 'MALFORMED'],
    ['1e309', '{"added":[{"id":"ID","fields":{"quantity":1e309}}]}', 'VALIDATION'],
    ['a price with a fraction of a grosz', { unitPriceGrosze: 33_000_000.5 }, 'VALIDATION'],
    ['a negative price', { unitPriceGrosze: -1 }, 'VALIDATION'],
    ['10^13 zł', { unitPriceGrosze: 1e15 }, 'VALIDATION'],
    ['four decimals', { quantity: 1.0005 }, 'VALIDATION'],
    ['an amount that overflows', { quantity: 1_000_000, unitPriceGrosze: 9_999_999_999_999 }, 'VALIDATION'],
    ['null in a required field', { category: null, area: null }, 'OK'],
    ['a text for a number', { quantity: '12' }, 'VALIDATION'],
    ['0x00', { item: 'a\u0000b' }, 'VALIDATION'],
    ['half a surrogate pair', '{"added":[{"id":"ID","fields":{"item":"\\ud800"}}]}', 'VALIDATION'],
    ['a field nobody knows', { owner: 'x' }, 'VALIDATION'],
    ['prototype pollution', '{"added":[{"id":"ID","fields":{"__proto__":{"x":1}}}]}', 'MALFORMED'],
    ['a member of nowhere', { member: randomUUID() }, 'VALIDATION'],
    ['emoji and right-to-left text', { item: '🧭 מרכז عربي', justification: '‮abc' }, 'OK'],
  ])('meets %s with a clear answer, never a 5xx', async (_, fields, expected) => {
    const id = randomUUID();
    const body = typeof fields === 'string' ? fields.replace('ID', id) : { added: [{ id, fields }] };
    const answer = await leader.patch<Problem>(`/api/v1/consortia/${sopot.id}/budget`, body);
    expect(answer.status < 300 ? 'OK' : answer.body.code).toBe(expected);
    if (expected === 'OK') must(await save(leader, { removed: [{ id, version: 1 }] }));
    else expect(answer.status).toBeLessThan(500);
  });

  it('takes null in a change of a required field for a fault of that field', async () => {
    const { id, version } = await lineOf('L01');
    const answer = await save(leader, { changed: [{ id, version, changes: { category: null }, base: {} }] });
    expect(refusal(answer)).toEqual({ status: 400, code: 'VALIDATION' });
  });
});
