import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cloneDatabase, type TestDatabase } from '@zit/test-database';
import { canonicalJson, sealOf, type JournalVerdict } from '@zit/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { dataSourceOptions } from '../database/data-source';
import { inTransaction } from '../database/transaction';
import { exportJournal } from './export-journal';
import { note } from './note';
import { sealJournal } from './seal-journal';
import { sha256 } from './sha256';
import { verifyDatabase } from './verify-database';
import { verifyFile } from './verify-file';

const script = join(__dirname, '../../../dev/journal/verify-journal.mjs');
const INSERT = `insert into journal (at, act, subject_kind, subject_id) values ($1, 'PUT_IN', 'journal', gen_random_uuid())`;

describe('R-13: an owner of the database with time and patience', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'zit-journal-'));
    database = await cloneDatabase();
    dataSource = await new DataSource(dataSourceOptions({ url: database.url, poolSize: 2 })).initialize();
    const nobody = { personId: null, actingFor: null };
    for (const title of ['Żagiel', 'Kompas', 'Przystań']) {
      const subject = { kind: 'organisation', id: randomUUID() } as const;
      const changes = [{ field: 'email', before: null, after: `${title}@zit.example`, personal: true }];
      for (let n = 0; n < 2; n++)
        await note(dataSource.manager, nobody, { act: 'CHANGE_ORGANISATION', subject, details: { title }, changes });
      await dataSource.transaction(sealJournal);
    }
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
    await rm(folder, { recursive: true });
  });

  const exported = async (manager: EntityManager): Promise<string[]> => {
    const all: string[] = [];
    for await (const lines of exportJournal(manager)) all.push(...lines);
    return all;
  };
  const outsider = async (lines: readonly string[], kept: string | null): Promise<number> => {
    const file = join(folder, `${randomUUID()}.jsonl`);
    await writeFile(file, lines.map((line) => `${line}\n`).join(''));
    return new Promise((resolve) => {
      execFile(process.execPath, [script, file, ...(kept ? [kept] : [])], (error) => {
        resolve(error ? Number(error.code) : 0);
      });
    });
  };
  /** The verdict after an attack without triggers and foreign keys, on which both verifiers agree; it is taken back. */
  async function verdict(
    attack: (manager: EntityManager) => Promise<unknown>,
    kept: string | null = null,
  ): Promise<JournalVerdict> {
    const runner = dataSource.createQueryRunner();
    await runner.startTransaction();
    try {
      await runner.query('set local session_replication_role = replica');
      await attack(runner.manager);
      const found = await verifyDatabase(runner.manager, kept);
      const lines = await exported(runner.manager);
      expect((await verifyFile([lines.join('\n')], kept)).fault).toEqual(found.fault);
      expect(await outsider(lines, kept)).toBe(found.fault === null ? 0 : 1);
      return found;
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  }
  const newest = async (): Promise<string> => (await verifyDatabase(dataSource.manager, null)).newest ?? '';

  it.each([['-5'], ['0'], ['999999']])('cannot hide an entry from the sealer under batch %s', async (batch) => {
    const hide = async (manager: EntityManager) => {
      await manager.query(INSERT, [new Date()]);
      await manager.query(
        `insert into journal_link select max(seq), ${batch}, 1, encode(sha256('x'), 'hex') from journal`,
      );
      expect(await sealJournal(manager)).toEqual({ entries: 0, batches: 0 });
    };
    expect((await verdict(hide)).fault).toEqual({ kind: 'SEAL_MISSING', batch: Number(batch) });
  });

  it('cannot open the door to old entries with a seal that is dated back', async () => {
    const attack = async (manager: EntityManager) => {
      const [last] = await manager.query<[{ batch: number; hash: string }]>(
        'select batch, hash from journal_seal order by batch desc limit 1',
      );
      let after = last;
      for (const [at, sealedAt] of [
        [new Date(), new Date('2020-01-01T00:00:00.000Z')],
        [new Date('2021-01-01T00:00:00.000Z'), new Date()],
      ] as const) {
        await manager.query(INSERT, [at]);
        const lines = await exported(manager);
        const line = lines.find((one) => one.startsWith('{"batch":null')) ?? '';
        const leaf = sha256(line.slice(line.indexOf('"entry":') + 8, -1));
        const seal = sealOf([leaf], after, sealedAt.toISOString(), sha256);
        const { batch, count, merkleRoot, previousHash, hash } = seal;
        await manager.query(
          'insert into journal_seal (batch, count, merkle_root, previous_hash, hash, sealed_at) values ($1, $2, $3, $4, $5, $6)',
          [batch, count, merkleRoot, previousHash, hash, sealedAt],
        );
        await manager.query('insert into journal_link select max(seq), $1, 1, $2 from journal', [batch, leaf]);
        after = seal;
      }
    };
    expect((await verdict(attack)).fault).toMatchObject({ kind: 'ENTRY_LATE', batch: 5 });
  });

  it('is not found when the journal is emptied, but by whoever kept any of its seals', async () => {
    const [first] = await dataSource.query<[{ hash: string }]>('select hash from journal_seal where batch = 1');
    const empty = (manager: EntityManager) => manager.query('truncate journal, journal_link, journal_seal');
    expect(await verdict(empty)).toMatchObject({ entries: 0, fault: null });
    expect((await verdict(empty, first.hash)).fault).toMatchObject({ kind: 'EXPECTED_MISSING' });
  });

  it('is not found when an invented entry gives a time of less than an hour ago, or to come: a limit', async () => {
    for (const minutes of [-50, 24 * 60]) {
      const put = async (manager: EntityManager) => {
        await manager.query(INSERT, [new Date(Date.now() + minutes * 60_000)]);
        expect(await sealJournal(manager)).toEqual({ entries: 1, batches: 1 });
      };
      expect((await verdict(put)).fault).toBeNull();
    }
  });

  it('is not found when a personal value is altered; its hash in the entry no longer fits then: a limit', async () => {
    const fits = async (manager: EntityManager): Promise<boolean[]> => {
      const rows = await manager.query<{ sha256: string; salt: string; value: unknown }[]>(
        'select sha256, salt, value from journal_personal order by written_at',
      );
      return rows.map((row) => sha256(row.salt + canonicalJson(row.value)) === row.sha256);
    };
    expect(await fits(dataSource.manager)).toEqual(Array<boolean>(6).fill(true));
    for (const set of [`value = '"inny@zit.example"'`, `salt = 'ab'`]) {
      const alter = async (manager: EntityManager) => {
        await manager.query(`update journal_personal set ${set}`);
        expect(await fits(manager)).toEqual(Array<boolean>(6).fill(false));
      };
      expect((await verdict(alter)).fault).toBeNull();
    }
  });

  it('cannot cut a file anywhere but behind a seal, and with a kept seal not even there', async () => {
    const kept = await newest();
    const lines = await exported(dataSource.manager);
    for (let end = 1; end < lines.length; end++) {
      const cut = lines.slice(0, end);
      const clean = end === 1 || (cut.at(-1) ?? '').startsWith('{"seal"');
      expect((await verifyFile([cut.join('\n')], null)).fault === null).toBe(clean);
      expect(await outsider(cut, null)).toBe(clean ? 0 : 1);
      expect((await verifyFile([cut.join('\n')], kept)).fault).not.toBeNull();
      expect(await outsider(cut, kept)).toBe(1);
    }
  });

  it('is proven by a role that can only read, in one state of the journal, while acts and the sealer go on', async () => {
    const opening = 'START TRANSACTION READ ONLY; SET LOCAL ROLE zit_auditor';
    const kept = await newest();
    await inTransaction(
      dataSource,
      async (manager) => {
        await manager.query('set transaction isolation level repeatable read');
        const before = await verifyDatabase(manager, kept);
        await dataSource.query(INSERT, [new Date()]);
        await dataSource.transaction(sealJournal);
        expect(await verifyDatabase(manager, kept)).toEqual(before);
        await manager.query('savepoint reading');
        await expect(manager.query(INSERT, [new Date()])).rejects.toThrow(/permission denied|read-only/);
        await manager.query('rollback to savepoint reading');
      },
      opening,
    );
    expect(await verifyDatabase(dataSource.manager, kept)).toMatchObject({ batches: 4, fault: null });
  });
});
