import { randomUUID } from 'node:crypto';
import type { Problem, RetentionList, RetentionProposal } from '@zit/contracts';
import { RETENTION, retentionLimit } from '@zit/domain';
import { findText } from '../../test/find-text';
import { mailsTo } from '../../test/mails';
import { refusal, startPortal, type Caller, type TestPortal } from '../../test/portal';
import { Door } from '../database/door';
import { proposeRetention } from './retention';

const NOW = '2030-06-15T10:00:00.000Z';
const LATER = '2030-07-20T10:00:00.000Z';

describe('what is past its time', () => {
  let portal: TestPortal;
  let administrator: Caller;
  beforeAll(async () => {
    portal = await startPortal();
    administrator = await portal.as({ role: 'ADMINISTRATOR' });
    for (const [recipient, sent] of [
      ['dawny@example.test', '2030-03-17T09:59:59Z'],
      ['swiezy@example.test', '2030-03-17T10:00:00Z'],
      ['niewyslany@example.test', null],
    ])
      await portal.dataSource.query(
        `insert into mail (template, recipient, subject, body, written_at, sent_at) values ('RESET', $1, 's', '', '2030-01-01', $2)`,
        [recipient, sent],
      );
    await portal.dataSource.query(
      `insert into invitation (email, role, state, invited_by, expires_at, ended_at) values
         ('dawna@example.test', 'AUDITOR', 'SENT', $1, '2029-01-01', null),
         ('wycofana@example.test', 'AUDITOR', 'WITHDRAWN', $1, '2029-01-01', '2030-01-01')`,
      [administrator.personId],
    );
    await portal.dataSource.query(
      `insert into journal_personal (sha256, salt, value, written_at) values
         (repeat('a', 64), 's', '"dawno"', '2020-01-01'), (repeat('b', 64), 's', '"niedawno"', '2029-01-01')`,
    );
  });
  afterAll(() => portal.stop());

  const propose = (now: string): Promise<number> =>
    portal.app.get(Door).worker((manager) => proposeRetention(manager, now));
  const proposeIn = (accountDays: number): Promise<number> =>
    portal.app.get(Door).worker((manager) => proposeRetention(manager, NOW, accountDays));
  const list = async (by: Caller = administrator): Promise<RetentionProposal[]> =>
    (await by.get<RetentionList>('/api/v1/retention-proposals')).body.items;
  const of = async (kind: string): Promise<RetentionProposal> => {
    const found = (await list()).find((one) => one.kind === kind);
    if (!found) throw new Error(`no proposal ${kind}`);
    return found;
  };
  const decide = (by: Caller, id: string, decision: 'APPROVE' | 'REFUSE') =>
    by.put<RetentionProposal & Problem>(`/api/v1/retention-proposals/${id}`, { decision });
  const recipients = async (): Promise<string[]> =>
    (await portal.dataSource.query<{ recipient: string }[]>('select recipient from mail order by 1')).map(
      ({ recipient }) => recipient,
    );

  it('counts whole days back from the clock it is given', () => {
    expect(RETENTION.map((each) => retentionLimit(each, NOW))).toEqual([
      '2027-06-16T10:00:00.000Z',
      '2030-03-17T10:00:00.000Z',
      '2029-06-15T10:00:00.000Z',
      '2024-06-16T10:00:00.000Z',
      '2024-06-16T10:00:00.000Z',
    ]);
  });

  it('is proposed once for each class, with its count and its ground, and nothing goes by that', async () => {
    expect(await propose(NOW)).toBe(3);
    expect(await propose(NOW)).toBe(0);
    const items = await list(await portal.as({ role: 'AUDITOR' }));
    expect(items.map(({ kind, rows, state }) => [kind, rows, state]).sort()).toEqual([
      ['CHANGED_VALUE', 1, 'PROPOSED'],
      ['INVITATION', 1, 'PROPOSED'],
      ['MAIL', 1, 'PROPOSED'],
    ]);
    expect(await of('MAIL')).toMatchObject({
      before: '2030-03-17T10:00:00.000Z',
      ground: expect.stringContaining('art. 5 ust. 1 lit. e'),
      removed: null,
    });
    expect(await recipients()).toHaveLength(3);
  });

  it('goes when an administrator agrees, freshly confirmed, and the journal says how many', async () => {
    const { id } = await of('MAIL');
    expect((await decide(await portal.as({ role: 'AUDITOR' }), id, 'APPROVE')).status).toBe(403);
    await portal.dataSource.query(
      `update session set confirmed_at = now() - interval '11 minutes' where person_id = $1`,
      [administrator.personId],
    );
    expect(refusal(await decide(administrator, id, 'APPROVE')).code).toBe('CONFIRM_FIRST');
    await portal.dataSource.query('update session set confirmed_at = now()');
    const answers = await Promise.all([1, 2].map(() => decide(administrator, id, 'APPROVE')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403]);
    expect(answers.find(({ status }) => status === 200)?.body).toMatchObject({ state: 'APPROVED', removed: 1 });
    expect(await recipients()).toEqual(['niewyslany@example.test', 'swiezy@example.test']);
    expect(await portal.dataSource.query(`select details from journal where act = 'APPROVE_RETENTION'`)).toMatchObject([
      { details: { kind: 'MAIL', removed: 1 } },
    ]);
  });

  it('takes old values from beside the journal, and no entry', async () => {
    const count = async (table: string): Promise<number> =>
      (await portal.dataSource.query<[{ n: number }]>(`select count(*)::int as n from ${table}`))[0].n;
    const before = await count('journal');
    expect((await decide(administrator, (await of('CHANGED_VALUE')).id, 'APPROVE')).body.removed).toBe(1);
    expect(await portal.dataSource.query('select value from journal_personal')).toEqual([{ value: 'niedawno' }]);
    expect(await count('journal')).toBe(before + 1);
  });

  it('forgets accounts nobody used for years, as an erasure does, and tells them; not who has no successor', async () => {
    const [organisation] = await portal.dataSource.query<{ id: string }[]>(
      `insert into organisation (name, name_key, sector, teryt) values ('Fundacja z testu', 'fundacja z testu', 'NGO', '2264011')
       returning id`,
    );
    const [unused, used, sole] = [
      await portal.as({ role: 'AUDITOR', name: 'Dawno Nieobecna' }),
      await portal.as({ role: 'AUDITOR', name: 'Niedawno Obecny' }),
      await portal.as({ role: 'OWNER', organisationId: organisation?.id ?? null }),
    ];
    await portal.dataSource.query(`update person set used_at = '2029-06-01'`);
    await portal.dataSource.query(`update person set used_at = '2025-01-01' where id = any ($1)`, [
      [unused.personId, sole.personId],
    ]);
    expect(await propose(NOW)).toBe(1);
    const asked = await of('ACCOUNT');
    expect(asked).toMatchObject({ rows: 1, before: '2027-06-16T10:00:00.000Z', state: 'PROPOSED' });
    const [{ email } = { email: '' }] = await portal.dataSource.query<{ email: string }[]>(
      'select email from person where id = $1',
      [unused.personId],
    );
    expect((await decide(administrator, asked.id, 'APPROVE')).body).toMatchObject({ state: 'APPROVED', removed: 1 });
    expect(await portal.dataSource.query(`select id from person where erased_at is not null`)).toEqual([
      { id: unused.personId },
    ]);
    expect((await unused.get('/api/v1/session')).status).toBe(401);
    for (const there of [used, sole]) expect((await there.get('/api/v1/session')).status).toBe(200);
    expect(await findText(portal.dataSource, ['Dawno Nieobecna', email])).toEqual(['mail.recipient']);
    expect(await mailsTo(portal, email)).toMatchObject([{ template: 'NOTICE_ACCOUNT_FORGOTTEN' }]);
    const told = await portal.dataSource.query(`select subject_id, details from journal where act = 'FORGET_ACCOUNT'`);
    expect(told).toEqual([{ subject_id: unused.personId, details: {} }]);
    expect(await propose(NOW)).toBe(0);
  });

  it('takes another period of accounts from who runs the portal', async () => {
    expect(await proposeIn(365)).toBe(1);
    expect(await of('ACCOUNT')).toMatchObject({ before: '2029-06-15T10:00:00.000Z', state: 'PROPOSED' });
  });

  it('stays when somebody says so, and is asked about again after a month', async () => {
    const { id } = await of('INVITATION');
    expect((await decide(administrator, id, 'REFUSE')).body).toMatchObject({ state: 'REFUSED', removed: null });
    expect((await decide(administrator, id, 'APPROVE')).status).toBe(403);
    await portal.dataSource.query('update retention_proposal set decided_at = $1 where id = $2', [NOW, id]);
    expect(await propose(NOW)).toBe(0);
    expect(await propose(LATER)).toBeGreaterThan(0);
    expect((await of('INVITATION')).state).toBe('PROPOSED');
  });

  it('is not there under another id', async () => {
    expect((await decide(administrator, randomUUID(), 'APPROVE')).status).toBe(404);
  });
});
