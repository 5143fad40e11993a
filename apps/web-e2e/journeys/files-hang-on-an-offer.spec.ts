import { readFile } from 'node:fs/promises';
import { attachmentPageWords as words, attachmentWords } from '@zit/words.pl/attachments';
import { offerListWords } from '@zit/words.pl/offer-page';
import { Actor, plain } from '../src/actor';
import { inspect } from '../src/inspect';
import { onStage } from '../src/visit';

const stage = onStage();

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n');
const STATUTE = { name: 'Statut – wersja „żółta”.pdf', mimeType: 'application/pdf', buffer: PDF };

describe('files of an offer', () => {
  it('U-20, S-26: are told their rules, sent, refused with a way out, saved, removed and brought back', async () => {
    const faults: string[] = [];
    const coordinator = new Actor((await stage.visit()).page);
    const { page } = coordinator;
    await coordinator.signIn(/Koordynator Stowarzyszenia „Kompas”/);
    await page.goto('/oferty');
    await page
      .getByRole('main')
      .getByRole('listitem')
      .filter({ hasNotText: offerListWords.over })
      .getByRole('link', { name: /Kompas/ })
      .first()
      .click();
    await page.waitForURL(/\/oferty\/[0-9a-f-]{36}/);
    await page.goto(`${new URL(page.url()).pathname}?sekcja=zalaczniki`);
    await page.getByText(words.noneTitle).waitFor();
    expect(plain(await page.getByRole('main').innerText())).toContain(plain(attachmentWords.rules));
    faults.push(...(await inspect(page, 'offer-files-none-1280', false)));

    const asked = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: words.choose }).press('Enter');
    const htmlPage = {
      name: 'strona.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('<!doctype html><script>1</script>'),
    };
    await (await asked).setFiles([STATUTE, htmlPage, { ...STATUTE, name: 'program.exe' }]);
    await page.getByRole('link', { name: words.download(STATUTE.name, attachmentWords.sizeOf(PDF.length)) }).waitFor();
    await coordinator.sees(attachmentWords.content.unknown(null));
    await coordinator.sees(attachmentWords.announce.EXTENSION);
    faults.push(...(await inspect(page, 'offer-files-1280')));
    await page.setViewportSize({ width: 320, height: 740 });
    faults.push(...(await inspect(page, 'offer-files-320')));
    await page.setViewportSize({ width: 1280, height: 860 });
    for (const name of ['strona.pdf', 'program.exe']) await coordinator.press('button', words.dismissOf(name));

    const saving = page.waitForEvent('download');
    await page.getByRole('link', { name: /^Pobierz Statut/ }).press('Enter');
    const saved = await saving;
    expect(saved.suggestedFilename()).toBe(STATUTE.name);
    expect(await readFile(await saved.path())).toEqual(PDF);

    await page.getByLabel(words.aboutOf(STATUTE.name)).fill('Statut stowarzyszenia');
    await page.getByLabel(words.aboutOf(STATUTE.name)).press('Tab');
    await coordinator.sees(words.aboutSaved);

    await coordinator.press('button', words.removeOf(STATUTE.name));
    await page.getByText(words.noneTitle).waitFor();
    await coordinator.press('button', words.undo);
    await page.getByLabel(words.aboutOf(STATUTE.name)).waitFor();
    expect(await page.getByLabel(words.aboutOf(STATUTE.name)).inputValue()).toBe('Statut stowarzyszenia');
    expect(faults).toEqual([]);
  });
});
