import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { documentPageWords as words } from '@zit/words.pl/document-page';
import { Actor, plain } from '../src/actor';
import { onStage } from '../src/visit';
import { textOfPdf } from '../src/read-pdf';

const stage = onStage();

describe('the municipality of Sopot prints the agreement of „Kompas Sopocki”', () => {
  it('issues it and has it ready to print in at most five clicks', async () => {
    const { page } = await stage.visit();
    const officer = new Actor(page);
    await officer.signIn(/Pracownik Gminy Miasta Sopotu/);

    await officer.press('link', 'Otwórz projekt umowy');
    await officer.press('button', words.toSeal);
    await page.getByRole('heading', { level: 1, name: words.sealTitle.PARTNERSHIP_AGREEMENT }).waitFor();
    const sealed = await officer.readsMain();
    for (const sum of ['330 000,00 zł', '280 500,00 zł', '49 500,00 zł', '28 500,00 zł', '21 000,00 zł']) {
      expect(sealed).toContain(sum);
    }
    await officer.press('button', words.seal('PARTNERSHIP_AGREEMENT'));
    await officer.sees(/UP\/2264\/\d{4}\/01/);
    const download = page.waitForEvent('download');
    await officer.press('link', words.downloadPdf);
    expect(officer.clicks).toBeLessThanOrEqual(5);

    const bytes = readFileSync(await (await download).path());
    const shown = await page.getByRole('main').innerText();
    expect(shown).toContain(createHash('sha256').update(bytes).digest('hex'));
    const paper = textOfPdf(bytes);
    for (const sentence of [
      '330 000,00 zł',
      'trzysta trzydzieści tysięcy złotych 00/100',
      '280 500,00 zł',
      'dwieście osiemdziesiąt tysięcy pięćset złotych 00/100',
      '49 500,00 zł',
      'czterdzieści dziewięć tysięcy pięćset złotych 00/100',
      '28 500,00',
      'dwadzieścia osiem tysięcy pięćset złotych 00/100',
      '21 000,00',
      'dwadzieścia jeden tysięcy złotych 00/100',
      'wzór do weryfikacji przez radcę prawnego',
    ]) {
      expect(paper).toContain(sentence);
    }
  });

  it('issues the letter of intent, takes it as DOCX and reads its HTML twin', async () => {
    const { page, context } = await stage.visit();
    const officer = new Actor(page);
    await officer.signIn(/Pracownik Gminy Miasta Sopotu/);
    await officer.press('link', 'List intencyjny');
    await officer.press('button', words.toSeal);
    await officer.press('button', words.seal('LETTER_OF_INTENT'));
    await officer.sees(/LI\/2264\/\d{4}\/01/);

    const download = page.waitForEvent('download');
    await officer.press('link', words.downloadDocx);
    const docx = readFileSync(await (await download).path());
    expect(docx.subarray(0, 2).toString()).toBe('PK');

    const twin = context.waitForEvent('page');
    await officer.press('link', words.openHtml);
    const html = await twin;
    await html.getByRole('heading', { level: 1 }).waitFor();
    expect(await html.getByRole('table').count()).toBeGreaterThan(0);
    expect(plain(await html.locator('body').innerText())).toContain('49 500,00 zł');
  });

  it('previews the pages in the browser, with pdfmake loaded only then, and prints what was issued', async () => {
    const { page } = await stage.visit();
    const scripts: string[] = [];
    page.on('request', (request) => scripts.push(request.url()));
    await page.addInitScript(() => {
      window.print = () => document.documentElement.setAttribute('data-printed', 'yes');
    });
    const officer = new Actor(page);
    await officer.signIn(/Pracownik Gminy Miasta Sopotu/);
    await officer.openConsortium('Kompas Sopocki');
    await officer.openTab('documents');
    await page.getByRole('combobox', { name: words.party }).selectOption({ label: 'Gmina Miasta Sopotu' });
    await officer.press('button', words.prepare.LETTER_OF_CONFIRMATION);
    await page.getByRole('button', { name: words.toSeal }).waitFor();

    const rendering = () => scripts.filter((url) => /pdf-browser|pdfmake/.test(url));
    expect(rendering()).toEqual([]);
    await officer.press('button', words.asPages);
    const download = page.waitForEvent('download');
    await officer.press('link', words.downloadDraft);
    expect(rendering().length).toBeGreaterThan(0);
    const preview = textOfPdf(readFileSync(await (await download).path()));
    expect(preview).toContain('List potwierdzający – projekt');
    expect(preview).toContain('Gmina Miasta Sopotu');

    await officer.press('button', words.toSeal);
    await officer.press('button', words.seal('LETTER_OF_CONFIRMATION'));
    await officer.sees(/LP\/2264\/\d{4}\/01/);
    await officer.press('button', words.print);
    await page.locator('html[data-printed=yes]').waitFor();
    const printed = textOfPdf(await page.pdf());
    expect(printed).toContain('List potwierdzający');
    expect(printed).toContain('wzór do weryfikacji przez radcę prawnego');
    expect(printed).not.toContain(words.downloadPdf);
  });
});
