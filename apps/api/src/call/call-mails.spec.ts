import { randomUUID } from 'node:crypto';
import type { CallQuestion, CallResponse } from '@zit/contracts';
import { formatDatePl, inWarsaw } from '@zit/domain';
import { publish, publishedCall, saveValues } from '../../test/calls';
import { startPortal, type Caller, type TestPortal } from '../../test/portal';
import { must } from '../../test/sopot';
import { Door } from '../database/door';
import { sqlStateOf } from '../database/sql-state';

const root = '/api/v1/calls';
interface Told {
  template: string;
  recipient: string;
  subject: string;
  body: string;
}

describe('what becomes of a call is told by mail', () => {
  let portal: TestPortal;
  let officer: Caller;
  beforeAll(async () => {
    portal = await startPortal({ settings: { publicOrigin: 'https://portal.example' } });
    officer = await portal.as({ role: 'COUNTY_OPERATOR', teryt: '2264' });
  });
  beforeEach(() => portal.dataSource.query('delete from mail'));
  afterAll(() => portal.stop());

  const organisation = async (): Promise<string> => {
    const [{ id }] = await portal.dataSource.query<[{ id: string }]>(
      `insert into organisation (name, name_key, sector) values ('Fundacja', 'fundacja', 'NGO') returning id`,
    );
    return id;
  };
  const person = async (organisationId: string) => portal.as({ role: 'EDITOR', organisationId });
  const emails = async (...people: Caller[]): Promise<string[]> => {
    const rows = await portal.dataSource.query<{ email: string }[]>('select email from person where id = any($1)', [
      people.map(({ personId }) => personId),
    ]);
    return rows.map(({ email }) => email).sort();
  };
  const mails = () =>
    portal.dataSource.query<Told[]>('select template, recipient, subject, body from mail order by recipient');
  /** A consortium of these organisations with the draft of an offer. */
  const offerOf = async (callId: string, organisations: readonly string[], left: readonly string[] = []) => {
    const [{ id }] = await portal.dataSource.query<[{ id: string }]>(
      `insert into consortium (title, title_key, local_centre_id, teryt, rule_set_version, created_by)
       select 'Konsorcjum', 'konsorcjum', id, teryt, 'OMT-2014/1', $1::uuid from local_centre limit 1 returning id`,
      [officer.personId],
    );
    for (const [at, organisationId] of [...organisations, ...left].entries())
      await portal.dataSource.query(
        `insert into member (consortium_id, organisation_id, role, position, left_at) values ($1, $2, $3, $4, $5)`,
        [
          id,
          organisationId,
          at === 0 ? 'LEADER' : 'PARTNER',
          at + 1,
          left.includes(organisationId) ? new Date(Date.now() + 60_000) : null,
        ],
      );
    await portal.dataSource.query(
      'insert into offer (id, call_id, consortium_id, created_by) values (gen_random_uuid(), $1, $2, $3)',
      [callId, id, officer.personId],
    );
  };
  const extend = (call: CallResponse, body: object = {}) =>
    officer.post<CallResponse>(`${root}/${call.id}/extension`, {
      id: randomUUID(),
      deadlineAt: new Date(Date.parse(call.deadlineAt ?? '') + 86_400_000).toISOString(),
      reason: 'Awaria portalu.\nBcc: ofiara@example.test',
      ...body,
    });

  it('to all people of organisations with an offer or a question, once each, and to nobody else', async () => {
    const call = await publishedCall(officer);
    const [leader, partner, former, asking, other] = await Promise.all(Array.from({ length: 5 }, organisation));
    const [one, two, three] = [await person(leader ?? ''), await person(leader ?? ''), await person(partner ?? '')];
    const [asker, colleague] = [await person(asking ?? ''), await person(asking ?? '')];
    const single = await portal.as({ role: 'DEFS_OFFICER' });
    const [gone] = [await person(former ?? ''), await person(other ?? '')];
    await offerOf(call.id, [leader ?? '', partner ?? ''], [former ?? '']);
    for (const who of [asker, one, single])
      must(await who.post<CallQuestion>(`${root}/${call.id}/questions`, { id: randomUUID(), text: 'Czy można?' }));
    const extended = must(await extend(call));
    const told = await mails();
    expect(told.map(({ recipient }) => recipient)).toEqual(await emails(one, two, three, asker, colleague, single));
    expect(told.map(({ recipient }) => recipient)).not.toContain((await emails(gone))[0]);
    const { date, time } = inWarsaw(extended.deadlineAt ?? '');
    expect(told[0]).toMatchObject({ template: 'CALL_EXTENDED' });
    expect(told[0]?.subject).toContain('Przedłużony termin naboru');
    const deadline = `${formatDatePl(date)}, ${time}:00`.replaceAll('\u00a0', ' ');
    expect(told[0]?.body).toMatch(new RegExp(`Nowy termin: ${deadline} \\(czas polski, UTC\\+[12]\\)`));
    const lines = told[0]?.body.split('\n') ?? [];
    expect(lines).toContain(`https://portal.example/ogloszenia/${call.slug}`);
    expect(lines.filter((line) => line.startsWith('Bcc'))).toEqual([]);
    // Not even the answer tells how many they were.
    expect(JSON.stringify(extended)).not.toContain('mail');
  });

  it('once for each act, also when it is repeated: extension, annex, annulment', async () => {
    const call = await publishedCall(officer);
    await offerOf(call.id, [await organisation()]);
    const editor = await person(await organisation());
    await offerOf(call.id, [(await leaderOf(editor)) ?? '']);
    expect(await mails()).toEqual([]);
    const id = randomUUID();
    const body = { id, deadlineAt: new Date(Date.parse(call.deadlineAt ?? '') + 86_400_000).toISOString() };
    must(await extend(call, body));
    must(await extend(call, body));
    must(await officer.post(`${root}/${call.id}/annex`));
    must(await saveValues(officer, call.id, { 'texts.contact': 'Pokój nr 5' }));
    must(await publish(officer, call.id, { reason: 'Zmiana pokoju, w którym udzielamy wyjaśnień.' }));
    must(await officer.post(`${root}/${call.id}/annulment`, { id: randomUUID(), reason: 'Brak środków w programie.' }));
    expect((await mails()).map(({ template }) => template).sort()).toEqual([
      'CALL_ANNULLED',
      'CALL_CHANGED',
      'CALL_EXTENDED',
    ]);
  });

  it('not by an act that is taken back', async () => {
    const call = await publishedCall(officer);
    const editor = await person(await organisation());
    await offerOf(call.id, [(await leaderOf(editor)) ?? '']);
    expect((await extend(call, { deadlineAt: call.deadlineAt })).status).toBe(400);
    expect(await mails()).toEqual([]);
  });

  it('by nobody who does not write the call', async () => {
    const call = await publishedCall(officer);
    const stranger = await portal.as({ role: 'COUNTY_OPERATOR', teryt: '2262' });
    const tell = portal.app
      .get(Door)
      .write({ personId: stranger.personId, actingFor: null, actingBody: 'COUNTY' }, (manager) =>
        manager.query(`select tell_call($1, 'CALL_EXTENDED', 'Temat', 'Treść')`, [call.id]),
      );
    expect(sqlStateOf(await tell.catch((error: unknown) => error))).toBe('42501');
  });

  const leaderOf = async ({ personId }: Caller): Promise<string | undefined> => {
    const [row] = await portal.dataSource.query<{ id: string }[]>(
      'select organisation_id as id from role_grant where person_id = $1',
      [personId],
    );
    return row?.id;
  };
});
