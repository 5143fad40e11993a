import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { startPortal, type TestPortal } from '../../test/portal';
import { findSession } from '../session/find-session';
import { newToken, sha256 } from '../session/token';
import { Door } from './door';
import type { GateKey } from './gate-key';
import { sqlStateOf } from './sql-state';

/** Tables of people, with the column that says whose a row is. */
const OF_PEOPLE: Readonly<Record<string, string>> = {
  person: 'id',
  role_grant: 'person_id',
  session: 'person_id',
  known_device: 'person_id',
  passkey: 'person_id',
  totp: 'person_id',
  recovery_code: 'person_id',
  external_identity: 'person_id',
  person_token: 'person_id',
  acknowledgement: 'person_id',
  erasure: 'person_id',
  journal_personal: 'person_id',
  journal: 'person_id',
};

/** The gate with everybody in sight: what for. */
const EVERYBODY: Readonly<Record<string, string>> = {
  'account/reset-writer.ts': 'works off requests of whoever asked, behind the answer',
  'cli/create-administrator.ts': 'is there an administrator at all',
  'health/readiness.ts': 'counts mails that wait',
  'mail/mailbox.controller.ts': 'the mails of the demo, and only there',
  'personal/export.service.ts': 'mails and invitations to addresses that a person had before',
  'seed/demo-seed.ts': 'plants the people of the demo',
  'seed/plant-received.ts': 'finds the people of the demo by the names of the sample',
  'session/demo.controller.ts': 'lists the people of the demo, and only there',
  'session/first-administrator.ts': 'is there an administrator at all',
};

interface Known {
  id: string;
  email: string;
  session: Buffer;
  sessionId: string;
  link: Buffer;
  subject: string;
  passkey: string;
}

describe('the second wall at the gate: nobody but who was named', () => {
  let portal: TestPortal;
  let door: Door;
  let compass: string;
  let harbour: string;
  let owner: Known;
  let colleague: Known;
  let stranger: Known;
  let administrator: Known;
  let auditor: Known;

  beforeAll(async () => {
    portal = await startPortal();
    door = portal.app.get(Door);
    [compass, harbour] = [await organisation('Kompas'), await organisation('Przystań')];
    owner = await person('OWNER', compass);
    colleague = await person('EDITOR', compass);
    stranger = await person('OWNER', harbour);
    administrator = await person('ADMINISTRATOR', null);
    auditor = await person('AUDITOR', null);
  });
  afterAll(() => portal.stop());

  const sql = <Row>(text: string, values: unknown[] = []) => portal.dataSource.query<Row[]>(text, values);
  const one = async (text: string, values: unknown[]): Promise<string> =>
    (await sql<{ id: string }>(text, values))[0]?.id ?? '';
  const organisation = (name: string): Promise<string> =>
    one(`insert into organisation (name, name_key, sector) values ($1, lower($1), 'NGO') returning id`, [name]);

  /** Somebody with a row in every table of people. */
  async function person(role: string, organisationId: string | null): Promise<Known> {
    const [session, link] = [sha256(newToken()), sha256(newToken())];
    const subject = newToken();
    const email = `${subject.toLowerCase()}@gate.test`;
    const id = await one(`insert into person (name, email) values ('Osoba z testu', $1) returning id`, [email]);
    await sql('insert into role_grant (person_id, role, organisation_id) values ($1, $2, $3)', [
      id,
      role,
      organisationId,
    ]);
    const sessionId = await one('insert into session (token_sha256, person_id) values ($1, $2) returning id', [
      session,
      id,
    ]);
    await sql('insert into known_device (person_id, token_sha256) values ($1, $2)', [id, session]);
    await sql(
      `insert into passkey (person_id, credential_id, public_key, counter, backup_eligible, backed_up, name)
       values ($1, $2, '\\x00', 0, false, false, 'Klucz')`,
      [id, subject],
    );
    await sql(`insert into totp (person_id, next_secret) values ($1, 'sealed')`, [id]);
    await sql('insert into recovery_code (person_id, code_sha256) values ($1, $2)', [id, session]);
    await sql(`insert into external_identity (person_id, issuer, subject) values ($1, 'https://id.test', $2)`, [
      id,
      subject,
    ]);
    await sql(
      `insert into person_token (token_sha256, person_id, purpose, expires_at) values ($1, $2, 'RESET', now() + interval '1 hour')`,
      [link, id],
    );
    await sql(`insert into acknowledgement (person_id, clause, version) values ($1, 'KONTO', '1')`, [id]);
    await sql('insert into erasure (person_id) values ($1)', [id]);
    await sql(`insert into journal_personal (sha256, salt, value, person_id) values ($1, '', '"x"', $2)`, [
      subject,
      id,
    ]);
    await sql(`insert into journal (person_id, act, subject_kind, subject_id) values ($1, 'SIGN_IN', 'person', $1)`, [
      id,
    ]);
    await sql(`insert into mail (template, recipient, subject, body) values ('RESET', $1, 'Hasło', 'odsyłacz')`, [
      email,
    ]);
    return { id, email, session, sessionId, link, subject, passkey: subject };
  }

  const hat = ({ id }: Known, actingFor: string | null): GateKey => ({
    hat: { personId: id, actingFor, actingBody: actingFor ? null : 'PROGRAMME' },
  });
  /** Whose rows are seen, table by table; tables in which nobody's are, are left out. */
  const seenBy = (key: GateKey): Promise<Record<string, string[]>> =>
    door.gateFor(key, async (manager) => {
      const seen: Record<string, string[]> = {};
      for (const [table, column] of Object.entries(OF_PEOPLE)) {
        const rows = await manager.query<{ id: string }[]>(
          `select distinct ${column} as id from ${table} where ${column} is not null`,
        );
        if (rows.length > 0) seen[table] = rows.map(({ id }) => id).sort();
      }
      return seen;
    });
  const all = (...people: Known[]): Record<string, string[]> =>
    Object.fromEntries(Object.keys(OF_PEOPLE).map((table) => [table, people.map(({ id }) => id).sort()]));
  const mails = (key: GateKey): Promise<unknown[]> => door.gateFor(key, (manager) => manager.query('select from mail'));
  const changed = (key: GateKey, text: string, values: unknown[] = []): Promise<number | string | null> =>
    door.gateFor(key, async (manager) => (await manager.query<[unknown, number]>(text, values))[1]).catch(sqlStateOf);

  it('S-39: shows the rows of whom a secret leads to, in every table, and no mail', async () => {
    const { id, email, sessionId, link, subject, passkey } = colleague;
    const keys: GateKey[] = [
      { person: id },
      { seat: sessionId },
      { link },
      { email },
      { identity: { issuer: 'https://id.test', subject } },
      { passkey },
      { successors: id },
      { viewed: id },
      hat(colleague, compass),
    ];
    for (const key of keys) expect([key, await seenBy(key), await mails(key)]).toEqual([key, all(colleague), []]);
  });

  it('S-39: shows nobody where nobody is named, or nobody is found', async () => {
    const nothing = sha256('nothing');
    const keys: GateKey[] = [
      'nobody',
      { link: nothing },
      { invitation: nothing },
      { email: `x' or true --` },
      { email: '\0' },
      { identity: { issuer: 'https://id.test', subject: '' } },
      { identity: { issuer: 'https://other.test', subject: colleague.subject } },
      { passkey: { $ne: 1 } },
    ];
    for (const key of keys) expect([key, await seenBy(key), await mails(key)]).toEqual([key, {}, []]);
    const bare = await portal.dataSource.transaction(async (manager) => {
      await manager.query('set local role zit_gate');
      return manager.query<unknown[]>('select from person');
    });
    expect(bare).toEqual([]);
    expect(() => door.gateFor({ person: `x'; reset role; --` }, () => Promise.resolve())).toThrow('not an id');
  });

  it('S-39: shows an owner the own organisation, the programme everybody, and a hat that is not held oneself', async () => {
    const both = all(owner, colleague);
    const overseen = ['person', 'role_grant', 'session', 'passkey', 'totp'];
    expect(await seenBy(hat(owner, compass))).toEqual({
      ...all(owner),
      ...Object.fromEntries(overseen.map((table) => [table, both[table]])),
    });
    expect(await seenBy(hat(owner, harbour))).toEqual(all(owner));
    expect(await seenBy(hat(owner, null))).toEqual(all(owner));
    const everybody = await seenBy(hat(administrator, null));
    expect(everybody).toEqual(all(owner, colleague, stranger, administrator, auditor));
    expect(await seenBy(hat(auditor, null))).toEqual(everybody);
  });

  it('S-39: changes only one’s own, takes roles away only at home, and gives none', async () => {
    const others = [stranger.id, administrator.id];
    for (const [table, column] of Object.entries(OF_PEOPLE).filter(([name]) => !/^journal|^acknow/.test(name)))
      for (const key of [{ person: colleague.id }, hat(owner, compass), hat(auditor, null)] as GateKey[])
        expect([
          table,
          key,
          await changed(key, `update ${table} set ${column} = ${column} where ${column} = any ($1)`, [others]),
        ]).toEqual([table, key, 0]);
    expect(
      await changed(hat(owner, compass), 'update person set password_hash = $2 where id = $1', [colleague.id, 'x']),
    ).toBe(0);
    expect(await changed({ person: colleague.id }, 'delete from role_grant')).toBe(0);
    expect(await changed(hat(auditor, null), 'delete from role_grant')).toBe(0);
    const grant = `insert into role_grant (person_id, role) values ($1, 'ADMINISTRATOR')`;
    for (const key of [{ person: colleague.id }, hat(owner, compass), hat(auditor, null)] as GateKey[])
      expect([key, await changed(key, grant, [colleague.id])]).toEqual([key, '42501']);
    const invite = `insert into invitation (email, role, organisation_id, state, invited_by, expires_at)
      values ('x@gate.test', 'EDITOR', $1, 'SENT', $2, now())`;
    expect(await changed(hat(owner, compass), invite, [harbour, owner.id])).toBe('42501');
    expect(await changed({ person: colleague.id }, invite, [compass, colleague.id])).toBe('42501');
    await expect(
      door.gateFor(hat(owner, compass), async (manager) => {
        const gone = await manager.query<[unknown, number]>('delete from role_grant where person_id <> $1', [owner.id]);
        throw new Error(`took ${gone[1]} away`);
      }),
    ).rejects.toThrow('took 1 away');
  });

  it('S-33: an invitation gives the role it names, to the person it is for or to a newcomer', async () => {
    const token = sha256(newToken());
    await sql(
      `insert into invitation (email, role, organisation_id, state, token_sha256, invited_by, expires_at)
       values ($1, 'SIGNER', $2, 'SENT', $3, $4, now() + interval '1 day')`,
      [colleague.email, compass, token, owner.id],
    );
    const grant = 'insert into role_grant (person_id, role, organisation_id) values ($1, $2, $3)';
    const key: GateKey = { invitation: token };
    for (const values of [
      [colleague.id, 'OWNER', compass],
      [colleague.id, 'SIGNER', harbour],
      [stranger.id, 'SIGNER', compass],
    ])
      expect([values, await changed(key, grant, values)]).toEqual([values, '42501']);
    const newcomer = await door.gateFor(key, async (manager) => {
      const [row] = await manager.query<{ id: string }[]>(
        `insert into person (name, email) values ('Nowa osoba', 'nowa@gate.test') returning id`,
      );
      await manager.query(grant, [row?.id, 'SIGNER', compass]);
      return (await manager.query<{ id: string }[]>('select id from invitation')).length;
    });
    expect(newcomer).toBe(1);
  });

  it('ends a session by its token, whosever it is, and by nothing else', async () => {
    const before = (await sql('select from session')).length;
    await door.gateFor('nobody', (manager) => manager.query('select end_session($1)', [stranger.session]));
    expect((await sql('select from session')).length).toBe(before - 1);
    await door.gateFor('nobody', (manager) => manager.query('select end_session($1)', [sha256('nothing')]));
    expect((await sql('select from session')).length).toBe(before - 1);
  });

  it('recognises somebody by their token and nobody by another, without anybody in sight', async () => {
    const find = (token: Buffer) => door.gateFor('nobody', (manager) => findSession(manager, token, true));
    expect(await find(colleague.session)).toMatchObject({ id: colleague.sessionId, personId: colleague.id });
    expect(await find(sha256('nothing'))).toBeNull();
    expect(await find(Buffer.from(colleague.sessionId))).toBeNull();
  });

  it('opens with everybody in sight only where it says why', () => {
    const root = join(__dirname, '..');
    const wide = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts') && !name.startsWith('database'))
      .filter((name) => /\bdoor\s*\.gate\(/.test(readFileSync(join(root, name), 'utf8')))
      .map((name) => relative(root, join(root, name)).replaceAll('\\', '/'));
    expect(wide.sort()).toEqual(Object.keys(EVERYBODY).sort());
  });
});
