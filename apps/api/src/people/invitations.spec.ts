import type { InvitationItem, InvitationList, InvitationShown, SessionResponse } from '@zit/contracts';
import type { Role } from '@zit/domain';
import { accountClause } from '@zit/words.pl/clauses';
import { mailsTo } from '../../test/mails';
import { caller, refusal, startPortal, type Caller, type TestPortal } from '../../test/portal';

const ROOT = '/api/v1/invitations';
const PASSWORD = 'zielona łódka na molo';
const CLAUSE = accountClause.version;

describe('invitations', () => {
  let portal: TestPortal;
  let compass: string;
  let haven: string;
  let owner: Caller;
  let serial = 0;
  beforeAll(async () => {
    portal = await startPortal();
    compass = await organisation('Stowarzyszenie z testu', 'NGO');
    haven = await organisation('Fundacja z testu', 'NGO');
    owner = await portal.as({ role: 'OWNER', organisationId: compass, name: 'Opiekun z testu' });
  });
  afterAll(() => portal.stop());

  async function organisation(name: string, sector: string): Promise<string> {
    const [row] = await portal.dataSource.query<{ id: string }[]>(
      `insert into organisation (name, name_key, sector, teryt) values ($1, lower($1), $2, '2264011') returning id`,
      [name, sector],
    );
    return row?.id ?? '';
  }
  const address = (): string => `nowa${++serial}@example.test`;
  const invite = (by: Caller, email: string, role: Role, organisationId: string | null, teryt: string | null = null) =>
    by.post<InvitationItem>(ROOT, { email, role, organisationId, teryt });
  const tokenFor = async (email: string): Promise<string> => (await mailsTo(portal, email))[0]?.token ?? '';
  const read = (token: string) => portal.stranger.post<InvitationShown>(`${ROOT}/reading`, { token });
  const accept = (token: string, by: Caller = portal.stranger, more: object = { name: 'Osoba', password: PASSWORD }) =>
    by.post<SessionResponse>(`${ROOT}/acceptance`, { token, clause: CLAUSE, ...more });
  const unconfirmed = (someone: Caller) =>
    portal.dataSource.query(`update session set confirmed_at = now() - interval '11 minutes' where person_id = $1`, [
      someone.personId,
    ]);
  const journalled = (act: string) =>
    portal.dataSource.query<{ details: Record<string, unknown>; person_id: string | null }[]>(
      'select details, person_id from journal where act = $1 order by seq',
      [act],
    );

  it('lead from the mail to a signed-in person with the role', async () => {
    const email = address();
    const invited = await invite(owner, email.toUpperCase(), 'EDITOR', compass);
    expect(invited.status).toBe(201);
    expect(invited.body).toMatchObject({ email, role: 'EDITOR', state: 'SENT', invitedBy: 'Opiekun z testu' });
    const [mail] = await mailsTo(portal, email);
    expect(mail?.subject).toBe('Zaproszenie – Portal Lokalnych Centrów ZIT');
    expect(mail?.body).toContain('Rola: redaktor partnera.\nOrganizacja: Stowarzyszenie z testu.');
    expect(mail?.body).toMatch(/\nhttp:\/\/localhost:\d+\/zaproszenie#[\w-]{43}\n/);
    const token = mail?.token ?? '';
    expect((await read(token)).body).toMatchObject({ email, role: 'EDITOR', hasAccount: false, factorRequired: false });
    const accepted = await accept(token);
    expect(accepted.status).toBe(201);
    expect(accepted.body).toMatchObject({
      level: 'FULL',
      actingFor: compass,
      person: { name: 'Osoba', email },
      grants: [{ role: 'EDITOR', organisationId: compass }],
    });
    const cookie = /zit=([\w-]{43})/.exec(accepted.headers.get('set-cookie') ?? '')?.[1] ?? '';
    expect((await caller(portal.url, '', cookie).get('/api/v1/session')).status).toBe(200);
    const [person] = await portal.dataSource.query<{ confirmed: boolean }[]>(
      'select email_confirmed_at is not null as confirmed from person where email = $1',
      [email],
    );
    expect(person?.confirmed).toBe(true);
    expect((await journalled('ACCEPT_INVITATION')).at(-1)?.details).toMatchObject({ role: 'EDITOR', clause: CLAUSE });
    expect(JSON.stringify(await journalled('INVITE'))).not.toContain(email);
    expect((await portal.stranger.post('/api/v1/session', { email, password: PASSWORD })).status).toBe(201);
  });

  it('S-33: a token works once, also in a race of twenty', async () => {
    const email = address();
    await invite(owner, email, 'EDITOR', compass);
    const token = await tokenFor(email);
    const answers = await Promise.all(Array.from({ length: 20 }, () => accept(token)));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.filter((status) => status !== 201 && status !== 404 && status !== 409)).toEqual([]);
    const [count] = await portal.dataSource.query<{ grants: number; people: number }[]>(
      `select count(*)::int as grants, count(distinct p.id)::int as people
       from person p left join role_grant g on g.person_id = p.id where p.email = $1`,
      [email],
    );
    expect(count).toEqual({ grants: 1, people: 1 });
  });

  it('S-33: used, withdrawn, expired, foreign and made-up tokens get one and the same answer', async () => {
    const [used, withdrawn, expired, orphaned] = [address(), address(), address(), address()];
    const gone = await portal.as({ role: 'OWNER', organisationId: compass });
    for (const email of [used, withdrawn, expired]) await invite(owner, email, 'EDITOR', compass);
    await invite(gone, orphaned, 'EDITOR', compass);
    const tokens = await Promise.all([used, withdrawn, expired, orphaned].map(tokenFor));
    expect((await accept(tokens[0] ?? '')).status).toBe(201);
    const { items } = (await owner.get<InvitationList>(ROOT)).body;
    await owner.del(`${ROOT}/${items.find((item) => item.email === withdrawn)?.id}`);
    await portal.dataSource.query('update invitation set expires_at = now() where email = $1', [expired]);
    await portal.dataSource.query('delete from role_grant where person_id = $1', [gone.personId]);
    const answers = [];
    for (const token of [...tokens, 'a'.repeat(43)]) answers.push(await read(token), await accept(token));
    const shapes = answers.map(({ status, body }) => {
      const { trace: _, ...problem } = body as unknown as Record<string, unknown>;
      return JSON.stringify([status, problem]);
    });
    expect([...new Set(shapes)]).toHaveLength(1);
    expect(answers[0]?.status).toBe(404);
  });

  it('S-33: guessing tokens is limited per address', async () => {
    const other = await startPortal();
    const statuses: number[] = [];
    for (let n = 0; n < 101; n++)
      statuses.push((await other.stranger.post(`${ROOT}/reading`, { token: 'b'.repeat(43) })).status);
    await other.stop();
    expect([statuses.at(99), statuses.at(100)]).toEqual([404, 429]);
  });

  it('of known people add the role to the account that is signed in, and to no other', async () => {
    const known = await portal.as({ role: 'EDITOR', organisationId: haven });
    const [row] = await portal.dataSource.query<{ email: string }[]>('select email from person where id = $1', [
      known.personId,
    ]);
    const email = row?.email ?? '';
    await invite(owner, email, 'SIGNER', compass);
    const token = await tokenFor(email);
    expect((await read(token)).body).toMatchObject({ hasAccount: true, factorRequired: true });
    expect(refusal(await accept(token))).toEqual({ status: 409, code: 'SIGN_IN_FIRST' });
    const stranger = await portal.as({ role: 'EDITOR', organisationId: haven });
    expect(refusal(await accept(token, stranger))).toEqual({ status: 409, code: 'OTHER_ACCOUNT' });
    const accepted = await accept(token, known, {});
    expect(accepted.status).toBe(201);
    expect(accepted.body.grants.map(({ role }) => role).sort()).toEqual(['EDITOR', 'SIGNER']);
    // A signer needs a second factor, and this one has none yet.
    expect(accepted.body.level).toBe('ENROL');
    expect(refusal(await known.get('/api/v1/consortia'))).toEqual({ status: 403, code: 'ENROL_FACTOR' });
  });

  it('refuse a weak password, a missing name and an old clause, and stay good', async () => {
    const email = address();
    await invite(owner, email, 'EDITOR', compass);
    const token = await tokenFor(email);
    const weak = await accept(token, portal.stranger, { password: 'Portal ZIT 2026' });
    expect(weak.status).toBe(400);
    expect((weak.body as unknown as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer)).toEqual([
      '/name',
      '/password',
    ]);
    const old = await accept(token, portal.stranger, { name: 'Osoba', password: PASSWORD, clause: '2020-1' });
    expect((old.body as unknown as { errors: { pointer: string }[] }).errors[0]?.pointer).toBe('/clause');
    expect((await accept(token)).status).toBe(201);
  });

  it('S-39: an owner invites only for the own organisation, only what fits it, and only after a confirmation', async () => {
    expect((await invite(owner, address(), 'EDITOR', haven)).status).toBe(403);
    expect((await invite(owner, address(), 'ADMINISTRATOR', null)).status).toBe(403);
    expect((await invite(owner, address(), 'ADMINISTRATOR', compass)).status).toBe(400);
    expect((await invite(owner, address(), 'MUNICIPALITY_OFFICER', compass, '2264011')).status).toBe(400);
    for (const role of ['EDITOR', 'COORDINATOR', 'SIGNER', 'MUNICIPALITY_OFFICER', 'AUDITOR'] as const) {
      const other = await portal.as({ role, organisationId: role === 'AUDITOR' ? null : compass });
      expect([role, (await invite(other, address(), 'OWNER', compass)).status]).toEqual([role, 403]);
      expect([role, (await other.get(ROOT)).status]).toEqual([role, 403]);
    }
    const careful = await portal.as({ role: 'OWNER', organisationId: compass });
    await unconfirmed(careful);
    expect(refusal(await invite(careful, address(), 'EDITOR', compass))).toEqual({
      status: 403,
      code: 'CONFIRM_FIRST',
    });
  });

  it('S-39: an owner of a municipality passes on its place only when the programme gave it', async () => {
    const town = await organisation('Gmina z testu', 'JST');
    const placed = await portal.as({ role: 'OWNER', organisationId: town, teryt: '2264011' });
    const unplaced = await portal.as({ role: 'OWNER', organisationId: town });
    expect((await invite(placed, address(), 'TREASURER', town)).body.teryt).toBe('2264011');
    expect((await invite(placed, address(), 'TREASURER', town, '2262011')).status).toBe(400);
    expect((await invite(unplaced, address(), 'TREASURER', town)).status).toBe(400);
    await portal.dataSource.query(`update organisation set teryt = '2262011' where id = $1`, [town]);
    expect((await invite(placed, address(), 'MUNICIPALITY_OFFICER', town)).body.teryt).toBe('2264011');
  });

  it('S-39: another organisation’s invitations are neither listed nor withdrawn', async () => {
    const stranger = await portal.as({ role: 'OWNER', organisationId: haven });
    const { body } = await invite(owner, address(), 'EDITOR', compass);
    expect((await stranger.get<InvitationList>(ROOT)).body.items).toEqual([]);
    expect((await stranger.del(`${ROOT}/${body.id}`)).status).toBe(404);
    expect((await stranger.put(`${ROOT}/${body.id}/approval`, undefined)).status).toBe(403);
    expect((await owner.del(`${ROOT}/${body.id}`)).status).toBe(204);
    expect((await owner.del(`${ROOT}/${body.id}`)).status).toBe(403);
  });

  it('takes one open invitation for one role, and no flood of them', async () => {
    const email = address();
    await invite(owner, email, 'EDITOR', compass);
    expect(refusal(await invite(owner, email, 'EDITOR', compass))).toEqual({ status: 409, code: 'DUPLICATE' });
    const eager = await portal.as({ role: 'OWNER', organisationId: compass });
    await portal.dataSource.query(
      `insert into invitation (email, role, organisation_id, state, invited_by, expires_at)
       select n || '@example.test', 'EDITOR', $1, 'WITHDRAWN', $2, now() from generate_series(1, 60) n`,
      [compass, eager.personId],
    );
    expect((await invite(eager, address(), 'EDITOR', compass)).status).toBe(429);
  });
});

describe('invitations of administrators', () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await startPortal();
  });
  afterAll(() => portal.stop());
  const invite = (by: Caller, email: string, role: Role, teryt: string | null = null) =>
    by.post<InvitationItem>(ROOT, { email, role, organisationId: null, teryt });

  it('S-39: go out alone only while there is one administrator, then wait for a second pair of eyes', async () => {
    const first = await portal.as({ role: 'ADMINISTRATOR', name: 'Pierwszy administrator' });
    const alone = await invite(first, 'drugi@example.test', 'ADMINISTRATOR');
    expect(alone.body.state).toBe('SENT');
    const [entry] = await portal.dataSource.query<{ details: object }[]>(
      `select details from journal where act = 'INVITE'`,
    );
    expect(entry?.details).toMatchObject({ role: 'ADMINISTRATOR', alone: true });
    const early = await invite(first, 'za-wczesnie@example.test', 'AUDITOR');
    expect(early.body).toMatchObject({ state: 'PROPOSED', may: { approve: false } });
    expect(early.body.may.reason).toContain('nie ma drugiego administratora');
    expect((await first.get<InvitationList>(ROOT)).body.approvers).toBe(0);
    expect(await mailsTo(portal, 'za-wczesnie@example.test')).toEqual([]);
    const second = await portal.as({ role: 'ADMINISTRATOR', name: 'Drugi administrator' });
    const { items, approvers } = (await second.get<InvitationList>(ROOT)).body;
    expect([items[0]?.email, items[0]?.may.approve, approvers]).toEqual(['za-wczesnie@example.test', true, 1]);

    const proposed = await invite(first, 'operator@example.test', 'COUNTY_OPERATOR', '2264');
    expect(proposed.body).toMatchObject({ state: 'PROPOSED', may: { withdraw: true, approve: false } });
    expect(proposed.body.may.reason).toContain('inny administrator');
    expect(await mailsTo(portal, 'operator@example.test')).toEqual([]);
    const approval = `${ROOT}/${proposed.body.id}/approval`;
    expect((await first.put(approval, undefined)).status).toBe(403);
    const auditor = await portal.as({ role: 'AUDITOR' });
    expect((await auditor.put(approval, undefined)).status).toBe(403);
    await portal.dataSource.query(`update session set confirmed_at = 'epoch' where person_id = $1`, [second.personId]);
    expect(refusal(await second.put(approval, undefined)).code).toBe('CONFIRM_FIRST');
    await portal.dataSource.query(`update session set confirmed_at = now() where person_id = $1`, [second.personId]);
    const approved = await second.put<InvitationItem>(approval, undefined);
    expect(approved.body).toMatchObject({ state: 'SENT', may: { approve: false } });
    expect((await second.put(approval, undefined)).status).toBe(403);
    const [mail] = await mailsTo(portal, 'operator@example.test');
    const shown = await portal.stranger.post<InvitationShown>(`${ROOT}/reading`, { token: mail?.token });
    expect(shown.body).toMatchObject({ role: 'COUNTY_OPERATOR', teryt: '2264', organisationName: null });
    const accepted = await portal.stranger.post<SessionResponse>(`${ROOT}/acceptance`, {
      token: mail?.token,
      name: 'Operator powiatowy',
      password: PASSWORD,
      clause: CLAUSE,
    });
    expect(accepted.body).toMatchObject({ level: 'ENROL', grants: [{ role: 'COUNTY_OPERATOR', teryt: '2264' }] });
  });

  it('S-39: the other administrators hear that an invitation waits for them, and nobody else', async () => {
    const proposer = await portal.as({ role: 'ADMINISTRATOR', name: 'Kto proponuje' });
    const other = await portal.as({ role: 'ADMINISTRATOR', name: 'Kto zatwierdza' });
    const gone = await portal.as({ role: 'ADMINISTRATOR', name: 'Kto odszedł' });
    const auditor = await portal.as({ role: 'AUDITOR' });
    for (const [name, { personId }] of Object.entries({ proposer, other, gone, auditor })) {
      await portal.dataSource.query('update person set email = $2 where id = $1', [personId, `${name}@approval.test`]);
    }
    await portal.dataSource.query('update person set left_at = now() where id = $1', [gone.personId]);
    const told = async (name: string) =>
      (await mailsTo(portal, `${name}@approval.test`)).filter(({ template }) => template === 'APPROVAL_ASKED');
    expect((await invite(proposer, 'czeka@example.test', 'AUDITOR')).body.state).toBe('PROPOSED');
    const [mail, ...more] = await told('other');
    expect(more).toEqual([]);
    expect(mail?.subject).toBe('Zaproszenie czeka na zatwierdzenie – Portal Lokalnych Centrów ZIT');
    expect(mail?.body).toMatch(/Kto proponuje proponuje zaproszenie[^]+\nhttp:\/\/localhost:\d+\/osoby\/zaproszenia\n/);
    expect(mail?.body).not.toContain('czeka@example.test');
    for (const name of ['proposer', 'gone', 'auditor']) expect(await told(name)).toEqual([]);
    expect((await invite(proposer, 'nie adres', 'AUDITOR')).status).toBe(400);
    expect((await invite(proposer, 'czeka@example.test', 'AUDITOR')).status).toBe(409);
    expect(await told('other')).toHaveLength(1);
  });

  it('S-39: a role of the programme names no organisation, a role of a county its county', async () => {
    const someone = await portal.as({ role: 'ADMINISTRATOR' });
    expect((await invite(someone, 'x1@example.test', 'EDITOR')).status).toBe(400);
    expect((await invite(someone, 'x2@example.test', 'COUNTY_OPERATOR')).status).toBe(400);
    expect((await invite(someone, 'x3@example.test', 'COUNTY_OPERATOR', '9999')).status).toBe(400);
    expect((await invite(someone, 'x4@example.test', 'AUDITOR', '2264')).status).toBe(400);
    expect((await invite(someone, 'x5@example.test', 'AUDITOR')).status).toBe(201);
  });
});
