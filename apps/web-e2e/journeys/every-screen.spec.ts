import type { OfferResponse } from '@zit/contracts';
import type { Page } from 'playwright-core';
import {
  callDeskWords,
  callListWords,
  createCallWords,
  publicCallWords,
  publishCallWords,
} from '@zit/words.pl/call-page';
import { documentPageWords } from '@zit/words.pl/document-page';
import { frameWords } from '@zit/words.pl/frame';
import { sealWords } from '@zit/words.pl/journal-page';
import { organisationHistoryWords } from '@zit/words.pl/organisation';
import { invitationWords, inviteWords } from '@zit/words.pl/people-page';
import { dataCareWords, ownDataWords } from '@zit/words.pl/personal-page';
import { Actor } from '../src/actor';
import { inspect } from '../src/inspect';
import { onStage } from '../src/visit';
import { tourOfAssessment } from './every-screen-assessment';
import { handIn, tourOfOffers, tourOfReceived } from './every-screen-offers';

const stage = onStage();
let handedIn: OfferResponse;
beforeAll(async () => {
  handedIn = await handIn(stage);
}, 120_000);

/** Every page an officer can reach, by the name of its picture. */
async function tour(officer: Actor, look: (name: string) => Promise<void>): Promise<void> {
  const { page } = officer;
  await page.goto('/logowanie');
  await page.getByRole('button', { name: /Pracownik Gminy Miasta Sopotu/ }).waitFor();
  await look('sign-in');
  await officer.signIn(/Pracownik Gminy Miasta Sopotu/);
  await officer.sees('Kompas Sopocki');
  await look('start');
  await page.goto('/nabory');
  await page.getByRole('heading', { level: 1, name: callListWords.title }).waitFor();
  await page.waitForLoadState('networkidle');
  await look('calls');
  await officer.press('button', callListWords.create);
  await page.getByLabel(createCallWords.name).fill('Nabór do obejrzenia');
  await look('call-new');
  await officer.press('button', createCallWords.create);
  await page.getByRole('heading', { level: 1, name: 'Nabór do obejrzenia' }).waitFor();
  await page.locator('#pole-basics-purpose').waitFor();
  await look('call');
  await officer.press('link', callDeskWords.goPublish);
  await page.getByRole('heading', { level: 1, name: publishCallWords.title }).waitFor();
  await look('call-publish');
  await page.goto('/konsorcja');
  await officer.sees('Kompas Sopocki');
  await look('consortia');
  await page.goto('/konsorcja/nowe');
  await officer.sees('Nowe konsorcjum');
  await look('consortium-new');
  await officer.openConsortium('Kompas Sopocki');
  const address = page.url();
  await officer.sees('3 z 5 członków to organizacje pozarządowe.');
  await look('composition');
  await page.goto(`${address}/uslugi`);
  await officer.sees('Punkty obsługi');
  await look('services');
  await page.goto(`${address}/budzet`);
  await page.getByRole('grid').getByRole('row').nth(16).waitFor();
  await look('budget');
  await page.goto(`${address}/dokumenty`);
  await officer.sees('List potwierdzający');
  await look('documents');
  await page.goto(`${address}/historia`);
  await page.getByRole('main').getByRole('listitem').first().waitFor();
  await look('history');
  await page.goto(`${address}/dokumenty`);
  await page.getByRole('link', { name: documentPageWords.openDraft }).last().click();
  await page.getByRole('button', { name: documentPageWords.toSeal }).waitFor();
  await look('draft');
  await officer.press('button', documentPageWords.toSeal);
  await page.getByRole('heading', { level: 1, name: /^Wydanie/ }).waitFor();
  await look('seal');
  await page.goto('/organizacje');
  await officer.sees('Gmina Miasta Sopotu');
  await look('organisations');
  await page.getByRole('link', { name: 'Fundacja „Przystań Integracji”' }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Fundacja „Przystań Integracji”' }).waitFor();
  await look('organisation');
  await page.goto('/organizacje/nowa');
  await page.getByLabel('NIP').first().waitFor();
  await look('organisation-new');
  await page.goto('/pomoc');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await look('help');
  await page.goto('/nie-ma-takiej-strony');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await look('not-found');
}

/** What stands open to who looks after people, and to the programme. */
async function tourOfPeople(owner: Actor, look: (name: string) => Promise<void>): Promise<void> {
  const { page } = owner;
  await page.goto('/pieczecie');
  await page.getByRole('heading', { level: 1, name: sealWords.title }).waitFor();
  await look('seals');
  await page.goto('/ogloszenia');
  await page.getByRole('heading', { level: 1, name: publicCallWords.title }).waitFor();
  await page.waitForLoadState('networkidle');
  await look('public-calls');
  await page.goto('/klauzula');
  await page.getByRole('heading', { level: 2, name: 'Twoje prawa' }).waitFor();
  await look('clause');
  await owner.signIn(/Opiekun dostępu Stowarzyszenia „Kompas”/);
  await page.goto('/osoby');
  await owner.sees('Koordynator Stowarzyszenia „Kompas”');
  await look('people');
  await page.getByRole('button', { name: /Odbierz rolę koordynator/ }).click();
  await page.getByRole('dialog').waitFor();
  await look('revoke');
  await page.keyboard.press('Escape');
  await page.goto('/osoby/zapros');
  await page.getByLabel(inviteWords.email).waitFor();
  await look('invite');
  await page.getByLabel(inviteWords.email).fill('to nie jest adres');
  await owner.press('button', inviteWords.send);
  await owner.sees(inviteWords.emailWrong);
  await look('invite-errors');
  await page.goto('/osoby/zaproszenia');
  await owner.sees(invitationWords.empty);
  await look('invitations');
  await page.goto('/konsorcja/nowe');
  await owner.sees(frameWords.noRight.title);
  await look('no-right');
  await page.goto('/konto/dane');
  await owner.sees(ownDataWords.erasure.begin);
  await page.getByText(/potwierdzono/).waitFor();
  await look('own-data');
  await owner.changeTo(/Administrator programu/);
  await page.goto('/osoby');
  await owner.sees('Audytor programu');
  await look('everybody');
  await page.goto('/osoby/zapros');
  await page.getByRole('radio', { name: /skarbnik gminy/ }).check();
  await owner.sees('Gmina Miasta Sopotu');
  await look('invite-anywhere');
  await page.goto('/administracja/dane');
  await owner.sees(dataCareWords.erasures.none);
  await owner.sees(dataCareWords.retention.none);
  await look('data-care');
  await page.goto('/dziennik');
  await page.getByRole('main').getByRole('listitem').first().waitFor();
  await look('journal');
  await page.goto('/organizacje');
  await page.getByRole('link', { name: 'Fundacja „Przystań Integracji”' }).first().click();
  await owner.press('link', organisationHistoryWords.title);
  await page.getByRole('heading', { level: 2, name: organisationHistoryWords.title }).waitFor();
  await look('organisation-history');
  await owner.lookAs('Redaktor Fundacji', 'Przegląd ekranów portalu', () => look('view-as-question'));
  await look('view-as');
}

interface View {
  width: number;
  height: number;
  colorScheme: 'light' | 'dark';
  /** The accessibility checker reads every node of every page: three views of six are asked, all are measured. */
  asked: boolean;
}

// A page that is open is looked at in several views: colours and widths change under it as they do under people's
// hands. What is decided as a page opens (the preview of a document, by 900 px) is opened anew on each side.
describe.each<{ views: [View, ...View[]] }>([
  {
    views: [
      { width: 1280, height: 860, colorScheme: 'light', asked: true },
      { width: 1280, height: 860, colorScheme: 'dark', asked: true },
    ],
  },
  { views: [{ width: 768, height: 1024, colorScheme: 'light', asked: false }] },
  {
    views: [
      { width: 360, height: 740, colorScheme: 'light', asked: true },
      { width: 360, height: 740, colorScheme: 'dark', asked: false },
      { width: 320, height: 640, colorScheme: 'light', asked: false },
    ],
  },
])('every screen at $views.0.width px', ({ views }) => {
  it('has no accessibility fault, nothing that runs past its edge, and a picture to look at', async () => {
    const faults: string[] = [];
    const turn = async (page: Page, { width, height, colorScheme }: View) => {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme });
    };
    const look = (page: Page) => async (name: string) => {
      for (const view of views) {
        await turn(page, view);
        faults.push(...(await inspect(page, `${name}-${view.width}-${view.colorScheme}`, view.asked)));
      }
      await turn(page, views[0]);
    };
    const { page } = await stage.visit(views[0]);
    await tour(new Actor(page), look(page));
    const { page: other } = await stage.visit(views[0]);
    await tourOfPeople(new Actor(other), look(other));
    const { page: third } = await stage.visit(views[0]);
    await tourOfOffers(new Actor(third), handedIn, stage.portal(), look(third));
    await tourOfReceived(new Actor(third), handedIn, stage.portal(), look(third));
    const { page: fourth } = await stage.visit(views[0]);
    await tourOfAssessment(new Actor(fourth), stage.portal(), look(fourth));
    expect(faults).toEqual([]);
  }, 300_000);
});
