import type { PeoplePage, PersonItem, SearchPeople } from '@zit/contracts';
import type { Role } from '@zit/domain';
import { mailsTo } from '../../test/mails';
import { refusal, startPortal, type Caller, type TestPortal } from '../../test/portal';

describe('people and their roles', () => {
  let portal: TestPortal;
  let compass: string;
  let haven: string;
  let owner: Caller;
  let administrator: Caller;
  beforeAll(async () => {
    portal = await startPortal();
    compass = await organisation('Stowarzyszenie z testu');
    haven = await organisation('Fundacja z testu');
    owner = await portal.as({ role: 'OWNER', organisationId: compass, name: 'Żaneta z testu' });
    administrator = await portal.as({ role: 'ADMINISTRATOR', name: 'Administrator z testu' });
  });
  afterAll(() => portal.stop());

  async function organisation(name: string): Promise<string> {
    const [row] = await portal.dataSource.query<{ id: string }[]>(
      `insert into organisation (name, name_key, sector) values ($1, lower($1), 'NGO') returning id`,
      [name],
    );
    return row?.id ?? '';
  }
  const page = async (by: Caller, asked: SearchPeople = {}): Promise<PeoplePage> =>
    (await by.post<PeoplePage>('/api/v1/people/search', asked)).body;
  const people = async (by: Caller, search?: string): Promise<PersonItem[]> => (await page(by, { search })).items;
  const grantOf = async (person: Caller, role: Role): Promise<string> => {
    const [row] = await portal.dataSource.query<{ id: string }[]>(
      'select id from role_grant where person_id = $1 and role = $2',
      [person.personId, role],
    );
    return row?.id ?? '';
  };
  const revoke = async (by: Caller, person: Caller, role: Role) =>
    by.del(`/api/v1/grants/${await grantOf(person, role)}`);

  it('shows an owner the people of the own organisation, and only their roles in it', async () => {
    const both = await portal.as({ role: 'EDITOR', organisationId: compass, name: 'Adam z testu' });
    await portal.dataSource.query(
      `insert into role_grant (person_id, role, organisation_id) values ($1, 'SIGNER', $2)`,
      [both.personId, haven],
    );
    await portal.as({ role: 'EDITOR', organisationId: haven });
    const seen = await people(owner);
    expect(seen.map(({ name }) => name)).toEqual(['Adam z testu', 'Żaneta z testu']);
    expect(seen[0]?.grants.map(({ role }) => role)).toEqual(['EDITOR']);
    expect(seen[0]).toMatchObject({ factor: false, may: { viewAs: false } });
    expect(seen[1]?.grants[0]?.may.revoke).toBe(false);
    expect(seen[1]?.grants[0]?.may.reason).toContain('ostatni opiekun');
    const all = await people(administrator, 'z testu');
    expect(
      all
        .find(({ id }) => id === both.personId)
        ?.grants.map(({ role }) => role)
        .sort(),
    ).toEqual(['EDITOR', 'SIGNER']);
    expect(all.find(({ id }) => id === both.personId)?.may.viewAs).toBe(true);
    const auditor = await portal.as({ role: 'AUDITOR' });
    const read = await people(auditor);
    expect(read.length).toBeGreaterThan(3);
    expect(read.some(({ grants, may }) => may.viewAs || grants.some((grant) => grant.may.revoke))).toBe(false);
    for (const role of ['EDITOR', 'COORDINATOR', 'SIGNER'] as const) {
      const other = await portal.as({ role, organisationId: compass });
      expect([role, (await other.post('/api/v1/people/search', {})).status]).toEqual([role, 403]);
    }
  });

  it('pages through many in Polish order with a constant number of queries', async () => {
    const crowd = await organisation('Tłum z testu');
    const head = await portal.as({ role: 'OWNER', organisationId: crowd, name: 'Ąbc 00' });
    const few = await portal.countQueries(() => people(head));
    await portal.dataSource.query(
      `with added as (insert into person (name, email)
         select (array['Łukasz', 'Zofia', 'Ćwiek', 'Celina', 'Lena'])[1 + n % 5] || ' ' || n, 'tlum' || n || '@example.test'
         from generate_series(1, 60) n returning id)
       insert into role_grant (person_id, role, organisation_id) select id, 'EDITOR', $1 from added`,
      [crowd],
    );
    expect(await portal.countQueries(() => people(head))).toBe(few);
    const names: string[] = [];
    let after: string | undefined;
    do {
      const { items, next } = await page(head, { limit: 7, after });
      names.push(...items.map(({ name }) => name));
      after = next ?? undefined;
    } while (after !== undefined);
    expect(names).toHaveLength(61);
    expect(names).toEqual([...names].sort(new Intl.Collator('pl').compare));
    expect(await people(head, '%')).toEqual([]);
    expect((await people(head, 'tlum7@')).map(({ email }) => email)).toEqual(['tlum7@example.test']);
  });

  it('reads only, although it is asked by a body: the database is told so, and nothing is noted', async () => {
    const entries = () => portal.dataSource.query<{ count: string }[]>('select count(*) from journal');
    const before = await entries();
    const said = jest.spyOn(portal.dataSource.logger, 'logQuery');
    const found = await people(owner, 'z testu');
    const statements = said.mock.calls.map(([statement]) => statement);
    said.mockRestore();
    expect(found.length).toBeGreaterThan(0);
    const listing = statements.findIndex((statement) => statement.includes('from person p'));
    const opening = statements.slice(0, listing).findLast((statement) => statement.startsWith('START TRANSACTION'));
    expect(opening).toMatch(/^START TRANSACTION READ ONLY; SET LOCAL ROLE zit_gate/);
    expect(await entries()).toEqual(before);
  });

  it('a role taken away is gone with the next request; the person is told, the journal names ids only', async () => {
    const editor = await portal.as({ role: 'EDITOR', organisationId: compass });
    const grantId = await grantOf(editor, 'EDITOR');
    expect((await editor.get<{ items: [] }>('/api/v1/consortia')).status).toBe(200);
    expect((await revoke(owner, editor, 'EDITOR')).status).toBe(204);
    const session = await editor.get<{ grants: [] }>('/api/v1/session');
    expect([session.status, session.body.grants]).toEqual([200, []]);
    expect((await editor.post('/api/v1/organisations', {})).status).toBe(403);
    expect((await editor.get<{ items: [] }>('/api/v1/consortia')).body.items).toEqual([]);
    const [email] = await portal.dataSource.query<{ email: string }[]>('select email from person where id = $1', [
      editor.personId,
    ]);
    expect((await mailsTo(portal, email?.email ?? '')).map(({ template }) => template)).toEqual([
      'NOTICE_ROLE_REVOKED',
    ]);
    const [entry] = await portal.dataSource.query<{ details: object }[]>(
      `select details from journal where act = 'REVOKE_ROLE' and subject_id = $1`,
      [grantId],
    );
    expect(entry?.details).toEqual({ personId: editor.personId, role: 'EDITOR', organisationId: compass, teryt: null });
    expect((await revoke(owner, editor, 'EDITOR')).status).toBe(404);
  });

  it('S-39: nobody takes away what is not theirs to take, and an owner nothing without a confirmation', async () => {
    const editor = await portal.as({ role: 'EDITOR', organisationId: compass });
    const stranger = await portal.as({ role: 'OWNER', organisationId: haven });
    expect((await revoke(stranger, editor, 'EDITOR')).status).toBe(404);
    expect((await revoke(stranger, administrator, 'ADMINISTRATOR')).status).toBe(404);
    for (const role of ['EDITOR', 'COORDINATOR', 'SIGNER'] as const) {
      const other = await portal.as({ role, organisationId: compass });
      expect([role, (await revoke(other, editor, 'EDITOR')).status]).toEqual([role, 403]);
    }
    const auditor = await portal.as({ role: 'AUDITOR' });
    expect((await revoke(auditor, editor, 'EDITOR')).status).toBe(403);
    const careful = await portal.as({ role: 'OWNER', organisationId: compass });
    await portal.dataSource.query(`update session set confirmed_at = 'epoch' where person_id = $1`, [careful.personId]);
    expect(refusal(await revoke(careful, editor, 'EDITOR')).code).toBe('CONFIRM_FIRST');
    await portal.dataSource.query('delete from role_grant where person_id = $1', [careful.personId]);
    expect(await grantOf(editor, 'EDITOR')).not.toBe('');
  });

  it('S-39: the last owner and the last administrator stay, also when two leave at once', async () => {
    const last = await revoke(owner, owner, 'OWNER');
    expect(last.status).toBe(403);
    const deputy = await portal.as({ role: 'OWNER', organisationId: compass });
    const both = await Promise.all([revoke(owner, deputy, 'OWNER'), revoke(deputy, owner, 'OWNER')]);
    expect(both.filter(({ status }) => status === 204)).toHaveLength(1);
    expect((await revoke(administrator, administrator, 'ADMINISTRATOR')).status).toBe(403);
    const second = await portal.as({ role: 'ADMINISTRATOR' });
    const pair = await Promise.all([
      revoke(administrator, second, 'ADMINISTRATOR'),
      revoke(second, administrator, 'ADMINISTRATOR'),
    ]);
    expect(pair.filter(({ status }) => status === 204)).toHaveLength(1);
    const [left] = await portal.dataSource.query<{ n: number }[]>(
      `select count(*)::int as n from role_grant where role = 'ADMINISTRATOR'`,
    );
    expect(left?.n).toBe(1);
  });
});
