import AxeBuilder from '@axe-core/playwright';
import { documentPageWords } from '@zit/words.pl/document-page';
import { Actor } from '../src/actor';
import { artefact } from '../src/artefacts';
import { onStage } from '../src/visit';

const stage = onStage();

/** Every page an officer can reach, by the name of its picture. */
async function tour(officer: Actor, look: (name: string) => Promise<void>): Promise<void> {
  const { page } = officer;
  await page.goto('/logowanie');
  await page.getByRole('button', { name: /Pracownik Gminy Miasta Sopotu/ }).waitFor();
  await look('sign-in');
  await officer.signIn(/Pracownik Gminy Miasta Sopotu/);
  await officer.sees('Kompas Sopocki');
  await look('start');
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

// The accessibility checker reads every node of every page; three of the six looks are asked, all are measured.
describe.each([
  { width: 1280, height: 860, colorScheme: 'light', asked: true },
  { width: 1280, height: 860, colorScheme: 'dark', asked: true },
  { width: 768, height: 1024, colorScheme: 'light', asked: false },
  { width: 360, height: 740, colorScheme: 'light', asked: true },
  { width: 360, height: 740, colorScheme: 'dark', asked: false },
  { width: 320, height: 640, colorScheme: 'light', asked: false },
] as const)('every screen at $width px, $colorScheme', ({ width, height, colorScheme, asked }) => {
  it('has no accessibility fault, nothing that runs past its edge, and a picture to look at', async () => {
    const { page } = await stage.visit({ width, height, colorScheme });
    const faults: string[] = [];
    await tour(new Actor(page), async (name) => {
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      await page.screenshot({ path: await artefact(`screens/${name}-${width}-${colorScheme}.png`), fullPage: true });
      const past = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (past > 0) faults.push(`${name}: ${past} px past the edge`);
      if (!asked) return;
      const { violations } = await new AxeBuilder({ page }).analyze();
      for (const { id, nodes } of violations) {
        faults.push(`${name}: ${id} at ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
      }
    });
    expect(faults).toEqual([]);
  }, 300_000);
});
