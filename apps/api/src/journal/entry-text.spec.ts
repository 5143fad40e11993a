import { randomUUID } from 'node:crypto';
import { cloneDatabase, type TestDatabase } from '@zit/test-database';
import { canonicalJson, type JournalRecord } from '@zit/domain';
import fc from 'fast-check';
import { DataSource, type EntityManager } from 'typeorm';
import { dataSourceOptions } from '../database/data-source';
import { note, type Act, type Author } from './note';
import { exportJournal } from './export-journal';
import { ENTRY_TEXT } from './read-entries';
import { sealJournal } from './seal-journal';
import { verifyDatabase } from './verify-database';

describe('the text of an entry', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  beforeAll(async () => {
    database = await cloneDatabase();
    dataSource = await new DataSource(dataSourceOptions({ url: database.url, poolSize: 1 })).initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  const nobody: Author = { personId: null, actingFor: null };
  const subject = { kind: 'consortium', id: randomUUID() } as const;
  const newest = async (manager: EntityManager): Promise<{ text: string; at: string; seq: string }> => {
    const [row] = await manager.query<{ text: string; at: string; seq: string }[]>(
      `select ${ENTRY_TEXT} as text, j.seq, to_char(j.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
       from journal j order by j.seq desc limit 1`,
    );
    if (!row) throw new Error('no entry');
    return row;
  };
  const record = (found: { at: string; seq: string }, more: Partial<JournalRecord>): JournalRecord => ({
    seq: Number(found.seq),
    at: found.at,
    personId: null,
    organisationId: null,
    body: null,
    roles: [],
    act: 'CHANGE_CONSORTIUM',
    subject,
    details: {},
    changes: [],
    ...more,
  });

  it('is what canonical JSON writes of the whole, whatever stands in it', async () => {
    const word = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0'));
    const value = fc.jsonValue({
      stringUnit: fc.constantFrom('a', 'ą', '😀', '\u2028', '"', '\\', '\n', '\t', '/', '\x7f'),
    });
    const details = fc.dictionary(word, value, { noNullPrototype: true });
    await fc.assert(
      fc.asyncProperty(details, word, value, async (details, field, after) => {
        const changes = [{ field, before: null, after }];
        await note(dataSource.manager, nobody, { act: 'CHANGE_CONSORTIUM', subject, details, changes });
        const found = await newest(dataSource.manager);
        expect(found.text).toBe(canonicalJson(record(found, { details, changes })));
      }),
    );
  });

  it('names who acted, for whom and in which roles, and escapes what a careless hand wrote', async () => {
    const [person] = await dataSource.query<{ id: string }[]>(
      `insert into person (name, email) values ('Pracownik Gminy', 'gmina@zit.example') returning id`,
    );
    const body = 'ł "\\\n\u0001 😀';
    const act = 'CHANGE_CONSORTIUM' satisfies Act;
    await dataSource.query(
      `insert into journal (person_id, body, roles, act, subject_kind, subject_id) values ($1, $2, $3, $4, $2, $5)`,
      [person?.id, body, ['A"', 'b,c', 'ń'], act, subject.id],
    );
    const found = await newest(dataSource.manager);
    const said = {
      personId: person?.id ?? '',
      body,
      roles: ['A"', 'b,c', 'ń'],
      subject: { kind: body, id: subject.id },
    };
    expect(found.text).toBe(canonicalJson(record(found, said)));
  });

  it('stays readable when somebody sends what no text of the database can carry', async () => {
    const details = { title: 'a\0b\ud800c\udc00' };
    await note(dataSource.manager, nobody, { act: 'CHANGE_CONSORTIUM', subject, details });
    const found = await newest(dataSource.manager);
    expect(found.text).toBe(canonicalJson(record(found, { details: { title: 'a\ufffdb\ufffdc\ufffd' } })));
  });

  it('is one line, or is not taken', async () => {
    const insert = `insert into journal (act, subject_kind, subject_id, details) values ('AN_ACT', 'route', $1, $2)`;
    await expect(dataSource.query(insert, [subject.id, '{\n"a":1}'])).rejects.toThrow('journal_is_one_line');
    await dataSource.query(insert, [subject.id, '{ "a":1.0}']);
    expect((await newest(dataSource.manager)).text).toContain('"details":{ "a":1.0},');
  });

  it('is read in small steps where entries are big, and none is left out or read twice', async () => {
    const fill = (count: number, length: number): Promise<unknown> =>
      dataSource.query(
        `insert into journal (act, subject_kind, subject_id, details)
         select 'AN_ACT', 'route', $1, format('{"text":"%s"}', repeat('x', $2::int))::json from generate_series(1, $3)`,
        [subject.id, length, count],
      );
    await fill(410, 24_000);
    await fill(410, 10);
    const { entries } = await dataSource.transaction(sealJournal);
    const pages: number[] = [];
    const lines: string[] = [];
    for await (const page of exportJournal(dataSource.manager)) {
      pages.push(page.length);
      lines.push(...page);
    }
    expect(lines.filter((line) => line.startsWith('{"batch"'))).toHaveLength(entries);
    expect(pages.filter((length) => length === 20).length).toBeGreaterThan(0);
    expect(await verifyDatabase(dataSource.manager, null)).toMatchObject({ entries, unsealed: 0, fault: null });
  });
});
