import { DEMO_PASSWORD } from '@zit/sample';
import { accountPageWords } from '@zit/words.pl/account-page';
import { mailboxWords } from '@zit/words.pl/mailbox-page';
import { mailedLinkWords } from '@zit/words.pl/mailed-links';
import { mailTexts } from '@zit/words.pl/mails';
import { sessionWords as refusals } from '@zit/words.pl/session';
import { sessionWords } from '@zit/words.pl/session-page';
import type { Page } from 'playwright-core';
import { Actor } from '../src/actor';
import { inspect } from '../src/inspect';
import { expectFocus } from '../src/keyboard';
import { codeOfApp } from '../src/one-time-code';
import { CITY_ACCOUNT, openProvider, type Provider } from '../src/provider';
import { onStage } from '../src/visit';

let provider: Provider | undefined;
const stage = onStage(async (port) => {
  provider = await openProvider(`http://localhost:${port}`);
  return provider.settings;
});
afterAll(() => provider?.stop());

const { details, factors, identities } = accountPageWords;
const { second, confirm } = sessionWords;
const COORDINATOR = /Koordynator Stowarzyszenia „Kompas”/;

/** The address that the account page shows. */
const ownAddress = async (page: Page): Promise<string> => {
  await page.goto('/konto');
  return page.locator('zit-account-details dd').nth(1).locator('span').first().innerText();
};

const atStart = (page: Page): Promise<void> => page.waitForURL((url) => url.pathname === '/');

describe('the ways to sign in', () => {
  it('by codes of an app: added by keyboard, each code once, and taken off by who proves to be the owner', async () => {
    const { page } = await stage.visit();
    const coordinator = new Actor(page);
    await coordinator.signIn(COORDINATOR);
    const email = await ownAddress(page);

    await page.getByRole('button', { name: factors.addTotp }).focus();
    await page.keyboard.press('Enter');
    const secret = (await page.locator('zit-add-totp code').innerText()).replaceAll(' ', '');
    const field = page.getByLabel(factors.code);
    await expectFocus(page.getByText(factors.scan));
    const faults = await inspect(page, 'totp-adding-1280-light');
    await page.keyboard.press('Tab');
    await page.keyboard.type('12 34');
    await page.keyboard.press('Enter');
    await coordinator.sees(factors.codeWrong);
    // The app's clock: a code of this moment, and the one of the next half minute, which counts already.
    const now = Math.floor(Date.now() / 1000);
    const [first, next] = [now, now + 30].map((epoch) => codeOfApp(secret, epoch));
    await field.fill(first ?? '');
    await page.keyboard.press('Enter');
    await coordinator.sees(factors.totpOn);
    await coordinator.signOut();

    await coordinator.signInWithPassword(email, DEMO_PASSWORD);
    await page.getByRole('heading', { level: 1, name: second.title }).waitFor();
    await page.getByLabel(second.code).fill(first ?? '');
    await coordinator.press('button', second.sendCode);
    await coordinator.sees(/Kod się nie zgadza albo był już użyty/);
    await page.getByLabel(second.code).fill(next ?? '');
    await coordinator.press('button', second.sendCode);
    await atStart(page);

    // Half an hour later somebody else sits here: the app stays on until the owner is proved.
    await stage.portal().inDatabase(`update session set confirmed_at = now() - interval '30 minutes'`);
    await page.goto('/konto');
    const off = page.getByRole('button', { name: factors.removeTotp });
    await off.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: confirm.title });
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await coordinator.sees(factors.totpOn);
    await expectFocus(off);
    await page.keyboard.press('Enter');
    await dialog.getByLabel(sessionWords.password, { exact: true }).fill(DEMO_PASSWORD);
    await page.keyboard.press('Enter');
    await coordinator.sees(factors.totpOff);
    expect(faults).toEqual([]);
  });

  it('by an account of the city: unknown until it is linked from here, and again once it is not', async () => {
    const { page } = await stage.visit({ host: 'localhost', through: provider?.origin });
    const coordinator = new Actor(page);
    const provesAtTheCity = async () => {
      await page.getByRole('textbox', { name: 'Enter any login' }).fill('obywatel-7');
      await page.locator('input[name=password]').fill('x');
      await page.getByRole('button', { name: 'Sign-in' }).click();
    };
    await page.goto('/logowanie');
    await coordinator.press('link', sessionWords.providerSignIn(CITY_ACCOUNT));
    await provesAtTheCity();
    await page.getByRole('button', { name: 'Continue' }).click();
    await coordinator.sees(sessionWords.providerFaults.NOT_LINKED);
    const faults = await inspect(page, 'provider-not-linked-1280-light');

    await coordinator.signIn(COORDINATOR);
    await page.goto('/konto');
    await coordinator.press('button', identities.link(CITY_ACCOUNT));
    await provesAtTheCity();
    await coordinator.sees(/^połączone /);
    expect(new URL(page.url()).pathname).toBe('/konto');
    faults.push(...(await inspect(page, 'provider-linked-1280-light')));
    await coordinator.signOut();

    // The city still knows who sits here and asks nothing.
    await coordinator.press('link', sessionWords.providerSignIn(CITY_ACCOUNT));
    await atStart(page);
    await page.goto('/konto');
    await coordinator.press('button', identities.unlinkOf(CITY_ACCOUNT));
    await coordinator.sees(identities.none);
    await coordinator.signOut();
    await coordinator.press('link', sessionWords.providerSignIn(CITY_ACCOUNT));
    await coordinator.sees(sessionWords.providerFaults.NOT_LINKED);
    expect(faults).toEqual([]);
  });

  it('by a new address: both mailboxes hear of it, and the old one opens nothing any more', async () => {
    const { page } = await stage.visit({ width: 360, height: 740, colorScheme: 'dark' });
    const coordinator = new Actor(page);
    await coordinator.signIn(COORDINATOR);
    const old = await ownAddress(page);
    const fresh = 'koordynator-nowy@example.org';
    await page.getByRole('button', { name: `${accountPageWords.change}: ${details.email}` }).focus();
    await page.keyboard.press('Enter');
    await expectFocus(page.getByLabel(details.newEmail));
    await page.keyboard.type(fresh);
    await page.keyboard.press('Enter');
    await coordinator.sees(details.pending(fresh));
    const faults = await inspect(page, 'email-pending-360-dark');

    await page.goto('/poczta');
    const mail = (to: string, { subject }: { subject: string }) =>
      page.getByRole('main').getByRole('listitem').filter({ hasText: to }).filter({ hasText: subject });
    await mail(old, mailTexts.NOTICE_EMAIL_ASKED({})).waitFor();
    await mail(fresh, mailTexts.EMAIL_CONFIRMATION({ link: '', validHours: 1 }))
      .getByRole('link')
      .click();
    await coordinator.press('link', mailboxWords.open);
    await coordinator.press('button', mailedLinkWords.confirmation.confirm);
    await coordinator.sees(mailedLinkWords.confirmation.done);
    faults.push(...(await inspect(page, 'email-confirmed-360-dark')));
    await page.goto('/poczta');
    await mail(old, mailTexts.NOTICE_EMAIL_CHANGED({})).waitFor();
    expect(await ownAddress(page)).toBe(fresh);
    await coordinator.signOut();

    await coordinator.signInWithPassword(old, DEMO_PASSWORD);
    await coordinator.sees(refusals.wrongCredentials);
    await coordinator.signInWithPassword(fresh, DEMO_PASSWORD);
    await atStart(page);
    expect(faults).toEqual([]);
  });
});
