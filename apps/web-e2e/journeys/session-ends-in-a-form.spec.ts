import { DEMO_PASSWORD } from '@zit/sample';
import { organisationWords } from '@zit/words.pl/organisation';
import { sessionWords } from '@zit/words.pl/session-page';
import { Actor } from '../src/actor';
import { endSession, shortenSession } from '../src/session';
import { onStage } from '../src/visit';

const stage = onStage();

describe('the session ends in the middle of a form', () => {
  it('warns five minutes before, prolongs with a button, and what was typed stays', async () => {
    const { page } = await stage.visit();
    const officer = new Actor(page);
    await officer.signIn(/Pracownik Gminy Miasta Sopotu/);
    await shortenSession(page, 4.5);
    await page.goto('/organizacje/nowa');
    const name = page.getByLabel(organisationWords.fields.name).first();
    await name.fill('Fundacja w połowie wpisana');
    const warning = page.getByRole('dialog', { name: sessionWords.warning.title });
    await warning.waitFor();
    expect(await warning.getByRole('status').innerText()).toContain('4\u00a0minuty');
    await page.unroute('**/api/v1/session');
    await warning.getByRole('button', { name: sessionWords.warning.extend }).click();
    await warning.waitFor({ state: 'hidden' });
    expect(await name.inputValue()).toBe('Fundacja w połowie wpisana');
  });

  it('after the end one signs in over the page, and the work goes out', async () => {
    const { page } = await stage.visit();
    const officer = new Actor(page);
    await officer.signIn(/Pracownik Gminy Miasta Sopotu/);
    await page.goto('/organizacje');
    await page.getByRole('link', { name: 'Gmina Miasta Sopotu' }).first().click();
    const phone = page.getByLabel(organisationWords.fields.phone).first();
    await phone.waitFor();
    await endSession(page);
    await phone.fill('58 000 00 00');
    await phone.blur();
    const dialog = page.getByRole('dialog', { name: sessionWords.again.title });
    await dialog.getByLabel(sessionWords.password, { exact: true }).fill(DEMO_PASSWORD);
    await dialog.getByRole('button', { name: sessionWords.signIn, exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    await officer.seesSaved();
    await page.reload();
    await phone.waitFor();
    expect(await phone.inputValue()).toBe('58 000 00 00');
  });
});
