import { startPortal, type TestPortal } from '../../test/portal';
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

  it('goes on to the next chore when one fails', async () => {
    await portal.dataSource.query('alter table sign_in_attempt rename to away');
    await worker.tick();
    const done = await portal.dataSource.query<{ name: string }[]>('select name from chore');
    expect(done).toContainEqual({ name: 'prove-documents' });
    expect(done).not.toContainEqual({ name: 'forget-expired' });
    await portal.dataSource.query('alter table away rename to sign_in_attempt');
  });
});
