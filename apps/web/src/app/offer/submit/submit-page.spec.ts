import type { HttpTestingController, TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import type { OfferReceipts, OfferResponse, OfferSigning } from '@zit/contracts';
import { kompasOffer, kompasValues, offerSheetOf } from '../../../testing/kompas-offer';
import { offerReceipt, offerSigning, SHA } from '../../../testing/offer-signing';
import { until } from '../../../testing/soon';
import { openOffer } from '../offer.fixture';

describe('handing an offer in', () => {
  let http: HttpTestingController;
  afterEach(() => http.match(() => true));

  const visit = async (
    offer: OfferResponse = kompasOffer(),
    signing: OfferSigning = offerSigning(),
    receipts: OfferReceipts = { receipts: [], admissions: [] },
  ) => {
    const opened = await openOffer(`/oferty/${offer.id}/zlozenie`, offer, offerSheetOf(kompasValues()));
    http = opened.http;
    for (let round = 0; round < 3; round += 1) {
      http.match('/api/v1/offers/F1/signing').forEach((each) => each.flush(signing));
      http.match('/api/v1/offers/F1/receipts').forEach((each) => each.flush(receipts));
      await opened.tick();
    }
    return opened;
  };
  const posted = (): TestRequest => http.expectOne({ method: 'POST', url: '/api/v1/offers/F1/submissions' });
  const buttons = (page: HTMLElement) => [...page.querySelectorAll('button')].map((each) => each.textContent?.trim());
  const call = (change: Partial<OfferResponse['call']>) => ({ ...kompasOffer().call, ...change });

  it('R-10: sends one request for many clicks, again under the same key after a lost line and a busy server', async () => {
    const { page, press, tick, text } = await visit();
    const button = [...page.querySelectorAll('button')].find((each) => each.textContent?.trim() === 'Złóż ofertę');
    for (let click = 0; click < 20; click += 1) button?.click();
    await tick();
    const first = posted();
    expect(first.request.body).toEqual({ id: expect.stringMatching(/^[0-9a-f-]{36}$/), sha256: SHA });
    expect(text()).toContain('Wysyłanie oferty…');
    first.error(new ProgressEvent('error'));
    await tick();
    await tick();
    expect(text()).toContain('Nie ma połączenia z portalem. Oferta jeszcze nie została potwierdzona.');
    await press('Spróbuj od razu');
    const second = posted();
    expect(second.request.body).toEqual(first.request.body);
    second.flush(null, { status: 503, statusText: 'busy', headers: { 'Retry-After': '7' } });
    await tick();
    await tick();
    expect(text().replaceAll('\u00a0', ' ')).toContain('Portal jest przeciążony.');
    expect(text().replaceAll('\u00a0', ' ')).toContain('Następna próba za 7 s.');
    await press('Spróbuj od razu');
    const third = posted();
    expect(third.request.body).toEqual(first.request.body);
    third.flush(offerReceipt());
    await until(() => {
      http.match('/api/v1/offers/F1').forEach((each) => each.flush(kompasOffer({ state: 'SUBMITTED' })));
      return TestBed.inject(Router).url === '/oferty/F1/potwierdzenia/0007';
    });
    expect(document.querySelector('.mat-mdc-snack-bar-container')?.textContent).toContain('LC/2264/2015/01/0007');
  });

  it('comes back by itself once the line is there again', async () => {
    const { press, tick } = await visit();
    await press('Złóż ofertę');
    posted().error(new ProgressEvent('error'));
    await tick();
    dispatchEvent(new Event('online'));
    await tick();
    posted().flush(null, { status: 503, statusText: 'busy' });
  });

  it('takes a refusal for an answer: what changed is shown, and the next press is another act', async () => {
    const { press, tick, text } = await visit();
    await press('Złóż ofertę');
    const first = posted();
    const changed = offerSheetOf({}, { rev: 2, fields: [{ path: 'basics.title', value: 'Inny tytuł', rev: 2 }] });
    first.flush({ code: 'STALE', detail: 'Zmieniono.', status: 409 }, { status: 409, statusText: 'Conflict' });
    for (let round = 0; round < 4; round += 1) {
      await tick();
      http.match('/api/v1/offers/F1').forEach((each) => each.flush(kompasOffer()));
      http.match('/api/v1/offers/F1/signing').forEach((each) => each.flush(offerSigning({ sha256: 'f'.repeat(64) })));
      http.match(({ url }) => url.startsWith('/api/v1/offers/F1/sheet')).forEach((each) => each.flush(changed));
    }
    expect(text()).toContain('Niczego nie złożono.');
    expect(text()).toMatch(/Jest: Inny tytuł/);
    await press('Złóż ofertę');
    const again = posted();
    expect(again.request.body.sha256).toBe('f'.repeat(64));
    expect(again.request.body.id).not.toBe(first.request.body.id);
    again.flush({ code: 'BLOCKED', detail: 'Są przeszkody.', status: 422 }, { status: 422, statusText: 'x' });
    for (let round = 0; round < 4; round += 1) {
      await tick();
      http
        .match(({ method }) => method === 'GET')
        .forEach((each) => each.flush(null, { status: 503, statusText: 'x' }));
    }
    expect(text()).toContain('Są przeszkody.');
  });

  it('has no button while something lacks, and says what', async () => {
    const lacking = offerSigning({ blocking: 1, ready: false }, (_, index) =>
      index === 1 ? { complete: false, missing: 'Brakuje potwierdzenia: prezes zarządu.' } : {},
    );
    const { page, text } = await visit(kompasOffer(), lacking);
    expect(text()).toContain('1 sprawa do poprawy w treści oferty.');
    expect(text()).toContain('Treść potwierdziło 4 z 5 członków.');
    expect(text()).toContain('Brakuje potwierdzenia: prezes zarządu.');
    expect(buttons(page)).not.toContain('Złóż ofertę');
  });

  it('N7: says before sending what it means that the deadline has gone by', async () => {
    const past = '2015-03-31T13:30:00.000Z';
    const admitting = await visit(kompasOffer({ call: call({ phase: 'CLOSED', deadlineAt: past, admitsLate: true }) }));
    expect(admitting.text()).toContain('Oferta spóźniona nie będzie oceniana.');
    expect(admitting.text()).toContain('Przewodniczący może ją dopuścić');
    expect(buttons(admitting.page)).toContain('Złóż ofertę po terminie');
  });

  it('replaces nothing after the deadline', async () => {
    const offer = kompasOffer({ state: 'AMENDING', call: call({ phase: 'CLOSED' }) });
    const { page, text } = await visit(offer, offerSigning(), { receipts: [offerReceipt()], admissions: [] });
    expect(text()).toContain('W terminie złożono wcześniejszą ofertę, z potwierdzeniem LC/2264/2015/01/0007.');
    expect(buttons(page)).not.toContain('Złóż poprawioną ofertę');
  });

  it('is not for partners, and leads to the receipt once it is done', async () => {
    const partner = { ...kompasOffer().me, leads: false, submits: false };
    const { text } = await visit(kompasOffer({ me: partner }));
    expect(text()).toContain('Składa koordynator albo osoba podpisująca lidera konsorcjum.');
  });

  it('leads to the receipt of what was handed in already', async () => {
    const { page } = await visit(kompasOffer({ state: 'SUBMITTED' }), offerSigning(), {
      receipts: [offerReceipt()],
      admissions: [],
    });
    expect(page.querySelector('.done a')?.getAttribute('href')).toBe('/oferty/F1/potwierdzenia/0007');
  });
});
