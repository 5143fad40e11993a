import { randomUUID } from 'node:crypto';
import type { CallPage, CallResponse, PublicCallList } from '@zit/contracts';
import { bodyOf, decide, ROLES, type Grant } from '@zit/domain';
import { draftCall, goodValues, publishedCall, saveValues } from '../../test/calls';
import { refusal, startPortal, type Caller, type TestPortal } from '../../test/portal';
import { must } from '../../test/sopot';
import { Door, type DoorUser } from '../database/door';
import { sqlStateOf } from '../database/sql-state';

const root = '/api/v1/calls';
const SECRET = 'Treść, której nikt obcy nie widzi';

describe('a draft is there only for who works on it', () => {
  let portal: TestPortal;
  let door: Door;
  let writer: Caller;
  let draft: CallResponse;
  let annexed: CallResponse;
  beforeAll(async () => {
    portal = await startPortal();
    door = portal.app.get(Door);
    writer = await portal.as({ role: 'ADMINISTRATOR' });
    draft = await draftCall(writer, { values: { ...goodValues(), 'basics.purpose': SECRET } });
    annexed = await publishedCall(writer);
    must(await writer.post(`${root}/${annexed.id}/annex`));
    must(await saveValues(writer, annexed.id, { 'basics.title': SECRET, 'texts.contact': SECRET }));
  });
  afterAll(() => portal.stop());

  const someone = async ({ role, organisationId, teryt }: Grant): Promise<DoorUser> => {
    const { personId } = await portal.as({ role, organisationId, teryt });
    return { personId, actingFor: organisationId, actingBody: organisationId ? null : bodyOf(role) };
  };

  it('404 on every address of it, for every stranger, and not in a list', async () => {
    const strangers = [
      await portal.as({ role: 'COUNTY_OPERATOR', teryt: '2262' }),
      await portal.as({ role: 'DEFS_OFFICER' }),
      await portal.as({ role: 'NGO_COUNCIL', teryt: '2264' }),
    ];
    const { id } = draft;
    const [save, reason] = [randomUUID(), 'Powód, którego nie ma.'];
    const attempts: ((who: Caller) => Promise<{ status: number; body: unknown; headers: Headers }>)[] = [
      (who) => who.get(`${root}/${id}`),
      (who) => who.get(`${root}/${id}/sheet`),
      (who) => who.get(`${root}/${id}/sheet/history`),
      (who) => who.get(`${root}/${id}/questions`),
      (who) =>
        who.patch(`${root}/${id}/sheet`, { save, changes: [{ path: 'basics.title', base: 1, value: 'Przejęty' }] }),
      (who) => who.post(`${root}/${id}/editions`, { id: randomUUID(), rev: draft.checkedRev }),
      (who) => who.get(`${root}/${id}/history`),
      (who) => who.post(`${root}/${id}/annex`),
      (who) => who.del(`${root}/${id}/annex`),
      (who) => who.post(`${root}/${id}/extension`, { id: save, reason, deadlineAt: '2031-01-01T12:00:00Z' }),
      (who) => who.post(`${root}/${id}/annulment`, { id: save, reason }),
      (who) => who.post(`${root}/${id}/questions`, { id: save, text: 'Czy to widać?' }),
      (who) => who.put(`${root}/${id}/questions/${save}/answer`, { base: 0, text: 'Nie.' }),
    ];
    for (const stranger of strangers) {
      for (const attempt of attempts)
        expect(refusal(await attempt(stranger))).toEqual({ status: 404, code: 'NOT_FOUND' });
      const { items } = must(await stranger.get<CallPage>(root));
      expect(items).toMatchObject([{ id: annexed.id, state: 'PUBLISHED', title: annexed.title }]);
    }
    expect(must(await writer.get<CallResponse>(`${root}/${id}`))).toMatchObject({ checkedRev: draft.checkedRev });
    const { items } = must(await portal.stranger.get<PublicCallList>('/api/v1/public/calls'));
    expect(items.map(({ slug }) => slug)).toEqual([annexed.slug]);
    for (const path of ['', '/editions/1.json', '/calendar.ics'])
      expect(await portal.stranger.get(`/api/v1/public/calls/${annexed.slug}${path}`)).toMatchObject({ status: 200 });
    expect(JSON.stringify(await portal.stranger.get(`/api/v1/public/calls/${annexed.slug}`))).not.toContain(SECRET);
  });

  it('the database alone shows and changes drafts exactly as the policy says, for every role and place', async () => {
    const looks = (who: DoorUser) =>
      door.read(who, async (manager) => {
        const seen = [];
        for (const sql of [
          'select from call where id = $1',
          'select from sheet where id = $1',
          'select from sheet_field where sheet_id = $1 limit 1',
          'select from sheet_change where sheet_id = $1 limit 1',
          'select from sheet_save where sheet_id = $1 limit 1',
          `select from journal where subject_kind = 'call' and subject_id = $1 limit 1`,
        ])
          seen.push((await manager.query<unknown[]>(sql, [draft.id])).length);
        return seen;
      });
    const writes = (who: DoorUser) =>
      door.write(who, async (manager) => {
        const [, calls] = await manager.query<[unknown, number]>(
          'update call set updated_at = updated_at where id = $1',
          [draft.id],
        );
        const [, fields] = await manager.query<[unknown, number]>(
          `update sheet_field set value = value where sheet_id = $1 and path = 'basics.title'`,
          [draft.id],
        );
        return [calls, fields];
      });
    for (const role of ROLES)
      for (const teryt of ['2264011', '2264', '2262011', '2262', null])
        for (const organisationId of [null, await organisationAt(teryt)]) {
          const grant: Grant = { role, organisationId, teryt };
          // Some roles name an organisation or a county; nobody can hold them otherwise.
          const who = await someone(grant).catch(() => null);
          if (!who) continue;
          const asker = { personId: who.personId, grants: [grant] };
          const sees = decide(asker, 'readCall', { teryt: draft.teryt }).allow ? 1 : 0;
          const may = decide(asker, 'changeCall', { teryt: draft.teryt }, 'DRAFT').allow ? 1 : 0;
          expect([grant, await looks(who), await writes(who)]).toEqual([
            grant,
            [sees, sees, sees, sees, sees, sees],
            [may, may],
          ]);
        }
  }, 60_000);

  const organisationAt = async (teryt: string | null): Promise<string> => {
    const [made] = await portal.dataSource.query<[{ id: string }]>(
      `insert into organisation (name, name_key, sector, teryt) values ('Urząd', 'urzad', 'JST', $1) returning id`,
      [teryt?.length === 7 ? teryt : null],
    );
    return made.id;
  };

  it('the public’s role reads what was published, without drafts, annexes and who did it', async () => {
    const public_ = (sql: string) => door.open((manager) => manager.query<Record<string, unknown>[]>(sql));
    expect(await public_('select title from call')).toEqual([{ title: annexed.title }]);
    expect(await public_('select call_id as id from call_edition')).toEqual([{ id: annexed.id }]);
    expect(JSON.stringify(await public_('select contents, differences from call_edition'))).not.toContain(SECRET);
    for (const sql of [
      'select from sheet',
      'select from sheet_field',
      'select created_by from call',
      'select published_by from call_edition',
      'select asked_by from call_question',
      'select text from call_answer',
      'select recorded_by from outage',
      `update call set title = 'inny'`,
    ]) {
      const fault = await public_(sql).then(
        () => null,
        (error: unknown) => error,
      );
      expect([sql, sqlStateOf(fault)]).toEqual([sql, sql.startsWith('update') ? '25006' : '42501']);
    }
  });

  it('a question waits unseen until it is answered, also in the database', async () => {
    const asker = await portal.as({ role: 'DEFS_OFFICER' });
    const path = `${root}/${annexed.id}/questions`;
    must(await asker.post(path, { id: randomUUID(), text: 'Czy to już widać?' }));
    const other = await someone({ role: 'DEFS_OFFICER', organisationId: null, teryt: null });
    const seen = 'select from call_question';
    expect(await door.read(other, (manager) => manager.query(seen))).toEqual([]);
    expect(await door.open((manager) => manager.query('select id from call_question'))).toEqual([]);
    const foreign = door.write(other, (manager) =>
      manager.query('insert into call_question (id, call_id, text, asked_by) values ($1, $2, $3, $4)', [
        randomUUID(),
        annexed.id,
        'W cudzym imieniu',
        asker.personId,
      ]),
    );
    expect(sqlStateOf(await foreign.catch((error: unknown) => error))).toBe('42501');
  });

  it('a closed sheet takes no field, also from who may write the call', async () => {
    const { id } = await publishedCall(writer);
    const who: DoorUser = { personId: writer.personId, actingFor: null, actingBody: 'PROGRAMME' };
    const [, changed] = await door.write(who, (manager) =>
      manager.query<[unknown, number]>('update sheet_field set value = value where sheet_id = $1', [id]),
    );
    expect(changed).toBe(0);
    const added = door.write(who, (manager) =>
      manager.query(
        `insert into sheet_field (sheet_id, path, value, rev, changed_by, changed_at)
         values ($1, 'basics.other', '1', 9, $2, now())`,
        [id, who.personId],
      ),
    );
    expect(sqlStateOf(await added.catch((error: unknown) => error))).toBe('42501');
  });
});
