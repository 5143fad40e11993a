import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cloneDatabase, type TestDatabase } from '@zit/test-database';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../database/data-source';
import { note } from '../journal/note';
import { sealJournal } from '../journal/seal-journal';
import { main } from './main';

describe('portal journal', () => {
  let database: TestDatabase;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'zit-journal-'));
    database = await cloneDatabase();
    const dataSource = await new DataSource(dataSourceOptions({ url: database.url, poolSize: 1 })).initialize();
    const nobody = { personId: null, actingFor: null };
    for (let n = 1; n <= 3; n++) {
      const subject = { kind: 'consortium', id: randomUUID() } as const;
      await note(dataSource.manager, nobody, { act: 'CREATE_CONSORTIUM', subject, details: { title: 'Żagiel' } });
    }
    await dataSource.transaction(sealJournal);
    await dataSource.destroy();
  });
  afterAll(async () => {
    await database.drop();
    await rm(folder, { recursive: true });
  });

  async function portal(args: string[], environment: Record<string, string> = { DATABASE_URL: database.url }) {
    let stdout = '';
    let stderr = '';
    const status = await main(['journal', ...args], {
      stdout: (text) => void (stdout += text),
      stderr: (text) => void (stderr += text),
      stdin: async function* () {},
      now: () => '2026-11-22T08:00:00.000Z',
      environment,
    });
    return { status, stdout, stderr };
  }
  const exported = async (change: (text: string) => string = (text) => text): Promise<string> => {
    const file = join(folder, `${randomUUID()}.jsonl`);
    await writeFile(file, change((await portal(['export'])).stdout));
    return file;
  };

  it('proves the database and an exported file, and says the newest seal', async () => {
    const { status, stdout, stderr } = await portal(['verify']);
    const verdict = JSON.parse(stdout) as { newest: string };
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: `Dziennik jest nienaruszony: 3\u00a0wpisy pod 1\u00a0pieczęcią. Najnowsza pieczęć: ${verdict.newest}.\n`,
    });
    const file = await exported();
    expect(await portal(['verify', file, '--expect', verdict.newest.toUpperCase()], {})).toEqual({
      status,
      stdout,
      stderr,
    });
  });

  it('names the first wrong entry and answers 1', async () => {
    const file = await exported((text) => text.replace(/("seq":2,.*)Żagiel/, '$1Żaglowiec'));
    expect(await portal(['verify', file])).toMatchObject({
      status: 1,
      stderr: 'Dziennik naruszono. Pierwsze złe miejsce: partia 1, wpis 2: wpis zmieniono po zapieczętowaniu.\n',
    });
    expect(await portal(['verify', '--expect', 'ab'.repeat(32)])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining(`nie ma pieczęci ${'ab'.repeat(32)}`) as string,
    });
  });

  it('answers 2 to what cannot be done, in one Polish sentence', async () => {
    expect(await portal(['verify'], {})).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('Nie wiadomo, gdzie jest baza danych') as string,
    });
    expect(await portal(['verify'], { DATABASE_URL: 'postgres://127.0.0.1:1/zit' })).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('nie odpowiada') as string,
    });
    expect(await portal(['verify', join(folder, 'none.jsonl')])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('nie ma takiego pliku') as string,
    });
    expect(await portal(['verify', '--expect', 'abc'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('nie jest skrótem pieczęci') as string,
    });
    expect((await portal(['export', 'file'])).status).toBe(2);
    expect((await portal(['burn'])).status).toBe(2);
  });
});
