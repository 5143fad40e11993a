import type { CallPage, FormalList, OfferPage, OfferReceipts, OfferSigning } from '@zit/contracts';
import { correctionWords } from '@zit/words.pl/correction';
import { receiptWords } from '@zit/words.pl/offer-receipt';
import { inspect } from '../src/inspect';
import { asks } from '../src/offer';
import { Partner } from '../src/partner';
import { onStage } from '../src/visit';
import { becoming, SIGNERS } from './every-screen-offers';

const stage = onStage();
const CALL = 'Lokalne Centrum w Sopocie, edycja pierwsza';

describe('an offer that was called upon', () => {
  it('F.4 O6: opens in what was asked, stays closed elsewhere, and is handed in as a correction', async () => {
    const faults: string[] = [];
    const operator = await Partner.comes(stage, 'operator');
    const { items } = await operator.reads<CallPage>('/calls');
    const call = items.find(({ title }) => title === CALL)?.id ?? '';
    const { items: cards } = await operator.reads<FormalList>(`/calls/${call}/formal`);
    const offerId = cards.find(({ consortium }) => consortium === 'Kompas Sopocki')?.offerId ?? '';
    const formal = `/calls/${call}/formal/${offerId}`;
    const answers = [
      { code: 'ATTACHMENTS', answer: 'NO', note: 'Nie wiadomo, jak mierzone są rezultaty.', fields: ['indicators'] },
      { code: 'GOALS', answer: 'YES' },
    ];
    for (const given of answers)
      await operator.did('POST', `${formal}/verdicts`, { id: crypto.randomUUID(), ...given });
    await operator.did('POST', `${formal}/decision`, { id: crypto.randomUUID(), state: 'TO_CURE' });
    await operator.goes();

    const leader = await Partner.comes(stage, 'koordynator');
    const { page } = leader;
    expect((await leader.reads<OfferPage>('/offers')).items.map(({ id }) => id)).toContain(offerId);
    await page.goto(`/oferty/${offerId}/uzupelnienie`);
    await leader.sees('Nie wiadomo, jak mierzone są rezultaty.');
    await leader.sees(/^.*Wezwano do jej uzupełnienia do /);
    faults.push(...(await inspect(page, 'correction-1280')));
    await page.setViewportSize({ width: 320, height: 740 });
    faults.push(...(await inspect(page, 'correction-320')));
    await page.setViewportSize({ width: 1280, height: 860 });
    await leader.press('button', correctionWords.open);
    await leader.press('link', correctionWords.toOffer);
    await page.locator('#offer-section-title').waitFor();
    await leader.writes('indicators.results', 'Rezultaty mierzy ankieta po każdym półroczu.');
    await leader.opens(offerId, 'podstawy');
    await leader.sees(correctionWords.fieldClosed);
    faults.push(...(await inspect(page, 'corrected-offer-1280')));
    await page.setViewportSize({ width: 320, height: 740 });
    faults.push(...(await inspect(page, 'corrected-offer-320')));
    await page.setViewportSize({ width: 1280, height: 860 });

    const { context } = await stage.visit();
    const ask = asks(context, stage.portal());
    const become = becoming(context, stage.portal());
    const address = `/api/v1/offers/${offerId}`;
    for (const signer of SIGNERS) {
      await become(signer);
      const { sha256 } = await ask<OfferSigning>('GET', `${address}/signing`);
      await ask('POST', `${address}/confirmations`, { id: crypto.randomUUID(), sha256 });
    }
    await page.goto(`/oferty/${offerId}/zlozenie`);
    const receipt = await leader.handsIn(offerId, correctionWords.submit);
    expect(receipt).toMatchObject({ kind: 'CURE', lateMs: 0 });
    await leader.sees(correctionWords.submitted(receipt.number));
    await leader.sees(receiptWords.nextCured[1]);
    const { receipts } = await leader.reads<OfferReceipts>(`/offers/${offerId}/receipts`);
    expect(receipts.map(({ number }) => number)).toContain(receipt.replaces);
    faults.push(...(await inspect(page, 'correction-receipt-1280')));
    expect(faults).toEqual([]);
  }, 120_000);
});
