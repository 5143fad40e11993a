import type { OfferFile, OfferReceipt, OfferReceipts, OfferSigning } from '@zit/contracts';
import { receiptWords, verifyWords } from '@zit/words.pl/offer-receipt';
import { fingerprintWords, signingWords, submitWords } from '@zit/words.pl/offer-signing';
import { Actor, plain } from '../src/actor';
import { inspect } from '../src/inspect';
import { textOfPdf } from '../src/read-pdf';
import { asks, kompasOffer, signersOf, signedIn } from '../src/offer';
import { onStage } from '../src/visit';

const stage = onStage();

describe('an offer', () => {
  it('F.2, N7: is confirmed by all, handed in by one act, proven to anybody, and late by what it is late', async () => {
    const faults: string[] = [];
    const { page, context } = await stage.visit();
    const coordinator = new Actor(page);
    await coordinator.signIn(/Koordynator Stowarzyszenia „Kompas”/);
    const ask = asks(context, stage.portal());
    const offer = await kompasOffer(ask, stage.portal());
    const address = `/oferty/${offer.id}`;

    // Whoever represents the members confirms with a second factor: the first on the page, the others behind it.
    const [first, ...others] = await signersOf(offer, stage.portal());
    const visit = await stage.visit();
    const signer = new Actor(visit.page);
    await signedIn(visit.context, stage.portal(), first!);
    await visit.page.goto(`${address}/podpisy`);
    await signer.sees(fingerprintWords.checked);
    await signer.press('link', signingWords.toConfirm);
    faults.push(...(await inspect(visit.page, 'offer-signing-1280')));
    await visit.page.getByRole('button', { name: signingWords.confirm }).focus();
    await visit.page.keyboard.press('Enter');
    await visit.page.getByRole('button', { name: signingWords.revoke }).waitFor();
    for (const other of others) {
      const behind = await stage.visit();
      await signedIn(behind.context, stage.portal(), other);
      const also = asks(behind.context, stage.portal());
      const { sha256 } = await also<OfferSigning>('GET', `/api/v1${address.replace('oferty', 'offers')}/signing`);
      await also('POST', `/api/v1/offers/${offer.id}/confirmations`, { id: crypto.randomUUID(), sha256 });
      await behind.context.close();
    }

    await page.goto(`${address}/zlozenie`);
    await coordinator.sees(submitWords.rulesOk);
    await coordinator.sees(submitWords.signedOk(offer.members.length));
    faults.push(...(await inspect(page, 'offer-submit-1280')));
    await page.getByRole('button', { name: submitWords.submit }).dblclick();
    await page.waitForURL(/\/potwierdzenia\/\d+$/);
    await coordinator.sees(receiptWords.inTime);
    const { receipts } = await ask<OfferReceipts>('GET', `/api/v1/offers/${offer.id}/receipts`);
    expect(receipts).toHaveLength(1);
    const [receipt] = receipts as [OfferReceipt];
    expect(await coordinator.readsMain()).toContain(receipt.number);
    faults.push(...(await inspect(page, 'offer-receipt-1280')));
    await page.setViewportSize({ width: 320, height: 640 });
    faults.push(...(await inspect(page, 'offer-receipt-320', false)));
    await page.setViewportSize({ width: 1280, height: 860 });
    const pdf = await context.request.get((await page.locator('.files a[href$=".pdf"]').getAttribute('href')) ?? '');
    expect(plain(textOfPdf(await pdf.body()))).toContain(receipt.number);

    // Anybody compares the file with the receipt; one field was changed in it.
    const exported = await page.locator('.files a[href*="/file/"]').getAttribute('href');
    const file = (await (await context.request.get(exported ?? '')).json()) as OfferFile;
    const anybody = new Actor((await stage.visit()).page);
    await anybody.page.goto('/sprawdz');
    const choose = (label: string, name: string, content: unknown) =>
      anybody.page
        .getByLabel(label)
        .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(content)) });
    await choose(verifyWords.receiptFile, 'potwierdzenie.json', receipt);
    await choose(verifyWords.offerFile, 'oferta.json', file);
    await anybody.sees(verifyWords.same);
    await anybody.sees(/^Portal zna to potwierdzenie/);
    file.document.consortium.title += ' 2';
    await choose(verifyWords.offerFile, 'oferta.json', file);
    await anybody.sees(verifyWords.different);
    expect(plain(await anybody.page.locator('.verdict li').innerText())).toBe(
      `${verifyWords.parts.consortium}, ${verifyWords.fields.title} (${verifyWords.how.CHANGED})`,
    );
    faults.push(...(await inspect(anybody.page, 'verify-1280')));

    // Taken back in time and handed in again a second after the deadline.
    await coordinator.press('button', receiptWords.withdraw);
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(receiptWords.reason).fill('Poprawiamy budżet.');
    await dialog.getByRole('button', { name: receiptWords.withdrawGo }).click();
    await page.waitForURL(/\/potwierdzenia\/0002$/);
    await coordinator.sees(receiptWords.kind.WITHDRAWAL);
    await stage
      .portal()
      .inDatabase(`update call set deadline_at = now() - interval '1 second' where id = $1`, [offer.call.id]);
    await page.goto(`${address}/zlozenie`);
    await coordinator.sees(submitWords.late[2]);
    await coordinator.press('button', submitWords.submitLate);
    await coordinator.sees(/^Po terminie o /);
    await coordinator.sees(receiptWords.lateText);
    expect(faults).toEqual([]);
  }, 180_000);
});
