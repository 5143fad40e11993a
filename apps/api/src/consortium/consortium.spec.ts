import { randomUUID } from 'node:crypto';
import type { ConsortiumPage, ConsortiumResponse, HistoryPage, Problem } from '@zit/contracts';
import { check } from '@zit/domain';
import { refusal, startPortal, type Caller, type TestPortal } from '../../test/portal';
import { formSopot, must, SOPOT_CENTRE, type Sopot } from '../../test/sopot';

describe('a consortium that several people form', () => {
  let portal: TestPortal;
  let sopot: Sopot;
  let leader: Caller;
  let officer: Caller;
  const root = () => `/api/v1/consortia/${sopot.id}`;
  const change = (who: Caller, version: number, changes: object, base: object = {}) =>
    who.patch<ConsortiumResponse>(root(), { version, changes, base });

  beforeAll(async () => {
    portal = await startPortal();
    sopot = await formSopot(portal);
    leader = await portal.as({
      role: 'COORDINATOR',
      organisationId: sopot.organisations['M1'],
      name: 'Koordynatorka lidera',
    });
    officer = await portal.as({
      role: 'MUNICIPALITY_OFFICER',
      organisationId: sopot.organisations['M4'],
      teryt: '2264011',
    });
  });
  afterAll(() => portal.stop());

  it('merges changes of different fields of the card', async () => {
    const { version, title, distinctPersons } = await sopot.read();
    must(await change(leader, version, { title: 'Kompas' }, { title }));
    const merged = must(await change(officer, version, { distinctPersons: 120 }, { distinctPersons }));
    expect(merged).toMatchObject({ title: 'Kompas', distinctPersons: 120, version: version + 2 });
    must(await change(leader, merged.version, { title, distinctPersons }));
  });

  it('shows both values when two people change the same field, and loses neither', async () => {
    const { version, title } = await sopot.read();
    must(await change(leader, version, { title: 'Kompas A' }, { title }));
    const answer = await officer.patch<Problem>(root(), {
      version,
      changes: { title: 'Kompas B', distinctPersons: 99 },
      base: { title, distinctPersons: 110 },
    });
    expect(refusal(answer)).toEqual({ status: 409, code: 'STALE' });
    expect(answer.body.conflicts).toEqual([{ field: 'title', base: title, theirs: 'Kompas A', mine: 'Kompas B' }]);
    const now = await sopot.read();
    expect(answer.body.current).toMatchObject({ title: 'Kompas A', version: now.version });
    expect(now).toMatchObject({ title: 'Kompas A', distinctPersons: 110 });
    must(await change(leader, now.version, { title }));
  });

  it('repeats a change without doing it twice', async () => {
    const { version, callNo } = { ...(await sopot.read()), callNo: 'LC/2264/2015/01' };
    const first = must(await change(leader, version, { callNo: 'LC/2264/2015/02' }, { callNo }));
    const again = must(await change(leader, version, { callNo: 'LC/2264/2015/02' }, { callNo }));
    expect(again.version).toBe(first.version);
    must(await change(leader, first.version, { callNo }));
  });

  it('has several leaders as data, and exactly one after the act', async () => {
    const [more] = await portal.dataSource.query<{ id: string }[]>(
      `insert into organisation (name, name_key, sector) values ('Druga liderka', 'druga liderka', 'NGO') returning id`,
    );
    const two = must(
      await leader.post<ConsortiumResponse>(`${root()}/members`, { organisationId: more?.id, role: 'LEADER' }),
    );
    expect(two.members.filter((member) => member.role === 'LEADER')).toHaveLength(2);
    expect(check(two, two.ruleSet).findings).toContainEqual(
      expect.objectContaining({ code: 'R-LEADER', verdict: 'fail' }),
    );
    const one = must(await leader.put<ConsortiumResponse>(`${root()}/leader`, { memberId: sopot.members['M1'] }));
    expect(one.members.filter((member) => member.role === 'LEADER').map((member) => member.id)).toEqual([
      sopot.members['M1'],
    ]);
    const added = one.members.find((member) => member.organisationId === more?.id);
    must(await leader.post(`${root()}/members/${added?.id}/exit`, {}));
  });

  it('takes an organisation once, and again after it left', async () => {
    const organisationId = sopot.organisations['M5'];
    const twice = await leader.post<Problem>(`${root()}/members`, { organisationId, role: 'PARTNER' });
    expect(refusal(twice)).toEqual({ status: 409, code: 'DUPLICATE' });
    expect(twice.body.detail).toContain('Molo Praca');
  });

  it('does not lose lines and services of a member who leaves', async () => {
    const m3 = sopot.members['M3'];
    const refused = await leader.post<Problem>(`${root()}/members/${m3}/exit`, {});
    expect(refused.body.errors?.[0]?.pointer).toBe('/linesToMemberId');
    const before = await sopot.read();
    const tasks = ['animacja sąsiedzka'];
    const member = before.members.find((one) => one.id === m3);
    must(
      await leader.patch(`${root()}/members/${m3}`, {
        version: member?.version,
        changes: { tasks },
        base: { tasks: [] },
      }),
    );
    must(
      await change(leader, before.version, { services: [{ code: 'SS_ANIMATION', memberId: m3 }] }, { services: [] }),
    );
    const after = must(
      await leader.post<ConsortiumResponse>(`${root()}/members/${m3}/exit`, { linesToMemberId: sopot.members['M2'] }),
    );
    expect(after.members.map((one) => one.id)).not.toContain(m3);
    expect(after.services).toEqual([{ code: 'SS_ANIMATION', memberId: sopot.members['M2'] }]);
    expect(after.members.find((one) => one.id === sopot.members['M2'])?.tasks).toEqual(tasks);
    const sum = (lines: { amountGrosze: number }[]) => lines.reduce((all, line) => all + line.amountGrosze, 0);
    expect(sum(after.lines)).toBe(sum(before.lines));
    const back = must(
      await leader.post<ConsortiumResponse>(`${root()}/members`, {
        organisationId: sopot.organisations['M3'],
        role: 'PARTNER',
      }),
    );
    expect(back.members.at(-1)).toMatchObject({ organisationId: sopot.organisations['M3'], votes: 1, tasks: [] });
    expect(refusal(await leader.post(`${root()}/members/${m3}/exit`, {})).status).toBe(404);
  });

  it.each([
    ['half a date', { periodFrom: '2015-07' }],
    ['a date that no calendar has', { periodTo: '2015-02-30' }],
    ['an instant instead of a day', { periodFrom: '2015-07-01T10:00:00Z' }],
    ['the year zero', { periodFrom: '0000-01-01' }],
    ['an end before the beginning', { periodFrom: '2016-07-01', periodTo: '2015-06-30' }],
    ['no title', { title: null }],
    ['an empty title', { title: '' }],
    ['a list that is nothing', { services: null }],
    ['a regime nobody knows', { legalRegime: 'NONE' }],
    ['an unknown target group', { targetGroups: [{ code: 'ROBOTS', planned: 1 }] }],
    ['a target group twice', { targetGroups: [1, 2].map((planned) => ({ code: 'DISABLED', planned })) }],
    ['a service of a stranger', { services: [{ code: 'LM_TRAINING', memberId: randomUUID() }] }],
    ['a service point in no municipality', { servicePoints: [{ id: randomUUID(), teryt: '9999999', address: 'x' }] }],
    ['10^13 zł', { declaredTotalGrosze: 1e15 }],
    ['a head-count with a fraction', { distinctPersons: 1.5 }],
    ['fields that are not to be set', { capGrosze: 1 }],
    ['the id', { id: randomUUID() }],
  ])('refuses %s and names the field', async (_, changes) => {
    const { version } = await sopot.read();
    const answer = await leader.patch<Problem>(root(), { version, changes, base: {} });
    expect(refusal(answer)).toEqual({ status: 400, code: 'VALIDATION' });
    expect(answer.body.errors?.[0]?.pointer).toMatch(/^\/changes\//);
    expect((await sopot.read()).version).toBe(version);
  });

  it('takes emoji and right-to-left text as text', async () => {
    const { version, title } = await sopot.read();
    const odd = '🧭 مركز „Kompas” <b>';
    expect(must(await change(leader, version, { title: odd })).title).toBe(odd);
    must(await change(leader, version + 1, { title }));
  });

  it('pages its list by title in Polish order, with a constant number of queries', async () => {
    const titles = ['Żagiel', 'Ławka', 'Zegar', 'Ćma', 'Lawa', 'Łódka'];
    for (const title of titles)
      must(await sopot.administrator.post('/api/v1/consortia', { title, localCentreId: SOPOT_CENTRE }));
    const seen: string[] = [];
    let after = '';
    let pages = 0;
    do {
      const path = `/api/v1/consortia?limit=3${after ? `&after=${after}` : ''}`;
      const page = must(await sopot.administrator.get<ConsortiumPage>(path));
      seen.push(...page.items.map((item) => item.title));
      after = page.next ?? '';
      pages++;
    } while (after);
    expect(seen).toEqual([...titles, 'Kompas Sopocki'].sort(new Intl.Collator('pl').compare));
    expect(pages).toBe(3);
    const one = await portal.countQueries(() => sopot.administrator.get('/api/v1/consortia?limit=1'));
    const all = await portal.countQueries(() => sopot.administrator.get('/api/v1/consortia?limit=100'));
    expect(all).toBe(one);
    const found = must(await sopot.administrator.get<ConsortiumPage>('/api/v1/consortia?search=LODKA'));
    expect(found.items.map((item) => item.title)).toEqual(['Łódka']);
    const sum = must(await sopot.administrator.get<ConsortiumPage>('/api/v1/consortia?search=kompas')).items[0];
    expect(sum).toMatchObject({
      totalGrosze: 33_000_000,
      municipality: 'Sopot',
      leaderName: 'Stowarzyszenie „Kompas”',
      memberCount: 5,
    });
  });

  it('tells its history in Polish, newest first, a page at a time', async () => {
    const { version } = await sopot.read();
    must(await change(leader, version, { distinctPersons: 115 }));
    const first = must(await leader.get<HistoryPage>(`${root()}/history?limit=5`));
    expect(first.items[0]).toMatchObject({
      who: 'Koordynatorka lidera',
      text: 'Stowarzyszenie „Kompas” zmieniło liczbę różnych osób z 110 na 115',
    });
    const texts: string[] = [];
    let after: string | null = null;
    do {
      const page: HistoryPage = must(
        await leader.get<HistoryPage>(`${root()}/history?limit=5${after ? `&after=${after}` : ''}`),
      );
      texts.push(...page.items.map((item) => item.text));
      after = page.next;
    } while (after);
    expect(texts.at(-1)).toBe('utworzono konsorcjum „Kompas Sopocki”');
    expect(texts).toContain('dodano lidera: Stowarzyszenie „Kompas”');
    expect(texts).toContain('zmieniono budżet: dodano 16 pozycji; razem 330\u00a0000,00\u00a0zł');
    expect(texts).toContain(
      'wystąpienie z konsorcjum: Stowarzyszenie „Sąsiedzi z Górki”; pozycje budżetu i usługi przejmuje: Fundacja „Przystań Integracji”',
    );
    expect(texts).not.toContain('zmiana w konsorcjum');
  });
});
