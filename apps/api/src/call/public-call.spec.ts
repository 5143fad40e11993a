import { createHash, randomUUID } from 'node:crypto';
import type { CallResponse, PublicCall, PublicCallList } from '@zit/contracts';
import { addDays, fromWarsaw } from '@zit/domain';
import { publish, publishedCall, saveValues, today } from '../../test/calls';
import { startPortal, type Caller, type TestPortal } from '../../test/portal';
import { rowsRead, type Plan } from '../../test/plan';
import { must } from '../../test/sopot';
import { Door } from '../database/door';
import { PUBLIC_PAGE } from './public-call.service';

const root = '/api/v1/public/calls';

describe('what anybody reads of calls', () => {
  let portal: TestPortal;
  let officer: Caller;
  beforeAll(async () => {
    portal = await startPortal({ settings: { publicOrigin: 'https://portal.example' } });
    officer = await portal.as({ role: 'ADMINISTRATOR' });
  });
  afterAll(() => portal.stop());
  const get = <Body>(path: string) => portal.stranger.get<Body>(`${root}${path}`);
  const raw = (path: string) => fetch(`${portal.url}${root}${path}`);

  it('shows the newest edition with its history and the server’s time, uncached', async () => {
    const call = await publishedCall(officer);
    const answer = await get<PublicCall>(`/${call.slug}`);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const { number, title, deadlineAt, opensAt } = call;
    expect(must(answer)).toMatchObject({ slug: call.slug, number, title, deadlineAt, opensAt, phase: 'OPEN' });
    expect(must(answer).editions).toEqual(call.editions);
    expect(Math.abs(Date.parse(must(answer).serverTime) - Date.now())).toBeLessThan(60_000);
    for (const slug of ['lc-2264-2015-99', 'LC', '1', "'"])
      expect([slug, (await get(`/${slug}`)).status]).toEqual([slug, 404]);
    expect((await get('/%00')).status).toBe(400);
  });

  it('gives each edition as the very bytes whose SHA-256 it shows', async () => {
    const call = await publishedCall(officer);
    must(await officer.post(`/api/v1/calls/${call.id}/annex`));
    must(await saveValues(officer, call.id, { 'texts.contact': 'Zażółć gęślą jaźń 😀 „”\n\tz "cudzysłowem"' }));
    const { editions } = must(await publish(officer, call.id, { reason: 'Zmiana danych kontaktowych.' }));
    for (const { no, sha256 } of editions) {
      const answer = await raw(`/${call.slug}/editions/${no}.json`);
      expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    }
    for (const no of ['0', '3', '-1', '1e0', 'x', '99999999999999999999'])
      expect([no, (await raw(`/${call.slug}/editions/${no}.json`)).status]).toEqual([no, 404]);
    const shown = must(await get<PublicCall>(`/${call.slug}`));
    const file = must(await get<{ contents: unknown }>(`/${call.slug}/editions/2.json`));
    expect(shown.contents).toEqual(file.contents);
  });

  it('gives the deadline to calendars, with the address of the page', async () => {
    const call = await publishedCall(officer);
    const answer = await raw(`/${call.slug}/calendar.ics`);
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const lines = (await answer.text()).replaceAll('\r\n ', '').split('\r\n');
    const deadline = `${(call.deadlineAt ?? '').slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
    expect(lines).toEqual(
      expect.arrayContaining([
        `DTSTART:${deadline}`,
        `UID:${call.id}`,
        `URL:https://portal.example/ogloszenia/${call.slug}`,
      ]),
    );
    expect(lines.find((line) => line.startsWith('DESCRIPTION:'))).toContain(
      `https://portal.example/ogloszenia/${call.slug}`,
    );
  });

  it('takes the deadline of an annulled call out of calendars, under the same UID', async () => {
    const call = await publishedCall(officer);
    const fields = async () =>
      (await (await raw(`/${call.slug}/calendar.ics`)).text()).replaceAll('\r\n ', '').split('\r\n');
    expect(await fields()).toEqual(expect.arrayContaining(['SEQUENCE:0', 'STATUS:CONFIRMED']));
    const body = { id: randomUUID(), reason: 'Unieważniony na próbę.' };
    must(await officer.post<CallResponse>(`/api/v1/calls/${call.id}/annulment`, body));
    const lines = await fields();
    expect(lines).toEqual(expect.arrayContaining([`UID:${call.id}`, 'SEQUENCE:1', 'STATUS:CANCELLED']));
    expect(lines.find((line) => line.startsWith('SUMMARY:'))).toBe(`SUMMARY:UNIEWAŻNIONY: ${call.title}`);
    expect(lines.join(' ')).not.toContain('Oferty przyjmujemy do');
  });

  it('lists the open ones first, then by deadline, page by page, each once', async () => {
    const due: { slug: string; place: number; deadline: number }[] = [];
    const known = new Set(must(await get<PublicCallList>('')).items.map(({ slug }) => slug));
    const closing = (days: number) => fromWarsaw(addDays(today(), days), '12:00')[0] ?? '';
    for (let at = 0; at < 30; at++) {
      const closesAt = closing(60 + ((at * 7) % 30));
      const opensAt = at % 3 === 0 ? closing(40) : closing(-1);
      const call = await publishedCall(officer, {
        values: { 'deadline.closesAt': closesAt, 'deadline.opensAt': opensAt },
      });
      if (at % 10 === 5)
        must(
          await officer.post<CallResponse>(`/api/v1/calls/${call.id}/annulment`, {
            id: randomUUID(),
            reason: 'Unieważniony na próbę.',
          }),
        );
      const place = at % 10 === 5 ? 3 : at % 3 === 0 ? 1 : 0;
      due.push({ slug: call.slug ?? '', place, deadline: Date.parse(closesAt) * (place === 3 ? -1 : 1) });
    }
    const listed: PublicCallList['items'] = [];
    for (let next: string | null = ''; next !== null;) {
      const page: PublicCallList = must(await get<PublicCallList>(next ? `?after=${next}` : ''));
      listed.push(...page.items);
      ({ next } = page);
    }
    expect(new Set(listed.map(({ slug }) => slug)).size).toBe(listed.length);
    const order = listed.filter(({ slug }) => !known.has(slug)).map(({ slug }) => due.find((one) => one.slug === slug));
    expect(order).toHaveLength(30);
    for (const [index, one] of order.slice(1).entries()) {
      const before = order[index];
      const later = (one?.place ?? 0) - (before?.place ?? 9);
      expect(later > 0 || (later === 0 && (before?.deadline ?? 0) <= (one?.deadline ?? 0))).toBe(true);
    }
    for (const values of [
      ['x', '0', '1', randomUUID()],
      ['2026-01-01T00:00:00.000Z', '9', '1', randomUUID()],
    ])
      expect((await get(`?after=${Buffer.from(JSON.stringify(values)).toString('base64url')}`)).status).toBe(400);
  }, 60_000);

  it('is listed and read with a constant number of queries', async () => {
    const [one] = must(await get<PublicCallList>('')).items;
    expect(await portal.countQueries(() => get(''))).toBeLessThanOrEqual(3);
    expect(await portal.countQueries(() => get(`/${one?.slug}`))).toBeLessThanOrEqual(5);
  });

  it('is listed in one order and at one price among thousands of calls, also where deadlines are the same', async () => {
    await portal.dataSource.query(`
      insert into call (id, teryt, state, title, number, slug, opens_at, deadline_at, created_by)
      select gen_random_uuid(), '2264011', case when at % 9 = 0 then 'ANNULLED' else 'PUBLISHED' end, 'Nabór ' || at,
        'X/' || at, 'x-' || at, closes - case when at % 2 = 0 then interval '1 hour' else interval '9 years' end, closes,
        (select created_by from call limit 1)
      from generate_series(1, 3000) at,
        lateral (select date_trunc('day', now()) + (at / 7 % 400 - 350) * interval '1 day' as closes) day`);
    await portal.dataSource.query('analyze call');
    const listed: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const page: PublicCallList = must(await get<PublicCallList>(next ? `?after=${next}` : ''));
      listed.push(...page.items.map(({ slug }) => slug));
      ({ next } = page);
    }
    const due = await portal.dataSource.query<{ slug: string }[]>(`
      select slug from call, lateral (select case when state = 'ANNULLED' then 3 when now() > deadline_at then 2
        when now() < opens_at then 1 else 0 end as place) of where state <> 'DRAFT'
      order by place, extract(epoch from deadline_at) * case when place < 2 then 1 else -1 end, id`);
    expect(listed).toEqual(due.map(({ slug }) => slug));

    const now = new Date().toISOString();
    for (const from of [
      [null, null, null],
      ['2', new Date(Date.now() - 200 * 86_400_000).toISOString(), randomUUID()],
      ['3', new Date(Date.now() - 200 * 86_400_000).toISOString(), randomUUID()],
    ])
      // Those that are still to close are some 300; the other calls of the past cost nothing.
      expect(rowsRead(await plan([now, ...from]))).toBeLessThan(1_000);
  }, 60_000);

  const plan = async (asked: readonly unknown[]): Promise<Plan> => {
    const explained = `explain (analyze, format json) ${PUBLIC_PAGE}`;
    const [told] = await portal.app
      .get(Door)
      .open((manager) => manager.query<[{ 'QUERY PLAN': [{ Plan: Plan }] }]>(explained, [...asked]));
    return told['QUERY PLAN'][0].Plan;
  };
});
