import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPortal, type TestPortal } from '../../test/portal';
import { publishSeals } from '../journal/publish-seals';
import { chores, type Chore } from './chores';
import { WorkerService } from './worker.service';

const chore = (name: string): Chore => {
  const found = chores.find((one) => one.name === name);
  if (!found) throw new Error(`no chore ${name}`);
  return found;
};

describe('the worker', () => {
  let portal: TestPortal;
  let worker: WorkerService;
  beforeAll(async () => {
    portal = await startPortal();
    worker = portal.app.get(WorkerService, { strict: false });
  });
  beforeEach(() => portal.dataSource.query('delete from chore'));
  afterAll(() => portal.stop());

  it('forgets what signs nobody in any more, and keeps the rest', async () => {
    const old = await portal.as({ role: 'ADMINISTRATOR' });
    const young = await portal.as({ role: 'ADMINISTRATOR' });
    await portal.dataSource.query(`update session set seen_at = now() - interval '2 hours' where person_id = $1`, [
      old.personId,
    ]);
    await portal.dataSource.query(
      `insert into sign_in_attempt (key_sha256, at) values (sha256('a'), now() - interval '25 hours'), (sha256('b'), now())`,
    );
    await portal.dataSource.query(
      `insert into person_token (token_sha256, person_id, purpose, expires_at)
       values (sha256('a'), $1, 'RESET', now() - interval '2 days'), (sha256('b'), $1, 'RESET', now())`,
      [young.personId],
    );
    await portal.dataSource.query(
      `insert into passkey_challenge (challenge, made_at) values ('a', now() - interval '2 hours'), ('b', now())`,
    );
    await portal.dataSource.query(
      `insert into known_device (person_id, token_sha256, seen_at)
       values ($1, sha256('a'), now() - interval '401 days'), ($1, sha256('b'), now())`,
      [young.personId],
    );
    expect(await worker.doIfDue(chore('forget-expired'))).toEqual({
      faulty: 0,
      sessions: 1,
      attempts: 1,
      tokens: 1,
      presences: 0,
      challenges: 1,
      flows: 0,
      devices: 1,
    });
    expect((await young.get('/api/v1/session')).status).toBe(200);
  });

  it('does a chore once when several workers want to, and not again before its time', async () => {
    const all = await Promise.all([1, 2, 3].map(() => worker.doIfDue(chore('prove-documents'))));
    expect(all.filter((result) => result !== null)).toHaveLength(1);
    expect(await worker.doIfDue(chore('prove-documents'))).toBeNull();
    await portal.dataSource.query(`update chore set done_at = now() - interval '25 hours'`);
    expect(await worker.doIfDue(chore('prove-documents'))).toEqual({ faulty: 0, files: 0 });
  });

  it('finds a stored document whose bytes are not those that were sealed', async () => {
    await portal.dataSource.query('alter table document_file drop constraint document_file_document_fk');
    await portal.dataSource.query(
      `insert into document_file (document_id, format, sha256, bytes)
       select gen_random_uuid(), format, encode(sha256('right'), 'hex'), bytes
       from generate_series(1, 60), (values ('pdf', 'right'::bytea), ('docx', 'wrong'::bytea)) as f (format, bytes)`,
    );
    expect(await worker.doIfDue(chore('prove-documents'))).toEqual({ faulty: 60, files: 120 });
  });

  it('publishes the last seal of each day that is over, and never writes a file again', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'zit-seals-'));
    const seal = (batch: number, days: number): Promise<unknown> =>
      portal.dataSource.query(
        `insert into journal_seal (batch, count, merkle_root, previous_hash, hash, sealed_at)
         values ($1::int, 1, repeat('a', 64), encode(sha256($1::text::bytea), 'hex'),
           encode(sha256(($1::int + 1)::text::bytea), 'hex'), now() - $2 * interval '1 day')`,
        [batch, days],
      );
    for (const [at, days] of [3, 3, 2, 0].entries()) await seal(at + 1, days);
    const publish = () => portal.dataSource.transaction((manager) => publishSeals(manager, join(folder, 'of', 'days')));
    expect(await publish()).toBe(2);
    expect(await publish()).toBe(0);
    const files = await readdir(join(folder, 'of', 'days'));
    const batches = await Promise.all(
      files.sort().map(async (file) => {
        expect(file).toMatch(/^\d{4}-\d{2}-\d{2}\.json$/);
        return (JSON.parse(await readFile(join(folder, 'of', 'days', file), 'utf8')) as { batch: number }).batch;
      }),
    );
    expect(batches).toEqual([2, 3]);
    await rm(folder, { recursive: true });
  });

  it('goes on to the next chore when one fails', async () => {
    await portal.dataSource.query('alter table sign_in_attempt rename to away');
    await worker.tick();
    const done = await portal.dataSource.query<{ name: string }[]>('select name from chore');
    expect(done).toContainEqual({ name: 'prove-documents' });
    expect(done).not.toContainEqual({ name: 'forget-expired' });
    await portal.dataSource.query('alter table away rename to sign_in_attempt');
  });
});
