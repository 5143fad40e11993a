import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { CouncilResolution, Recommendation } from '@zit/contracts';
import { grantOf, signedInAs } from '../../testing/signed-in-as';
import { kompasOffer, kompasValues, offerSheetOf } from '../../testing/kompas-offer';
import { requestSoon, until } from '../../testing/soon';
import { openOffer } from '../offer/offer.fixture';
import { problemInterceptor } from '../session/problem-interceptor';
import { SessionStore } from '../session/session-store';
import { recommendationRoutes } from './recommendation.routes';

const request = (more: Partial<Recommendation> = {}): Recommendation => ({
  ...{ id: 'R1', offerId: 'F1', county: '2264', countyName: 'Sopot', askedAt: '2015-03-10T09:00:00.000Z' },
  shown: {
    ...{ title: 'Centrum w Sopocie', consortium: 'Kompas Sopocki', summary: 'Dwa miejsca dla seniorów.' },
    ...{ callNumber: 'LC/2264/2015/01', callTitle: 'Lokalne Centrum' },
    members: [{ name: 'Stowarzyszenie „Kompas”', sector: 'NGO', role: 'LEADER' }],
  },
  resolution: null,
  ...more,
});
const resolution: CouncilResolution = {
  ...{ verdict: 'POSITIVE', resolutionNumber: '3/2015', sessionOn: '2015-03-20', reasons: 'Rada zna tę pracę.' },
  ...{ votesFor: 7, votesAgainst: 2, votesAbstained: 0, excluded: 1, resolvedAt: '2015-03-21T09:00:00.000Z' },
};

async function openCouncil(url: string) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([problemInterceptor])),
      provideHttpClientTesting(),
      provideRouter([{ path: 'rekomendacje', children: recommendationRoutes }], withComponentInputBinding()),
    ],
  });
  const http = TestBed.inject(HttpTestingController);
  TestBed.inject(SessionStore).take(signedInAs([grantOf('NGO_COUNCIL', null, '2264')]));
  const harness = await RouterTestingHarness.create();
  await harness.navigateByUrl(url);
  TestBed.tick();
  const page = harness.fixture.nativeElement as HTMLElement;
  const text = () => page.textContent.replace(/\s+/g, ' ');
  const field = (name: string) => page.querySelector<HTMLInputElement>(`#resolution-${name}`) as HTMLInputElement;
  const type = (name: string, value: string) => {
    field(name).value = value;
    field(name).dispatchEvent(new Event('input'));
  };
  const save = () => {
    page.querySelector('form')?.dispatchEvent(new Event('submit'));
    TestBed.tick();
  };
  return { http, page, text, field, type, save };
}

describe('the council of a county', () => {
  it('sees what it was asked, and what waits', async () => {
    const { http, text, page } = await openCouncil('/rekomendacje');
    const items = [request(), request({ id: 'R0', resolution })];
    http.expectOne('/api/v1/recommendations').flush({ items, next: null });
    await until(() => text().includes('Kompas Sopocki'));
    expect(text()).toContain('czeka na uchwałę');
    expect(text()).toContain('Rekomendacja pozytywna');
    expect(page.querySelector('li a')?.getAttribute('href')).toBe('/rekomendacje/R1');
  });

  it('enters its resolution with its votes, and is told at the field what is wrong', async () => {
    const { http, page, text, field, type, save } = await openCouncil('/rekomendacje/R1');
    http.expectOne('/api/v1/recommendations/R1').flush(request());
    await until(() => page.querySelector('form') !== null);
    save();
    http.expectNone({ method: 'PUT' });
    expect(page.querySelectorAll('zit-error-summary a')).toHaveLength(5);
    for (const [name, value] of Object.entries({
      resolutionNumber: '3/2015',
      sessionOn: '2015-03-20',
      reasons: 'Tak.',
    }))
      type(name, value);
    type('votesFor', 'siedem');
    type('votesAgainst', '2');
    save();
    await until(() => text().includes('„siedem” nie jest liczbą osób'));
    expect(field('votesFor').getAttribute('aria-invalid')).toBe('true');
    type('votesFor', '7');
    TestBed.tick();
    expect(text()).toContain('rada poleca ofertę');
    save();
    const sent = await requestSoon(http, { method: 'PUT', url: '/api/v1/recommendations/R1/resolution' });
    const { verdict: _, resolvedAt: __, ...body } = { ...resolution, reasons: 'Tak.', excluded: 0 };
    expect(sent.request.body).toEqual(body);
    const errors = [{ pointer: '/sessionOn', message: 'Ten dzień jeszcze nie nadszedł.' }];
    sent.flush({ status: 400, code: 'VALIDATION', detail: 'Popraw pole.', errors }, { status: 400, statusText: 'bad' });
    await until(() => text().includes('Ten dzień jeszcze nie nadszedł.'));
    expect(field('sessionOn').getAttribute('aria-invalid')).toBe('true');
    expect(field('reasons').value).toBe('Tak.');
    save();
    const again = await requestSoon(http, { method: 'PUT', url: '/api/v1/recommendations/R1/resolution' });
    again.flush(request({ resolution }));
    await until(() => text().includes('uchwała 3/2015'));
    expect(page.querySelector('form')).toBeNull();
  });
});

describe('a consortium', () => {
  it('asks with what its offer says of itself, once', async () => {
    const { http, page, press, text } = await openOffer(
      '/oferty/F1/rekomendacja',
      kompasOffer(),
      offerSheetOf(kompasValues()),
    );
    (await requestSoon(http, '/api/v1/offers/F1/recommendation')).flush({ recommendation: null, mayAsk: true });
    await until(() => page.querySelector('#council-summary') !== null);
    await press('Poproś radę o rekomendację');
    const sent = await requestSoon(http, { method: 'POST', url: '/api/v1/offers/F1/recommendation' });
    expect(sent.request.body).toMatchObject({ summary: expect.stringMatching(/\S/) });
    sent.flush({ recommendation: request(), mayAsk: true });
    await until(() => text().includes('Rada jeszcze nie podjęła uchwały'));
    expect(text()).toContain('Wycofaj prośbę');
  });

  it('is told who asks, when it is not who reads', async () => {
    const { http, text } = await openOffer('/oferty/F1/rekomendacja', kompasOffer(), offerSheetOf(kompasValues()));
    (await requestSoon(http, '/api/v1/offers/F1/recommendation')).flush({ recommendation: null, mayAsk: false });
    await until(() => text().includes('prosi koordynator lidera'));
  });
});
