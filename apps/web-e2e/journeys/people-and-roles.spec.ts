import { whoMayWords } from '@zit/words.pl/closed-acts';
import { frameWords } from '@zit/words.pl/frame';
import { organisationWords } from '@zit/words.pl/organisation';
import { invitationWords, inviteWords, peopleWords } from '@zit/words.pl/people-page';
import { Actor } from '../src/actor';
import { onStage } from '../src/visit';

const stage = onStage();

describe('who looks after access', () => {
  it('invites by keyboard alone, takes the invitation back, and stays the last one', async () => {
    const owner = new Actor((await stage.visit()).page);
    const { page } = owner;
    await owner.signIn(/Opiekun dostępu Stowarzyszenia „Kompas”/);
    await owner.press('link', frameWords.people);
    await owner.sees('Koordynator Stowarzyszenia „Kompas”');
    const own = page.getByRole('button', { name: /Odbierz rolę opiekun dostępu organizacji/ });
    expect(await own.isDisabled()).toBe(true);
    await owner.sees(/To ostatni opiekun dostępu tej organizacji/);

    await page.getByRole('link', { name: peopleWords.invite }).focus();
    await page.keyboard.press('Enter');
    const email = page.getByLabel(inviteWords.email);
    await email.waitFor();
    await email.focus();
    await page.keyboard.type('nowy-redaktor@example.org');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await page.getByRole('radio', { name: /redaktor partnera/ }).isChecked()).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === '/osoby/zaproszenia');
    await owner.sees('nowy-redaktor@example.org');
    await owner.sees(invitationWords.state.SENT);

    await owner.press('button', invitationWords.withdrawOf('nowy-redaktor@example.org'));
    await owner.sees(invitationWords.state.WITHDRAWN);
  });

  it('changes the hat: the other organisation’s consortia come, the first one’s go, in every open tab', async () => {
    const { page, context } = await stage.visit();
    const two = new Actor(page);
    await two.signIn(/Specjalista dwóch fundacji/);
    await page.goto('/konsorcja');
    await two.sees('Gdyńska Kotwica');
    expect(await two.readsMain()).not.toContain('Kompas Sopocki');
    const other = new Actor(await context.newPage());
    await other.page.goto('/konsorcja');
    await other.sees('Gdyńska Kotwica');

    await page.getByRole('button', { name: frameWords.actingFor }).click();
    await page.getByRole('menuitemradio', { name: /Przystań Integracji/ }).click();
    await page.waitForURL((url) => url.pathname === '/');
    await two.sees('Kompas Sopocki');
    expect(await two.readsMain()).not.toContain('Gdyńska Kotwica');
    await other.sees(frameWords.elsewhere.followed('Fundacja „Przystań Integracji”'));
    await other.sees('Kompas Sopocki');
    expect(await other.readsMain()).not.toContain('Gdyńska Kotwica');
  });

  it('S-42: an administrator looks through another’s eyes, and every button says why it is closed', async () => {
    const { page, context } = await stage.visit();
    const administrator = new Actor(page);
    await administrator.signIn(/Administrator programu/);
    await administrator.lookAs('Redaktor Fundacji', 'Zgłoszenie: nie widać budżetu');
    await administrator.sees(/Oglądasz portal oczami: Redaktor Fundacji/);
    await administrator.sees(/Zgłoszenie: nie widać budżetu/);
    expect(await page.getByRole('navigation').first().innerText()).not.toContain(frameWords.journal);
    await administrator.sees(whoMayWords.createConsortium);
    await administrator.press('link', frameWords.organisations);
    const closed = page.getByRole('button', { name: organisationWords.add });
    await closed.focus();
    await page.keyboard.press('Enter');
    const why = page.locator(`#${await closed.getAttribute('aria-describedby')}`);
    expect(await why.innerText()).toBe(frameWords.viewing.closed);
    expect(new URL(page.url()).pathname).toBe('/organizacje');
    await administrator.openConsortium('Kompas Sopocki');
    await administrator.sees(frameWords.viewing.closed);
    for (const field of await page.getByRole('main').getByRole('textbox').all()) {
      expect(await field.isEditable()).toBe(false);
    }
    await page.goto('/organizacje/nowa');
    await administrator.sees(frameWords.noRight.title);
    const other = await context.newPage();
    await other.goto('/konsorcja');
    await other.getByRole('region', { name: frameWords.viewing.label }).waitFor();
    await administrator.press('button', frameWords.viewing.end);
    for (const tab of [page, other])
      await tab.getByRole('region', { name: frameWords.viewing.label }).waitFor({ state: 'hidden' });
    await page.getByRole('navigation').first().getByRole('link', { name: frameWords.journal }).waitFor();
  });
});
