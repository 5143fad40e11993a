import { randomUUID } from 'node:crypto';
import type { CallEditionFile, CallResponse, Outage, OutagePage, Problem, PublicCall } from '@zit/contracts';
import { publishedCall } from '../../test/calls';
import { refusal, startPortal, type Caller, type TestPortal } from '../../test/portal';
import { must } from '../../test/sopot';
import { Door, type DoorUser } from '../database/door';
import { sqlStateOf } from '../database/sql-state';

const list = '/api/v1/public/outages';

describe('the register of outages', () => {
  let portal: TestPortal;
  let operator: Caller;
  beforeAll(async () => {
    portal = await startPortal();
    operator = await portal.as({ role: 'COUNTY_OPERATOR', teryt: '2264' });
  });
  afterAll(() => portal.stop());
  const entry = (more: object = {}) => ({
    id: randomUUID(),
    beganAt: '2026-01-02T10:00:00+01:00',
    endedAt: '2026-01-02T09:45:00.500Z',
    what: 'Portal nie przyjmował ofert.',
    minutes: 'Przerwa w zasilaniu; przywrócono po 45 minutach.',
    ...more,
  });
  const record = (body: object, who = operator) => who.post<Outage & Problem>('/api/v1/outages', body);
  const read = async () => must(await portal.stranger.get<OutagePage>(list));

  it('is read by anybody, without who wrote it, and each request adds one entry', async () => {
    const body = entry();
    const made = must(await record(body));
    expect(made).toMatchObject({
      beganAt: '2026-01-02T09:00:00.000Z',
      endedAt: '2026-01-02T09:45:00.500Z',
      what: body.what,
      minutes: body.minutes,
      corrects: null,
      correctedBy: null,
    });
    expect(must(await record(body))).toEqual(made);
    expect((await read()).items).toEqual([made]);
    expect(JSON.stringify(await read())).not.toContain(operator.personId);
    const acts = await portal.dataSource.query(
      `select act, person_id as by from journal where subject_kind = 'outage' and subject_id = $1`,
      [made.id],
    );
    expect(acts).toEqual([{ act: 'RECORD_OUTAGE', by: operator.personId }]);
  });

  it('refuses what is not over, ends before it begins, names no zone or says nothing', async () => {
    const soon = new Date(Date.now() + 3_600_000).toISOString();
    for (const [more, pointer] of [
      [{ endedAt: soon }, '/endedAt'],
      [{ endedAt: '2026-01-02T09:00:00Z' }, '/endedAt'],
      [{ beganAt: '2026-01-02T10:00:00' }, '/beganAt'],
      [{ what: '\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0' }, '/what'],
      [{ minutes: ' '.repeat(20) }, '/minutes'],
      [{ corrects: randomUUID() }, '/corrects'],
    ] as const) {
      const answer = await record(entry(more));
      expect([refusal(answer), answer.body.errors?.[0]?.pointer]).toEqual([
        { status: 400, code: 'VALIDATION' },
        pointer,
      ]);
    }
  });

  it('puts an entry right with another, once', async () => {
    const wrong = must(await record(entry({ what: 'Portal nie działał wcale.' })));
    const both = await Promise.all([1, 2].map(() => record(entry({ corrects: wrong.id }))));
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    const right = both.find(({ status }) => status === 201)?.body;
    const { items } = await read();
    expect(items.find(({ id }) => id === wrong.id)).toMatchObject({ correctedBy: right?.id, what: wrong.what });
    const who: DoorUser = { personId: operator.personId, actingFor: null, actingBody: 'COUNTY' };
    const door = portal.app.get(Door);
    const change = door.write(who, (manager) => manager.query(`update outage set what = 'Nic się nie stało.'`));
    expect(sqlStateOf(await change.catch((error: unknown) => error))).toBe('42501');
    await expect(portal.dataSource.query('delete from outage')).rejects.toThrow('does not change');
  });

  it('is added to by the programme and the counties only, in the database as well', async () => {
    for (const role of ['AUDITOR', 'DEFS_OFFICER', 'CHAIR'] as const) {
      const who = await portal.as({ role });
      expect(refusal(await record(entry(), who)).status).toBe(403);
      const added = portal.app
        .get(Door)
        .write({ personId: who.personId, actingFor: null, actingBody: null }, (manager) =>
          manager.query(
            `insert into outage (id, began_at, ended_at, what, minutes, recorded_by, request_id)
           values (gen_random_uuid(), now() - interval '1 hour', now(), 'Awaria', 'Protokół awarii', $1, gen_random_uuid())`,
            [who.personId],
          ),
        );
      expect(sqlStateOf(await added.catch((error: unknown) => error))).toBe('42501');
    }
  });

  it('is named by an extension, in its edition and in the frozen file', async () => {
    const outage = must(await record(entry()));
    const call = await publishedCall(operator);
    const body = {
      id: randomUUID(),
      deadlineAt: new Date(Date.parse(call.deadlineAt ?? '') + 3_600_000).toISOString(),
      reason: 'Awaria portalu przed terminem.',
    };
    const extend = (more: object) =>
      operator.post<CallResponse>(`/api/v1/calls/${call.id}/extension`, { ...body, ...more });
    expect(refusal(await extend({ outage: randomUUID() }))).toEqual({ status: 400, code: 'VALIDATION' });
    const { editions } = must(await extend({ outage: outage.id }));
    const { id, beganAt, endedAt, what } = outage;
    expect(editions.map((edition) => edition.outage)).toEqual([null, { id, beganAt, endedAt, what }]);
    const path = `/api/v1/public/calls/${call.slug}`;
    expect(must(await portal.stranger.get<PublicCall>(path)).editions).toEqual(editions);
    const files = await Promise.all(
      [1, 2].map(async (no) => must(await portal.stranger.get<CallEditionFile>(`${path}/editions/${no}.json`))),
    );
    expect(files.map((file) => file.outage)).toEqual([undefined, { id, beganAt, endedAt, what }]);
  });

  it('comes page by page, the latest first, each once', async () => {
    const had = (await read()).items.length;
    await portal.dataSource.query(
      `insert into outage (id, began_at, ended_at, what, minutes, recorded_by, request_id)
       select gen_random_uuid(), '2025-01-01'::timestamptz - (at / 3 + 1) * interval '1 day', '2025-01-01', 'Awaria', 'Protokół awarii',
         $1, gen_random_uuid() from generate_series(1, 60) at`,
      [operator.personId],
    );
    const began: string[] = [];
    const ids = new Set<string>();
    for (let next: string | null = ''; next !== null;) {
      const page: OutagePage = must(await portal.stranger.get<OutagePage>(next ? `${list}?after=${next}` : list));
      for (const item of page.items) ids.add(item.id);
      began.push(...page.items.map(({ beganAt }) => beganAt));
      ({ next } = page);
    }
    expect(ids.size).toBe(had + 60);
    expect(began).toEqual(began.toSorted().toReversed());
    expect((await portal.stranger.get(`${list}?after=x`)).status).toBe(400);
  });
});
