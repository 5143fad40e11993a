import { documentPageWords } from '@zit/words.pl/document-page';
import { Actor } from '../src/actor';
import { onStage } from '../src/visit';

const stage = onStage();

describe('NGOs leave „Kompas Sopocki” one after another', () => {
  it('says what breaks, what would mend it, and lets no agreement out until it is mended', async () => {
    const { page } = await stage.visit();
    const officer = new Actor(page);
    await officer.signIn(/Pracownik Gminy Miasta Sopotu/);
    await officer.openConsortium('Kompas Sopocki');

    // N21: 3 of 5, then 2 of 4, which is exactly one half.
    await officer.letLeave('Fundacja „Przystań Integracji”', 'Stowarzyszenie „Kompas”');
    await officer.sees('2 z 4 członków to organizacje pozarządowe.');
    await officer.seesNoFinding();

    await officer.letLeave('Stowarzyszenie „Sąsiedzi z Górki”', 'Stowarzyszenie „Kompas”');
    await officer.sees('1 z 3 członków to organizacja pozarządowa.');
    await officer.seesFinding('brakuje 1 organizacji pozarządowej');

    await officer.openTab('documents');
    await page
      .getByRole('region', { name: 'Umowa o partnerstwie' })
      .getByRole('link', { name: 'Otwórz projekt' })
      .click();
    await officer.sees(documentPageWords.blocked(1));
    expect(await page.getByRole('button', { name: documentPageWords.toSeal }).count()).toBe(0);
    await officer.sees('1 z 3 członków (33,33 %)');

    // The fix of the finding opens the dialog that can mend it.
    await officer.openConsortium('Kompas Sopocki');
    await officer.press('button', 'Dodaj 1 organizację pozarządową');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: /Sąsiedzi z Górki/ }).check();
    await dialog.getByRole('button', { name: 'Dodaj do konsorcjum' }).click();
    await officer.sees('2 z 4 członków to organizacje pozarządowe.');
    await officer.seesNoFinding();
  });
});
