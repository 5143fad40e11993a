import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { FormalCard, FormalItemAnswered, FormalList } from '@zit/contracts';
import { formalCard } from '@zit/domain';
import { kompasOffer, kompasValues, offerSheetOf } from '../../testing/kompas-offer';
import { grantOf, signedInAs } from '../../testing/signed-in-as';
import { requestSoon, until } from '../../testing/soon';
import { openOffer } from '../offer/offer.fixture';
import { problemInterceptor } from '../session/problem-interceptor';
import { SessionStore } from '../session/session-store';
import { FormalCardPage } from './formal-card-page';
import { FormalListPage } from './formal-list-page';

const computed = formalCard([], {
  ...{ lateMs: 0, admitted: false, rightForm: true, unsigned: [], otherOffer: null, unchanged: true },
  recommendation: null,
});
const items: FormalItemAnswered[] = computed.map((item) => ({ ...item, answeredBy: null, answeredAt: null }));
const card = (more: Partial<FormalCard> = {}): FormalCard => ({
  ...{ offerId: 'F1', receiptNumber: 'LC/2264/2015/01/0001', title: 'Centrum w Sopocie', consortium: 'Kompas' },
  ...{ leader: 'Stowarzyszenie', receivedAt: '2015-03-31T13:29:59.000Z', lateMs: 0, admitted: false },
  ...{ state: 'OPEN', follows: 'OPEN', asked: 2, faults: 0, dueOn: null, items, unlocks: [] },
  ...{ callId: 'C1', callNumber: 'LC/2264/2015/01', callTitle: 'Lokalne Centrum', closed: null },
  ...{ computedAt: '2015-03-31T13:30:30.000Z', decidedAt: null, cure: null, letters: [], changes: null },
  ...more,
});
const letter = { id: 'L1', kind: 'CURE', sentAt: '2015-04-02T08:00:00.000Z', sha256: 'a'.repeat(64) } as const;

async function open(url: string) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([problemInterceptor])),
      provideHttpClientTesting(),
      provideRouter(
        [
          { path: 'nabory/:id/formalna', component: FormalListPage },
          { path: 'nabory/:id/formalna/:offer', component: FormalCardPage },
        ],
        withComponentInputBinding(),
      ),
    ],
  });
  const http = TestBed.inject(HttpTestingController);
  TestBed.inject(SessionStore).take(signedInAs([grantOf('ADMINISTRATOR')]));
  const harness = await RouterTestingHarness.create();
  await harness.navigateByUrl(url);
  TestBed.tick();
  const page = harness.fixture.nativeElement as HTMLElement;
  const text = () => page.textContent.replace(/\s+/g, ' ');
  const button = (name: string) =>
    [...page.querySelectorAll('button')].find((each) => each.textContent.includes(name)) as HTMLButtonElement;
  return { http, page, text, button };
}

describe('the formal check of a call', () => {
  it('tells of the opening and of each offer, and who decides', async () => {
    const { http, page, text } = await open('/nabory/C1/formalna');
    const late = card({ offerId: 'F4', title: '', consortium: 'Latarnia', lateMs: 1_000, state: 'REJECTED' });
    const list: FormalList = {
      ...{ callId: 'C1', callNumber: 'LC/2264/2015/01', callTitle: 'Lokalne Centrum', next: null },
      opening: {
        ...{ openedAt: '2015-03-31T13:30:30.000Z', deadlineAt: '2015-03-31T13:30:00.000Z' },
        ...{ offers: 2, inTime: 1, late: 1, seal: { batch: 7, hash: 'b'.repeat(64) } },
      },
      items: [card(), late],
      closed: 'Ocenę formalną prowadzi kto inny.',
    };
    http.expectOne('/api/v1/calls/C1/formal').flush(list);
    await until(() => text().includes('Latarnia'));
    expect(text()).toContain('2 oferty: 1 w terminie, 1 po terminie.');
    expect(text()).toContain('nr 7');
    expect(text()).toContain('2 pytania bez odpowiedzi');
    expect(text()).toContain('odrzucona');
    expect(text()).toContain('prowadzi kto inny');
    expect(page.querySelector('li a.serif')?.getAttribute('href')).toBe('/nabory/C1/formalna/F1');
  });

  it('says that nothing is opened yet', async () => {
    const { http, text } = await open('/nabory/C1/formalna');
    const names = { callId: 'C1', callNumber: null, callTitle: 'Lokalne Centrum' };
    http.expectOne('/api/v1/calls/C1/formal').flush({ ...names, opening: null, items: [], next: null, closed: null });
    await until(() => text().includes('nie są jeszcze otwarte'));
  });
});

describe('a formal card', () => {
  it('takes a „no” only with its reasons and with what may be changed', async () => {
    const { http, page, text } = await open('/nabory/C1/formalna/F1');
    http.expectOne('/api/v1/calls/C1/formal/F1').flush(card());
    await until(() => page.querySelectorAll('zit-answer-form').length === 2);
    const form = page.querySelector('zit-answer-form form') as HTMLFormElement;
    const save = () => {
      form.dispatchEvent(new Event('submit'));
      TestBed.tick();
    };
    save();
    expect(page.querySelectorAll('zit-error-summary a')).toHaveLength(1);
    (page.querySelector('#attachments-NO') as HTMLInputElement).click();
    TestBed.tick();
    save();
    expect(page.querySelectorAll('zit-error-summary a')).toHaveLength(2);
    const note = page.querySelector('#attachments-note') as HTMLTextAreaElement;
    note.value = 'Brakuje statutu.';
    note.dispatchEvent(new Event('input'));
    (page.querySelector('#attachments-part-attachments') as HTMLInputElement).click();
    save();
    const sent = await requestSoon(http, { method: 'POST', url: '/api/v1/calls/C1/formal/F1/verdicts' });
    expect(sent.request.body).toMatchObject({
      ...{ code: 'ATTACHMENTS', answer: 'NO', note: 'Brakuje statutu.', fields: ['attachments'] },
    });
    sent.flush(card({ follows: 'TO_CURE', asked: 0, faults: 1, unlocks: ['attachments'] }));
    await until(() => text().includes('trzeba wysłać wezwanie'));
    expect(text()).toContain('Uzupełnienie może dotyczyć tylko:Załączniki');
  });

  it('sends the call for correction with its days, and shows its letter', async () => {
    const { http, page, text, button } = await open('/nabory/C1/formalna/F1');
    http.expectOne('/api/v1/calls/C1/formal/F1').flush(card({ follows: 'TO_CURE', asked: 0, faults: 1 }));
    await until(() => page.querySelector('#cure-days') !== null);
    const days = page.querySelector('#cure-days') as HTMLInputElement;
    days.value = 'pięć';
    days.dispatchEvent(new Event('input'));
    TestBed.tick();
    expect(days.getAttribute('aria-invalid')).toBe('true');
    button('Wyślij wezwanie').click();
    http.expectNone({ method: 'POST' });
    days.value = '7';
    days.dispatchEvent(new Event('input'));
    TestBed.tick();
    button('Wyślij wezwanie').click();
    const sent = await requestSoon(http, { method: 'POST', url: '/api/v1/calls/C1/formal/F1/decision' });
    expect(sent.request.body).toMatchObject({ state: 'TO_CURE', businessDays: 7 });
    sent.flush(card({ state: 'TO_CURE', follows: 'TO_CURE', dueOn: '2015-04-14', letters: [letter] }));
    await until(() => text().includes('Wezwanie do uzupełnienia'));
    expect(text()).toContain('do 14 kwietnia 2015');
    expect(page.querySelector('zit-letter-links a')?.getAttribute('href')).toBe('/api/v1/letters/L1.html');
    expect(page.querySelector('#cure-days')).toBeNull();
  });

  it('offers nothing to who only reads', async () => {
    const { http, page, text } = await open('/nabory/C1/formalna/F1');
    http.expectOne('/api/v1/calls/C1/formal/F1').flush(card({ closed: 'Prowadzi kto inny.', follows: 'REJECTED' }));
    await until(() => text().includes('Prowadzi kto inny.'));
    expect(page.querySelector('zit-answer-form')).toBeNull();
    expect(page.querySelector('button[matButton]')).toBeNull();
  });
});

describe('a second look', () => {
  it('shows what the correction changed, field by field, and waits for one that comes', async () => {
    const cure = {
      ...{ id: 'L1', receiptNumber: 'LC/2264/2015/01/0001', sentAt: letter.sentAt, dueOn: '2015-04-10' },
      ...{ businessDays: 5, items: [], fields: ['plan'], letter: 'L1', answer: 'LC/2264/2015/01/0007' },
    };
    const { http, page, text } = await open('/nabory/C1/formalna/F1');
    const differences = [{ label: 'Plan: opis', before: 'Plakaty.', after: 'Plakaty w bibliotekach.' }];
    const changes = { before: cure.receiptNumber, after: cure.answer, receivedAt: letter.sentAt, differences };
    http.expectOne('/api/v1/calls/C1/formal/F1').flush(card({ receiptNumber: cure.answer, cure, changes }));
    await until(() => text().includes('Plakaty w bibliotekach.'));
    expect([...page.querySelectorAll('.sides tbody th, .sides td')].map(({ textContent }) => textContent)).toEqual([
      ...['Plan: opis', 'Plakaty.', 'Plakaty w bibliotekach.'],
    ]);
  });

  it('says that nobody corrected, and what follows', async () => {
    const cure = {
      ...{ id: 'L1', receiptNumber: 'LC/2264/2015/01/0001', sentAt: letter.sentAt, dueOn: '2015-04-10' },
      ...{ businessDays: 5, items: [], fields: ['plan'], letter: 'L1', answer: null },
    };
    const { http, text } = await open('/nabory/C1/formalna/F1');
    http.expectOne('/api/v1/calls/C1/formal/F1').flush(card({ state: 'TO_CURE', follows: 'REJECTED', cure }));
    await until(() => text().includes('nikt nie złożył uzupełnienia'));
    expect(text()).toMatch(/Do 10.kwietnia.2015 nikt/);
  });
});

describe('the consortium', () => {
  it('finds in the room of the correction what was asked, what opens, and why it is over', async () => {
    const cure = {
      ...{ id: 'L1', sentAt: letter.sentAt, dueOn: '2015-04-10', closesAt: '2015-04-10T21:59:59.999Z' },
      ...{ receiptNumber: 'LC/2264/2015/01/0001', fields: ['attachments'], shut: null, answer: null },
      items: [{ code: 'ATTACHMENTS' as const, texts: ['Brakuje statutu.'], fields: ['attachments'] }],
    };
    const offer = { ...kompasOffer(), state: 'SUBMITTED' as const, correction: cure };
    const { page, text } = await openOffer('/oferty/F1/uzupelnienie', offer, offerSheetOf(kompasValues()));
    await until(() => text().includes('Brakuje statutu.'));
    expect(text()).toMatch(/Do 10.kwietnia.2015 włącznie/);
    expect(text()).toContain('Załączniki');
    expect(page.querySelector('a[href="/api/v1/letters/L1.pdf"]')).not.toBeNull();
  });

  it('reads what it was called upon to put right, until when', async () => {
    const { http, page, text } = await openOffer('/oferty/F1/pisma', kompasOffer(), offerSheetOf(kompasValues()));
    (await requestSoon(http, '/api/v1/offers/F1/formal-letters')).flush({
      cure: {
        ...{ id: 'L1', receiptNumber: 'LC/2264/2015/01/0001', sentAt: letter.sentAt, dueOn: '2015-04-10' },
        ...{ businessDays: 5, fields: ['attachments', 'budget.declaredTotalGrosze'], letter: 'L1' },
        items: [{ code: 'ATTACHMENTS', texts: ['Brakuje statutu.'], fields: ['attachments'] }],
      },
      letters: [letter],
      sent: [{ id: 'L2', kind: 'BELOW', sentAt: letter.sentAt, sha256: 'b'.repeat(64), resultNo: 1 }],
    });
    await until(() => text().includes('Brakuje statutu.'));
    expect(text()).toContain('nieosiągnięciu progu');
    expect(text()).toMatch(/do 10.kwietnia.2015 włącznie/);
    expect(text()).toContain('Załączniki');
    expect(page.querySelector('a[href="/api/v1/letters/L1.pdf"]')).not.toBeNull();
  });
});
