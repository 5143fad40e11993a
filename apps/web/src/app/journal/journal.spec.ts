import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { JournalItem, JournalSeal, SessionResponse } from '@zit/contracts';
import { problemInterceptor } from '../session/problem-interceptor';
import { SessionStore } from '../session/session-store';
import { grantOf, signedInAs } from '../../testing/signed-in-as';
import { JournalPage } from './journal-page';
import { SealsPage } from './seals-page';

const auditor = signedInAs([grantOf('AUDITOR')], 'PROGRAMME');
const item = (more: Partial<JournalItem> = {}): JournalItem => ({
  seq: 7,
  at: '2015-03-05T09:12:00.000Z',
  who: 'Stowarzyszenie „Kompas”',
  text: 'zmieniono cenę pozycji L04 z 70,00 zł na 72,00 zł',
  act: 'CHANGE_BUDGET',
  subject: { kind: 'consortium', id: 'k1', name: 'Kompas Sopocki' },
  role: 'redaktor partnera',
  batch: 3,
  ...more,
});
const seal = (batch: number): JournalSeal => ({
  batch,
  count: 12,
  merkleRoot: 'a'.repeat(64),
  previousHash: 'b'.repeat(64),
  hash: 'c'.repeat(64),
  sealedAt: '2015-03-05T09:13:00.000Z',
});
const settle = () => new Promise((done) => setTimeout(done));

describe('journal', () => {
  let http: HttpTestingController;
  afterEach(() => http.verify());

  const open = async (url: string, session: SessionResponse | null) => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([problemInterceptor])),
        provideHttpClientTesting(),
        provideRouter(
          [
            { path: 'dziennik', component: JournalPage },
            { path: 'pieczecie', component: SealsPage },
          ],
          withComponentInputBinding(),
        ),
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
    return { page, stable, loader, text: () => page.textContent.replace(/\s+/g, ' ') };
  };

  it('says who did what as whom, links the thing, and tells sealed from not yet sealed', async () => {
    const { page, text, stable, loader } = await open('/dziennik', auditor);
    http.expectOne('/api/v1/journal-seals').flush({ items: [seal(3)] });
    http.expectOne('/api/v1/journal').flush({ items: [item(), item({ seq: 6, batch: null })], next: 'dalej' });
    await stable();
    expect(text()).toContain('zmieniono cenę pozycji L04 z 70,00 zł na 72,00 zł');
    expect(text()).toContain('jako redaktor partnera');
    expect(text()).toContain('pieczęć nr 3');
    expect(text()).toContain('jeszcze bez pieczęci');
    expect(text()).toContain('Najnowsza pieczęć: nr 3');
    expect(page.querySelector('.thing a')?.getAttribute('href')).toBe('/konsorcja/k1');
    await (await loader.getHarness(MatButtonHarness.with({ text: 'Pokaż wcześniejsze' }))).click();
    http.expectOne('/api/v1/journal?after=dalej').flush({ items: [item({ seq: 1 })], next: null });
    await stable();
    expect(text()).toContain('3 wpisy');
  });

  it('keeps what was narrowed in the address, by ids alone', async () => {
    const { page, stable, text } = await open('/dziennik?osoba=p7', auditor);
    http.expectOne('/api/v1/journal-seals').flush({ items: [] });
    http.expectOne('/api/v1/journal?personId=p7').flush({ items: [item()], next: null });
    await stable();
    expect(text()).toContain('Wpisy jednej osoby');
    // The page is not stable while it asks: the request is answered first.
    page.querySelector<HTMLInputElement>('input[type=checkbox]')!.click();
    await settle();
    TestBed.tick();
    http
      .expectOne('/api/v1/journal?personId=p7&denied=true')
      .flush({ items: [item({ act: 'DENIED', text: 'odmówiono: zmiana budżetu' })], next: null });
    await stable();
    expect(TestBed.inject(Router).url).toBe('/dziennik?osoba=p7&odmowy=tak');
    expect(text()).toContain('odmowa');
  });

  it('calls what an entry is about by its right name', async () => {
    const { text, stable } = await open('/dziennik', auditor);
    http.expectOne('/api/v1/journal-seals').flush({ items: [] });
    const about = (kind: string, id: string) => item({ subject: { kind, id, name: null } });
    const items = [about('person', 'p1'), about('consortium', 'k1'), about('something', 'x1')];
    http.expectOne('/api/v1/journal').flush({ items, next: null });
    await stable();
    expect(text()).toContain('wszystkie wpisy o tej osobie');
    expect(text()).toContain('wszystkie wpisy o tym konsorcjum');
    expect(text()).toContain('wszystkie wpisy o tej rzeczy');
  });

  it('says of whom or of what the entries are that were asked for', async () => {
    const { text, stable } = await open('/dziennik?rzecz=p1', auditor);
    http.expectOne('/api/v1/journal-seals').flush({ items: [] });
    const subject = { kind: 'person', id: 'p1', name: null };
    http.expectOne('/api/v1/journal?subjectId=p1').flush({ items: [item({ subject })], next: null });
    await stable();
    expect(text()).toContain('Wpisy o jednej osobie');
    expect(text()).not.toContain('wszystkie wpisy o tej osobie');
  });

  it('asks nothing for who may not read it, and says who may', async () => {
    const { text } = await open('/dziennik', signedInAs([grantOf('COORDINATOR', 'kompas')]));
    expect(text()).toContain('Cały dziennik czyta audytor i administrator programu.');
  });

  it('shows the seals to anybody, with the file of all of them', async () => {
    const { page, text, stable } = await open('/pieczecie', null);
    http.expectOne('/api/v1/journal-seals').flush({ items: [seal(4), seal(3)] });
    await stable();
    expect(page.querySelectorAll('tbody tr')).toHaveLength(2);
    expect(text()).toContain('c'.repeat(64));
    expect(page.querySelector('a[download]')?.getAttribute('href')).toBe('/api/v1/journal-seals.jsonl');
  });
});
