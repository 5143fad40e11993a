import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatDialogHarness } from '@angular/material/dialog/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { MatSelectHarness } from '@angular/material/select/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { InvitationItem, PersonItem, SessionResponse } from '@zit/contracts';
import { problemInterceptor } from '../session/problem-interceptor';
import { SessionStore } from '../session/session-store';
import { HatChangePage } from '../shell/hat-change-page';
import { grantOf, signedInAs } from '../../testing/signed-in-as';
import { peopleRoutes } from './people.routes';

const owner = signedInAs([grantOf('OWNER', 'kompas')]);
const administrator = signedInAs([grantOf('ADMINISTRATOR')], 'PROGRAMME');

const person = (more: Partial<PersonItem> = {}): PersonItem => ({
  id: 'redaktor',
  name: 'Redaktor „Kompasu”',
  email: 'redaktor@example.org',
  factor: false,
  seenAt: '2015-03-05T09:12:00.000Z',
  grants: [
    {
      id: 'g1',
      role: 'EDITOR',
      organisationId: 'kompas',
      organisationName: 'Stowarzyszenie „Kompas”',
      teryt: null,
      grantedAt: '2015-01-10T08:00:00.000Z',
      may: { revoke: true, reason: null },
    },
  ],
  may: { viewAs: false },
  ...more,
});
const invitation = (more: Partial<InvitationItem> = {}): InvitationItem => ({
  id: 'i1',
  email: 'nowa@example.org',
  role: 'COORDINATOR',
  organisationId: 'kompas',
  organisationName: 'Stowarzyszenie „Kompas”',
  teryt: null,
  state: 'PROPOSED',
  invitedBy: 'Administrator programu',
  invitedAt: '2015-03-05T09:12:00.000Z',
  expiresAt: '2015-03-12T09:12:00.000Z',
  may: { withdraw: true, approve: false, reason: 'Zatwierdza drugi administrator, nie ten, który zaprosił.' },
  ...more,
});
const settle = (ms = 0) => new Promise((done) => setTimeout(done, ms));

// The first test of each page waits until its template is compiled, beside whatever else the machine does.
jest.setTimeout(20_000);

describe('people of an organisation', () => {
  let http: HttpTestingController;
  afterEach(() => http.verify());

  const open = async (url: string, session: SessionResponse) => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([problemInterceptor])),
        provideHttpClientTesting(),
        { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } },
        provideRouter(
          [
            { path: 'osoby', children: peopleRoutes },
            { path: 'zmiana', component: HatChangePage },
            { path: '', pathMatch: 'full', children: [] },
          ],
          withComponentInputBinding(),
        ),
      ],
    });
    http = TestBed.inject(HttpTestingController);
    TestBed.inject(SessionStore).take(session);
    const harness = await RouterTestingHarness.create();
    await harness.navigateByUrl(url);
    TestBed.tick();
    await settle();
    const stable = async () => {
      await settle();
      await harness.fixture.whenStable();
    };
    const page = harness.routeNativeElement as HTMLElement;
    const loader = TestbedHarnessEnvironment.loader(harness.fixture);
    const root = TestbedHarnessEnvironment.documentRootLoader(harness.fixture);
    const press = async (text: string | RegExp) => (await root.getHarness(MatButtonHarness.with({ text }))).click();
    return { page, loader, root, press, stable, text: () => page.textContent.replace(/\s+/g, ' ') };
  };

  describe('list', () => {
    it('names roles in words, says who has a second factor, and brings the next page by its cursor', async () => {
      const { text, press, stable } = await open('/osoby', owner);
      http.expectOne('/api/v1/people/search').flush({ items: [person()], next: 'dalej' });
      await stable();
      expect(text()).toContain('redaktor partnera');
      expect(text()).toContain('bez drugiego składnika');
      expect(text()).toContain('5 marca 2015');
      await press('Pokaż więcej');
      const next = http.expectOne('/api/v1/people/search');
      expect(next.request.body).toEqual({ search: '', after: 'dalej' });
      next.flush({ items: [person({ id: '2', name: 'Druga osoba', factor: true, grants: [] })], next: null });
      await stable();
      expect(text()).toContain('Pokazano 2 osoby.');
      expect(text()).toContain('Bez roli');
    });

    it('S-40: searches after a pause and keeps names out of addresses and what browsers keep', async () => {
      const { loader, stable, text } = await open('/osoby', owner);
      http.expectOne('/api/v1/people/search').flush({ items: [person()], next: null });
      await stable();
      await (await loader.getHarness(MatInputHarness)).setValue('nikt');
      await settle(300);
      TestBed.tick();
      const asked = http.expectOne((request) => request.url.includes('people'));
      expect([asked.request.urlWithParams, asked.request.body]).toEqual(['/api/v1/people/search', { search: 'nikt' }]);
      asked.flush({ items: [], next: null });
      await stable();
      expect(text()).toContain('Nikt nie pasuje do „nikt”.');
      expect(TestBed.inject(Router).url).toBe('/osoby');
      const kept = [location.href, document.title, history.state, { ...localStorage }, { ...sessionStorage }];
      expect(JSON.stringify(kept)).not.toContain('nikt');
    });

    it('asks nothing for who may not see people, and says who may', async () => {
      const { text } = await open('/osoby', signedInAs([grantOf('EDITOR', 'kompas')]));
      expect(text()).toContain('Osoby pokazujemy opiekunowi dostępu organizacji');
    });

    it('takes a role only after its consequences were shown', async () => {
      const { press, root, stable } = await open('/osoby', owner);
      http.expectOne('/api/v1/people/search').flush({ items: [person()], next: null });
      await stable();
      await press('Odbierz rolę');
      const dialog = await root.getHarness(MatDialogHarness);
      expect(await dialog.getText()).toContain('To jej jedyna rola');
      expect(await dialog.getText()).toContain('nie będzie już zmieniać danych ani budżetu');
      http.expectNone({ method: 'DELETE' });
      await (await dialog.getHarness(MatButtonHarness.with({ text: 'Odbierz rolę' }))).click();
      await settle(50);
      http.expectOne({ method: 'DELETE', url: '/api/v1/grants/g1' }).flush(null, { status: 204, statusText: 'x' });
      await settle();
      TestBed.tick();
      http.expectOne('/api/v1/people/search').flush({ items: [], next: null });
      await stable();
      expect(document.querySelector('.mat-mdc-snack-bar-container')?.textContent).toContain('Odebrano rolę');
    });

    it('says beside a closed button why it is closed', async () => {
      const { page, stable } = await open('/osoby', owner);
      const [grant] = person().grants;
      const last = { ...grant!, role: 'OWNER' as const, may: { revoke: false, reason: 'To ostatni opiekun dostępu.' } };
      http.expectOne('/api/v1/people/search').flush({ items: [person({ grants: [last] })], next: null });
      await stable();
      const button = [...page.querySelectorAll('button')].find((each) => each.textContent?.includes('Odbierz rolę'))!;
      expect(button.disabled).toBe(true);
      const why = page.querySelector(`#${button.getAttribute('aria-describedby')}`);
      expect(why?.textContent).toContain('To ostatni opiekun dostępu.');
    });

    it('S-42: looks through another’s eyes only with a reason', async () => {
      const { press, root, stable } = await open('/osoby', administrator);
      http.expectOne('/api/v1/people/search').flush({ items: [person({ may: { viewAs: true } })], next: null });
      await stable();
      await press('Zobacz oczami tej osoby');
      const dialog = await root.getHarness(MatDialogHarness);
      const begin = await dialog.getHarness(MatButtonHarness.with({ text: 'Zacznij podgląd' }));
      await begin.click();
      expect(await dialog.getText()).toContain('co najmniej 10 znaków');
      await (await dialog.getHarness(MatInputHarness)).setValue('zgłoszenie z 5 marca');
      await begin.click();
      await settle(50);
      const request = http.expectOne({ method: 'POST', url: '/api/v1/session/view-as' });
      expect(request.request.body).toEqual({ personId: 'redaktor', reason: 'zgłoszenie z 5 marca' });
      const viewer = { name: 'Administrator programu', reason: 'zgłoszenie z 5 marca' };
      request.flush(signedInAs([grantOf('EDITOR', 'kompas')], null, { viewer }));
      await settle(20);
      expect(TestBed.inject(SessionStore).session()?.viewer).toEqual(viewer);
      expect(TestBed.inject(Router).url).toBe('/');
    });
  });

  describe('invitations', () => {
    it('says why an approval is closed, and withdraws', async () => {
      const { page, text, press, stable } = await open('/osoby/zaproszenia', administrator);
      http.expectOne('/api/v1/invitations').flush({ items: [invitation()] });
      await stable();
      expect(text()).toContain('czeka na drugiego administratora');
      expect(text()).toContain('Zatwierdza drugi administrator');
      expect(
        [...page.querySelectorAll('button')].find((each) => each.textContent?.includes('Zatwierdź'))?.disabled,
      ).toBe(true);
      await press('Wycofaj');
      http.expectOne({ method: 'DELETE', url: '/api/v1/invitations/i1' }).flush(null, { status: 204, statusText: 'x' });
      await settle();
      TestBed.tick();
      http.expectOne('/api/v1/invitations').flush({ items: [invitation({ state: 'WITHDRAWN' })] });
      await stable();
      expect(text()).toContain('wycofane');
    });

    it('is approved by a second administrator', async () => {
      const { press, stable } = await open('/osoby/zaproszenia', administrator);
      const may = { withdraw: true, approve: true, reason: null };
      http.expectOne('/api/v1/invitations').flush({ items: [invitation({ may })] });
      await stable();
      await press('Zatwierdź');
      http.expectOne({ method: 'PUT', url: '/api/v1/invitations/i1/approval' }).flush(invitation({ state: 'SENT' }));
      await settle();
      TestBed.tick();
      http.expectOne('/api/v1/invitations').flush({ items: [invitation({ state: 'SENT' })] });
      await stable();
    });

    it('lets an owner invite to the roles of the own organisation, each with what it may do', async () => {
      const { page, loader, press, stable, text } = await open('/osoby/zapros', owner);
      http.expectOne('/api/v1/organisations/kompas').flush({ id: 'kompas', sector: 'NGO', teryt: '2264011' });
      await stable();
      const names = [...page.querySelectorAll('label .name')].map((each) => each.textContent?.trim());
      expect(names).toEqual([
        'opiekun dostępu organizacji',
        'koordynator konsorcjum',
        'redaktor partnera',
        'osoba podpisująca za organizację',
      ]);
      expect(text()).toContain('Dokumentów nie wydaje.');
      await press('Wyślij zaproszenie');
      expect(page.querySelector('zit-error-summary')?.textContent).toContain('Podaj adres e-mail');
      expect(page.querySelector('zit-error-summary')?.textContent).toContain('Wybierz rolę');
      await (await loader.getHarness(MatInputHarness)).setValue(' nowa@example.org ');
      page.querySelectorAll<HTMLInputElement>('input[type=radio]')[2]!.click();
      await press('Wyślij zaproszenie');
      const request = http.expectOne({ method: 'POST', url: '/api/v1/invitations' });
      expect(request.request.body).toEqual({
        email: 'nowa@example.org',
        role: 'EDITOR',
        organisationId: 'kompas',
        teryt: null,
      });
      request.flush(invitation({ state: 'SENT' }));
      await settle();
      TestBed.tick();
      http.expectOne('/api/v1/invitations').flush({ items: [] });
      await stable();
      expect(TestBed.inject(Router).url).toBe('/osoby/zaproszenia');
    });

    it('asks an administrator for the county of a county role', async () => {
      const { page, loader, press, stable } = await open('/osoby/zapros', administrator);
      await (await loader.getHarness(MatInputHarness)).setValue('operator@example.org');
      const rows = [...page.querySelectorAll('label')];
      rows
        .find((each) => each.textContent?.includes('operator powiatowy'))!
        .querySelector('input')!
        .click();
      TestBed.tick();
      http
        .expectOne('/api/v1/territory')
        .flush({ counties: [{ teryt: '2264', name: 'Sopot', kind: 'CITY' }], municipalities: [] });
      await stable();
      await (await loader.getHarness(MatSelectHarness)).clickOptions({ text: 'Sopot' });
      await press('Zaproponuj zaproszenie');
      const request = http.expectOne({ method: 'POST', url: '/api/v1/invitations' });
      expect(request.request.body).toEqual({
        email: 'operator@example.org',
        role: 'COUNTY_OPERATOR',
        organisationId: null,
        teryt: '2264',
      });
      request.flush(
        { code: 'VALIDATION', status: 400, detail: 'x', errors: [{ pointer: '/email', message: 'Już zaproszono.' }] },
        { status: 400, statusText: 'x' },
      );
      await stable();
      expect(page.querySelector('zit-error-summary a')?.textContent).toContain('Już zaproszono.');
    });

    it('finds the organisation of a role in the register', async () => {
      const { page, press, stable, text } = await open('/osoby/zapros', administrator);
      const rows = [...page.querySelectorAll('label')];
      rows
        .find((each) => each.textContent?.includes('skarbnik gminy'))!
        .querySelector('input')!
        .click();
      TestBed.tick();
      http.expectOne('/api/v1/organisations?sector=JST&limit=10').flush({
        items: [{ id: 'gmina', name: 'Gmina Miasta Sopotu', sector: 'JST', municipality: 'Sopot', teryt: '2264011' }],
        next: null,
      });
      await stable();
      page.querySelector<HTMLInputElement>('zit-organisation-choice input[type=radio]')!.click();
      await stable();
      expect(text()).toContain('Zmień');
      await press('Zaproponuj zaproszenie');
      expect(page.querySelectorAll('zit-error-summary a')).toHaveLength(1);
      expect(page.querySelector('zit-error-summary')?.textContent).toContain('Podaj adres e-mail');
    });
  });
});
