import type { OfferPage, OfferResponse, OfferSigning } from '@zit/contracts';
import { OFFER_FORM, type SheetForm } from '@zit/domain';
import { sampleOrganisation } from '@zit/sample';
import { attachmentPageWords } from '@zit/words.pl/attachments';
import { offerFormWords } from '@zit/words.pl/offer-form';
import { beginOfferWords, offerDeskWords, offerListWords, offerPeopleWords } from '@zit/words.pl/offer-page';
import { receiptWords } from '@zit/words.pl/offer-receipt';
import { offerPlaceWords, signingWords, submitWords } from '@zit/words.pl/offer-signing';
import { collisionWords, sheetHistoryWords, sheetWords } from '@zit/words.pl/sheet-page';
import type { Page } from 'playwright-core';
import { inspect } from '../src/inspect';
import { KeyboardAlone } from '../src/keyboard-alone';
import { signsIn, signsInByTwoSteps } from '../src/keyboard-sign-in';
import { asks, kompasOffer, type Ask } from '../src/offer';
import { contentsOf, differences, gapsOf, writesElsewhere } from '../src/offer-contents';
import { OfferHands } from '../src/offer-hands';
import { idOf, memberOf } from '../src/partner';
import { holdSaves } from '../src/slow-line';
import { onStage } from '../src/visit';
import { becoming, emailOf, SIGNERS } from './every-screen-offers';

const stage = onStage();
const MINUTES = 60_000;
const FORM: SheetForm = OFFER_FORM;
const { basics, partnership } = offerFormWords.sections;
const SOPOT_CENTRE = '2264011a-0000-4000-8000-000000000001';
const WIDE = [1280, 860] as const;
const NARROW = [320, 640] as const;
const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n');
const STATUTE = { name: 'statut.pdf', mimeType: 'application/pdf', buffer: PDF };

/** What any text would not do for. */
const TEXTS = {
  'basics.title': 'Lokalne Centrum pisane klawiszami',
  'basics.officeEmail': 'biuro@kotwica.example',
  'basics.officePhone': '58 500 10 20',
  'services.additions.code': 'LM_KLAWISZE',
  'places.points.teryt': '2264011',
  'places.criteria.year': '2015',
};

/** One who writes an offer without a mouse, and what the portal is asked beside the page. */
interface Writing {
  hands: KeyboardAlone;
  writer: OfferHands;
  page: Page;
  ask: Ask;
  id: string;
}

// After the first address of each visit nothing but keys goes to the page.
describe('an offer by the keyboard alone', () => {
  it('would tell a control that is covered, one that is not marked, and one that throws the keyboard away', async () => {
    const { page } = await stage.visit();
    await page.setContent(`
      <header style="position: fixed; inset: 0 0 auto; height: 80px; background: white">Pasek</header>
      <button>Pod paskiem</button>
      <p style="margin-top: 90px"><button style="outline: none">Bez obwódki</button></p>
      <button onclick="this.remove()">Znika</button> <button>Ostatni</button>`);
    const hands = new KeyboardAlone(page);
    hands.at = 'page';
    await hands.presses(page.getByRole('button', { name: 'Znika' }));
    await hands.reaches(page.getByRole('button', { name: 'Ostatni' }));
    expect([...hands.faults].map((fault) => fault.replace(/(Enter at|covered by) .*/, '$1 …'))).toEqual([
      'page: button „Pod paskiem” is covered by …',
      'page: button „Bez obwódki” does not show that it has the keyboard',
      'page: the keyboard is lost after Enter at …',
    ]);
  });

  it(
    'is begun, written in every part, mended and joined with what another tab wrote',
    async () => {
      const { page, context } = await stage.visit();
      const hands = new KeyboardAlone(page);
      const ask = asks(context, stage.portal());
      const faults: string[] = [];
      await signsIn(hands, /Koordynator Fundacji „Kotwica”/);
      await formConsortia(ask);
      const id = await beginsOffer(hands, faults);
      const offer = await ask<OfferResponse>('GET', `/api/v1/offers/${id}`);
      const writing: Writing = { hands, page, ask, id, writer: new OfferHands(hands, TEXTS) };

      await looksAtLending(writing, faults);
      await writesAll(writing, memberOf(offer, 'kotwica'), faults);
      await takesBack(writing);
      await decidesCollision(writing);
      await restores(writing);
      await attaches(writing);
      faults.push(...(await inspect(page, 'keyboard-attachments-1280')));
      await followsTheCheck(writing);
      expect([...hands.faults, ...faults]).toEqual([]);

      const stands = await contentsOf(ask, id);
      expect(differences(stands, writing.writer, memberOf(offer, 'kotwica'))).toEqual([]);
      const gaps = gapsOf(await ask<OfferResponse>('GET', `/api/v1/offers/${id}`), stands);
      const whose = [...new Set(gaps.map(({ member }) => member ?? 'of all'))].sort();
      expect(whose).toEqual(['razem-na-molo', 'gmina-sopot'].map((each) => memberOf(offer, each)).sort());
    },
    4 * MINUTES,
  );

  it(
    'is confirmed by who signs, with the second factor, and handed in',
    async () => {
      const portal = stage.portal();
      const { context: behind } = await stage.visit();
      const [ask, become] = [asks(behind, portal), becoming(behind, portal)];
      await become('koordynator');
      const offer = await kompasOffer(ask, portal);
      const address = `/api/v1/offers/${offer.id}`;
      const [first = '', ...others] = SIGNERS;

      const signer = new KeyboardAlone((await stage.visit()).page);
      await signsInByTwoSteps(signer, ask, emailOf(first));
      await opensOffer(signer, offer);
      signer.at = 'confirming';
      await signer.presses(places(signer).getByRole('link', { name: offerPlaceWords.signing }));
      await signer.presses(signer.page.getByRole('button', { name: signingWords.confirm }));
      await signer.reaches(signer.page.getByRole('button', { name: signingWords.revoke }));
      const faults = await inspect(signer.page, 'keyboard-signing-1280');
      for (const other of others) {
        await become(other);
        const { sha256 } = await ask<OfferSigning>('GET', `${address}/signing`);
        await ask('POST', `${address}/confirmations`, { id: crypto.randomUUID(), sha256 });
      }

      const leader = new KeyboardAlone((await stage.visit()).page);
      await signsIn(leader, /Koordynator Stowarzyszenia „Kompas”/);
      await opensOffer(leader, offer);
      leader.at = 'handing in';
      await leader.presses(places(leader).getByRole('link', { name: offerPlaceWords.submit }));
      await leader.presses(leader.page.getByRole('button', { name: submitWords.submit }));
      await leader.page.waitForURL(/\/potwierdzenia\/\d+$/);
      await leader.page.getByText(receiptWords.inTime).first().waitFor();
      leader.at = 'receipt';
      await leader.reaches(leader.page.locator('.files a').first());
      faults.push(...(await inspect(leader.page, 'keyboard-receipt-1280')));
      expect([...signer.faults, ...leader.faults, ...faults]).toEqual([]);
    },
    2 * MINUTES,
  );
});

async function opensOffers(hands: KeyboardAlone): Promise<void> {
  hands.at = 'start';
  await hands.presses(hands.page.getByRole('navigation').getByRole('link', { name: offerListWords.title }));
  hands.at = 'offers';
}

async function opensOffer(hands: KeyboardAlone, { id }: OfferResponse): Promise<void> {
  await opensOffers(hands);
  await hands.presses(hands.page.getByRole('main').locator(`a[href="/oferty/${id}"]`));
  hands.at = 'offer';
}

const places = ({ page }: KeyboardAlone) => page.getByRole('navigation', { name: offerPlaceWords.label });

/** Two that a person has to choose from, with the members of another offer under a new leader. */
async function formConsortia(ask: Ask): Promise<void> {
  const { items } = await ask<OfferPage>('GET', '/api/v1/offers');
  const known = items.find(({ state }) => state === 'DRAFT')?.id;
  const { members } = await ask<OfferResponse>('GET', `/api/v1/offers/${known}`);
  for (const title of ['Kotwica pierwsza', 'Kotwica druga']) {
    const { id } = await ask<{ id: string }>('POST', '/api/v1/consortia', { title, localCentreId: SOPOT_CENTRE });
    for (const { organisationId, regon } of members) {
      if (regon === sampleOrganisation('kotwica').regon) continue;
      await ask('POST', `/api/v1/consortia/${id}/members`, { organisationId, role: 'PARTNER' });
    }
  }
}

/** Chooses the second of two consortia by an arrow. Answers the offer's id. */
async function beginsOffer(hands: KeyboardAlone, faults: string[]): Promise<string> {
  const { page } = hands;
  await opensOffers(hands);
  await hands.presses(page.getByRole('link', { name: offerListWords.begin }));
  hands.at = 'new offer';
  await hands.reaches(page.getByRole('radio', { name: 'Kotwica druga' }));
  await hands.key('ArrowDown');
  await hands.standsAt(page.getByRole('radio', { name: 'Kotwica pierwsza', checked: true }), 'an arrow');
  faults.push(...(await inspect(page, 'keyboard-new-1280')));
  await hands.presses(page.getByRole('button', { name: beginOfferWords.go }));
  await page.waitForURL(/\/oferty\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname.split('/')[2] ?? '';
}

async function looksAtLending({ hands, page }: Writing, faults: string[]): Promise<void> {
  hands.at = 'lending';
  const lend = page.getByRole('button', { name: offerPeopleWords.lend, exact: true });
  await hands.presses(lend);
  await page.getByRole('dialog').waitFor();
  faults.push(...(await inspect(page, 'keyboard-lending-1280')));
  await hands.key('Escape');
  await hands.standsAt(lend, 'closing the dialog');
}

/** Every section of the form; one of them on a narrow screen. */
async function writesAll({ hands, page, writer }: Writing, member: string, faults: string[]): Promise<void> {
  for (const section of Object.keys(FORM.sections)) {
    hands.at = section;
    await (section === 'groups' ? hands.turns(...NARROW) : hands.turns(...WIDE));
    if (section !== 'basics') await writer.goes(writer.titleOf(section));
    await writer.writes(section, member);
    if (section === 'groups') faults.push(...(await inspect(page, 'keyboard-groups-320')));
  }
}

/** Leaves a second version behind the first one, in the end. */
async function takesBack({ hands, page, writer }: Writing): Promise<void> {
  hands.at = 'undo';
  await writer.goes(basics.title);
  const summary = page.locator(`#${idOf('basics.summary')}`);
  await hands.reaches(summary);
  await hands.types('Pomyłka');
  const undo = page.locator('zit-sheet-bar').getByRole('button', { name: new RegExp(`^${sheetWords.undo}`) });
  await hands.presses(undo, 'Enter', 'Shift+Tab');
  await writer.holds('basics.summary');
  await hands.standsAt(undo, 'taking back');
  await hands.reaches(summary);
  await hands.types('Druga wersja');
  await hands.key('Tab');
}

/** Another tab of the same person writes a text while this one's save is on its way. */
async function decidesCollision({ hands, page, writer, ask, id }: Writing): Promise<void> {
  hands.at = 'collision';
  await writer.goes(partnership.title);
  const line = await holdSaves(page);
  await hands.reaches(page.locator(`#${idOf('partnership.council')}`));
  await hands.types('Rada z tej karty');
  await hands.key('Tab');
  await line.held;
  await writesElsewhere(ask, id, 'partnership.council', 'Rada z innej karty');
  line.release();
  const mine = collisionWords.of(collisionWords.keepMine, partnership.fields.council.label);
  await hands.presses(page.getByRole('button', { name: mine }), 'Enter', 'Shift+Tab');
  await hands.standsAt(page.locator('zit-collisions .said'), 'deciding a collision');
  writer.typed.set('partnership.council', 'Rada z tej karty');
}

/** The first version of the summary comes back. */
async function restores({ hands, page, writer }: Writing): Promise<void> {
  hands.at = 'history';
  await hands.presses(page.getByRole('link', { name: sheetHistoryWords.title }));
  await hands.standsAt(writer.title, 'opening the history');
  const first = String(writer.typed.get('basics.summary'));
  const restore = new RegExp(`^${sheetHistoryWords.restore}: .*${basics.fields.summary.label}, ${first}`);
  await hands.presses(page.getByRole('button', { name: restore }).first());
  await hands.standsAt(page.locator('zit-sheet-history .said'), 'restoring a version');
}

async function attaches({ hands, page, writer }: Writing): Promise<void> {
  hands.at = 'attachments';
  await writer.goes(offerDeskWords.attachments);
  const asked = page.waitForEvent('filechooser');
  const choose = page.getByRole('button', { name: attachmentPageWords.choose });
  await hands.presses(choose);
  await (await asked).setFiles([STATUTE]);
  await hands.reaches(page.getByLabel(attachmentPageWords.aboutOf(STATUTE.name)));
  await hands.types('Statut');
  await hands.key('Tab');
  await page.getByText(attachmentPageWords.aboutSaved).waitFor();
  await hands.reaches(page.getByRole('button', { name: attachmentPageWords.removeOf(STATUTE.name) }));
  await hands.key('Enter');
  await page.getByText(attachmentPageWords.noneTitle).waitFor();
  await hands.standsAt(choose, 'removing a file');
  await hands.presses(page.getByRole('button', { name: attachmentPageWords.undo, exact: true }), 'Enter', 'Shift+Tab');
  await page.getByLabel(attachmentPageWords.aboutOf(STATUTE.name)).waitFor();
  await hands.standsAt(choose, 'bringing a file back');
}

/** On a narrow screen the check lies over the work: it is opened, left, and leads to what is missing. */
async function followsTheCheck({ hands, page, writer }: Writing): Promise<void> {
  hands.at = 'check';
  await hands.turns(...NARROW);
  const bar = page.getByRole('button', { name: /^Sprawdzenie oferty: / });
  await hands.presses(bar);
  await hands.standsAt(page.getByRole('button', { name: offerDeskWords.closeCheck }), 'opening the check');
  await hands.key('Escape');
  await hands.standsAt(bar, 'closing the check');
  await hands.key('Enter');
  const toField = page.getByRole('button', { name: offerDeskWords.toFieldOf(basics.title) });
  await hands.presses(toField.first());
  await writer.title.filter({ hasText: basics.title }).waitFor();
  await hands.reaches(page.locator('zit-sheet-section :focus'));
}
