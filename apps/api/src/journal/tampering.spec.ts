import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cloneDatabase, type TestDatabase } from '@zit/test-database';
import type { JournalFault, JournalVerdict } from '@zit/domain';
import fc from 'fast-check';
import { DataSource, type EntityManager } from 'typeorm';
import { dataSourceOptions } from '../database/data-source';
import { exportJournal } from './export-journal';
import { note } from './note';
import { sealJournal } from './seal-journal';
import { verifyDatabase } from './verify-database';
import { verifyFile } from './verify-file';

const script = join(__dirname, '../../../dev/journal/verify-journal.mjs');

describe('R-13: a journal that somebody with every right in the database has tampered with', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'zit-journal-'));
    database = await cloneDatabase();
    dataSource = await new DataSource(dataSourceOptions({ url: database.url, poolSize: 2 })).initialize();
    for (const count of [7, 5, 9, 4]) await dataSource.transaction((manager) => actAndSeal(manager, count));
    await act(dataSource.manager, 1);
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
    await rm(folder, { recursive: true });
  });

  const whole = async (manager: EntityManager): Promise<string> => {
    let text = '';
    for await (const lines of exportJournal(manager)) for (const line of lines) text += `${line}\n`;
    return text;
  };

  /** What the independent verifier says of a file. */
  const outsider = async (text: string, kept: string | null): Promise<{ code: number; said: string }> => {
    const file = join(folder, `${randomUUID()}.jsonl`);
    await writeFile(file, text);
    return new Promise((resolve) => {
      execFile(process.execPath, [script, file, ...(kept ? [kept] : [])], (error, said) => {
        resolve({ code: error ? Number(error.code) : 0, said });
      });
    });
  };

  /** Tampers with triggers and foreign keys switched off, asks every verifier, and takes it back. */
  async function tampered(
    how: (manager: EntityManager) => Promise<unknown>,
    { kept = null, script = true }: { kept?: string | null; script?: boolean } = {},
  ): Promise<JournalFault | null> {
    const runner = dataSource.createQueryRunner();
    await runner.startTransaction();
    try {
      await runner.query('set local session_replication_role = replica');
      await how(runner.manager);
      const { fault } = await verifyDatabase(runner.manager, kept);
      const text = await whole(runner.manager);
      const read = await verifyFile([text], kept);
      expect(read.fault === null).toBe(fault === null);
      if (script) expect((await outsider(text, kept)).code).toBe(fault === null ? 0 : 1);
      return fault;
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  }
  const sql =
    (text: string, parameters: unknown[] = []) =>
    (manager: EntityManager) =>
      manager.query(text, parameters);

  it('is found whole by both verifiers when nobody touched it', async () => {
    const verdict = await verifyDatabase(dataSource.manager, null);
    expect(verdict).toMatchObject({
      batches: 4,
      entries: 25,
      unsealed: 1,
      fault: null,
    } satisfies Partial<JournalVerdict>);
    const text = await whole(dataSource.manager);
    expect(await verifyFile([text], verdict.newest)).toEqual(verdict);
    // In pieces that cut lines and letters apart it is the same file.
    expect(await verifyFile(text.match(/[^]{1,97}/gu) ?? [], verdict.newest)).toEqual(verdict);
    const { code, said } = await outsider(text, verdict.newest);
    expect(said).toContain('wpisów pod pieczęciami: 25, pieczęci: 4, bez pieczęci: 1');
    expect(code).toBe(0);
  });

  it('cannot be changed without switching the triggers off, not even by its owner', async () => {
    for (const table of ['journal', 'journal_link', 'journal_seal'])
      for (const statement of [`delete from ${table}`, `truncate ${table} cascade`])
        await expect(dataSource.query(statement)).rejects.toThrow('append-only');
    await expect(dataSource.query(`update journal set act = 'OTHER'`)).rejects.toThrow('append-only');
    await expect(dataSource.query('update journal_link set position = 1')).rejects.toThrow('append-only');
    await expect(dataSource.query('update journal_seal set count = 1')).rejects.toThrow('append-only');
  });

  it.each<[string, string, JournalFault]>([
    ['altered', `update journal set details = '{"n": 1}' where seq = 9`, { kind: 'ENTRY_CHANGED', batch: 2, seq: 9 }],
    [
      'of another person',
      'update journal set person_id = gen_random_uuid() where seq = 9',
      { kind: 'ENTRY_CHANGED', batch: 2, seq: 9 },
    ],
    [
      'dated back',
      `update journal set at = at - interval '1 s' where seq = 9`,
      { kind: 'ENTRY_CHANGED', batch: 2, seq: 9 },
    ],
    [
      'written in another way that means the same',
      `update journal set changes = replace(changes::text, '1e+21', '1E21')::json where seq = 9`,
      { kind: 'ENTRY_CHANGED', batch: 2, seq: 9 },
    ],
    ['deleted', 'delete from journal where seq = 13', { kind: 'ENTRY_MISSING', batch: 3, seq: 13 }],
  ])('names the entry that was %s', async (_, statement, fault) => {
    expect(await tampered(sql(statement))).toEqual(fault);
  });

  it('names entries that were swapped, together with their leaves or without', async () => {
    const swap = `update journal j set details = o.details, changes = o.changes from journal o
      where (j.seq, o.seq) in ((3, 4), (4, 3))`;
    expect(await tampered(sql(swap))).toEqual({ kind: 'ENTRY_CHANGED', batch: 1, seq: 3 });
    const places = async (manager: EntityManager) => {
      await manager.query('update journal_link set position = 107 - position where batch = 1 and position in (3, 4)');
      await manager.query('update journal_link set position = position - 100 where position > 100');
    };
    expect(await tampered(places)).toEqual({ kind: 'ENTRY_MOVED', batch: 1, seq: 3 });
  });

  it('names what was put in or taken out together with its link', async () => {
    const remove = async (manager: EntityManager) => {
      await manager.query('delete from journal_link where seq = 14');
      await manager.query('delete from journal where seq = 14');
    };
    expect(await tampered(remove)).toEqual({ kind: 'ENTRY_MOVED', batch: 3, seq: 15 });
    const put = async (manager: EntityManager) => {
      const [{ seq }] = await manager.query<[{ seq: string }]>(
        `insert into journal (act, subject_kind, subject_id) values ('PUT_IN', 'consortium', $1) returning seq`,
        [randomUUID()],
      );
      await manager.query(`insert into journal_link values ($1, 2, 6, encode(sha256('x'), 'hex'))`, [seq]);
    };
    expect(await tampered(put)).toMatchObject({ kind: 'ENTRY_CHANGED', batch: 2 });
    const backdated = `insert into journal (at, act, subject_kind, subject_id)
      values (now() - interval '2 hours', 'PUT_IN', 'consortium', '${randomUUID()}')`;
    expect(await tampered(sql(backdated))).toMatchObject({ kind: 'ENTRY_UNSEALED' });
  });

  it('names the next seal when an altered batch was sealed anew, and the seal that was taken out', async () => {
    const reseal = async (manager: EntityManager) => {
      await manager.query(`update journal set details = '{"n": 1}' where seq = 20`);
      await forgeSeal(manager, 3);
    };
    expect(await tampered(reseal)).toMatchObject({ kind: 'CHAIN', batch: 4 });
    expect(await tampered(sql('delete from journal_seal where batch = 2'))).toEqual({ kind: 'SEAL_MISSING', batch: 2 });
    expect(await tampered(sql('delete from journal_seal where batch = 4'))).toEqual({ kind: 'SEAL_MISSING', batch: 4 });
    const later = `update journal_seal set sealed_at = sealed_at + interval '1 s' where batch = 4`;
    expect(await tampered(sql(later))).toEqual({ kind: 'SEAL_HASH', batch: 4 });
  });

  it('finds a cut tail, and a chain made anew to its end, only with a seal that somebody kept', async () => {
    const { newest: kept } = await verifyDatabase(dataSource.manager, null);
    const cut = async (manager: EntityManager) => {
      await manager.query('delete from journal where seq in (select seq from journal_link where batch >= 3)');
      await manager.query('delete from journal_link where batch >= 3');
      await manager.query('delete from journal_seal where batch >= 3');
    };
    expect(await tampered(cut)).toBeNull();
    expect(await tampered(cut, { kept })).toEqual({ kind: 'EXPECTED_MISSING', batch: null, hash: kept });
    const anew = async (manager: EntityManager) => {
      await manager.query(`update journal set details = '{"n": 1}' where seq = 20`);
      await forgeSeal(manager, 3);
      await forgeSeal(manager, 4);
    };
    expect(await tampered(anew)).toBeNull();
    expect(await tampered(anew, { kept })).toEqual({ kind: 'EXPECTED_MISSING', batch: null, hash: kept });
  });

  it('finds each of 200 random single changes', async () => {
    const [{ last }] = await dataSource.query<[{ last: number }]>('select max(seq)::int as last from journal_link');
    const change = fc.record({
      seq: fc.integer({ min: 1, max: last }),
      batch: fc.integer({ min: 1, max: 4 }),
      kind: fc.constantFrom(...Object.keys(CHANGES)),
      text: fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme-ascii' }),
    });
    let asked = 0;
    await fc.assert(
      fc.asyncProperty(change, async ({ seq, batch, kind, text }) => {
        const { statement, of } = CHANGES[kind] ?? { statement: '', of: 'seq' };
        const how = sql(statement, [of === 'seq' ? seq : batch, ...(statement.includes('$2') ? [text] : [])]);
        expect(await tampered(how, { script: ++asked % 20 === 0 })).not.toBeNull();
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  it('finds each of 100 random single bytes of an exported file', async () => {
    const text = await whole(dataSource.manager);
    // The entries behind the last seal are protected by nothing yet.
    const sealed = text.lastIndexOf('{"batch":null');
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 26, max: sealed - 2 }),
        fc.constantFrom('0', '1', 'x', '"'),
        async (at, put) => {
          fc.pre(text[at] !== put);
          const { fault } = await verifyFile([text.slice(0, at) + put + text.slice(at + 1)], null);
          expect(fault).not.toBeNull();
        },
      ),
      { numRuns: 100 },
    );
  });
});

/** One change each, of an entry or of a seal. */
const CHANGES: Readonly<Record<string, { statement: string; of: 'seq' | 'batch' }>> = {
  act: { statement: `update journal set act = 'OTHER_ACT' where seq = $1`, of: 'seq' },
  at: { statement: `update journal set at = at + interval '1 microsecond' where seq = $1`, of: 'seq' },
  details: {
    statement: `update journal set details = (details::jsonb || jsonb_build_object('x', $2::text))::json where seq = $1`,
    of: 'seq',
  },
  changes: {
    statement: `update journal set changes = (changes::jsonb || jsonb_build_array($2::text))::json where seq = $1`,
    of: 'seq',
  },
  roles: { statement: 'update journal set roles = roles || $2::text where seq = $1', of: 'seq' },
  body: { statement: 'update journal set body = $2::text where seq = $1', of: 'seq' },
  subject: { statement: 'update journal set subject_id = gen_random_uuid() where seq = $1', of: 'seq' },
  entryGone: { statement: 'delete from journal where seq = $1', of: 'seq' },
  linkGone: { statement: 'delete from journal_link where seq = $1', of: 'seq' },
  leaf: { statement: `update journal_link set leaf = encode(sha256('x'), 'hex') where seq = $1`, of: 'seq' },
  place: { statement: 'update journal_link set position = position + 100 where seq = $1', of: 'seq' },
  root: { statement: `update journal_seal set merkle_root = encode(sha256('x'), 'hex') where batch = $1`, of: 'batch' },
  hash: { statement: `update journal_seal set hash = encode(sha256('x'), 'hex') where batch = $1`, of: 'batch' },
  previous: {
    statement: `update journal_seal set previous_hash = encode(sha256('x'), 'hex') where batch = $1`,
    of: 'batch',
  },
  count: { statement: 'update journal_seal set count = count + 1 where batch = $1', of: 'batch' },
  sealedAt: {
    statement: `update journal_seal set sealed_at = sealed_at + interval '1 ms' where batch = $1`,
    of: 'batch',
  },
  sealGone: { statement: 'delete from journal_seal where batch = $1', of: 'batch' },
};

async function actAndSeal(manager: EntityManager, count: number): Promise<void> {
  await act(manager, count);
  expect(await sealJournal(manager)).toEqual({ entries: count, batches: 1 });
}

/** Acts of nobody in particular, with words that a careless writer of JSON would spoil. */
async function act(manager: EntityManager, count: number): Promise<void> {
  for (let n = 0; n < count; n++)
    await note(
      manager,
      { personId: null, actingFor: null, actingBody: 'PROGRAMME', grants: [{ role: 'ADMINISTRATOR' }] },
      {
        act: 'CHANGE_CONSORTIUM',
        subject: { kind: 'consortium', id: randomUUID() },
        details: { n: n / 8, title: 'Łódź „Żagiel”\n\\ "', empty: null },
        changes: [{ field: 'title', before: null, after: ['ą', { b: 1e21, a: true }] }],
      },
    );
}

/** Seals a batch again over what its entries are now, as a forger would: leaves, root and hash fit. */
async function forgeSeal(manager: EntityManager, batch: number): Promise<void> {
  await manager.query('alter table journal_seal drop constraint if exists journal_seal_follows_one');
  const gone = await manager.query<{ seq: string }[]>('select seq from journal_link where batch = $1', [batch]);
  const later = await manager.query<unknown[]>('select * from journal_seal where batch > $1', [batch]);
  const links = await manager.query<unknown[]>('select * from journal_link where batch <> $1', [batch]);
  await manager.query('delete from journal_link');
  await manager.query('delete from journal_seal where batch >= $1', [batch]);
  // All entries but those of the batch count as linked while the sealer works.
  const rest = `insert into journal_link select seq, 0, seq, encode(sha256('x'), 'hex') from journal where seq <> all($1)`;
  await manager.query(rest, [gone.map(({ seq }) => seq)]);
  await sealJournal(manager);
  await manager.query('delete from journal_link where batch = 0');
  for (const [table, rows] of [
    ['journal_seal', later],
    ['journal_link', links],
  ] as const)
    await manager.query(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1)`, [
      JSON.stringify(rows),
    ]);
}
