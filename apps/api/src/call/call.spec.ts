import { randomUUID } from 'node:crypto';
import type { CallPage, CallResponse, Problem, SheetHistory, SheetResponse, SheetSaved } from '@zit/contracts';
import { draftCall, goodValues, publish, publishedCall, saveValues } from '../../test/calls';
import { refusal, startPortal, type Caller, type TestPortal } from '../../test/portal';
import { rowsRead, type Plan } from '../../test/plan';
import { must } from '../../test/sopot';
import { Door } from '../database/door';
import { CALL_PAGE } from './call-list';

const root = '/api/v1/calls';

describe('a call as it is being written', () => {
  let portal: TestPortal;
  let officer: Caller;
  beforeAll(async () => {
    portal = await startPortal();
    officer = await portal.as({ role: 'COUNTY_OPERATOR', teryt: '2264', name: 'Operator z testu' });
  });
  afterAll(() => portal.stop());
  const read = async (id: string) => must(await officer.get<CallResponse>(`${root}/${id}`));
  const sheet = async (id: string, after = 0) =>
    must(await officer.get<SheetResponse>(`${root}/${id}/sheet?after=${after}`));
  const valuesOf = async (id: string) =>
    Object.fromEntries((await sheet(id)).fields.map(({ path, value }) => [path, value]));
  const acts = async (id: string) =>
    (
      await portal.dataSource.query<{ act: string }[]>(
        `select act from journal where subject_kind = 'call' and subject_id = $1 order by seq`,
        [id],
      )
    ).map(({ act }) => act);

  it('begins with its title and says what is missing', async () => {
    const call = await draftCall(officer);
    expect(call).toMatchObject({
      number: null,
      slug: null,
      title: 'Lokalne Centrum w Sopocie',
      teryt: '2264011',
      municipality: 'Sopot',
      state: 'DRAFT',
      phase: 'DRAFT',
      editions: [],
      ruleSets: ['OMT-2014/1'],
    });
    expect(await valuesOf(call.id)).toEqual({ 'basics.title': 'Lokalne Centrum w Sopocie' });
    expect(call.findings.filter(({ verdict }) => verdict === 'fail').length).toBeGreaterThan(3);
    expect(call.checkedRev).toBe((await sheet(call.id)).rev);
    expect(await acts(call.id)).toEqual(['CREATE_CALL', 'CHANGE_SHEET']);
  });

  it('is made once, however often it is asked for', async () => {
    const body = { id: randomUUID(), teryt: '2264011', title: 'Nabór raz' };
    const answers = await Promise.all(Array.from({ length: 5 }, () => officer.post<CallResponse>(root, body)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    const ids = new Set(answers.map((answer) => answer.body.id));
    expect(ids.size).toBe(1);
    const [id = ''] = ids;
    expect(await acts(id)).toEqual(['CREATE_CALL', 'CHANGE_SHEET']);
    // Neither the id of the request nor that of the draft tells somebody else that there is one.
    const other = await portal.as({ role: 'COUNTY_OPERATOR', teryt: '2262' });
    for (const taken of [body.id, id]) {
      const own = must(await other.post<CallResponse>(root, { id: taken, teryt: '2262011', title: 'Nabór w Gdyni' }));
      expect([body.id, id]).not.toContain(own.id);
    }
    expect(refusal(await officer.post(root, { ...body, teryt: '2264999' }))).toEqual({
      status: 409,
      code: 'DUPLICATE',
    });
  });

  it('lies in a municipality that there is, and has a title', async () => {
    const none = await officer.post<Problem>(root, { id: randomUUID(), teryt: '2264999', title: 'Nigdzie' });
    expect([refusal(none), none.body.errors?.[0]?.pointer]).toEqual([{ status: 400, code: 'VALIDATION' }, '/teryt']);
    const blank = await officer.post<Problem>(root, { id: randomUUID(), teryt: '2264011', title: '\u00a0 ' });
    expect(blank.body.errors?.map(({ pointer }) => pointer)).toEqual(['/title']);
    const long = await officer.post<Problem>(root, { id: randomUUID(), teryt: '2264011', title: 'x'.repeat(201) });
    expect(long.body.errors?.[0]?.message).toContain('Tytuł naboru');
  });

  it('saves what was typed, tells the others only what is new, and keeps who wrote what', async () => {
    const call = await draftCall(officer);
    const before = (await sheet(call.id)).rev;
    const saved = must(await saveValues(officer, call.id, { 'basics.centres': 2, 'basics.title': 'Nowy tytuł' }));
    expect(saved.collisions).toEqual([]);
    expect((await sheet(call.id, before)).fields.map(({ path }) => path)).toEqual(['basics.centres', 'basics.title']);
    expect((await read(call.id)).title).toBe('Nowy tytuł');
    must(await saveValues(officer, call.id, { 'basics.title': null }));
    expect((await read(call.id)).title).toBe('Nowy tytuł');
    const history = must(await officer.get<SheetHistory>(`${root}/${call.id}/sheet/history?path=basics.title`));
    expect(history.lines.map(({ after, by }) => [after, by])).toEqual([
      [null, 'Operator z testu'],
      ['Nowy tytuł', 'Operator z testu'],
      ['Lokalne Centrum w Sopocie', 'Operator z testu'],
    ]);
  });

  it('shows a collision with the name of who was quicker, and loses neither text', async () => {
    const { id } = await draftCall(officer);
    const [office] = await portal.dataSource.query<[{ id: string }]>(
      `insert into organisation (name, name_key, sector, teryt) values ('Urząd', 'urzad', 'JST', '2264011') returning id`,
    );
    const quicker = await portal.as({
      role: 'MUNICIPALITY_OFFICER',
      organisationId: office.id,
      name: 'Urzędnik gminy',
    });
    const [field] = (await sheet(id)).fields;
    const change = (value: string) => ({
      save: randomUUID(),
      changes: [{ path: 'basics.title', base: field?.rev, value }],
    });
    must(await quicker.patch(`${root}/${id}/sheet`, change('Pierwszy')));
    const late = must(await officer.patch<SheetSaved>(`${root}/${id}/sheet`, change('Drugi')));
    expect(late.collisions).toMatchObject([{ theirs: 'Pierwszy', mine: 'Drugi', by: 'Urzędnik gminy' }]);
    expect(await valuesOf(id)).toEqual({ 'basics.title': 'Pierwszy' });
    // Who publishes is told that words were set aside, until somebody writes there again.
    expect((await read(id)).setAside).toBe(1);
    must(await saveValues(officer, id, { 'basics.title': 'Pierwszy i drugi' }));
    expect((await read(id)).setAside).toBe(0);
  });

  it('is closed by its publication: a late save says field by field what was not taken', async () => {
    const { id } = await publishedCall(officer);
    const late = await saveValues(officer, id, { 'basics.centres': 3 });
    expect(refusal(late)).toEqual({ status: 409, code: 'SHEET_CLOSED' });
    expect((late.body as unknown as Problem).conflicts).toMatchObject([
      { field: 'basics.centres', theirs: 1, mine: 3 },
    ]);
  });

  it('begins with what an earlier call has in common with it, without dates, evidence and answers', async () => {
    const earlier = await publishedCall(officer, { values: { 'deadline.admitsLate': true } });
    const copy = must(
      await officer.post<CallResponse>(root, {
        id: randomUUID(),
        teryt: '2264011',
        title: 'Następny nabór',
        copyOf: earlier.id,
      }),
    );
    const [from, to] = [goodValues(), await valuesOf(copy.id)];
    const kept = Object.keys(to);
    expect(to['basics.title']).toBe('Następny nabór');
    expect(kept.length).toBeGreaterThan(40);
    expect(
      kept.filter((path) => path !== 'basics.title' && JSON.stringify(to[path]) !== JSON.stringify(from[path])),
    ).toEqual([]);
    const own =
      /At$|On$|date$|period|answer|remark|minutes|attendance|meetings|evidence|link|opinion|resolution|deadline/;
    expect(kept.filter((path) => own.test(path))).toEqual([]);
    for (const section of ['criteria.list', 'rules.ties', 'notice.channels', 'consultations.list', 'texts'])
      expect([section, kept.some((path) => path.startsWith(section))]).toEqual([section, true]);
  });

  it('copies of somebody else’s call only what was published', async () => {
    const elsewhere = await portal.as({ role: 'COUNTY_OPERATOR', teryt: '2262' });
    const draft = await draftCall(officer, { values: goodValues() });
    const body = (copyOf: string) => ({ id: randomUUID(), teryt: '2262011', title: 'W Gdyni', copyOf });
    const hidden = await elsewhere.post<Problem>(root, body(draft.id));
    expect([refusal(hidden).status, hidden.body.errors?.[0]?.pointer]).toEqual([400, '/copyOf']);
    must(await publish(officer, draft.id));
    const { id } = must(await elsewhere.post<CallResponse>(root, body(draft.id)));
    const { fields } = must(await elsewhere.get<SheetResponse>(`${root}/${id}/sheet`));
    expect(fields.find(({ path }) => path === 'basics.purpose')?.value).toBe(goodValues()['basics.purpose']);
  });

  it('lists the newest first, page by page, each call once', async () => {
    const made: string[] = [];
    for (let count = 0; count < 30; count++) made.unshift((await draftCall(officer)).id);
    const listed: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const page: CallPage = must(await officer.get<CallPage>(`${root}${next ? `?after=${next}` : ''}`));
      listed.push(...page.items.map(({ id }) => id));
      ({ next } = page);
    }
    expect(listed.slice(0, 30)).toEqual(made);
    expect(new Set(listed).size).toBe(listed.length);
    for (const after of ['x', Buffer.from(JSON.stringify(['2026', randomUUID()])).toString('base64url')])
      expect(refusal(await officer.get(`${root}?after=${after}`)).status).toBe(400);
  });

  it('lists a deep page at the price of the first', async () => {
    await portal.dataSource.query(`
      insert into call (id, teryt, state, title, number, slug, opens_at, deadline_at, created_by, created_at)
      select gen_random_uuid(), '2262011', 'PUBLISHED', 'Nabór ' || at, 'Y/' || at, 'y-' || at, now() - interval '1 hour',
        now(), (select created_by from call limit 1), now() - at * interval '1 minute'
      from generate_series(1, 3000) at`);
    await portal.dataSource.query('analyze call');
    const deep = new Date(Date.now() - 2_500 * 60_000).toISOString().replace('Z', '000Z');
    const who = { personId: officer.personId, actingFor: null, actingBody: 'COUNTY' } as const;
    const [told] = await portal.app
      .get(Door)
      .read(who, (manager) =>
        manager.query<[{ 'QUERY PLAN': [{ Plan: Plan }] }]>(`explain (analyze, format json) ${CALL_PAGE}`, [
          false,
          ['2264%'],
          deep,
          randomUUID(),
        ]),
      );
    expect(rowsRead(told['QUERY PLAN'][0].Plan)).toBeLessThan(200);
  });

  it('is read, saved and listed with a constant number of queries', async () => {
    const small = await draftCall(officer);
    const large = await draftCall(officer, { values: goodValues() });
    for (const path of ['', '/sheet', '/sheet/history']) {
      const [few, many] = [
        await portal.countQueries(() => officer.get(`${root}/${small.id}${path}`)),
        await portal.countQueries(() => officer.get(`${root}/${large.id}${path}`)),
      ];
      expect([path, many]).toEqual([path, few]);
      expect(many).toBeLessThanOrEqual(7);
    }
    const saving = (id: string, values: Record<string, number>) => {
      const changes = Object.entries(values).map(([path, value]) => ({ path, base: 0, value }));
      return portal.countQueries(() => officer.patch(`${root}/${id}/sheet`, { save: randomUUID(), changes }));
    };
    const one = await saving(small.id, { 'basics.centres': 1 });
    const three = await saving(small.id, { 'rules.quorum': 3, 'notice.days': 21, 'basics.capGrosze': 5 });
    expect(three).toBe(one);
  });
});
