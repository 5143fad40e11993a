import { randomUUID } from 'node:crypto';
import { bodyOf, consortiumAccess, ROLES, type Grant } from '@zit/domain';
import { DataSource } from 'typeorm';
import { startPortal, type TestPortal } from '../../test/portal';
import { formSopot, type Sopot } from '../../test/sopot';
import { Door, type DoorUser } from './door';
import { sqlStateOf } from './sql-state';

const NOT_GRANTED = '42501';
/** What one consortium has rows in. */
const OF_CONSORTIA = ['consortium', 'member', 'budget_line', 'document'];
const SECRETS = [
  'session',
  'passkey',
  'totp',
  'recovery_code',
  'person_token',
  'mail',
  'invitation',
  'sign_in_attempt',
];

describe('the second wall: what the database itself lets through', () => {
  let portal: TestPortal;
  let door: Door;
  let sopot: Sopot;
  beforeAll(async () => {
    portal = await startPortal();
    door = portal.app.get(Door);
    sopot = await formSopot(portal);
    await sopot.administrator.post(`/api/v1/consortia/${sopot.id}/documents`, { kind: 'LETTER_OF_INTENT' });
  });
  afterAll(() => portal.stop());

  /** A person with this grant and its hat on. */
  const someone = async ({ role, organisationId, teryt }: Grant): Promise<DoorUser> => {
    const { personId } = await portal.as({ role, organisationId, teryt });
    return { personId, actingFor: organisationId, actingBody: organisationId ? null : bodyOf(role) };
  };
  const counts = (who: DoorUser): Promise<number[]> =>
    door.read(who, async (manager) => {
      const found = [];
      for (const table of OF_CONSORTIA) {
        const [row] = await manager.query<{ n: number }[]>(`select count(*)::int as n from ${table}`);
        found.push(row?.n ?? -1);
      }
      return found;
    });
  const allCounts = async (): Promise<number[]> => {
    const all = [];
    for (const table of OF_CONSORTIA)
      all.push((await portal.dataSource.query<[{ n: number }]>(`select count(*)::int as n from ${table}`))[0].n);
    return all;
  };
  const changed = (who: DoorUser, sql: string, values: unknown[] = []): Promise<number> =>
    door.write(who, async (manager) => (await manager.query<[unknown, number]>(sql, values))[1]);
  const refused = async (act: Promise<unknown>): Promise<string | null> =>
    sqlStateOf(
      await act.then(
        () => null,
        (error: unknown) => error,
      ),
    );

  it('sees, edits and issues exactly as the policy says, for every role, organisation and place', async () => {
    const standing = {
      teryt: '2264011',
      memberOrganisationIds: Object.values(sopot.organisations),
      leaderOrganisationIds: [sopot.organisations['M1'] ?? ''],
    };
    const all = await allCounts();
    expect(Math.min(...all)).toBeGreaterThan(0);
    const [outside] = await portal.dataSource.query<[{ id: string }]>(
      `insert into organisation (name, name_key, sector) values ('Obca', 'obca', 'NGO') returning id`,
    );
    const organisations = [sopot.organisations['M1'] ?? '', sopot.organisations['M2'] ?? '', outside.id];
    for (const role of ROLES)
      for (const organisationId of [...organisations, null])
        for (const teryt of ['2264011', '2264', '2262011', '2262', null]) {
          const grant = { role, organisationId, teryt };
          // Some roles name an organisation or a county; the table says so, and nobody can hold them otherwise.
          const who = await someone(grant).catch(() => null);
          if (!who) continue;
          const seat = organisationId === null ? null : await seatOf(organisationId);
          const expected = consortiumAccess([{ ...grant, teryt: teryt ?? seat }], standing);
          const edit = await changed(who, 'update consortium set updated_at = updated_at where id = $1', [sopot.id]);
          const [issue] = await door.read(who, (manager) =>
            manager.query<[{ may: boolean }]>(
              `select current_setting('app.edits_all') = 'true'
                 or coalesce($1 = any (nullif(current_setting('app.issued'), '')::uuid[]), false) as may`,
              [sopot.id],
            ),
          );
          expect([grant, await counts(who), edit, issue.may]).toEqual([
            grant,
            expected.see ? all : [0, 0, 0, 0],
            expected.edit ? 1 : 0,
            expected.issue,
          ]);
        }
  }, 120_000);

  const seatOf = async (id: string): Promise<string | null> => {
    const [row] = await portal.dataSource.query<[{ teryt: string | null }]>(
      'select teryt from organisation where id = $1',
      [id],
    );
    return row.teryt;
  };

  it('counts only the grants of the hat that is on', async () => {
    const organisationId = sopot.organisations['M2'] ?? '';
    const who = await someone({ role: 'EDITOR', organisationId, teryt: null });
    expect(await counts(who)).toEqual(await allCounts());
    for (const hat of [
      { actingFor: null, actingBody: null },
      { actingFor: null, actingBody: 'PROGRAMME' as const },
      { actingFor: sopot.organisations['M1'] ?? '', actingBody: null },
    ])
      expect(await counts({ ...who, ...hat })).toEqual([0, 0, 0, 0]);
  });

  it('S-39: shows nothing to a person without grants, to one who left, and to nobody', async () => {
    const gone = await someone({ role: 'ADMINISTRATOR', organisationId: null, teryt: null });
    await portal.dataSource.query('update person set left_at = now() where id = $1', [gone.personId]);
    const stranger = { personId: randomUUID(), actingFor: null, actingBody: 'PROGRAMME' as const };
    for (const who of [gone, stranger]) expect(await counts(who)).toEqual([0, 0, 0, 0]);
    const nobody = (sql: string) =>
      portal.dataSource.transaction(async (manager) => {
        await manager.query('set local role zit_app');
        return manager.query<unknown[]>(sql);
      });
    for (const table of [...OF_CONSORTIA, 'document_file', 'journal', 'role_grant'])
      expect([table, await nobody(`select from ${table}`)]).toEqual([table, []]);
    expect(await nobody('select id from person')).toEqual([]);
    // A person alone brings nothing: in sight is what scope_begin has worked out, and it was not called.
    const { personId } = sopot.administrator;
    for (const table of OF_CONSORTIA) {
      const said = `set local app.person = '${personId}'; set local app.acting_body = 'PROGRAMME'`;
      const found = await portal.dataSource.transaction(async (manager) => {
        await manager.query(`set local role zit_app; ${said}`);
        return manager.query<unknown[]>(`select from ${table}`);
      });
      expect([table, found]).toEqual([table, []]);
    }
    for (const table of [...OF_CONSORTIA, 'organisation', 'journal', 'person', 'role_grant'])
      expect(await refused(door.open((manager) => manager.query(`select from ${table}`)))).toBe(NOT_GRANTED);
  });

  it('S-39: lets a member of another consortium write nothing into this one', async () => {
    const [other] = await portal.dataSource.query<[{ id: string }]>(
      `insert into organisation (name, name_key, sector) values ('Inna', 'inna', 'NGO') returning id`,
    );
    const who = await someone({ role: 'COORDINATOR', organisationId: other.id, teryt: null });
    const before = await allCounts();
    for (const table of ['consortium', 'member', 'budget_line', 'document'])
      expect(await changed(who, `update ${table} set version = version + 1`)).toBe(0);
    expect(await changed(who, 'delete from budget_line')).toBe(0);
    const attempts = [
      [`insert into member (consortium_id, organisation_id, role, position) values ($1, $2, 'PARTNER', 99)`, other.id],
      [`insert into member (consortium_id, organisation_id, role, position) values ($1, $2, 'LEADER', 99)`, other.id],
      [
        `insert into document (consortium_id, kind, template_version, date, place, copies, created_by)
         values ($1, 'LETTER_OF_INTENT', '1', '2026-01-01', 'x', 1, $2)`,
        who.personId,
      ],
    ];
    for (const [sql, value] of attempts)
      expect(await refused(changed(who, sql ?? '', [sopot.id, value]))).toBe(NOT_GRANTED);
    const asAnother = `insert into journal (person_id, act, subject_kind, subject_id) values ($1, 'ACT_OF', 'route', $1)`;
    expect(await refused(changed(who, asAnother, [sopot.administrator.personId]))).toBe(NOT_GRANTED);
    expect(await allCounts()).toEqual(before);
  });

  it('S-41: nobody who works with the portal changes or removes an entry of the journal', async () => {
    const who = await someone({ role: 'ADMINISTRATOR', organisationId: null, teryt: null });
    for (const sql of [`update journal set act = 'OTHER'`, 'delete from journal', 'truncate journal cascade'])
      for (const through of [
        () => changed(who, sql),
        () => door.gate((manager) => manager.query(sql)),
        () => door.worker((manager) => manager.query(sql)),
      ])
        expect([sql, await refused(through())]).toEqual([sql, NOT_GRANTED]);
  });

  it('keeps secrets from people at work, and consortia from who recognises people', async () => {
    const who = await someone({ role: 'ADMINISTRATOR', organisationId: null, teryt: null });
    for (const table of SECRETS)
      expect([table, await refused(door.read(who, (manager) => manager.query(`select from ${table}`)))]).toEqual([
        table,
        NOT_GRANTED,
      ]);
    for (const column of ['password_hash', 'email'])
      expect(await refused(door.read(who, (manager) => manager.query(`select ${column} from person`)))).toBe(
        NOT_GRANTED,
      );
    for (const table of [...OF_CONSORTIA, 'document_file'])
      expect(await refused(door.gate((manager) => manager.query(`select from ${table}`)))).toBe(NOT_GRANTED);
  });

  it('S-39: names oneself and whoever did something with things in sight, and nobody else', async () => {
    const [outside] = await portal.dataSource.query<[{ id: string }]>(
      `insert into organisation (name, name_key, sector) values ('Dalsza', 'dalsza', 'NGO') returning id`,
    );
    const member = await someone({ role: 'EDITOR', organisationId: sopot.organisations['M2'] ?? '', teryt: null });
    const outsider = await someone({ role: 'EDITOR', organisationId: outside.id, teryt: null });
    const auditor = await someone({ role: 'AUDITOR', organisationId: null, teryt: null });
    const author = await someone({ role: 'EDITOR', organisationId: sopot.organisations['M1'] ?? '', teryt: null });
    const registrar = await someone({ role: 'EDITOR', organisationId: outside.id, teryt: null });
    const idle = await someone({ role: 'EDITOR', organisationId: outside.id, teryt: null });
    for (const [{ personId }, kind, id] of [
      [author, 'consortium', sopot.id],
      [registrar, 'organisation', outside.id],
      [idle, 'person', idle.personId],
    ] as const)
      await portal.dataSource.query(
        `insert into journal (person_id, act, subject_kind, subject_id) values ($1, 'ACT_OF', $2, $3)`,
        [personId, kind, id],
      );
    const people = [member, outsider, author, registrar, idle].map(({ personId }) => personId);
    const named = (who: DoorUser): Promise<string[]> =>
      door.read(who, async (manager) => {
        const rows = await manager.query<{ id: string }[]>('select id from person where id = any ($1)', [people]);
        return rows.map(({ id }) => id).sort();
      });
    expect(await named(member)).toEqual([member, author, registrar].map(({ personId }) => personId).sort());
    expect(await named(outsider)).toEqual([outsider, registrar].map(({ personId }) => personId).sort());
    expect(await named(auditor)).toEqual([...people].sort());
  });

  it('lets the auditor read everything but secrets, and write nothing', async () => {
    expect(await door.audit((manager) => manager.query('select count(*)::int as n from consortium'))).toEqual([
      { n: 1 },
    ]);
    for (const sql of ['select password_hash from person', 'select token_sha256 from session', 'select body from mail'])
      expect(await refused(door.audit((manager) => manager.query(sql)))).toBe(NOT_GRANTED);
    expect(await refused(door.audit((manager) => manager.query('update consortium set version = 2')))).not.toBeNull();
  });

  it('has in sight at once what a person founds, and to the end of the transaction what they leave', async () => {
    const organisationId = sopot.organisations['M2'] ?? '';
    const who = await someone({ role: 'COORDINATOR', organisationId, teryt: null });
    const id = randomUUID();
    const seen = await door.write(who, async (manager) => {
      const sees = async () => (await manager.query<unknown[]>('select from consortium where id = $1', [id])).length;
      await manager.query(
        `insert into consortium (id, title, title_key, local_centre_id, teryt, rule_set_version, created_by)
         select $1, 'Nowe', 'nowe', local_centre_id, teryt, rule_set_version, $2 from consortium where id = $3`,
        [id, who.personId, sopot.id],
      );
      const before = await sees();
      await manager.query(
        `insert into member (consortium_id, organisation_id, role, position) values ($1, $2, 'LEADER', 1)`,
        [id, organisationId],
      );
      const founded = await sees();
      await manager.query('update member set left_at = now() where consortium_id = $1', [id]);
      return [before, founded, await sees()];
    });
    expect(seen).toEqual([0, 1, 1]);
    expect(await door.read(who, (manager) => manager.query('select from consortium where id = $1', [id]))).toEqual([]);
    await portal.dataSource.query('delete from consortium where id = $1', [id]);
  });

  it('writes nothing on a way that only reads', async () => {
    const who = await someone({ role: 'ADMINISTRATOR', organisationId: null, teryt: null });
    const act = door.read(who, (manager) => manager.query('update consortium set updated_at = now()'));
    expect(await refused(act)).toBe('25006');
  });

  it('leaves no role and no person on the connection, however the work ended', async () => {
    const source = await new DataSource({ ...portal.dataSource.options, poolSize: 1 } as never).initialize();
    const alone = new Door(source);
    const who = await someone({ role: 'ADMINISTRATOR', organisationId: null, teryt: null });
    const left = () =>
      source.query(
        `select current_user = session_user as own, array(select name from unnest($1::text[]) name
           where coalesce(current_setting(name, true), '') <> '') as left`,
        [SETTINGS],
      );
    const within = await alone.read(who, (manager) =>
      manager.query('select array(select name from unnest($1::text[]) name where current_setting(name) <> $2) as set', [
        SETTINGS,
        '',
      ]),
    );
    expect(within).toEqual([{ set: ['app.person', 'app.acting_body', 'app.sees_all', 'app.edits_all'] }]);
    expect(await left()).toEqual([{ own: true, left: [] }]);
    await expect(alone.write(who, () => Promise.reject(new Error('changed my mind')))).rejects.toThrow(
      'changed my mind',
    );
    expect(await left()).toEqual([{ own: true, left: [] }]);
    await expect(alone.write(who, (manager) => manager.query('select 1/0'))).rejects.toThrow();
    expect(await left()).toEqual([{ own: true, left: [] }]);
    await source.destroy();
  });

  it('takes nothing but ids into the text that opens a transaction', () => {
    const who = { personId: `x'; reset role; --`, actingFor: null, actingBody: null };
    expect(() => door.read(who, () => Promise.resolve())).toThrow('not an id');
    const hat = { personId: randomUUID(), actingFor: null, actingBody: `'; reset role; --` as never };
    expect(() => door.read(hat, () => Promise.resolve())).toThrow('not a body');
  });

  it('stands before every table but those everybody may read', async () => {
    const bare = await portal.dataSource.query<{ name: string }[]>(
      `select relname as name from pg_class
       where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity)
       order by 1`,
    );
    expect(bare.map(({ name }) => name)).toEqual(OPEN_TABLES);
  });
});

/** Who asks, and what is in sight and in hand because of that. */
const SETTINGS = [
  ...['app.person', 'app.acting_for', 'app.acting_body'],
  ...['app.sees_all', 'app.edits_all', 'app.seen', 'app.edited', 'app.issued', 'app.joined', 'app.written'],
];

/** Reference, counters, chores, hashes of what was tried, and the seals that are published anyway. */
const OPEN_TABLES = [
  'call_number',
  'chore',
  'county',
  'document_counter',
  'journal_link',
  'journal_seal',
  'legal_form',
  'migration',
  'municipality',
  'rule_set',
  'sign_in_attempt',
];
