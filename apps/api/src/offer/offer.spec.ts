import { randomUUID } from 'node:crypto';
import type {
  OfferOpenings,
  OfferPage,
  OfferPresence,
  OfferResponse,
  ReceivedOffers,
  SheetHistory,
} from '@zit/contracts';
import { publishedCall } from '../../test/calls';
import {
  beginOffer,
  beginSopot,
  offersRoot as root,
  readOfferSheet,
  saveOffer,
  valuesIn,
  type OfferCase,
} from '../../test/offers';
import { refusal, startPortal, type TestPortal } from '../../test/portal';
import { must, SOPOT_CENTRE } from '../../test/sopot';

describe('an offer, written by its members', () => {
  let portal: TestPortal;
  let sopot: OfferCase;
  beforeAll(async () => {
    portal = await startPortal();
    sopot = await beginSopot(portal);
  });
  afterAll(() => portal.stop());

  const member = (key: string): string => sopot.members[key] ?? '';

  it('U-25: begins with what the consortium has, for all members at once, and knows its call', async () => {
    const { offer, writers, call } = sopot;
    expect(offer).toMatchObject({
      state: 'DRAFT',
      title: 'Kompas Sopocki',
      consortiumId: sopot.id,
      call: { id: call.id, number: call.number, phase: 'OPEN', edition: 1, teryt: '2264011' },
      me: { member: member('M1'), leads: true, edits: true, confirms: null, submits: true },
      ...{ loans: [], attachments: [], papers: [] },
    });
    expect(offer.members.map(({ id }) => id)).toEqual(['M1', 'M2', 'M3', 'M4', 'M5'].map(member));
    const values = valuesIn(await readOfferSheet(writers.M3, offer.id));
    const amounts = Object.entries(values).filter(([path]) => /^budget\.lines\..*\.amountGrosze$/.test(path));
    expect(amounts.reduce((sum, [, amount]) => sum + Number(amount), 0)).toBe(33_000_000);
    expect(must(await writers.M4.get<OfferResponse>(`${root}/${offer.id}`)).me).toMatchObject({
      ...{ member: member('M4'), leads: false, edits: true, submits: false },
    });
  });

  it('is begun once for a call and a consortium, however often it is asked for', async () => {
    const { offer, writers, call, id } = sopot;
    expect(must(await beginOffer(writers.M1, call.id, id, { id: offer.id })).id).toBe(offer.id);
    const before = await readOfferSheet(writers.M1, offer.id);
    expect(refusal(await beginOffer(writers.M1, call.id, id))).toEqual({ status: 409, code: 'DUPLICATE' });
    expect(refusal(await beginOffer(writers.M2, call.id, id, { id: offer.id }))).toMatchObject({ status: 409 });
    expect(await readOfferSheet(writers.M1, offer.id)).toEqual(before);
    const other = await publishedCall(sopot.administrator);
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, index) => beginOffer(index % 2 ? writers.M1 : writers.M2, other.id, id)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
  });

  it('is begun only where call and consortium fit, by who coordinates for a member', async () => {
    const { writers, id } = sopot;
    const elsewhere = await publishedCall(sopot.administrator, { teryt: '2262011' });
    const begun = async (callId: string) => (await beginOffer(writers.M1, callId, id)).body;
    expect(await begun(elsewhere.id)).toMatchObject({ errors: [{ pointer: '/callId' }] });
    expect(await begun(randomUUID())).toMatchObject({ errors: [{ pointer: '/callId' }] });
    const fits = await publishedCall(sopot.administrator);
    expect(refusal(await beginOffer(writers.M3, fits.id, id))).toEqual({ status: 403, code: 'FORBIDDEN' });
    expect(refusal(await beginOffer(sopot.administrator, fits.id, id))).toEqual({ status: 404, code: 'NOT_FOUND' });
    const openings = async () => {
      const shown = must(await writers.M1.get<OfferOpenings>(`${root}/openings`));
      return new Map(shown.openings.map(({ callId, consortia }) => [callId, consortia]));
    };
    const kompas = { id, title: 'Kompas Sopocki', offerId: null };
    expect((await openings()).get(fits.id)).toEqual([kompas]);
    expect((await openings()).has(elsewhere.id)).toBe(false);
    const offer = must(await beginOffer(writers.M4, fits.id, id));
    expect((await openings()).get(fits.id)).toEqual([{ ...kompas, offerId: offer.id }]);
    await portal.dataSource.query(`update call set deadline_at = now() - interval '1 second' where id = $1`, [fits.id]);
    expect((await openings()).has(fits.id)).toBe(false);
    const stranger = await portal.as({ role: 'COUNTY_OPERATOR', teryt: '2264' });
    expect(must(await stranger.get<OfferOpenings>(`${root}/openings`)).openings).toEqual([]);
    expect(must(await stranger.get<OfferPage>(root)).items).toEqual([]);
  });

  it('takes what is one’s own, and sets aside what is another’s, in one save', async () => {
    const { writers, offer } = sopot;
    const [mine, line] = [randomUUID(), randomUUID()];
    const saved = must(
      await saveOffer(writers.M2, offer.id, {
        [`contribution.members.${member('M2')}`]: 2,
        [`contribution.members.${member('M2')}.cashGrosze`]: 1_000,
        [`experience.members.${member('M3')}`]: 1,
        [`budget.lines.${mine}`]: 900,
        [`budget.lines.${mine}.member`]: member('M2'),
        [`budget.lines.${line}`]: 901,
        [`budget.lines.${line}.member`]: member('M3'),
        'basics.summary': 'Cudze pole',
      }),
    );
    expect(saved.taken.map(({ path }) => path)).toEqual([
      `contribution.members.${member('M2')}`,
      `contribution.members.${member('M2')}.cashGrosze`,
      `budget.lines.${mine}`,
      `budget.lines.${mine}.member`,
    ]);
    expect(new Map(saved.collisions.map(({ path, because }) => [path, because])).get('basics.summary')).toBe(
      'NOT_YOURS',
    );
    expect(saved.collisions).toHaveLength(4);
    const { lines } = must(await writers.M1.get<SheetHistory>(`${root}/${offer.id}/sheet/history?path=basics.summary`));
    expect(lines).toMatchObject([{ setAside: true, after: 'Cudze pole', by: 'Osoba z testu' }]);
    expect(valuesIn(await readOfferSheet(writers.M1, offer.id))['basics.summary']).toBeUndefined();
    const municipality = must(await saveOffer(writers.M4, offer.id, { [`budget.lines.${mine}.item`]: 'Cudza' }));
    expect(municipality.collisions).toMatchObject([{ because: 'NOT_YOURS', mine: 'Cudza' }]);
  });

  it('is called as its sheet says, and as the consortium when it says nothing', async () => {
    const { writers, offer } = sopot;
    const title = async () => must(await writers.M5.get<OfferResponse>(`${root}/${offer.id}`)).title;
    must(await saveOffer(writers.M1, offer.id, { 'basics.title': 'Kompas w nowej odsłonie' }));
    expect(await title()).toBe('Kompas w nowej odsłonie');
    expect(must(await writers.M5.get<OfferPage>(`${root}?callId=${sopot.call.id}`)).items).toMatchObject([
      { id: offer.id, title: 'Kompas w nowej odsłonie', consortium: 'Kompas Sopocki', receiptNumber: null },
    ]);
    must(await saveOffer(writers.M1, offer.id, { 'basics.title': null }));
    expect(await title()).toBe('Kompas Sopocki');
  });

  it('lends a section by its leader and a member’s part by the member, until it is taken back', async () => {
    const { writers, offer } = sopot;
    const lend = (who: keyof typeof writers, part: string, ...to: string[]) =>
      writers[who].put<OfferResponse>(`${root}/${offer.id}/loans`, { part, members: to.map(member) });
    const becauseOf = async (values: Record<string, string>) =>
      must(await saveOffer(writers.M3, offer.id, values)).collisions.map(({ because }) => because);
    expect(await becauseOf({ 'groups.recruitment': 'Ulotki' })).toEqual(['NOT_YOURS']);
    expect(must(await lend('M1', 'groups', 'M3', 'M3', 'M5')).loans).toHaveLength(2);
    expect(await becauseOf({ 'groups.recruitment': 'Ulotki' })).toEqual([]);
    expect(must(await lend('M1', 'groups', 'M5')).loans).toEqual([{ part: 'groups', member: member('M5') }]);
    expect(await becauseOf({ 'groups.recruitment': 'Plakaty' })).toEqual(['NOT_YOURS']);
    const own = `declarations.members.${member('M2')}`;
    must(await saveOffer(writers.M2, offer.id, { [own]: 1 }));
    expect(await becauseOf({ [`${own}.remarks`]: 'Za innego' })).toEqual(['NOT_YOURS']);
    must(await lend('M2', member('M2'), 'M3'));
    expect(await becauseOf({ [`${own}.remarks`]: 'Za innego' })).toEqual([]);
    must(await lend('M1', 'groups'));
    must(await lend('M2', member('M2')));

    expect(refusal(await lend('M2', 'groups', 'M3'))).toEqual({ status: 403, code: 'FORBIDDEN' });
    expect(refusal(await lend('M1', member('M2'), 'M3'))).toEqual({ status: 403, code: 'FORBIDDEN' });
    for (const answer of [
      await lend('M1', 'nothing', 'M3'),
      await lend('M1', 'declarations', 'M3'),
      await lend('M1', 'groups', 'M1'),
      await writers.M1.put(`${root}/${offer.id}/loans`, { part: 'groups', members: [randomUUID()] }),
    ])
      expect(refusal(answer)).toEqual({ status: 400, code: 'VALIDATION' });
  });

  it('says which organisations have it open and where, and forgets them after fifteen seconds', async () => {
    const { writers, offer } = sopot;
    const tabs = [randomUUID(), randomUUID(), randomUUID()];
    const show = async (who: keyof typeof writers, tab: number, section: string) =>
      must(await writers[who].put<OfferPresence>(`${root}/${offer.id}/presence`, { section, tab: tabs[tab] })).others;
    expect(await show('M1', 0, 'basics')).toEqual([]);
    expect(await show('M2', 1, 'budget')).toMatchObject([{ member: member('M1'), section: 'basics' }]);
    expect((await show('M2', 2, 'plan')).map(({ section }) => section)).toEqual(['basics']);
    expect((await show('M1', 0, 'basics')).map(({ section }) => section).sort()).toEqual(['budget', 'plan']);
    const seen = () =>
      portal.dataSource.query<unknown[]>('select tab, section, seen_at from offer_presence order by tab');
    const before = await seen();
    expect(await show('M2', 1, 'budget')).toHaveLength(1);
    expect(await seen()).toEqual(before);
    await portal.dataSource.query(`update offer_presence set seen_at = now() - interval '16 seconds' where tab <> $1`, [
      tabs[0],
    ]);
    expect(await show('M1', 0, 'basics')).toEqual([]);
    expect((await show('M2', 1, 'budget')).map(({ section }) => section)).toEqual(['basics']);
    const [noted] = await portal.dataSource.query<[{ n: number }]>(
      `select count(*)::int as n from journal where changes::text like '%presence%' or act like '%PRESENCE%'`,
    );
    expect(noted.n).toBe(0);
  });

  it('is told only as a number to who works on the call, until the deadline', async () => {
    const officer = await portal.as({ role: 'COUNTY_OPERATOR', teryt: '2264' });
    const received = async () => must(await officer.get<ReceivedOffers>(`/api/v1/calls/${sopot.call.id}/offers`));
    expect(await received()).toMatchObject({ count: 0, offers: null });
    await portal.dataSource.query(`update offer set state = 'SUBMITTED' where id = $1`, [sopot.offer.id]);
    expect(await received()).toMatchObject({ count: 1, offers: null });
    const coordinator = sopot.writers.M1;
    expect(refusal(await coordinator.get(`/api/v1/calls/${sopot.call.id}/offers`))).toMatchObject({ status: 404 });
    await portal.dataSource.query(
      `update call set deadline_at = date_trunc('milliseconds', now()) - interval '1 ms' where id = $1`,
      [sopot.call.id],
    );
    expect(await received()).toMatchObject({ count: 1, offers: [] });
  });

  it('closed by handing in, takes nothing and says what it did not take', async () => {
    const { writers, offer } = sopot;
    await portal.dataSource.query('update sheet set closed = true where id = $1', [offer.id]);
    const answer = await saveOffer(writers.M1, offer.id, { 'basics.needs': 'Za późno' });
    expect(answer).toMatchObject({
      status: 409,
      body: { code: 'SHEET_CLOSED', conflicts: [{ field: 'basics.needs', mine: 'Za późno' }] },
    });
    const lent = await writers.M1.put(`${root}/${offer.id}/loans`, { part: 'groups', members: [member('M3')] });
    expect(refusal(lent)).toEqual({ status: 403, code: 'FORBIDDEN' });
  });

  it('begins with an earlier one, each member’s own found again by its organisation', async () => {
    const { writers } = sopot;
    const later = await publishedCall(sopot.administrator);
    const second = must(
      await sopot.administrator.post<{ id: string }>('/api/v1/consortia', {
        title: 'Kompas ponownie',
        localCentreId: SOPOT_CENTRE,
      }),
    );
    for (const [key, role] of [
      ['M2', 'LEADER'],
      ['M1', 'PARTNER'],
      ['M4', 'PARTNER'],
    ] as const)
      must(
        await sopot.administrator.post(`/api/v1/consortia/${second.id}/members`, {
          organisationId: sopot.organisations[key],
          role,
        }),
      );
    const offer = must(await beginOffer(writers.M2, later.id, second.id, { copyOf: sopot.offer.id }));
    const now = new Set(offer.members.map(({ id }) => id));
    const values = valuesIn(await readOfferSheet(writers.M2, offer.id));
    const owners = Object.entries(values).filter(([path]) => /^budget\.lines\.[^.]+\.member$/.test(path));
    expect(owners.length).toBeGreaterThan(3);
    expect(owners.some(([, owner]) => now.has(String(owner)))).toBe(true);
    expect(owners.some(([, owner]) => typeof owner === 'string' && !now.has(owner))).toBe(false);
    const stranger = await portal.as({ role: 'COORDINATOR', organisationId: sopot.organisations['M3'] });
    const third = await publishedCall(sopot.administrator);
    const foreign = await beginOffer(stranger, third.id, sopot.id, { copyOf: offer.id });
    expect(foreign.body).toMatchObject({ errors: [{ pointer: '/copyOf' }] });
  });

  it('lists those of all its consortia, the newest first, page by page', async () => {
    const { dataSource } = portal;
    // Three at a moment, of one consortium and of another.
    await dataSource.query(
      `with made as (
         insert into call (id, teryt, title, created_by)
         select gen_random_uuid(), '2264011', 'Nabór ' || n, $1 from generate_series(1, 30) n returning id)
       insert into offer (id, call_id, consortium_id, created_by, created_at)
       select gen_random_uuid(), made.id, k.id, $1, now() - row_number() over () / 3 * interval '1 minute'
       from made, consortium k join member m on m.consortium_id = k.id and m.organisation_id = $2 and m.left_at is null`,
      [sopot.administrator.personId, sopot.organisations['M1']],
    );
    await dataSource.query(`update call set state = 'PUBLISHED', number = id, slug = id, opens_at = now(),
      deadline_at = now() + interval '1 day' where title like 'Nabór %' and state = 'DRAFT'`);
    const newest = await dataSource.query<{ id: string }[]>('select id from offer order by created_at desc, id');
    const listed: string[] = [];
    for (let after: string | null = ''; after !== null;) {
      const query: string = after && `?after=${encodeURIComponent(after)}`;
      const { items, next } = must(await sopot.writers.M1.get<OfferPage>(`${root}${query}`));
      listed.push(...items.map(({ id }) => id));
      after = next;
    }
    expect(listed.length).toBeGreaterThan(60);
    expect(listed).toEqual(newest.map(({ id }) => id));
  });
});
