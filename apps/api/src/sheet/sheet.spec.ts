import { randomUUID } from 'node:crypto';
import { change, openSheets, type Sheets, type Writer } from '../../test/sheets';
import { sqlStateOf } from '../database/sql-state';
import { ProblemError } from '../http/problem-error';

const TITLE = 'basics.title';
const CONTACT = 'texts.contact';

describe('a sheet', () => {
  let sheets: Sheets;
  let anna: Writer;
  let barbara: Writer;
  beforeAll(async () => {
    sheets = await openSheets();
    [anna, barbara] = [await sheets.writer(), await sheets.writer()];
  });
  afterAll(() => sheets.close());
  const refused = async (act: Promise<unknown>): Promise<ProblemError['problem']> => {
    const error: unknown = await act.then(
      () => null,
      (fault: unknown) => fault,
    );
    if (!(error instanceof ProblemError)) throw new Error(`not a refusal: ${String(error)}`);
    return error.problem;
  };

  it('keeps what was typed, field by field, and tells what changed after a revision', async () => {
    const id = await sheets.fresh();
    expect(await sheets.read(id)).toEqual({ form: 'call/1', rev: 0, closed: false, fields: [] });
    const first = await sheets.save(anna, id, [change(TITLE, ' Nabór\u00a01 '), change('basics.centres', 3)]);
    expect(first).toMatchObject({ rev: 1, collisions: [] });
    expect(first.taken.map(({ path, rev }) => [path, rev])).toEqual([
      [TITLE, 1],
      ['basics.centres', 1],
    ]);
    await sheets.save(barbara, id, [
      change(CONTACT, 'Pokój 12'),
      change('deadline.closesAt', { typed: 'jutro' }),
      change('basics.memberSectors', ['NGO', 'JST']),
      change('deadline.admitsLate', false),
    ]);
    const { rev, fields } = await sheets.read(id);
    expect(rev).toBe(2);
    expect(fields).toHaveLength(6);
    expect(fields).toEqual(
      expect.arrayContaining([
        { path: 'deadline.closesAt', value: { typed: 'jutro' }, rev: 2 },
        { path: 'basics.centres', value: 3, rev: 1 },
        { path: 'deadline.admitsLate', value: false, rev: 2 },
      ]),
    );
    expect((await sheets.read(id, 1)).fields.map(({ path }) => path).sort()).toEqual([
      'basics.memberSectors',
      'deadline.admitsLate',
      'deadline.closesAt',
      CONTACT,
    ]);
    expect((await sheets.read(id, 2)).fields).toEqual([]);
  });

  it('answers a repeated save as it did the first time, also when the field moved on, and changes nothing', async () => {
    const id = await sheets.fresh();
    const save = randomUUID();
    await sheets.save(barbara, id, [change(CONTACT, 'jej')]);
    const sent = [change(TITLE, 'Nabór'), change(CONTACT, 'moje'), change('notice.text', null)];
    const first = await sheets.save(anna, id, sent, save);
    expect([first.taken.length, first.collisions.length]).toEqual([2, 1]);
    await sheets.save(barbara, id, [change(TITLE, 'Inny', 2), change(CONTACT, 'znowu jej', 1)]);
    const [before, history] = [await sheets.read(id), await sheets.history(id)];
    expect(await sheets.save(anna, id, sent, save)).toEqual(first);
    expect([await sheets.read(id), await sheets.history(id)]).toEqual([before, history]);
    const other = await refused(sheets.save(anna, id, [change(TITLE, 'co innego')], save));
    expect(other).toMatchObject({ status: 422, code: 'SAVE_USED' });
    expect(await sheets.read(id)).toEqual(before);
  });

  it('writes one of two changes of a field, and shows and keeps the other', async () => {
    const id = await sheets.fresh();
    await sheets.save(anna, id, [change(TITLE, 'Początek')]);
    await sheets.save(barbara, id, [change(TITLE, 'Barbary', 1)]);
    const late = await sheets.save(anna, id, [change(TITLE, 'Anny', 1), change(CONTACT, 'pokój 3')]);
    expect(late.taken).toEqual([{ path: CONTACT, value: 'pokój 3', rev: 3 }]);
    expect(late.collisions).toEqual([
      {
        path: TITLE,
        because: 'CHANGED',
        base: 'Początek',
        theirs: 'Barbary',
        rev: 2,
        mine: 'Anny',
        by: 'Osoba z testu',
        at: expect.stringMatching(/^\d{4}-.*Z$/),
      },
    ]);
    expect((await sheets.read(id)).fields).toContainEqual({ path: TITLE, value: 'Barbary', rev: 2 });
    const [aside] = await sheets.history(id, TITLE);
    expect(aside).toMatchObject({ rev: 3, before: 'Barbary', after: 'Anny', setAside: true });
    // The second try starts from what collided.
    const again = await sheets.save(anna, id, [change(TITLE, 'Anny', late.collisions[0]?.rev)]);
    expect(again).toMatchObject({ rev: 4, collisions: [] });
  });

  it('agrees with who writes what stands there already, and counts no revision for it', async () => {
    const id = await sheets.fresh();
    await sheets.save(anna, id, [change(TITLE, 'To samo')]);
    const same = await sheets.save(barbara, id, [change(TITLE, 'To samo'), change(CONTACT, null)]);
    expect(same).toMatchObject({ rev: 1, collisions: [] });
    expect(same.taken).toEqual([
      { path: TITLE, value: 'To samo', rev: 1 },
      { path: CONTACT, value: null, rev: 0 },
    ]);
    expect(await sheets.save(barbara, id, [])).toMatchObject({ rev: 1, taken: [], collisions: [] });
    expect(await sheets.history(id)).toHaveLength(1);
  });

  it('removes an item only with all that somebody wrote in it, and brings it back', async () => {
    const id = await sheets.fresh();
    const item = `criteria.list.${randomUUID()}`;
    await sheets.save(anna, id, [change(item, 1), change(`${item}.name`, 'jakość'), change(`${item}.weight`, 60)]);
    await sheets.save(barbara, id, [change(`${item}.weight`, 50, 1)]);
    const unseen = await sheets.save(anna, id, [change(item, null, 1)]);
    expect(unseen.collisions).toEqual([
      expect.objectContaining({ path: item, because: 'ITEM_CHANGED', base: 1, theirs: 1, rev: 2, mine: null }),
    ]);
    expect(unseen.collisions[0]?.by).toBe('Osoba z testu');
    const removed = await sheets.save(anna, id, [change(item, null, unseen.collisions[0]?.rev)]);
    expect(removed).toMatchObject({ rev: 4, collisions: [] });
    const late = await sheets.save(barbara, id, [change(`${item}.name`, 'dostępność', 1)]);
    expect(late.collisions).toEqual([
      expect.objectContaining({ because: 'ITEM_REMOVED', base: 'jakość', theirs: null, rev: 1, mine: 'dostępność' }),
    ]);
    const back = await sheets.save(barbara, id, [change(item, 1, 4), change(`${item}.name`, 'dostępność', 1)]);
    expect(back).toMatchObject({ rev: 6, collisions: [] });
    expect((await sheets.read(id)).fields).toContainEqual({ path: `${item}.weight`, value: 50, rev: 2 });
  });

  it('closed takes nothing, says what it did not take, and still answers a save from before', async () => {
    const id = await sheets.fresh();
    const save = randomUUID();
    const sent = [change(TITLE, 'Nabór')];
    const first = await sheets.save(anna, id, sent, save);
    const frozen = await sheets.door.write(anna, (manager) => sheets.service.freeze(manager, id));
    expect(frozen).toEqual({ rev: 1, values: { [TITLE]: 'Nabór' } });
    const late = await refused(sheets.save(anna, id, [change(TITLE, 'Nabór 2', 1), change(CONTACT, 'pokój 3')]));
    expect(late).toMatchObject({
      status: 409,
      code: 'SHEET_CLOSED',
      detail: expect.stringContaining('2 pola'),
      conflicts: [
        { field: TITLE, base: 'Nabór', theirs: 'Nabór', mine: 'Nabór 2' },
        { field: CONTACT, base: null, theirs: null, mine: 'pokój 3' },
      ],
    });
    expect(await sheets.save(anna, id, sent, save)).toEqual(first);
    expect(await sheets.read(id)).toMatchObject({ rev: 1, closed: true });
    await sheets.door.write(anna, (manager) => sheets.service.reopen(manager, id));
    expect(await sheets.save(anna, id, [change(TITLE, 'Nabór 2', 1)])).toMatchObject({ rev: 2, collisions: [] });
  });

  it('is 404 where there is none', async () => {
    expect(await refused(sheets.read(randomUUID()))).toMatchObject({ status: 404 });
    expect(await refused(sheets.save(anna, randomUUID(), [change(TITLE, 'x')]))).toMatchObject({ status: 404 });
    const { service } = sheets;
    const freeze = sheets.door.write(anna, (manager) => service.freeze(manager, randomUUID()));
    expect(await refused(freeze)).toMatchObject({ status: 404 });
    const reopen = sheets.door.write(anna, (manager) => service.reopen(manager, randomUUID()));
    expect(await refused(reopen)).toMatchObject({ status: 404 });
  });

  it('tells its history in pages that leave out nothing', async () => {
    const id = await sheets.fresh();
    for (let n = 0; n < 3; n++) {
      const items = Array.from({ length: 40 }, () => `meetings.attendance.${randomUUID()}`);
      await sheets.save(
        anna,
        id,
        items.map((item, at) => change(item, n * 40 + at)),
      );
    }
    const page = await sheets.door.read(anna, (manager) => sheets.service.history(manager, id, {}));
    expect([page.lines.length, page.before]).toEqual([80, 2]);
    const all = await sheets.history(id);
    expect(new Set(all.map(({ path }) => path)).size).toBe(120);
    expect(all.map(({ rev }) => rev)).toEqual([...all.map(({ rev }) => rev)].sort((a, b) => b - a));
    expect(await sheets.history(id, TITLE)).toEqual([]);
  });

  it('leaves one entry of the journal for a save, without long texts and without what was set aside', async () => {
    const id = await sheets.fresh();
    const text = 'Pytania: pokój 12, telefon 58 000 00 00';
    await sheets.save(barbara, id, [change(TITLE, 'jej')]);
    await sheets.save(anna, id, [change(CONTACT, text), change('basics.centres', 4), change(TITLE, 'tajne')]);
    await sheets.save(anna, id, [change('basics.centres', 4)]);
    const entries = await sheets.dataSource.query<{ details: unknown; changes: unknown }[]>(
      `select act, details, changes from journal where subject_kind = 'call' and subject_id = $1 order by seq`,
      [id],
    );
    expect(entries).toHaveLength(2);
    expect(entries[1]).toEqual({
      act: 'CHANGE_SHEET',
      details: { rev: 2, taken: 2, setAside: 1 },
      changes: [
        { field: CONTACT, before: null, after: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) } },
        { field: 'basics.centres', before: null, after: 4 },
      ],
    });
    expect(JSON.stringify(entries)).not.toMatch(/telefon|tajne/);
  });

  it('asks as many questions for a hundred fields as for one', async () => {
    const id = await sheets.fresh();
    const items = (n: number) =>
      Array.from({ length: n }, () => `meetings.attendance.${randomUUID()}`).flatMap((item, at) => [
        change(item, at),
        change(`${item}.people`, at + 1),
      ]);
    const [one, hundred] = [items(1), items(50)];
    const count = (changes: typeof one): Promise<number> => sheets.countQueries(() => sheets.save(anna, id, changes));
    const questions = await count(one);
    expect(await count(hundred)).toBe(questions);
    expect(questions).toBe(4);
    // All of them collide: one question more for all.
    const stale = (changes: typeof one) => changes.map(({ path, value }) => change(path, (value as number) + 1, 0));
    expect([await count(stale(one)), await count(stale(hundred))]).toEqual([5, 5]);
    expect(await sheets.countQueries(() => sheets.read(id))).toBe(1);
  });

  it('S-41: changes and deletes nothing of its history, not even as the owner of the tables', async () => {
    const id = await sheets.fresh();
    await sheets.save(anna, id, [change(TITLE, 'Nabór')]);
    const state = (act: Promise<unknown>) =>
      act.then(
        () => null,
        (error: unknown) => sqlStateOf(error),
      );
    for (const sql of [
      `update sheet_change set after = '"inne"'`,
      'delete from sheet_change',
      'truncate sheet_change',
      'delete from sheet_field',
      'delete from sheet_save',
      `update sheet set form = 'call/2'`,
      `update sheet_field set path = 'basics.purpose'`,
    ])
      expect([sql, await state(sheets.door.write(anna, (manager) => manager.query(sql)))]).toEqual([sql, '42501']);
    for (const sql of [`update sheet_change set after = '"inne"'`, 'delete from sheet_field', 'truncate sheet_save'])
      expect([sql, await state(sheets.dataSource.query(sql))]).toEqual([sql, '23001']);
  });
});
