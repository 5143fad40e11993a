import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { AddressInfo } from 'node:net';
import type { ConsortiumPage, ConsortiumResponse, HealthResponse } from '@zit/contracts';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { caller, type Caller } from '../../test/portal';
import { must, SOPOT_CENTRE } from '../../test/sopot';
import { createPortal } from '../http/portal';
import { readSettings, type Settings } from '../http/settings';
import { plantDemo } from '../seed/demo-seed';
import { newToken, sha256 } from '../session/token';
import { chores } from '../worker/chores';
import { WorkerService } from '../worker/worker.service';
import { dataSourceOptions } from './data-source';
import { migrate } from './migrate';
import { taking } from './opening';
import { LoginFault, refuseMightyLogin } from './serving-login';
import { sqlStateOf } from './sql-state';

const INIT = resolve(__dirname, '../../../dev/deploy/postgres-init.sh');
const PASSWORD = 'p';

/** What a real installation runs first, with names of this test's own instead of `portal`. */
function initStatements(name: string): [before: string[], within: string[]] {
  const [, sql = ''] = readFileSync(INIT, 'utf8').match(/<<'SQL'\n([\s\S]*?)\nSQL/) ?? [];
  const [before = '', within = ''] = sql
    .replaceAll(/\bportal(?=\b|_owner)/g, name)
    .replaceAll(/:'\w+'/g, `'${PASSWORD}'`)
    .split(`\\connect ${name}\n`);
  const statements = (part: string): string[] => part.split(/;\n(?=\S)/);
  return [statements(before), statements(within)];
}

describe('an installation whose roles are ordinary', () => {
  const name = `p_${randomBytes(6).toString('hex')}`;
  const urlOf = (user: string): string => {
    const url = new URL(process.env['TEST_POSTGRES_URL'] ?? '');
    return Object.assign(url, { username: user, password: PASSWORD, pathname: `/${name}` }).toString();
  };
  let superuser: DataSource;
  let login: DataSource;
  let app: NestFastifyApplication;
  let origin: string;

  beforeAll(async () => {
    const url = process.env['TEST_POSTGRES_URL'] ?? '';
    superuser = await new DataSource(dataSourceOptions({ url, poolSize: 1 })).initialize();
    const [before, within] = initStatements(name);
    for (const statement of before) await superuser.query(statement);
    const inside = Object.assign(new URL(url), { pathname: `/${name}` }).toString();
    const connected = await new DataSource(dataSourceOptions({ url: inside, poolSize: 1 })).initialize();
    for (const statement of within) await connected.query(statement);
    await connected.destroy();
    expect((await migrate(urlOf(`${name}_owner`))).length).toBeGreaterThan(0);
    const settings = readSettings({
      DATABASE_URL: urlOf(name),
      PORT: '0',
      LOG_LEVEL: 'silent',
      SECRET_KEY: name + name + name,
    });
    app = await createPortal(settings);
    await app.listen(0, '127.0.0.1');
    origin = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
    login = app.get(DataSource);
  }, 60_000);
  afterAll(async () => {
    await app.close();
    await superuser.query(`drop database ${name} with (force)`);
    await superuser.query(`drop role ${name}, ${name}_owner`);
    await superuser.destroy();
  });

  /** Written with the gate's role, as signing in would. */
  const signedIn = (role: string, organisation: string | null): Promise<Caller> =>
    login.transaction(async (manager) => {
      await manager.query(taking('zit_gate', null).join('; '));
      const [person] = await manager.query<[{ id: string }]>(
        `insert into person (name, email) values ('Osoba z testu', $1) returning id`,
        [`${randomBytes(6).toString('hex')}@example.test`],
      );
      await manager.query('insert into role_grant (person_id, role, organisation_id) values ($1, $2, $3)', [
        person.id,
        role,
        organisation,
      ]);
      const token = newToken();
      await manager.query(
        'insert into session (token_sha256, person_id, acting_for, acting_body) values ($1, $2, $3, $4)',
        [sha256(token), person.id, organisation, organisation ? null : 'PROGRAMME'],
      );
      return caller(origin, person.id, token);
    });

  it('migrates an empty database by an owner who is no superuser', async () => {
    const roles = await superuser.query(
      'select rolsuper or rolbypassrls as all_powerful from pg_roles where rolname = any ($1)',
      [[name, `${name}_owner`, 'zit_app', 'zit_gate', 'zit_worker', 'zit_auditor', 'zit_public', 'zit_scope']],
    );
    expect(roles).toEqual(Array.from({ length: 8 }, () => ({ all_powerful: false })));
  });

  it('is ready, lets people work and does its chores', async () => {
    const { body } = await caller(origin, '', null).get<HealthResponse>('/readyz');
    expect(body).toMatchObject({ status: 'ok' });
    const administrator = await signedIn('ADMINISTRATOR', null);
    const { id: organisation } = must(
      await administrator.post<{ id: string }>('/api/v1/organisations', { name: 'Fundacja Zwykła', sector: 'NGO' }),
    );
    const coordinator = await signedIn('COORDINATOR', organisation);
    const { id } = must(
      await coordinator.post<ConsortiumResponse>('/api/v1/consortia', { title: 'Zwykłe', localCentreId: SOPOT_CENTRE }),
    );
    const left = must(
      await coordinator.post<ConsortiumResponse>(
        `/api/v1/consortia/${id}/members/${must(await coordinator.get<ConsortiumResponse>(`/api/v1/consortia/${id}`)).members[0]?.id}/exit`,
        {},
      ),
    );
    expect(left.members).toEqual([]);
    expect((await coordinator.get(`/api/v1/consortia/${id}`)).status).toBe(404);
    expect(must(await administrator.get<ConsortiumPage>('/api/v1/consortia')).items).toHaveLength(1);
    for (const chore of chores) expect(await app.get(WorkerService).doIfDue(chore)).toMatchObject({ faulty: 0 });
  }, 60_000);

  it('S-41: may do nothing by the login itself, and the owner sees no row and changes no entry', async () => {
    const stateOf = async (act: Promise<unknown>) =>
      sqlStateOf(
        await act.then(
          () => null,
          (error: unknown) => error,
        ),
      );
    for (const sql of ['select from consortium', 'select from person', 'delete from journal', 'select from session'])
      expect([sql, await stateOf(login.query(sql))]).toEqual([sql, '42501']);
    const owner = await new DataSource(dataSourceOptions({ url: urlOf(`${name}_owner`), poolSize: 1 })).initialize();
    for (const table of ['consortium', 'person', 'journal', 'mail'])
      expect([table, await owner.query(`select from ${table}`)]).toEqual([table, []]);
    await expect(owner.query('delete from journal')).rejects.toThrow(/append-only/);
    await owner.destroy();
  });

  it('serves with no login that has rights of its own, says why, and the statements it names mend it', async () => {
    const faultOf = async (user: string): Promise<string | null> => {
      const settings = { mode: 'real', worker: 'separate', databaseUrl: urlOf(user) } as Settings;
      const fault = await refuseMightyLogin(settings).catch((error: unknown) => error);
      if (fault === undefined) return null;
      if (!(fault instanceof LoginFault)) throw fault;
      return fault.message;
    };
    expect(await faultOf(name)).toBeNull();
    expect(await faultOf(`${name}_owner`)).toContain('jest właścicielem tabel');
    await superuser.query(`alter role ${name} superuser`);
    expect(await faultOf(name)).toContain('omija prawa do wierszy');
    await superuser.query(`alter role ${name} nosuperuser bypassrls`);
    expect(await faultOf(name)).toContain('omija prawa do wierszy');
    await superuser.query(`alter role ${name} nobypassrls inherit`);
    await superuser.query(`revoke zit_app, zit_gate from ${name}`);
    await superuser.query(`grant zit_app, zit_gate to ${name}`);
    const inherits = await faultOf(name);
    expect(inherits).toMatch(/dziedziczy prawa ról portalu \(zit_app, .*zit_gate/);
    await superuser.query(inherits?.split('jako jej administrator: ')[1] ?? '');
    expect(await faultOf(name)).toBeNull();
    const demo = { mode: 'demo', worker: 'separate', databaseUrl: process.env['TEST_POSTGRES_URL'] } as Settings;
    await expect(refuseMightyLogin(demo)).resolves.toBeUndefined();
  });

  it('plants the demo through the same roles', async () => {
    const planted = await plantDemo(login);
    expect(planted.consortia).toBeGreaterThan(0);
  }, 60_000);
});
