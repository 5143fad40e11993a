import { randomUUID } from 'node:crypto';
import type { CommissionResponse, OwnCommissions, OwnImpartiality, PeopleToSeat, Problem } from '@zit/contracts';
import { impartialityClause } from '@zit/words.pl/commission';
import { offering, type Offering } from '../../test/handing-in';
import { refusal, startPortal, type Caller, type TestPortal } from '../../test/portal';
import { must } from '../../test/sopot';

describe('the commission of a call', () => {
  let portal: TestPortal;
  let offer: Offering;
  let root: string;
  let officer: Caller;
  let chair: Caller;
  beforeAll(async () => {
    portal = await startPortal();
    offer = await offering(portal);
    await offer.confirmAll();
    must(await offer.submit());
    root = `/api/v1/calls/${offer.callId}/commission`;
    officer = await portal.as({ role: 'COUNTY_OPERATOR', teryt: '2264' });
    chair = await portal.as({ role: 'CHAIR', name: 'Przewodniczący' });
  });
  afterAll(() => portal.stop());

  type Answer = CommissionResponse & Problem;
  const seat = (who: Caller, person: Caller, more: object = {}, by = officer) =>
    by.post<Answer>(`${root}/seats`, {
      ...{ id: randomUUID(), personId: person.personId, office: 'MEMBER', namedBy: 'gmina', namedByNip: null },
      ...more,
    });
  const read = async (who: Caller) => must(await who.get<CommissionResponse>(root));
  const declare = (who: Caller, clause: string = impartialityClause.version) =>
    who.post<OwnImpartiality & Problem>(`${root}/declaration`, { id: randomUUID(), clause });

  it('is formed and seated by who writes the call, and by nobody else', async () => {
    expect(refusal(await chair.put(root, { basis: 'Zarządzenie nr 1' })).status).toBe(403);
    expect(refusal(await offer.coordinator.put(root, { basis: 'Zarządzenie nr 1' })).status).toBe(404);
    expect((await seat(officer, chair)).body.detail).toContain('nie jest jeszcze powołana');
    expect(must(await officer.put<CommissionResponse>(root, { basis: 'Zarządzenie nr 1' }))).toMatchObject({
      ...{ basis: 'Zarządzenie nr 1', seats: [], own: null, mayForm: true, conflictPolicy: 'WHOLE_CALL' },
    });
    const { items } = must(await officer.get<PeopleToSeat>(`${root}/people`));
    expect(items).toEqual([{ personId: chair.personId, name: 'Przewodniczący', chairs: true }]);
    const id = randomUUID();
    const seated = must(await seat(officer, chair, { id, office: 'CHAIR' }));
    expect(must(await seat(officer, chair, { id, office: 'CHAIR' })).seats).toEqual(seated.seats);
    expect(refusal(await seat(officer, chair, { id })).status).toBe(409);
    expect((await read(chair)).own).toEqual({ office: 'CHAIR', declared: false });
    expect(must(await chair.get<OwnCommissions>('/api/v1/commissions')).items).toMatchObject([
      { callId: offer.callId, office: 'CHAIR', declared: false },
    ]);
  });

  it('takes nobody without the role, a second chair, or somebody twice', async () => {
    const assessor = await portal.as({ role: 'ASSESSOR' });
    const fields = async (answer: Promise<{ body: Answer }>) =>
      (await answer).body.errors?.map(({ pointer }) => pointer);
    expect(await fields(seat(officer, offer.coordinator))).toEqual(['/personId']);
    expect(await fields(seat(officer, assessor, { office: 'CHAIR' }))).toEqual(['/office']);
    const other = await portal.as({ role: 'CHAIR' });
    expect(await fields(seat(officer, other, { office: 'CHAIR' }))).toEqual(['/office']);
    must(await seat(officer, assessor));
    expect(await fields(seat(officer, assessor))).toEqual(['/personId']);
    expect(await fields(seat(officer, other, { namedByNip: '5851234560' }))).toEqual(['/namedByNip']);
  });

  it('before the deadline knows no party, and declares nothing', async () => {
    const own = must(await chair.get<OwnImpartiality>(`${root}/declaration`));
    expect(own).toMatchObject({ parties: null, declaredAt: null });
    expect((await declare(chair)).body.detail).toContain('po terminie');
  });

  it('afterwards reads the parties, declares on them, and only then the offers', async () => {
    await offer.deadlineIn(-1_000);
    const received = `/api/v1/calls/${offer.callId}/offers`;
    expect((await chair.get<Problem>(received)).body.detail).toContain('oświadczeni');
    const own = must(await chair.get<OwnImpartiality>(`${root}/declaration`));
    expect(own.parties).toMatchObject([{ offerId: offer.offerId, cause: null }]);
    expect(JSON.stringify(own.parties)).not.toMatch(/turnover|votes|representation/);
    expect((await chair.get(`${received}/${offer.offerId}`)).status).toBe(403);
    expect(refusal(await declare(chair, 'inna')).status).toBe(400);
    expect(must(await declare(chair)).declaredAt).not.toBeNull();
    expect((await chair.get(`${received}/${offer.offerId}`)).status).toBe(200);
    const outside = await portal.as({ role: 'ASSESSOR' });
    for (const path of [root, received, `${root}/declaration`]) expect((await outside.get(path)).status).toBe(404);
  });

  it('takes nobody whom an organisation that takes part has named, and says so', async () => {
    const [{ nip, name }] = await portal.dataSource.query<[{ nip: string; name: string }]>(
      'select nip, name from organisation where id = $1',
      [offer.organisations['kompas']],
    );
    const assessor = await portal.as({ role: 'ASSESSOR' });
    const { body } = await seat(officer, assessor, { namedByNip: nip });
    expect(body.errors).toMatchObject([{ pointer: '/namedByNip', message: expect.stringContaining(name) }]);
  });

  it('is left with a reason, once', async () => {
    const assessor = await portal.as({ role: 'ASSESSOR' });
    const { seats } = must(await seat(officer, assessor));
    const { id } = seats.find(({ personId }) => personId === assessor.personId) ?? { id: '' };
    const leave = (reason: string) => officer.put<Answer>(`${root}/seats/${id}/departure`, { reason });
    expect(must(await leave('Choroba.')).seats.find((one) => one.id === id)).toMatchObject({ leftCause: 'UNSEATED' });
    expect((await leave('Choroba.')).status).toBe(200);
    expect((await leave('Inny powód.')).status).toBe(409);
    expect((await assessor.get(root)).status).toBe(404);
  });
});
