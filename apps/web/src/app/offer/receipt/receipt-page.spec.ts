import type { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { Router } from '@angular/router';
import type { OfferReceipts, OfferResponse } from '@zit/contracts';
import { kompasOffer, kompasValues, offerSheetOf } from '../../../testing/kompas-offer';
import { offerReceipt } from '../../../testing/offer-signing';
import { until } from '../../../testing/soon';
import { openOffer } from '../offer.fixture';

const submitted = (change: Partial<OfferResponse> = {}) => kompasOffer({ state: 'SUBMITTED', ...change });
const closed = submitted({ call: { ...kompasOffer().call, phase: 'CLOSED', deadlineAt: '2015-03-31T13:30:00.000Z' } });

describe('a receipt', () => {
  let http: HttpTestingController;
  afterEach(() => http.match(() => true));

  const visit = async (all: Partial<OfferReceipts>, offer = submitted(), address = 'potwierdzenia/0007') => {
    const opened = await openOffer(`/oferty/F1/${address}`, offer, offerSheetOf(kompasValues(), { closed: true }));
    http = opened.http;
    for (let round = 0; round < 3; round += 1) {
      http
        .match('/api/v1/offers/F1/receipts')
        .forEach((each) => each.flush({ receipts: [offerReceipt()], admissions: [], ...all }));
      await opened.tick();
    }
    return opened;
  };
  const buttons = (page: HTMLElement) => [...page.querySelectorAll('button')].map((each) => each.textContent?.trim());

  it('tells the instant to the millisecond with its zone, its proofs, what happens next, and where its files are', async () => {
    const { page, text } = await visit({});
    expect(text()).toContain('31 marca 2015, 15:29:59,999 (czas polski, UTC+2)');
    expect(text()).toContain('W terminie');
    expect(text()).toContain('c'.repeat(64));
    expect(text()).toContain('nr 12');
    expect(text()).toContain('Do tej chwili nikt spoza konsorcjum nie widzi jej treści');
    const links = [...page.querySelectorAll('.files a')].map((each) => each.getAttribute('href'));
    expect(links).toEqual([
      '/api/v1/offers/F1/receipts/0007.pdf',
      '/api/v1/offers/F1/receipts/0007.html',
      '/api/v1/offers/F1/receipts/0007.json',
      '/api/v1/offers/F1/file/0007.json',
      '/sprawdz',
    ]);
  });

  it.each([
    [1_000, '1 s'],
    [1, '0,001 s'],
    [3_723_004, '1 godz. 2 min 3,004 s'],
  ])('N7: %s ms after the deadline is late by %s, and is not scored', async (lateMs, span) => {
    const { page, text } = await visit({ receipts: [offerReceipt({ lateMs })] }, closed);
    expect(text().replaceAll('\u00a0', ' ')).toContain(`Po terminie o ${span}`);
    expect(text()).toContain('Oferta przyjęta po terminie nie jest oceniana.');
    expect(buttons(page)).not.toContain('Wycofaj ofertę');
  });

  it('shows by which minutes a late one was admitted', async () => {
    const admissions = [
      { receiptNumber: offerReceipt().number, minutes: 'Awaria sieci w mieście.', at: '2015-04-01T08:00:00.000Z' },
    ];
    const { text } = await visit({ receipts: [offerReceipt({ lateMs: 1_000 })], admissions }, closed);
    expect(text()).toContain('Dopuszczona do oceny');
    expect(text()).toContain('Awaria sieci w mieście.');
    expect(text()).not.toContain('nie jest oceniana');
  });

  it('asks why an offer is taken back, and leads to the receipt of that', async () => {
    const { press, root, text, tick } = await visit({});
    await press('Wycofaj ofertę');
    await until(() => document.querySelector('zit-reason-dialog') !== null);
    const go = () => document.querySelector<HTMLButtonElement>('mat-dialog-actions button[type=submit]')?.click();
    go();
    await tick();
    expect(document.querySelector('zit-error-summary')?.textContent).toContain('Wpisz powód');
    await (await root.getHarness(MatInputHarness)).setValue('Partner rezygnuje.');
    go();
    await tick();
    const sent = http.expectOne({ method: 'POST', url: '/api/v1/offers/F1/withdrawal' });
    expect(sent.request.body).toEqual({ id: expect.stringMatching(/^[0-9a-f-]{36}$/), reason: 'Partner rezygnuje.' });
    const withdrawal = offerReceipt({
      number: 'LC/2264/2015/01/0009',
      kind: 'WITHDRAWAL',
      replaces: offerReceipt().number,
    });
    sent.flush(withdrawal);
    await until(() => {
      http.match('/api/v1/offers/F1').forEach((each) => each.flush(submitted({ state: 'WITHDRAWN' })));
      http
        .match('/api/v1/offers/F1/receipts')
        .forEach((each) => each.flush({ receipts: [withdrawal, offerReceipt()], admissions: [] }));
      return TestBed.inject(Router).url === '/oferty/F1/potwierdzenia/0009';
    });
    await tick();
    http
      .match('/api/v1/offers/F1/receipts')
      .forEach((each) => each.flush({ receipts: [withdrawal, offerReceipt()], admissions: [] }));
    await tick();
    expect(text()).toContain('Wycofanie oferty');
    expect(text()).toContain('można w niej dalej pisać');
  });

  it('opens what was handed in for writing, after saying what that means', async () => {
    const { press, tick } = await visit({});
    await press('Popraw złożoną ofertę');
    await until(() => document.querySelector('zit-reason-dialog') !== null);
    expect(document.querySelector('zit-reason-dialog')?.textContent).toContain('Złożona wcześniej obowiązuje');
    document.querySelector<HTMLButtonElement>('mat-dialog-actions button[type=submit]')?.click();
    await tick();
    http.expectOne({ method: 'POST', url: '/api/v1/offers/F1/amendment' }).flush(submitted({ state: 'AMENDING' }));
    await until(() => {
      http
        .match(({ url }) => url.startsWith('/api/v1/offers/F1/sheet'))
        .forEach((each) => each.flush(offerSheetOf({}, { rev: 2 })));
      return TestBed.inject(Router).url === '/oferty/F1';
    });
  });

  it('stays in sight while it is asked again, because the offer has changed', async () => {
    const { press, text, tick } = await visit({}, submitted({ state: 'AMENDING' }));
    await press('Wróć do złożonej treści');
    await until(() => document.querySelector('zit-reason-dialog') !== null);
    document.querySelector<HTMLButtonElement>('mat-dialog-actions button[type=submit]')?.click();
    await tick();
    http.expectOne({ method: 'DELETE', url: '/api/v1/offers/F1/amendment' }).flush(submitted());
    await until(() => {
      TestBed.tick();
      return http.match('/api/v1/offers/F1/receipts').length > 0;
    });
    expect(text()).toContain('15:29:59,999');
    expect(text()).not.toContain('Wczytywanie');
  });

  it('stays as a proof when a later one has taken its place', async () => {
    const later = offerReceipt({ number: 'LC/2264/2015/01/0008', replaces: offerReceipt().number });
    const { page, text } = await visit({ receipts: [later, offerReceipt()] });
    expect(text()).toContain('Zastąpione');
    expect(text()).toContain('To potwierdzenie ma następne: LC/2264/2015/01/0008.');
    expect(buttons(page)).not.toContain('Wycofaj ofertę');
  });

  it('says so when the file of receipts does not have it', async () => {
    const { text } = await visit({ receipts: [offerReceipt({ journalled: false })] });
    expect(text()).toContain('nie ma w osobnym pliku potwierdzeń');
  });

  it('is listed with the others, newest first', async () => {
    const later = offerReceipt({ number: 'LC/2264/2015/01/0008', replaces: offerReceipt().number });
    const { page } = await visit({ receipts: [later, offerReceipt()] }, submitted(), 'potwierdzenia');
    const rows = [...page.querySelectorAll('li')].map((each) => each.textContent.replace(/\s+/g, ' '));
    const listed = rows.filter((row) => row.includes('LC/2264/2015/01/'));
    expect(listed[0]).toContain('Obowiązuje');
    expect(listed[1]).toContain('Zastąpione');
  });

  it('that is not there is said not to be', async () => {
    const { text } = await visit({}, submitted(), 'potwierdzenia/0099');
    expect(text()).toContain('Nie ma takiego potwierdzenia');
  });
});
