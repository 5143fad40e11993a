import { randomUUID } from 'node:crypto';
import type { ConflictList, OwnImpartiality, Problem, TieEntered } from '@zit/contracts';
import { conflictsOf, dieOf, SECTORS, TIE_KINDS, type OfferParty, type PersonTie } from '@zit/domain';
import { seatIn } from '../../test/commissions';
import { startPortal, type Caller, type TestPortal } from '../../test/portal';
import { receivedCase, type Party, type ReceivedCase } from '../../test/received-case';
import { must } from '../../test/sopot';

describe('conflicts in a commission', () => {
  let portal: TestPortal;
  let received: ReceivedCase;
  let root: string;
  let chair: Caller;
  const sql = <Row>(text: string, values: unknown[] = []): Promise<Row[]> => portal.dataSource.query(text, values);
  beforeAll(async () => {
    portal = await startPortal();
    received = await receivedCase(portal);
    root = `/api/v1/calls/${received.callId}/commission`;
    chair = await portal.as({ role: 'CHAIR', name: 'Przewodniczący' });
    await seatIn(portal, received.callId, chair, { office: 'CHAIR' });
  });
  afterAll(() => portal.stop());
  const member = async (name = 'Oceniający'): Promise<Caller> => {
    const assessor = await portal.as({ role: 'ASSESSOR', name });
    await seatIn(portal, received.callId, assessor);
    return assessor;
  };
  const tie = (by: Caller, of: Caller, more: object) =>
    by.post<TieEntered & Problem>(`${root}/ties`, {
      ...{
        id: randomUUID(),
        personId: of.personId,
        kind: 'BOARD',
        nip: null,
        krs: null,
        from: null,
        to: null,
        note: null,
      },
      ...more,
    });
  const barsOf = (who: Caller) =>
    sql<{ offer: string; cause: string }>(
      'select offer_id as offer, cause from offer_bar where person_id = $1 and lifted_at is null order by cause',
      [who.personId],
    );
  const policy = async (name: string): Promise<void> => {
    await sql('alter table call_edition disable trigger user');
    await sql(
      `update call_edition set contents = made.text, sha256 = encode(sha256(convert_to(made.text, 'UTF8')), 'hex')
       from (select jsonb_set(contents::jsonb, '{contents,rules,conflictPolicy}', to_jsonb($2::text))::text as text
             from call_edition where call_id = $1) made where call_id = $1`,
      [received.callId, name],
    );
    await sql('alter table call_edition enable trigger user');
  };
  const party = (more: Partial<Party>): Party => ({
    ...{ name: 'Fundacja Próba', sector: 'NGO', nip: null, krs: null, unitOfNip: null },
    ...more,
  });

  it('are found by the database exactly as the domain finds them, over random cases', async () => {
    const roll = dieOf(14);
    const oneOf = <Of>(...of: readonly Of[]): Of => of[roll(of.length)] as Of;
    const nips = [null, '9990010001', '9990010002', '9990010003'] as const;
    const krses = [null, '0000000001', '0000000002'] as const;
    const days = [null, '2010-03-30', '2023-11-20', '2024-02-29', '2026-01-01'] as const;
    const deadline = '2026-11-21';
    const parties = Array.from({ length: 12 }, () =>
      party({ sector: oneOf(...SECTORS), nip: oneOf(...nips), krs: oneOf(...krses), unitOfNip: oneOf(...nips) }),
    );
    const offers: { id: string; parties: Party[] }[] = [];
    for (let at = 0; at < parties.length; at += 3) {
      const some = parties.slice(at, at + 3);
      offers.push({ id: await received.another(`Losowa ${at}`, some), parties: some });
    }
    await sql(`update call set deadline_at = '2026-11-21T12:00:00Z' where id = $1`, [received.callId]);
    let compared = 0;
    for (let round = 0; round < 12; round++) {
      const person = await member();
      const ties: PersonTie[] = Array.from({ length: 6 }, () => {
        const nip = oneOf(...nips);
        return {
          kind: oneOf(...TIE_KINDS),
          nip,
          krs: nip ? oneOf(...krses) : '0000000001',
          from: null,
          to: oneOf(...days),
          source: 'CHAIR',
        };
      });
      for (const { kind, nip, krs, to, source } of ties)
        await sql(
          `insert into tie (id, person_id, kind, nip, krs, to_day, source, note, entered_by)
           values (gen_random_uuid(), $1, $2, $3, $4, $5, $6, 'próba', $1)`,
          [person.personId, kind, nip, krs, to, source],
        );
      for (const offer of offers) {
        const facts = offer.parties.map(({ name, sector, nip, krs, unitOfNip }): OfferParty => ({
          ...{ member: '', name, sector: sector as OfferParty['sector'], nip, krs, ownerNip: unitOfNip },
        }));
        const expected = conflictsOf(ties, facts, deadline).map(({ weight, kind, through }) => [weight, kind, through]);
        const found = await sql<{ weight: string; kind: string; through: boolean }>(
          'select weight, kind, through from conflicts_found($1) where offer_id = $2 and person_id = $3',
          [received.callId, offer.id, person.personId],
        );
        const inOrder = (rows: unknown[][]): string[] => rows.map((row) => row.join(' ')).sort();
        expect(inOrder(found.map(({ weight, kind, through }) => [weight, kind, through]))).toEqual(inOrder(expected));
        compared += ties.length * facts.length;
      }
    }
    expect(compared).toBeGreaterThan(600);
    await sql('update tie set ended_at = clock_timestamp()');
    await received.deadlineIn(-1_000);
  });

  it('bar at once where the tie is hard; a declared one as well; nobody lifts their own', async () => {
    await policy('OFFER_ONLY');
    const [{ nip }] = (await sql<{ nip: string }>('select nip from organisation where id = $1', [
      received.organisations['kompas'],
    ])) as [{ nip: string }];
    const assessor = await member();
    const { tie: kept, left } = must(await tie(assessor, assessor, { nip }));
    expect(left).toBe(false);
    expect(await barsOf(assessor)).toEqual([{ offer: received.offerId, cause: 'HARD' }]);
    const end = (by: Caller) => by.put<ConflictList>(`${root}/ties/${kept.id}/end`, { reason: 'Pomyłka.' });
    expect((await end(assessor)).status).toBe(404);
    must(await end(chair));
    expect(await barsOf(assessor)).toEqual([]);
    const conflict = { id: randomUUID(), offerId: received.offerId, reason: 'Pracował tam mój brat.' };
    const own = must(await assessor.post<OwnImpartiality>(`${root}/conflicts`, conflict));
    expect(own.parties?.find(({ offerId }) => offerId === received.offerId)?.cause).toBe('DECLARED');
    expect(must(await assessor.post<OwnImpartiality>(`${root}/conflicts`, conflict)).conflicts).toEqual(own.conflicts);
    expect((await assessor.post(`${root}/conflicts`, { ...conflict, reason: 'Inny.' })).status).toBe(409);
  });

  it('wait for the chair where the tie is soft, and bar until then', async () => {
    const krs = '0000000009';
    const offerId = await received.another('Miękka', [party({ krs })]);
    const assessor = await member();
    must(await tie(chair, assessor, { kind: 'COMMON_PROJECT', krs, note: 'Sprawozdanie z projektu.' }));
    expect(await barsOf(assessor)).toEqual([{ offer: offerId, cause: 'SOFT' }]);
    const decide = (bars: boolean, by = chair, personId = assessor.personId) =>
      by.post<ConflictList & Problem>(`${root}/decisions`, {
        ...{ id: randomUUID(), personId, offerId, bars, reason: 'Projekt był mały i dawny.' },
      });
    expect((await decide(false, assessor)).status).toBe(404);
    const { items } = must(await decide(false));
    expect(items.find((one) => one.offerId === offerId)).toMatchObject({ cause: null, decision: { bars: false } });
    expect(await barsOf(assessor)).toEqual([]);
    must(await decide(true));
    expect(await barsOf(assessor)).toEqual([{ offer: offerId, cause: 'DECIDED' }]);
    must(await tie(chair, chair, { kind: 'COMMON_PROJECT', krs }));
    expect((await decide(false, chair, chair.personId)).status).toBe(404);
    expect(must(await chair.get<ConflictList>(`${root}/conflicts`)).items.map((one) => one.offerId)).not.toContain(
      offerId,
    );
  });

  it('take the person out of the whole call where its rules say so, and keep what they declared', async () => {
    await policy('WHOLE_CALL');
    const assessor = await member();
    const conflict = { id: randomUUID(), offerId: received.offerId, reason: 'Byłem skarbnikiem lidera do 2014 roku.' };
    const own = must(await assessor.post<OwnImpartiality>(`${root}/conflicts`, conflict));
    expect(own).toMatchObject({ left: true, parties: null, conflicts: [{ reason: conflict.reason }] });
    expect(must(await assessor.post<OwnImpartiality>(`${root}/conflicts`, conflict))).toMatchObject({ left: true });
    for (const path of ['', '/commission', '/commission/declaration', '/offers', `/offers/${received.offerId}`])
      expect([path, (await assessor.get(`/api/v1/calls/${received.callId}${path}`)).status]).toEqual([path, 404]);
    const officer = await portal.as({ role: 'COUNTY_OPERATOR', teryt: '2264' });
    const seat = {
      id: randomUUID(),
      personId: assessor.personId,
      office: 'MEMBER',
      namedBy: 'gmina',
      namedByNip: null,
    };
    expect((await officer.post(`${root}/seats`, seat)).status).toBe(400);
  });

  it('follow whoever acts for an organisation in the portal', async () => {
    await policy('OFFER_ONLY');
    const assessor = await member();
    await sql(`insert into role_grant (person_id, role, organisation_id) values ($1, 'SIGNER', $2)`, [
      assessor.personId,
      received.organisations['kompas'],
    ]);
    await sql('select work_out_bars($1, null)', [received.callId]);
    expect(await barsOf(assessor)).toEqual([{ offer: received.offerId, cause: 'HARD' }]);
    await sql('delete from role_grant where person_id = $1 and organisation_id is not null', [assessor.personId]);
    await sql('select work_out_bars($1, null)', [received.callId]);
    expect(await barsOf(assessor)).toEqual([{ offer: received.offerId, cause: 'HARD' }]);
  });
});
