import type { OfferReceipt, OfferResponse, OfferSigning } from '@zit/contracts';
import { samplePeople } from '@zit/sample';
import type { BrowserContext } from 'playwright-core';
import { offerBudgetWords } from '@zit/words.pl/offer-budget';
import { beginOfferWords, offerListWords } from '@zit/words.pl/offer-page';
import { receiptWords, receivedWords, verifyWords } from '@zit/words.pl/offer-receipt';
import { fingerprintWords, offerPlaceWords, submitWords } from '@zit/words.pl/offer-signing';
import type { Actor } from '../src/actor';
import { asks, kompasOffer } from '../src/offer';
import type { Portal } from '../src/portal';
import type { Stage } from '../src/visit';

type Look = (name: string) => Promise<void>;

export const emailOf = (key: string): string => samplePeople.find((each) => each.key === key)?.email ?? '';
/** The demo's one click, without its page. */
export const becoming =
  (context: BrowserContext, portal: Portal) =>
  (key: string): Promise<unknown> =>
    asks(context, portal)('POST', '/api/v1/demo-session', { email: emailOf(key) });
export const SIGNERS = [
  'prezes-kompas',
  'skarbnik-kompas',
  'prezes-przystan',
  'prezes-sasiedzi',
  'wiceprezes-sasiedzi',
  'sekretarz-sasiedzi',
  'prezydent-sopot',
  'skarbnik-sopot',
  'pelnomocnik-molo',
];

/** The offer of „Kompas Sopocki”, confirmed by all and handed in, without a screen. */
export async function handIn(stage: Stage): Promise<OfferResponse> {
  const { context } = await stage.visit();
  const ask = asks(context, stage.portal());
  const become = becoming(context, stage.portal());
  await become('koordynator');
  const offer = await kompasOffer(ask, stage.portal());
  const address = `/api/v1/offers/${offer.id}`;
  const content = async () => ({
    id: crypto.randomUUID(),
    sha256: (await ask<OfferSigning>('GET', `${address}/signing`)).sha256,
  });
  for (const signer of SIGNERS) {
    await become(signer);
    await ask('POST', `${address}/confirmations`, await content());
  }
  await become('koordynator');
  await ask<OfferReceipt>('POST', `${address}/submissions`, await content());
  await context.close();
  return offer;
}

/** What stands open to anybody, to who writes an offer, and to who has handed one in. */
export async function tourOfOffers(person: Actor, { id }: OfferResponse, portal: Portal, look: Look): Promise<void> {
  const { page } = person;
  const become = becoming(page.context(), portal);
  await page.goto('/sprawdz#LC/2264/2015/01/0001');
  await person.sees(verifyWords.paperFilled);
  await look('verify');
  // Leads „Nowy Kurs”, whose offer is still being written.
  await become('nowe-jutro');
  await page.goto('/oferty');
  await person.sees(/do uzupełnienia/);
  await look('offers');
  await page.goto('/oferty/nowa');
  await page.getByRole('heading', { level: 1, name: beginOfferWords.title }).waitFor();
  await page.waitForLoadState('networkidle');
  await look('offer-new');
  await page.goto('/oferty');
  const open = page.getByRole('main').getByRole('listitem').filter({ hasNotText: offerListWords.over });
  await open.getByRole('link').first().click();
  await page.locator('#pole-basics-title').waitFor();
  await look('offer');
  const address = page.url();
  await page.goto(`${address}?sekcja=budzet`);
  await page.getByRole('grid', { name: offerBudgetWords.sheetName }).getByRole('row').nth(5).waitFor();
  await look('offer-budget');
  await page.goto(`${address}/rekomendacja`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  await look('offer-recommendation');
  await page.goto(`${address}/podpisy`);
  await person.sees(fingerprintWords.checked);
  await look('offer-signing');
  await person.press('link', offerPlaceWords.submit);
  await person.sees(submitWords.list);
  await page.waitForLoadState('networkidle');
  await look('offer-submit');
  await become('koordynator');
  await page.goto(`/oferty/${id}/potwierdzenia`);
  await page.getByRole('main').getByRole('link', { name: /0001$/ }).click();
  await person.sees(receiptWords.inTime);
  await look('offer-receipt');
}

/** What who runs the call sees, before the deadline and after it; then the deadline is where it was. */
export async function tourOfReceived(
  operator: Actor,
  { call }: OfferResponse,
  portal: Portal,
  look: Look,
): Promise<void> {
  const { page } = operator;
  const deadline = (at: string) => portal.inDatabase('update call set deadline_at = $2 where id = $1', [call.id, at]);
  await becoming(page.context(), portal)('operator');
  await page.goto(`/nabory/${call.id}?czesc=oferty`);
  await operator.sees(`${receivedWords.sealedTitle}.`);
  await look('received-sealed');
  await deadline(new Date(Date.now() - 1_000).toISOString());
  try {
    await page.reload();
    await operator.sees(receivedWords.inTime);
    await page.getByText(receivedWords.files(0)).first().click();
    await look('received');
    await page.locator('zit-received-offers a.serif').first().click();
    await operator.sees(/^Dokładnie to złożono/);
    await look('received-offer');
  } finally {
    await deadline(call.deadlineAt);
  }
}
