import { type HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { kompasOffer, offerItem, offerOpening } from '../../../testing/kompas-offer';
import { reasonOf } from '../../../testing/closed-button';
import { grantOf, signedInAs } from '../../../testing/signed-in-as';
import { until } from '../../../testing/soon';
import { openOffers } from '../offer.fixture';

describe('offers of an organisation', () => {
  let http: HttpTestingController;
  const open = async (items = [offerItem()]) => {
    const opened = await openOffers('/oferty');
    http = opened.http;
    await opened.tick();
    http.expectOne('/api/v1/offers?missing=true').flush({ items, next: null });
    await opened.tick();
    return opened;
  };

  it('say until when, how long that is, and what is missing and how much of it at home', async () => {
    const { text, page } = await open([
      offerItem({ missing: { all: 4, own: 1 } }),
      offerItem({ id: 'F2', missing: { all: 0, own: 0 } }),
    ]);
    expect(text()).toMatch(/Zostało: 1 dzień/);
    const rows = [...page.querySelectorAll('li')].map((each) => each.textContent.replace(/\s+/g, ' '));
    expect(rows[0]).toContain('4 do uzupełnienia, z tego 1 po Waszej stronie');
    expect(rows[1]).toContain('Nic nie brakuje');
    expect(page.querySelector('li a')?.getAttribute('href')).toBe('/oferty/F1');
  });

  it('that were handed in name their receipt and ask nothing more', async () => {
    const { text } = await open([
      offerItem({ state: 'SUBMITTED', receiptNumber: 'LC/2264/2015/01/0007' }),
      offerItem({ id: 'F2', phase: 'CLOSED' }),
    ]);
    http.verify();
    expect(text()).toContain('Potwierdzenie LC/2264/2015/01/0007');
    expect(text()).toContain('Termin minął');
  });

  it('none yet: says what an offer begins with', async () => {
    const { text, press } = await open([]);
    expect(text()).toContain('Nie ma jeszcze żadnej oferty');
    await press('Rozpocznij ofertę');
    await until(() => TestBed.inject(Router).url === '/oferty/nowa');
  });

  it('tell who may begin one to who may not', async () => {
    const { page, tick } = await openOffers('/oferty', signedInAs([grantOf('SIGNER', 'kompas')]));
    await tick();
    expect(reasonOf(page, 'Rozpocznij ofertę')).toContain('Ofertę zaczyna koordynator organizacji');
  });
});

describe('beginning an offer', () => {
  const open = async (openings = [offerOpening()], url = '/oferty/nowa', items = [offerItem({ callId: 'C0' })]) => {
    const opened = await openOffers(url);
    await opened.tick();
    opened.http.expectOne('/api/v1/offers/openings').flush({ openings });
    opened.http.expectOne('/api/v1/offers').flush({ items, next: null });
    await opened.tick();
    return opened;
  };
  const sent = (http: HttpTestingController) => http.expectOne({ method: 'POST', url: '/api/v1/offers' });

  it('needs no choosing where there is one call and one consortium, and is sent once', async () => {
    const { http, press, tick } = await open();
    await press('Rozpocznij ofertę');
    const first = sent(http);
    expect(first.request.body).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      callId: 'C1',
      consortiumId: 'K1',
    });
    first.flush(null, { status: 503, statusText: 'busy' });
    await tick();
    await press('Rozpocznij ofertę');
    const again = sent(http);
    expect(again.request.body.id).toBe(first.request.body.id);
    again.flush(kompasOffer());
    await until(() => TestBed.inject(Router).url === '/oferty/F1');
  });

  it('asks what is missing, comes from the page of a call, and may start from an earlier offer', async () => {
    const consortia = [
      { id: 'K1', title: 'Kompas Sopocki', offerId: null },
      { id: 'K2', title: 'Nowy Kurs', offerId: null },
    ];
    const openings = [offerOpening({ callId: 'C9', slug: 'inny', title: 'Inny nabór' }), offerOpening({ consortia })];
    const { http, press, text, page } = await open(openings, '/oferty/nowa?nabor=lc-2264-2015-01');
    const chosen = () => [...page.querySelectorAll<HTMLInputElement>('input:checked')].map(({ value }) => value);
    expect(chosen()).toEqual(['C1', '']);
    await press('Rozpocznij ofertę');
    expect(text()).toContain('Wybierz konsorcjum.');
    page.querySelector<HTMLInputElement>('input[value="K2"]')!.click();
    page.querySelector<HTMLInputElement>('input[value="F1"]')!.click();
    await press('Rozpocznij ofertę');
    expect(sent(http).request.body).toMatchObject({ callId: 'C1', consortiumId: 'K2', copyOf: 'F1' });
  });

  it('leads to the offer that a consortium has already', async () => {
    const { named, page } = await open([
      offerOpening({ consortia: [{ id: 'K1', title: 'Kompas Sopocki', offerId: 'F1' }] }),
    ]);
    expect(named('Otwórz ofertę').getAttribute('href')).toBe('/oferty/F1');
    expect(page.querySelector('input[name=consortium]')).toBeNull();
  });

  it('says so when no call can be answered, or not the one from whose page one comes', async () => {
    const { text } = await open([], '/oferty/nowa');
    expect(text()).toContain('Nie ma naboru, na który można odpowiedzieć');
    TestBed.resetTestingModule();
    const other = await open([offerOpening()], '/oferty/nowa?nabor=cudzy');
    expect(other.text()).toContain('nie pasuje żadne konsorcjum Twojej organizacji');
  });
});
