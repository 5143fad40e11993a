import { randomUUID } from 'node:crypto';
import type { AssignmentResponse, Problem, ReceivedOffers } from '@zit/contracts';
import { assignOffers } from '@zit/domain';
import { seatIn } from '../../test/commissions';
import { startPortal, type Caller, type TestPortal } from '../../test/portal';
import { receivedCase, type ReceivedCase } from '../../test/received-case';
import { must } from '../../test/sopot';
import { Door, type DoorUser } from '../database/door';
import { openOffers } from '../formal/open-offers';
import { seatOf } from './seat-of';

/** Everything that has rows about an offer. */
const ABOUT_OFFERS: Readonly<Record<string, string>> = {
  offer: 'id',
  offer_receipt: 'offer_id',
  offer_standing: 'offer_id',
  offer_content: 'offer_id',
  offer_attachment: 'offer_id',
  offer_admission: 'offer_id',
  offer_confirmation: 'offer_id',
  offer_presence: 'offer_id',
  recommendation: 'offer_id',
  sheet: 'id',
  sheet_field: 'sheet_id',
  assignment_card: 'offer_id',
  formal_card: 'offer_id',
  formal_verdict: 'offer_id',
  formal_letter: 'offer_id',
  cure: 'offer_id',
  score_card: 'offer_id',
  score_note: 'offer_id',
};

describe('a person in conflict with one offer', () => {
  let portal: TestPortal;
  let received: ReceivedCase;
  let other: string;
  let receiptNumber: string;
  let calls: string;
  let chair: Caller;
  let barred: Caller;
  let administrator: Caller;
  const sql = <Row>(text: string, values: unknown[] = []): Promise<Row[]> => portal.dataSource.query(text, values);
  const steering = ({ personId }: Caller): DoorUser => ({ personId, actingFor: null, actingBody: 'STEERING_GROUP' });
  const asDoor = <Row>(who: DoorUser, text: string, values: unknown[]): Promise<Row[]> =>
    portal.app.get(Door).read(who, (manager) => manager.query<Row[]>(text, values));
  const conflict = (who: Caller, offerId: string) =>
    who.post(`${calls}/commission/conflicts`, { id: randomUUID(), offerId, reason: 'Zasiada tam mój brat.' });

  beforeAll(async () => {
    portal = await startPortal();
    received = await receivedCase(portal);
    calls = `/api/v1/calls/${received.callId}`;
    receiptNumber = (
      await sql<{ number: string }>('select number from offer_standing where offer_id = $1', [received.offerId])
    ).map(({ number }) => number)[0] as string;
    other = await received.another('Inne konsorcjum', [
      { name: 'Fundacja Próba', sector: 'NGO', nip: null, krs: '0000000009', unitOfNip: null },
    ]);
    await sql('alter table call_edition disable trigger user');
    await sql(
      `update call_edition set contents = made.text, sha256 = encode(sha256(convert_to(made.text, 'UTF8')), 'hex')
       from (select jsonb_set(contents::jsonb, '{contents,rules,conflictPolicy}', '"OFFER_ONLY"')::text as text
             from call_edition where call_id = $1) made where call_id = $1`,
      [received.callId],
    );
    await sql('alter table call_edition enable trigger user');
    chair = await portal.as({ role: 'CHAIR' });
    await seatIn(portal, received.callId, chair, { office: 'CHAIR' });
    barred = await portal.as({ role: 'ASSESSOR' });
    await seatIn(portal, received.callId, barred);
    // Whoever runs the programme may sit as well: the bar is the person's, not the hat's.
    administrator = await portal.as({ role: 'ADMINISTRATOR' });
    await sql(`insert into role_grant (person_id, role) values ($1, 'ASSESSOR')`, [administrator.personId]);
    await seatIn(portal, received.callId, administrator);
    for (const who of [barred, administrator])
      await sql(
        `insert into impartiality (id, call_id, person_id, kind, offer_id, reason, clause)
         values (gen_random_uuid(), $1, $2, 'CONFLICT', $3, 'Zasiada tam mój brat.', '1')`,
        [received.callId, who.personId, received.offerId],
      );
    await sql('select work_out_bars($1, null)', [received.callId]);
  });
  afterAll(() => portal.stop());

  it('finds it neither in the list of received offers nor in their number', async () => {
    for (const who of [barred, administrator]) {
      const { count, offers } = must(await who.get<ReceivedOffers>(`${calls}/offers`));
      expect([count, offers?.map(({ offerId }) => offerId)]).toEqual([1, [other]]);
    }
    expect(must(await chair.get<ReceivedOffers>(`${calls}/offers`)).count).toBe(2);
  });

  it('finds nothing of it in the formal check, in scoring and in the result', async () => {
    await portal.app.get(Door).worker((manager) => openOffers(manager));
    const lists = ['/formal', '/scoring', '/result', '/commission', '/offers'];
    for (const who of [barred, administrator])
      for (const path of lists) {
        const { status, body } = await who.get(calls + path);
        const told = JSON.stringify(body);
        expect([path, status < 500, told.includes(received.offerId), told.includes(receiptNumber)]).toEqual([
          path,
          true,
          false,
          false,
        ]);
      }
    const never = randomUUID();
    for (const who of [barred, administrator])
      for (const path of ['/formal/', '/scoring/offers/'])
        expect((await who.get(calls + path + received.offerId)).status).toBe(
          (await who.get(calls + path + never)).status,
        );
    expect((await barred.get(`${calls}/scoring/offers/${received.offerId}/sheet`)).status).toBe(404);
    expect((await barred.get(`${calls}/result/ranking`)).status).toBeGreaterThanOrEqual(400);
    expect(JSON.stringify(must(await barred.get(`${calls}/scoring`)))).toContain(other);
    expect(JSON.stringify(must(await chair.get(`${calls}/formal`)))).toContain(receiptNumber);
  });

  it('asks for its contents, files, papers, exports and presence, and hears what one hears of nothing', async () => {
    const paths = (id: string): string[] => [
      `${calls}/offers/${id}`,
      `${calls}/offers/${id}/attachments/${randomUUID()}/file`,
      ...['', '/sheet', '/sheet/history', '/signing', '/receipts', '/recommendation', '/paper.pdf', '/paper.html'].map(
        (path) => `/api/v1/offers/${id}${path}`,
      ),
    ];
    const said = async (who: Caller, path: string): Promise<unknown> => {
      const { status, body } = await who.get<Problem>(path);
      const { trace: _, ...rest } = body;
      return [status, rest];
    };
    const never = randomUUID();
    for (const who of [barred, administrator])
      for (const [at, path] of paths(received.offerId).entries()) {
        const answer = await said(who, path);
        expect([path, answer]).toEqual([path, await said(who, paths(never)[at] ?? '')]);
        expect((answer as [number])[0]).toBe(404);
      }
    const presence = (id: string) =>
      barred.put<Problem>(`/api/v1/offers/${id}/presence`, { section: 'budget', tab: randomUUID() });
    expect((await presence(received.offerId)).status).toBe(404);
  });

  it('is answered after as many questions to the database as about what never was: nothing to measure', async () => {
    const never = randomUUID();
    const paths = (id: string): string[] => [
      ...['', '/sheet', '/sheet/history', '/signing', '/receipts', '/recommendation', '/paper.html'].map(
        (path) => `/api/v1/offers/${id}${path}`,
      ),
      ...['/offers/', '/formal/', '/scoring/offers/'].map((path) => calls + path + id),
      `${calls}/scoring/offers/${id}/sheet`,
    ];
    const asked = async (who: Caller, id: string): Promise<[string, number][]> => {
      const counts: [string, number][] = [];
      for (const path of paths(id))
        counts.push([path.replace(id, 'ID'), await portal.countQueries(() => who.get(path))]);
      return counts;
    };
    for (const who of [barred, administrator]) {
      const about = await asked(who, received.offerId);
      expect(about).toEqual(await asked(who, never));
      expect(about.every(([, count]) => count > 0)).toBe(true);
    }
    // To whom it is there, that takes another number: otherwise this would compare nothing.
    const path = `${calls}/offers/`;
    const count = (id: string) => portal.countQueries(() => chair.get(path + id));
    expect(await count(received.offerId)).not.toBe(await count(never));
  });

  it('has no row of it in the database, in any hat', async () => {
    const programme: DoorUser = { personId: administrator.personId, actingFor: null, actingBody: 'PROGRAMME' };
    for (const who of [steering(barred), steering(administrator), programme])
      for (const [table, column] of Object.entries(ABOUT_OFFERS)) {
        const rows = await asDoor(who, `select from ${table} where ${column} = $1`, [received.offerId]);
        expect([table, rows.length]).toEqual([table, 0]);
      }
    const seen = await asDoor(steering(chair), 'select from offer_content where offer_id = $1', [received.offerId]);
    expect(seen.length).toBeGreaterThan(0);
  });

  it('reads nothing of it in the journal but their own acts', async () => {
    for (const who of [steering(barred), { ...steering(administrator), actingBody: 'PROGRAMME' as const }]) {
      const entries = await asDoor<{ by: string }>(
        who,
        `select person_id as by from journal where subject_kind = 'offer' and subject_id = $1`,
        [received.offerId],
      );
      expect(entries.filter(({ by }) => by !== who.personId)).toEqual([]);
    }
    const { body } = await administrator.get<unknown>('/api/v1/journal');
    expect(JSON.stringify(body)).toContain('items');
    expect(JSON.stringify(body)).not.toContain(receiptNumber);
    const all = await sql(`select from journal where subject_kind = 'offer' and subject_id = $1`, [received.offerId]);
    expect(all.length).toBeGreaterThan(0);
  });

  it('sees of the conflicts of others only those with offers in sight, and assigns nobody', async () => {
    const secretary = await portal.as({ role: 'ASSESSOR' });
    await seatIn(portal, received.callId, secretary, { office: 'SECRETARY' });
    const before = JSON.stringify(must(await secretary.get(`${calls}/commission/conflicts`)));
    expect(before).toContain(received.offerId);
    must(await conflict(secretary, received.offerId));
    const after = JSON.stringify(must(await secretary.get(`${calls}/commission/conflicts`)));
    expect(after).not.toContain(received.offerId);
    expect((await secretary.get<Problem>(`${calls}/commission/assignment`)).body.detail).toContain('wyłączona');
  });

  it('is given nothing of it to score: the assignment is the one that was shown, or none', async () => {
    const path = `${calls}/commission/assignment`;
    const { offers, assessors, barred: pairs } = must(await chair.get<AssignmentResponse>(path));
    expect(offers.map(({ offerId }) => offerId)).toEqual([received.offerId, other]);
    const plan = assignOffers({
      offers: offers.map(({ offerId }) => offerId),
      assessors: assessors.map(({ personId }) => personId),
      each: 1,
      barred: pairs.map(({ offerId, personId }) => ({ offer: offerId, assessor: personId })),
    });
    const shown = [...plan.byOffer].map(([offerId, personIds]) => ({ offerId, personIds }));
    const confirm = (more: object) =>
      chair.post<AssignmentResponse & Problem>(`${path}s`, {
        ...{ id: randomUUID(), each: 1, offers: shown, apart: [], reason: null, ...more },
      });
    expect((await confirm({ offers: shown.slice(1) })).status).toBe(409);
    const id = randomUUID();
    const { current } = must(await confirm({ id }));
    expect(current).toMatchObject({ no: 1, each: 1 });
    expect(must(await confirm({ id })).current).toEqual(current);
    expect((await confirm({})).status).toBe(400);
    expect(must(await confirm({ each: null, offers: [], reason: 'Wszyscy mają czas.' })).current).toMatchObject({
      ...{ no: 2, each: null, offers: [] },
    });
    const cards = await asDoor(steering(barred), 'select from assignment_card where offer_id = $1', [received.offerId]);
    expect(cards).toEqual([]);
  });

  it('who declares while reading reads nothing from the answer on', async () => {
    const reader = await portal.as({ role: 'ASSESSOR' });
    await seatIn(portal, received.callId, reader);
    const read = async () => (await reader.get(`${calls}/offers/${received.offerId}`)).status;
    expect(await read()).toBe(200);
    const during = Array.from({ length: 8 }, read);
    must(await conflict(reader, received.offerId));
    expect(new Set(await Promise.all(Array.from({ length: 8 }, read)))).toEqual(new Set([404]));
    for (const status of await Promise.all(during)) expect([200, 404]).toContain(status);
  });

  it('who declares while writing waits for what is being written, or is waited for', async () => {
    const writer = await portal.as({ role: 'ASSESSOR' });
    await seatIn(portal, received.callId, writer);
    const grants = [{ role: 'ASSESSOR' as const, organisationId: null, teryt: null }];
    const actor = { ...steering(writer), grants } as unknown as Parameters<typeof seatOf>[1];
    const barsNow = () => sql('select from offer_bar where person_id = $1', [writer.personId]);
    let declaring: Promise<{ status: number }> = Promise.resolve({ status: 0 });
    await portal.app.get(Door).write(steering(writer), async (manager) => {
      expect(await seatOf(manager, actor, received.callId, { hold: true })).toEqual({
        office: 'MEMBER',
        declared: true,
      });
      declaring = conflict(writer, received.offerId);
      for (let waiting = 0; waiting === 0;)
        waiting = (
          await sql(`select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`)
        ).length;
      expect(await barsNow()).toEqual([]);
    });
    expect((await declaring).status).toBe(201);
    expect(await barsNow()).toHaveLength(1);
  });
});
