import type { OfferPage, OfferResponse, SheetResponse } from '@zit/contracts';
import { checkOffer, OFFER_FORM, readSheet, unreadPaths } from '@zit/domain';
import { offering, type Offering } from '../../test/handing-in';
import { startPortal, type Caller, type TestPortal } from '../../test/portal';
import { rivalOf } from '../../test/rival';
import { must } from '../../test/sopot';
import { aboutOf } from './read-offer';

describe('an organisation in two consortia that compete in one call', () => {
  let portal: TestPortal;
  let offer: Offering;
  let rival: string;
  beforeAll(async () => {
    portal = await startPortal();
    offer = await offering(portal);
    rival = await rivalOf(offer, { title: 'Nowy Kurs', without: [ALONE] });
  });
  afterAll(() => portal.stop());

  const ALONE = 'sasiedzi';
  const editor = (key: string): Promise<Caller> =>
    offer.as({ role: 'EDITOR', organisationId: offer.organisations[key] });
  const read = async (who: Caller, id = offer.offerId) => must(await who.get<OfferResponse>(`/api/v1/offers/${id}`));
  const fails = async (who: Caller, id: string) => {
    const asked = await read(who, id);
    const { fields } = must(await who.get<SheetResponse>(`/api/v1/offers/${id}/sheet?after=0`));
    const values = Object.fromEntries(fields.map(({ path, value }) => [path, value]));
    const found = checkOffer(readSheet(OFFER_FORM, values), aboutOf(asked, unreadPaths(OFFER_FORM, values)));
    const open = found.filter(({ verdict }) => verdict === 'fail');
    const own = open.filter(({ member }) => (member ? member === asked.me.member : asked.me.leads));
    return { all: open.length, own: own.length };
  };

  it('Q19: is told so in each of them, by its own people’s hats', async () => {
    const partner = await editor('przystan');
    expect((await read(partner)).elsewhere).toEqual([{ id: rival, consortium: 'Nowy Kurs', leads: false }]);
    expect((await read(partner, rival)).elsewhere).toMatchObject([{ id: offer.offerId, leads: false }]);
    expect((await read(offer.coordinator)).elsewhere).toMatchObject([{ id: rival, leads: true }]);
  });

  it('Q19: nobody else learns of the other draft, and a municipality may support several', async () => {
    const alone = await read(await editor(ALONE));
    expect(alone.elsewhere).toEqual([]);
    expect(JSON.stringify(alone)).not.toContain('Nowy Kurs');
    const municipality = offer.signers['gmina-sopot']?.[0] as Caller;
    expect((await read(municipality)).elsewhere).toEqual([]);
  });

  it('what each offer of a page still needs is told with the page, by the same rules, in as many queries as of one', async () => {
    await offer.write({ 'basics.summary': null, 'groups.recruitment': null });
    const { coordinator, offerId } = offer;
    const asked = () => coordinator.get<OfferPage>('/api/v1/offers?missing=true');
    const { items } = must(await asked());
    expect(new Map(items.map(({ id, missing }) => [id, missing]))).toEqual(
      new Map([
        [offerId, await fails(coordinator, offerId)],
        [rival, await fails(coordinator, rival)],
      ]),
    );
    const partner = await editor('przystan');
    const seen = must(await partner.get<OfferPage>('/api/v1/offers?missing=true')).items;
    expect(seen.find(({ id }) => id === offerId)?.missing).toEqual(await fails(partner, offerId));
    expect(items.find(({ id }) => id === offerId)?.missing?.all).toBeGreaterThan(0);
    expect(must(await coordinator.get<OfferPage>('/api/v1/offers')).items.map(({ missing }) => missing)).toEqual([
      null,
      null,
    ]);
    const both = await portal.countQueries(asked);
    const single = await editor(ALONE);
    expect(await portal.countQueries(() => single.get('/api/v1/offers?missing=true'))).toBe(both);
  });

  it('Q19: who has left the other consortium competes no more', async () => {
    const { dataSource } = portal;
    await dataSource.query(
      `update member set left_at = now() from offer
       where offer.id = $1 and member.consortium_id = offer.consortium_id and member.organisation_id = $2`,
      [rival, offer.organisations['przystan']],
    );
    expect((await read(await editor('przystan'))).elsewhere).toEqual([]);
    expect((await read(offer.coordinator)).elsewhere).toHaveLength(1);
  });
});
