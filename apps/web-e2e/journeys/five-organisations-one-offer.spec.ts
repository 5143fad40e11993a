import { setTimeout as pause } from 'node:timers/promises';
import type { OfferReceipt, OfferResponse, ReceivedOffers, SheetResponse } from '@zit/contracts';
import { sampleOrganisation } from '@zit/sample';
import { offerFormWords } from '@zit/words.pl/offer-form';
import { offerDeskWords, offerPeopleWords, offerRightsWords } from '@zit/words.pl/offer-page';
import { receivedWords, receiptWords } from '@zit/words.pl/offer-receipt';
import { signingWords, submitWords } from '@zit/words.pl/offer-signing';
import { collisionWords } from '@zit/words.pl/sheet-page';
import { plain } from '../src/actor';
import { DECLARED, memberOf, Partner } from '../src/partner';
import { holdSaves } from '../src/slow-line';
import { onStage } from '../src/visit';

const stage = onStage();
const MINUTES = 60_000;
const SOPOT_CENTRE = '2264011a-0000-4000-8000-000000000001';
const { groups } = offerFormWords.sections;
const comes = (key: string): Promise<Partner> => Partner.comes(stage, key);
const nameOf = (organisation: string): string => sampleOrganisation(organisation).name;

/** What each of the five types into offer A. */
const TYPED = {
  kompas: { recruitment: 'Kompas: nabór przez pracowników socjalnych.', environment: 'Kompas: rodziny uczestników.' },
  przystan: { recruitment: 'Przystań: nabór w świetlicy.', things: 'Przystań: sala i dwa komputery.' },
  sasiedzi: { environment: 'Sąsiedzi: klub sąsiedzki na Górce.' },
  sopot: { evidence: 'Sopot: uchwała budżetowa, rozdział 852.' },
  molo: {
    experience: 'Molo: trzy lata staży.',
    people: 'Molo: opiekun stażu i doradca.',
    things: 'Molo: pracownia szkoleniowa.',
  },
} as const;

// Two acts of one play: the second begins where the first has ended.
describe('F.1–F.3: the Sopot case, played by everybody in it', () => {
  it(
    'five organisations write offer A at once, and nothing that was typed is lost',
    async () => {
      const [kompas, przystan, sasiedzi, sopot, molo] = await Promise.all([
        comes('koordynator'),
        comes('redaktor'),
        comes('redaktor-sasiedzi'),
        comes('sopot'),
        comes('koordynator-molo'),
      ]);
      const { id } = await kompas.offerOf('Kompas Sopocki');
      const offer = await kompas.reads<OfferResponse>(`/offers/${id}`);
      const things = `experience.members.${memberOf(offer, 'przystan')}.things`;
      await Promise.all([
        kompas.opens(id, 'grupy'),
        przystan.opens(id, 'grupy'),
        sasiedzi.opens(id, 'grupy'),
        sopot.opens(id, 'wklad'),
        molo.opens(id, 'doswiadczenie'),
      ]);

      // Who is where, and whose is what.
      await kompas.sees(offerDeskWords.writes(nameOf('przystan'), groups.title));
      await przystan.sees(offerRightsWords.leader(nameOf('kompas')));
      expect(await przystan.field('groups.recruitment').count()).toBe(0);
      await molo.sees(offerRightsWords.member(nameOf('przystan')));
      expect(await molo.field(things).count()).toBe(0);

      // The leader lends the part; from then on three organisations write it.
      await kompas.press('button', offerPeopleWords.lend);
      const lending = kompas.page.getByRole('dialog');
      for (const to of ['przystan', 'sasiedzi']) await lending.getByLabel(nameOf(to)).check();
      await lending.getByRole('button', { name: offerPeopleWords.lendSave }).click();
      await lending.waitFor({ state: 'hidden' });
      await Promise.all([przystan.page.reload(), sasiedzi.page.reload()]);
      await Promise.all([
        przystan.sees(offerPeopleWords.lentToYou(nameOf('kompas'))),
        sasiedzi.field('groups.environment').waitFor(),
      ]);

      // All at once: one on a slow line, one without any, one who closes the tab as soon as it says „Zapisano”.
      const line = await holdSaves(przystan.page);
      await sasiedzi.offline(true);
      await Promise.all([
        kompas.writes('groups.environment', TYPED.kompas.environment),
        przystan
          .field('groups.recruitment')
          .fill(TYPED.przystan.recruitment)
          .then(() => line.held),
        writesWithoutNetwork(sasiedzi, memberOf(offer, 'sasiedzi')),
        closesAtOnce(sopot, id, `contribution.members.${memberOf(offer, 'gmina-sopot')}.evidence`),
        writesOwn(molo, `experience.members.${memberOf(offer, 'molo-praca')}`),
      ]);
      await kompas.writes('groups.recruitment', TYPED.kompas.recruitment);
      line.release();
      await sasiedzi.offline(false);

      // Both versions side by side; one puts them together, the other keeps its own.
      const shown = await Promise.all([shownCollision(przystan), shownCollision(sasiedzi)]);
      expect(shown[0]).toContain(TYPED.przystan.recruitment);
      expect(shown[0]).toContain(TYPED.kompas.recruitment);
      expect(shown[1]).toContain(TYPED.sasiedzi.environment);
      expect(shown[1]).toContain(TYPED.kompas.environment);
      await przystan.press('button', collisionWords.of(collisionWords.join, groups.fields.recruitment.label));
      await przystan.sends(TYPED.przystan.recruitment, () => przystan.press('button', collisionWords.saveJoined));
      await sasiedzi.sends(TYPED.sasiedzi.environment, () =>
        sasiedzi.press('button', collisionWords.of(collisionWords.keepMine, groups.fields.environment.label)),
      );
      await przystan.opens(id, 'doswiadczenie');
      await przystan.writes(things, TYPED.przystan.things);

      // What the others wrote comes to the leader's page by itself, and the rules have nothing against it.
      await kompas.comesToHold('groups.environment', TYPED.sasiedzi.environment);
      await kompas.comesToHold('groups.recruitment', TYPED.przystan.recruitment);
      await kompas.page.locator('zit-offer-check section[data-verdict=fail]').waitFor({ state: 'detached' });
      const { fields } = await kompas.reads<SheetResponse>(`/offers/${id}/sheet?after=0`);
      const stands = fields.map(({ value }) => value).filter((value) => typeof value === 'string');
      const lost = Object.values(TYPED)
        .flatMap((typed) => Object.values(typed) as string[])
        .filter((typed) => ![...stands, ...shown].some((text) => text.includes(typed)));
      expect(lost).toEqual([]);
      const declared = `declarations.members.${memberOf(offer, 'sasiedzi')}.`;
      const ticked = fields.filter(({ path, value }) => path.startsWith(declared) && value === true);
      expect(ticked).toHaveLength(DECLARED.length);
    },
    3 * MINUTES,
  );

  it(
    'B and C follow; all members confirm by their representation; D comes a second after the deadline, late by one second',
    async () => {
      const [kompas, nowyKurs, portPracy, razem, sopot, kotwica] = (await Promise.all(
        ['koordynator', 'nowe-jutro', 'port-pracy', 'razem-na-molo', 'sopot', 'kotwica'].map(comes),
      )) as [Partner, Partner, Partner, Partner, Partner, Partner];
      const a = await kompas.offerOf('Kompas Sopocki');
      const b = await nowyKurs.offerOf('Nowy Kurs');
      const c = await razem.offerOf('Sopot Razem');
      await Promise.all([finishB(b.id, nowyKurs, portPracy), finishC(c.id, razem, sopot)]);
      const d = await beginD(c.id, { kotwica, razem, sopot });

      // Two have to sign for the leader of A: one alone, by password and code, does not make it complete.
      const president = await Partner.comesByTwoSteps(stage, 'prezes-kompas');
      await president.confirms(a.id);
      await president.sees(signingWords.partly);
      await president.goes();
      await inLanes(3, [
        ...[
          'skarbnik-kompas',
          'prezes-przystan',
          'prezes-sasiedzi',
          'wiceprezes-sasiedzi',
          'sekretarz-sasiedzi',
          'pelnomocnik-molo',
        ].map((key) => () => comeAndConfirm(key, [a.id])),
        ...['prezydent-sopot', 'skarbnik-sopot'].map((key) => () => comeAndConfirm(key, [a.id, c.id, d])),
        ...['fala', 'jednostka', 'ksiegowy-jednostka'].map((key) => () => comeAndConfirm(key, [b.id])),
        ...['wiceprezes-razem', 'prezes-kotwica'].map((key) => () => comeAndConfirm(key, [c.id, d])),
      ]);
      for (const each of [nowyKurs, portPracy]) await each.confirms(b.id);
      for (const each of [c.id, d]) await razem.confirms(each);

      const inTime: OfferReceipt[] = [];
      for (const [leader, offer] of [
        [kompas, a.id],
        [nowyKurs, b.id],
        [razem, c.id],
      ] as const) {
        await leader.page.goto(`/oferty/${offer}/zlozenie`);
        inTime.push(await leader.handsIn(offer));
        await leader.sees(receiptWords.inTime);
      }
      expect(inTime.map(({ lateMs }) => lateMs)).toEqual([0, 0, 0]);
      expect(inTime.map(({ number }) => number.slice(-4))).toEqual(['0001', '0002', '0003']);

      // Until the deadline who works on the call reads their number alone.
      await sopot.page.goto(`/nabory/${a.callId}?czesc=oferty`);
      await sopot.sees(receivedWords.sealedTitle);
      const sealed = await sopot.readsMain();
      expect(sealed).toContain(plain(receivedWords.count(3)));
      for (const { title } of [a, b, c]) expect(sealed).not.toContain(title);
      const before = await sopot.reads<ReceivedOffers>(`/calls/${a.callId}/offers`);
      expect([before.count, before.offers]).toEqual([3, null]);

      // The month of the demo's call is over a few seconds from now; D's leader is on the page when it happens. What
      // is sent is received at one instant of the server's clock: a second after the deadline.
      const portal = stage.portal();
      const deadlineAt = Date.now() + 6_000;
      await portal.inDatabase('update call set deadline_at = $2 where id = $1', [a.callId, new Date(deadlineAt)]);
      await kotwica.page.goto(`/oferty/${d}/zlozenie`);
      await kotwica.sees(submitWords.lateTitle);
      while (Date.now() < deadlineAt + LATE_BY) await pause(100);
      await portal.stopClock(deadlineAt + LATE_BY);
      const late = await kotwica.handsIn(d, submitWords.submitLate);
      await portal.stopClock(null);
      expect([late.lateMs, Date.parse(late.receivedAt)]).toEqual([LATE_BY, deadlineAt + LATE_BY]);
      expect(late.deadlineAt).toBe((await kotwica.reads<OfferResponse>(`/offers/${d}`)).call.deadlineAt);
      expect(await kotwica.readsMain()).toContain(plain(receiptWords.late(LATE_BY)));
      await kotwica.sees(receiptWords.lateText);

      await sopot.page.reload();
      const rows = sopot.page.locator('zit-received-offers > ul > li');
      await rows.nth(3).waitFor();
      const listed = (await rows.allInnerTexts()).map(plain);
      expect(listed).toHaveLength(4);
      for (const [at, { title }] of [a, b, c].entries()) {
        expect(listed[at]).toContain(title);
        expect(listed[at]).toContain(receivedWords.inTime);
      }
      expect(listed[3]).toContain(TITLE_OF_D);
      expect(listed[3]).toContain(plain(receivedWords.late(LATE_BY)));
    },
    4 * MINUTES,
  );
});

async function writesWithoutNetwork(sasiedzi: Partner, member: string): Promise<void> {
  await sasiedzi.field('groups.environment').fill(TYPED.sasiedzi.environment);
  await sasiedzi.page
    .getByRole('navigation', { name: offerDeskWords.tasks })
    .getByRole('link', { name: offerFormWords.sections.declarations.title })
    .click();
  await sasiedzi.declares(member);
  await sasiedzi.sees(/Brak połączenia, \d+ zmian\S* czeka/);
}

async function closesAtOnce(sopot: Partner, offer: string, path: string): Promise<void> {
  await sopot.writes(path, TYPED.sopot.evidence);
  const again = await sopot.closesTheTab();
  await again.opens(offer, 'wklad');
  await again.comesToHold(path, TYPED.sopot.evidence);
}

async function writesOwn(molo: Partner, own: string): Promise<void> {
  await molo.writes(`${own}.similarProjects`, '0');
  for (const [field, text] of Object.entries(TYPED.molo)) await molo.writes(`${own}.${field}`, text);
}

async function shownCollision({ page }: Partner): Promise<string> {
  return page.locator('zit-collisions article').innerText();
}

/** What B lacks: how people are recruited, and the company's declaration. */
async function finishB(offer: string, leader: Partner, company: Partner): Promise<void> {
  const member = memberOf(await company.reads<OfferResponse>(`/offers/${offer}`), 'port-pracy');
  await Promise.all([leader.opens(offer, 'grupy'), company.opens(offer, 'oswiadczenia')]);
  await leader.writes('groups.recruitment', 'Ogłoszenia i pracownicy socjalni.');
  await company.sends(DECLARED[4], () => company.declares(member));
}

/** What C lacks: why there, and what the municipality has done before. */
async function finishC(offer: string, leader: Partner, municipality: Partner): Promise<void> {
  const member = memberOf(await leader.reads<OfferResponse>(`/offers/${offer}`), 'gmina-sopot');
  await Promise.all([leader.opens(offer, 'miejsca'), municipality.opens(offer, 'doswiadczenie')]);
  await leader.writes('places.justification', 'Obszar rewitalizacji, osiem punktów procentowych ponad średnią miasta.');
  await municipality.writes(`experience.members.${member}.experience`, 'Gmina prowadzi staże od 2005 roku.');
  await municipality.writes(`experience.members.${member}.people`, 'Dwa etaty w referacie spraw społecznych.');
}

/** D comes at 15:30:01: milliseconds. */
const LATE_BY = 1_000;
const TITLE_OF_D = 'Lokalne Centrum „Spóźniona Kotwica”';

/** D, written on other days: the members of C under another leader, with the same work. Answers its id. */
async function beginD(c: string, people: { kotwica: Partner; razem: Partner; sopot: Partner }): Promise<string> {
  const { kotwica, razem, sopot } = people;
  const { call, members } = await kotwica.reads<OfferResponse>(`/offers/${c}`);
  const { id: consortiumId } = await kotwica.did<{ id: string }>('POST', '/consortia', {
    title: 'Spóźniona Kotwica',
    localCentreId: SOPOT_CENTRE,
  });
  for (const { organisationId, regon } of members) {
    if (regon === sampleOrganisation('kotwica').regon) continue;
    await kotwica.did('POST', `/consortia/${consortiumId}/members`, { organisationId, role: 'PARTNER' });
  }
  const id = crypto.randomUUID();
  const d = await kotwica.did<OfferResponse>('POST', '/offers', { id, callId: call.id, consortiumId, copyOf: c });
  const experience = `experience.members.${memberOf(d, 'kotwica')}`;
  await kotwica.wrote(id, {
    'basics.title': TITLE_OF_D,
    [`${experience}.similarProjects`]: 2,
    [`${experience}.turnoverGrosze`]: 40_000_000,
  });
  for (const [who, organisation] of [
    [kotwica, 'kotwica'],
    [razem, 'razem-na-molo'],
    [sopot, 'gmina-sopot'],
  ] as const) {
    const own = `declarations.members.${memberOf(d, organisation)}`;
    await who.wrote(id, Object.fromEntries(DECLARED.map((what) => [`${own}.${what}`, true])));
  }
  return id;
}

async function comeAndConfirm(key: string, offers: readonly string[]): Promise<void> {
  const signer = await comes(key);
  for (const offer of offers) await signer.confirms(offer);
  await signer.goes();
}

/** Does all of it, so many at a time. */
async function inLanes(lanes: number, tasks: readonly (() => Promise<void>)[]): Promise<void> {
  const left = [...tasks];
  const lane = async (): Promise<void> => {
    for (let task = left.shift(); task; task = left.shift()) await task();
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
