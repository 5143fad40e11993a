import { createConsortiumWords } from '@zit/words.pl/consortium';
import { compositionWords } from '@zit/words.pl/consortium-members';
import { Actor } from '../src/actor';
import { onStage } from '../src/visit';

const stage = onStage();

describe('an NGO forms a consortium', () => {
  it('from an empty page to a composition that breaks no rule, with a new organisation on the way', async () => {
    const { page } = await stage.visit();
    const ngo = new Actor(page);
    await ngo.signIn(/Koordynator Stowarzyszenia „Kompas”/);
    await page.goto('/konsorcja');
    await ngo.press('link', 'Załóż konsorcjum');
    await page.getByRole('combobox', { name: createConsortiumWords.municipality }).click();
    await page.getByRole('option', { name: 'Sopot' }).click();
    await page.getByLabel(createConsortiumWords.name).fill('Nowy Brzeg');
    await page.getByRole('main').getByRole('button', { name: createConsortiumWords.create }).click();
    await page.getByRole('heading', { level: 1, name: 'Nowy Brzeg' }).waitFor();
    await ngo.sees('1 z 1 członka to organizacja pozarządowa.');
    await ngo.seesFinding('brak JST');

    await ngo.addMember('gmina sopot', /Gmina Miasta Sopotu/);
    await ngo.sees('1 z 2 członków to organizacja pozarządowa.');
    await ngo.addMember('molo', /„Molo Praca” sp. z o.o./);
    await ngo.seesFinding('brakuje 1 organizacji pozarządowej');

    // Not in the register yet: a wrong NIP is told at the field, a right one joins at once.
    await ngo.press('button', compositionWords.add);
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('searchbox').fill('Fundacja Latarnia Nadziei');
    await dialog.getByRole('button', { name: /Dodaj nową organizację|dodaj nową organizację/ }).click();
    await dialog.getByRole('combobox', { name: 'Forma prawna' }).click();
    await page
      .getByRole('option', { name: /fundacja/i })
      .first()
      .click();
    await dialog.getByLabel('NIP').fill('9990000021');
    await dialog.getByLabel('NIP').blur();
    await dialog
      .getByText(/Cyfra kontrolna się nie zgadza/)
      .first()
      .waitFor();
    await dialog.getByLabel('NIP').fill('9990001120');
    await dialog.getByLabel('NIP').blur();
    await dialog.getByRole('button', { name: 'Zapisz w rejestrze i dodaj do konsorcjum' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await ngo.sees('2 z 4 członków to organizacje pozarządowe.');

    await page.reload();
    await ngo.sees('2 z 4 członków to organizacje pozarządowe.');
    await page.getByRole('link', { name: 'Fundacja Latarnia Nadziei' }).waitFor();
  });
});
