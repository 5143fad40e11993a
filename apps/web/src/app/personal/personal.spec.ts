import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { MatDialogHarness } from '@angular/material/dialog/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { ErasureItem, OwnErasure, RetentionProposal, SessionResponse } from '@zit/contracts';
import { problemInterceptor } from '../session/problem-interceptor';
import { SessionStore } from '../session/session-store';
import { grantOf, signedInAs } from '../../testing/signed-in-as';
import { ClausePage } from './clause-page';
import { ClauseReminder } from './clause-reminder';
import { DataCarePage } from './data-care-page';
import { OwnDataPage } from './own-data-page';

const editor = signedInAs([grantOf('EDITOR', 'kompas')]);
const administrator = signedInAs([grantOf('ADMINISTRATOR')], 'PROGRAMME');
const auditor = signedInAs([grantOf('AUDITOR')], 'PROGRAMME');
const known = { clause: 'account', title: 'Informacja', version: '1', at: '2015-03-05T09:12:00.000Z' };
const due = { clause: 'account', title: 'Informacja', version: '2' };
const erasure: ErasureItem = {
  id: 'e1',
  personId: 'p1',
  personName: 'Redaktor z testu',
  askedAt: '2015-03-05T09:12:00.000Z',
  reason: 'Kończę pracę',
  state: 'ASKED',
  ground: null,
  decidedAt: null,
  may: { decide: true, reason: null },
  plan: [
    { table: 'session', title: 'Sesje', rows: 2, stays: false, ground: '' },
    { table: 'journal', title: 'Dziennik czynności', rows: 5, stays: true, ground: 'art. 17 ust. 3 lit. b RODO' },
  ],
};
const proposal: RetentionProposal = {
  id: 'r1',
  kind: 'MAIL',
  title: 'Dawne wiadomości',
  ground: 'art. 5 ust. 1 lit. e RODO',
  rows: 22,
  before: '2015-03-05T09:12:00.000Z',
  proposedAt: '2015-06-05T09:12:00.000Z',
  state: 'PROPOSED',
  removed: null,
};
const noContent = { status: 204, statusText: 'x' };
const settle = () => new Promise((done) => setTimeout(done));

describe('personal data', () => {
  let http: HttpTestingController;
  afterEach(() => http.verify());

  const open = async (url: string, session: SessionResponse | null) => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([problemInterceptor])),
        provideHttpClientTesting(),
        { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } },
        provideRouter([
          { path: 'dane', component: OwnDataPage },
          { path: 'opieka', component: DataCarePage },
          { path: 'klauzula', component: ClausePage },
          { path: 'przypomnienie', component: ClauseReminder },
        ]),
      ],
    });
    http = TestBed.inject(HttpTestingController);
    if (session) TestBed.inject(SessionStore).take(session);
    const harness = await RouterTestingHarness.create();
    await harness.navigateByUrl(url);
    TestBed.tick();
    const page = harness.routeNativeElement as HTMLElement;
    const stable = async () => {
      await settle();
      await harness.fixture.whenStable();
    };
    const loader = TestbedHarnessEnvironment.loader(harness.fixture);
    const root = TestbedHarnessEnvironment.documentRootLoader(harness.fixture);
    /** Clicks without waiting for the answer, which comes afterwards. */
    const press = async (text: string) => {
      const button = [...document.querySelectorAll('button')].find((each) => each.textContent.trim() === text);
      button!.click();
      await settle();
      TestBed.tick();
    };
    return { page, stable, loader, root, press, text: () => page.textContent.replace(/\s+/g, ' ') };
  };
  const openOwn = async (own: OwnErasure) => {
    const opened = await open('/dane', editor);
    http.expectOne('/api/v1/account/acknowledgements').flush({ items: [known], due: [due] });
    http.expectOne('/api/v1/account/erasure').flush(own);
    await opened.stable();
    return opened;
  };

  it('offers the page to read, asks for a clause to be acknowledged, and sends a request to be forgotten', async () => {
    const { page, text, loader, press, stable } = await openOwn({ asked: null, may: { ask: true, reason: null } });
    expect(page.querySelector('a[target=_blank]')?.getAttribute('href')).toBe('/api/v1/account/personal-data.html');
    expect(text()).toContain('wersja 2, czeka na potwierdzenie');
    await press('Potwierdzam, że znam treść');
    const acknowledged = http.expectOne({ method: 'POST', url: '/api/v1/account/acknowledgements' });
    expect(acknowledged.request.body).toEqual({ clause: 'account', version: '2' });
    acknowledged.flush(null, noContent);
    await settle();
    TestBed.tick();
    http.expectOne('/api/v1/account/acknowledgements').flush({ items: [known], due: [] });
    await stable();
    await press('Złóż wniosek o usunięcie danych');
    await (await loader.getHarness(MatInputHarness)).setValue(' Kończę pracę ');
    await press('Wyślij wniosek');
    const asked = http.expectOne({ method: 'POST', url: '/api/v1/account/erasure' });
    expect(asked.request.body).toEqual({ reason: 'Kończę pracę' });
    asked.flush(null, noContent);
    await settle();
    TestBed.tick();
    http.expectOne('/api/v1/account/erasure').flush({
      asked: { askedAt: '2015-03-05T09:12:00.000Z', state: 'ASKED', ground: null, decidedAt: null },
      may: { ask: false, reason: null },
    });
    await stable();
    expect(text()).toContain('czeka na decyzję administratora');
    expect(text()).not.toContain('Złóż wniosek');
    await press('Wycofaj wniosek');
    http.expectOne({ method: 'DELETE', url: '/api/v1/account/erasure' }).flush(null, noContent);
    await settle();
    TestBed.tick();
    http.expectOne('/api/v1/account/erasure').flush({
      asked: {
        askedAt: '2015-03-05T09:12:00.000Z',
        state: 'WITHDRAWN',
        ground: null,
        decidedAt: '2015-03-06T09:12:00.000Z',
      },
      may: { ask: true, reason: null },
    });
    await stable();
    expect(text()).toMatch(/Wniosek z 5 marca 2015.* został wycofany/);
    expect(text()).toContain('Złóż wniosek');
  });

  it('says why the last owner cannot go yet, beside the closed button', async () => {
    const reason = 'To konto ma jedyny opiekun dostępu organizacji: Kompas. Najpierw zaproś następcę.';
    const { text, loader } = await openOwn({ asked: null, may: { ask: false, reason } });
    expect(text()).toContain(reason);
    const button = await loader.getHarness(MatButtonHarness.with({ text: /Złóż wniosek/ }));
    expect(await button.isDisabled()).toBe(true);
  });

  it('S-42: offers nothing of it to who looks through another’s eyes', async () => {
    const { text } = await open('/dane', { ...editor, viewer: { name: 'Administrator', reason: 'zgłoszenie' } });
    expect(text()).toContain('jej danych nie pobierzesz');
  });

  it('shows the programme what goes and what stays, asks once more, and forgets', async () => {
    const { text, loader, root, press, stable } = await open('/opieka', administrator);
    http.expectOne('/api/v1/erasures').flush({ items: [erasure] });
    http.expectOne('/api/v1/retention-proposals').flush({ items: [] });
    await stable();
    expect(text()).toMatch(/Zniknie ?Sesje: 2 wiersze ?Zostanie ?Dziennik czynności: 5 wierszy art\. 17 ust\. 3/);
    const ground = await loader.getHarness(MatInputHarness);
    await ground.setValue('x');
    await press('Odmów');
    expect(text()).toContain('Podaj podstawę prawną');
    await ground.setValue('art. 17 ust. 1 lit. b RODO');
    await press('Usuń dane');
    const dialog = await root.getHarness(MatDialogHarness);
    expect(await dialog.getText()).toContain('Redaktor z testu straci dostęp od razu');
    await (await dialog.getHarness(MatButtonHarness.with({ text: 'Usuń dane' }))).click();
    await settle();
    const decided = http.expectOne({ method: 'PUT', url: '/api/v1/erasures/e1' });
    expect(decided.request.body).toEqual({ decision: 'ERASE', ground: 'art. 17 ust. 1 lit. b RODO' });
    decided.flush({ ...erasure, state: 'ERASED' });
    await settle();
    TestBed.tick();
    http.expectOne('/api/v1/erasures').flush({
      items: [{ ...erasure, personName: null, state: 'ERASED', plan: [], may: { decide: false, reason: null } }],
    });
    await stable();
    expect(text()).toContain('osoba, której dane usunięto');
  });

  it('lets what is past its time go when the programme agrees; the auditor only reads', async () => {
    const { text, press, stable } = await open('/opieka', administrator);
    http.expectOne('/api/v1/erasures').flush({ items: [] });
    http.expectOne('/api/v1/retention-proposals').flush({ items: [proposal] });
    await stable();
    expect(text()).toContain('22 wiersze');
    await press('Usuń te dane');
    const decided = http.expectOne({ method: 'PUT', url: '/api/v1/retention-proposals/r1' });
    expect(decided.request.body).toEqual({ decision: 'APPROVE' });
    decided.flush({ ...proposal, state: 'APPROVED', removed: 22 });
    await settle();
    TestBed.tick();
    http.expectOne('/api/v1/retention-proposals').flush({ items: [{ ...proposal, state: 'APPROVED', removed: 22 }] });
    await stable();
    TestBed.resetTestingModule();
    const reading = await open('/opieka', auditor);
    const withdrawn = { state: 'WITHDRAWN', decidedAt: '2015-03-06T09:12:00.000Z', plan: [] };
    http.expectOne('/api/v1/erasures').flush({
      items: [{ ...erasure, ...withdrawn, may: { decide: false, reason: null } }],
    });
    http.expectOne('/api/v1/retention-proposals').flush({ items: [proposal] });
    await reading.stable();
    expect(reading.text()).toMatch(/wycofano ?złożono 5 marca 2015.*, wycofano 6 marca 2015/);
    expect(reading.text()).toContain('Decyduje administrator programu.');
    expect(reading.page.querySelector('button')).toBeNull();
  });

  it('asks nothing for who may not see the page', async () => {
    const { text } = await open('/opieka', editor);
    expect(text()).toContain('Tę stronę otwierają administrator programu i audytor.');
  });

  it('shows the clause to anybody, and reminds of a new one until it is known', async () => {
    const clause = await open('/klauzula', null);
    http.expectOne('/api/v1/clauses/account').flush({
      id: 'account',
      version: '2',
      title: 'Informacja',
      paragraphs: [{ heading: 'Twoje prawa', text: 'Możesz żądać dostępu.' }],
    });
    await clause.stable();
    expect(clause.text()).toContain('Twoje prawa');
    TestBed.resetTestingModule();
    const { text, press, stable } = await open('/przypomnienie', editor);
    http.expectOne('/api/v1/account/acknowledgements').flush({ items: [], due: [due] });
    await stable();
    await press('Znam treść');
    http.expectOne({ method: 'POST', url: '/api/v1/account/acknowledgements' }).flush(null, noContent);
    await settle();
    TestBed.tick();
    http.expectOne('/api/v1/account/acknowledgements').flush({ items: [known], due: [] });
    await stable();
    expect(text().trim()).toBe('');
  });
});
