import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { CallEditionFile } from '@zit/contracts';
import { CALL_FORM, flatten, inWarsaw } from '@zit/domain';
import { announcedCall } from '@zit/sample';
import { attachmentPageWords } from '@zit/words.pl/attachments';
import { callAttachmentPageWords } from '@zit/words.pl/call-attachments';
import {
  callActWords,
  callDeskWords,
  callListWords,
  createCallWords,
  publicCallWords,
  publishCallWords,
} from '@zit/words.pl/call-page';
import { findingWords, frameWords } from '@zit/words.pl/frame';
import { sessionWords } from '@zit/words.pl/session-page';
import { Actor, plain } from '../src/actor';
import { inspect } from '../src/inspect';
import { onStage } from '../src/visit';

const stage = onStage();

const CONTACT = 'texts.contact';
const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n');
const FORM = { name: 'Wzór „oświadczenia”.pdf', mimeType: 'application/pdf', buffer: PDF };
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** The Sopot call as an officer has left it: a weight is one too low, the contact and the resolution's act are missing. */
function almostAll(): { path: string; base: number; value: unknown }[] {
  const call = announcedCall(inWarsaw(new Date().toISOString()).date);
  const second = call.criteria.list[1];
  if (second) second.weight = 24;
  return Object.entries(flatten(CALL_FORM, call))
    .filter(([path]) => !['basics.title', CONTACT, 'resolution.adopted'].includes(path))
    .map(([path, value]) => ({ path, base: 0, value }));
}

describe('a call', () => {
  it('O4, P1: is finished, mended and published by an officer, and read and verified by anybody', async () => {
    const faults: string[] = [];
    const visit = await stage.visit();
    const officer = new Actor(visit.page);
    const { page } = officer;
    await officer.signIn(/Pracownik Gminy Miasta Sopotu/);
    await officer.press('link', frameWords.calls);
    await officer.press('button', callListWords.create);
    await page.getByLabel(createCallWords.name).fill('Centrum przy parku');
    await officer.press('button', createCallWords.create);
    await page.getByRole('heading', { level: 1, name: 'Centrum przy parku' }).waitFor();
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    // What was written on other days.
    const written = await visit.context.request.patch(`/api/v1/calls/${id}/sheet`, {
      data: { save: crypto.randomUUID(), changes: almostAll() },
      headers: { origin: stage.portal().address },
    });
    expect([written.status(), ((await written.json()) as { collisions: unknown[] }).collisions]).toEqual([200, []]);

    await page.goto(`/nabory/${id}?sekcja=kryteria`);
    const failing = page.locator('zit-call-check section[data-verdict=fail]');
    await failing.getByText(/\b99\b/).waitFor();
    faults.push(...(await inspect(page, 'call-workshop-1280')));
    await page.locator('input[id$=-weight]').nth(1).fill('25');
    await failing.getByText(/\b99\b/).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: new RegExp(`^${findingWords.pass}`) }).click();
    await page
      .locator('section[data-verdict=pass]')
      .getByText(/\b100\b/)
      .first()
      .waitFor();
    await page.goto(`/nabory/${id}?sekcja=teksty`);
    await page.locator('#pole-texts-contact').fill('Urząd Miasta Sopotu, parter.');
    await failing.locator('button.fix').first().click();
    await failing.waitFor({ state: 'detached' });
    await officer.seesSaved();

    await page.goto(`/nabory/${id}?sekcja=zalaczniki`);
    const asked = page.waitForEvent('filechooser');
    await officer.press('button', attachmentPageWords.choose);
    await (await asked).setFiles([{ ...FORM, name: 'mapa.pdf' }, FORM]);
    await page.getByLabel(attachmentPageWords.aboutOf(FORM.name)).fill('Wzór oświadczenia o wkładzie własnym');
    await page.getByLabel(attachmentPageWords.aboutOf(FORM.name)).press('Tab');
    await officer.sees(attachmentPageWords.aboutSaved);
    await officer.press('button', callAttachmentPageWords.upOf(FORM.name));
    await page.locator('zit-call-attachments ol li:first-child').getByText(FORM.name).waitFor();
    faults.push(...(await inspect(page, 'call-files-1280')));

    await officer.press('link', callDeskWords.goPublish);
    await page.getByRole('heading', { level: 1, name: publishCallWords.title }).waitFor();
    await officer.sees('Urząd Miasta Sopotu, parter.');
    faults.push(...(await inspect(page, 'call-publish-1280')));
    await officer.press('button', publishCallWords.publish);
    await officer.sees(/Ogłoszono nabór LC\/2264\/\d{4}\/\d+\./);

    const reader = await stage.visit();
    const anybody = new Actor(reader.page);
    await reader.page.goto('/logowanie');
    await anybody.press('link', sessionWords.calls);
    await anybody.press('link', 'Centrum przy parku');
    await reader.page.getByRole('heading', { level: 1, name: 'Centrum przy parku' }).waitFor();
    await anybody.sees(publicCallWords.whatCounts);
    expect(await anybody.readsMain()).toMatch(/15:30 \(czas polski\)/);
    expect(plain(await reader.page.locator('tfoot').first().innerText())).toMatch(/Suma wag\s+100/);
    faults.push(...(await inspect(reader.page, 'call-public-1280')));
    await reader.page.setViewportSize({ width: 320, height: 640 });
    faults.push(...(await inspect(reader.page, 'call-public-320')));
    const shown = await reader.page.locator('zit-editions code').first().innerText();
    const file = await reader.page.locator('zit-editions a[download]').first().getAttribute('href');
    const json = await (await reader.context.request.get(file ?? '')).body();
    expect(sha256(json)).toBe(shown);
    const saving = reader.page.waitForEvent('download');
    await reader.page.getByRole('link', { name: /^Pobierz Wzór/ }).press('Enter');
    const saved = await saving;
    expect(saved.suggestedFilename()).toBe(FORM.name);
    const fromJson = (JSON.parse(json.toString()) as CallEditionFile).attachments?.[0];
    const told = await reader.page.locator('zit-published-files code').first().innerText();
    expect([sha256(await readFile(await saved.path())), fromJson?.sha256]).toEqual([told, told]);

    // An annex that is given up leaves what is in force.
    const dialog = page.getByRole('dialog');
    await officer.press('button', callActWords.annex);
    await dialog.getByRole('button', { name: callActWords.annexGo }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.goto(`/nabory/${id}?sekcja=teksty`);
    await page.locator('#pole-texts-contact').fill('Inny pokój.');
    await officer.seesSaved();
    await officer.press('button', callActWords.abandon);
    await dialog.getByRole('button', { name: callActWords.abandonGo }).click();
    await officer.sees('Urząd Miasta Sopotu, parter.');
    expect(await officer.readsMain()).not.toContain('Inny pokój.');

    // An annulled call stays readable; its deadline is struck through.
    await officer.press('button', callActWords.annul);
    await dialog.getByLabel(callActWords.reason).fill('Brak środków w budżecie programu.');
    await dialog.getByRole('button', { name: callActWords.annulGo }).click();
    await officer.sees(callActWords.done.annul);
    await reader.page.reload();
    await anybody.sees(publicCallWords.annulledReason('Brak środków w budżecie programu.'));
    expect(await reader.page.locator('.deadline s').innerText()).toContain('15:30');
    expect(faults).toEqual([]);
  });
});
