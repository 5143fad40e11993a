import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatFormFieldHarness } from '@angular/material/form-field/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { MatSelectHarness } from '@angular/material/select/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { OrganisationListItem, SessionResponse } from '@zit/contracts';
import type { Role } from '@zit/domain';
import { whoMayWords } from '@zit/words.pl/closed-acts';
import { viewOnlyReason } from '@zit/words.pl/view-only';
import { requestSoon } from '../../testing/soon';
import { problemInterceptor } from '../session/problem-interceptor';
import { SessionStore } from '../session/session-store';
import { reasonOf } from '../../testing/closed-button';
import { grantOf, signedInAs } from '../../testing/signed-in-as';
import { OrganisationListPage } from './organisation-list-page';
import { OrganisationNewPage } from './organisation-new-page';

const item = (id: string, name: string): OrganisationListItem => ({
  id,
  name,
  sector: 'NGO',
  legalForm: '155',
  nip: '9990000014',
  regon: null,
  krs: null,
  teryt: '2264011',
  municipality: 'Sopot',
});

/** Lets debounces, promises and the router run out. */
const settle = () => new Promise((done) => setTimeout(done));

describe('pages of the register', () => {
  let http: HttpTestingController;

  const open = async (url: string, role: Role = 'COORDINATOR', change: Partial<SessionResponse> = {}) => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([problemInterceptor])),
        provideHttpClientTesting(),
        provideRouter(
          [
            { path: 'organizacje', component: OrganisationListPage },
            { path: 'organizacje/nowa', component: OrganisationNewPage },
            { path: 'organizacje/:id', children: [] },
          ],
          withComponentInputBinding(),
        ),
      ],
    });
    http = TestBed.inject(HttpTestingController);
    TestBed.inject(SessionStore).take(signedInAs([grantOf(role, 'kompas')], null, change));
    const harness = await RouterTestingHarness.create();
    await harness.navigateByUrl(url);
    TestBed.tick();
    const loader = TestbedHarnessEnvironment.loader(harness.fixture);
    const stable = async () => {
      await settle();
      await harness.fixture.whenStable();
    };
    const field = (floatingLabelText: string) => loader.getHarness(MatFormFieldHarness.with({ floatingLabelText }));
    const press = async (text: string) => (await loader.getHarness(MatButtonHarness.with({ text }))).click();
    return { harness, loader, page: harness.routeNativeElement as HTMLElement, stable, field, press };
  };
  const names = (page: HTMLElement) => [...page.querySelectorAll('tbody th')].map((each) => each.textContent?.trim());

  describe('list', () => {
    const first = '/api/v1/organisations';

    it('shows a page and appends the next by its cursor', async () => {
      const { page, stable, press } = await open('/organizacje');
      http.expectOne(first).flush({ items: [item('1', 'Fundacja „Przystań”')], next: 'dalej' });
      await stable();
      expect(page.querySelector('[role=status]')?.textContent).toBe('Pokazano 1 organizacja, są kolejne.');
      await press('Pokaż więcej');
      http.expectOne(`${first}?after=dalej`).flush({ items: [item('2', 'Stowarzyszenie „Kompas”')], next: null });
      await stable();
      expect(names(page)).toEqual(['Fundacja „Przystań”', 'Stowarzyszenie „Kompas”']);
      expect(page.textContent).not.toContain('Pokaż więcej');
    });

    it('asks once after a pause in typing and keeps the query in the address', async () => {
      const { page, loader, stable } = await open('/organizacje');
      http.expectOne(first).flush({ items: [item('1', 'Fundacja „Przystań”')], next: null });
      await stable();
      const box = await loader.getHarness(MatInputHarness);
      await box.setValue('kompas');
      // The page is not stable while it asks: the request is answered first.
      const asking = await requestSoon(http, ({ urlWithParams }) => urlWithParams.includes('search'));
      expect(asking.request.urlWithParams).toBe(`${first}?search=kompas`);
      expect(TestBed.inject(Router).url).toBe('/organizacje?szukaj=kompas');
      asking.flush({ items: [item('2', 'Stowarzyszenie „Kompas”')], next: null });
      await stable();
      expect(names(page)).toEqual(['Stowarzyszenie „Kompas”']);
    });

    it('teaches when nothing is found and carries the name over', async () => {
      const { page, stable } = await open('/organizacje?szukaj=Bryza');
      http.expectOne(`${first}?search=Bryza`).flush({ items: [], next: null });
      await stable();
      expect(page.textContent).toContain('Nie ma organizacji pasującej do „Bryza”.');
      expect(page.querySelector('zit-empty-state a')?.getAttribute('href')).toBe('/organizacje/nowa?nazwa=Bryza');
    });

    it('says to somebody who only reads who adds, and that they can be asked', async () => {
      const { page, stable } = await open('/organizacje?szukaj=Bryza', 'AUDITOR');
      http.expectOne(`${first}?search=Bryza`).flush({ items: [], next: null });
      await stable();
      expect(page.querySelector('zit-empty-state')).not.toBeNull();
      expect(page.querySelector('a[href^="/organizacje/nowa"]')).toBeNull();
      expect(page.querySelector('zit-empty-state')?.textContent).toContain('poproś o dopisanie');
      expect(reasonOf(page, 'Dodaj organizację')).toBe(whoMayWords.createOrganisation);
    });

    it('S-42: shows through another’s eyes what that person sees, closed', async () => {
      const viewer = { name: 'Administrator programu', reason: 'zgłoszenie z 5 marca' };
      const { page, stable } = await open('/organizacje?szukaj=Bryza', 'EDITOR', { viewer });
      http.expectOne(`${first}?search=Bryza`).flush({ items: [], next: null });
      await stable();
      expect(reasonOf(page, 'Dodaj organizację')).toBe(viewOnlyReason);
      expect(page.querySelectorAll('zit-act-link')).toHaveLength(2);
      expect(page.querySelector('a[href^="/organizacje/nowa"]')).toBeNull();
    });

    it('says what went wrong and tries again', async () => {
      const { page, stable } = await open('/organizacje');
      http.expectOne(first).error(new ProgressEvent('error'));
      await stable();
      expect(page.querySelector('[role=alert]')?.textContent).toContain('Nie ma połączenia');
      page.querySelector<HTMLButtonElement>('zit-problem-notice button')?.click();
      TestBed.tick();
      http.expectOne(first).flush({ items: [], next: null });
      await stable();
      expect(page.textContent).toContain('Rejestr jest pusty.');
    });
  });

  describe('a new organisation', () => {
    const openNew = async (url = '/organizacje/nowa') => {
      const opened = await open(url);
      http.expectOne('/api/v1/territory').flush({ counties: [], municipalities: [] });
      const type = async (label: string, text: string) => {
        const input = await (await opened.field(label)).getControl(MatInputHarness);
        await input?.setValue(text);
        await input?.blur();
      };
      const duplicates = async (asked: object, found: object) => {
        // What was asked before all was typed is of no interest any more; a slow machine asks it all the same.
        const whole = JSON.stringify(asked);
        const asking = await requestSoon(
          http,
          ({ url, body }) => url === '/api/v1/organisations/duplicates' && JSON.stringify(body) === whole,
        );
        expect(asking.request.method).toBe('POST');
        asking.flush({ certain: [], likely: [], ...found });
        await opened.stable();
      };
      return { ...opened, type, duplicates };
    };

    it('checks an identifier when the field is left', async () => {
      const { type, field } = await openNew();
      await type('NIP', '9990000021');
      expect(await (await field('NIP')).getTextErrors()).toEqual([expect.stringContaining('Cyfra kontrolna')]);
    });

    it('takes the sector from the legal form', async () => {
      const { field } = await openNew();
      const form = (await (await field('Forma prawna')).getControl(MatSelectHarness)) as MatSelectHarness;
      await form.clickOptions({ text: 'fundacja' });
      const sector = (await (await field('Sektor')).getControl(MatSelectHarness)) as MatSelectHarness;
      expect(await sector.getValueText()).toBe('organizacja pozarządowa');
    });

    it('refuses on submit with a summary that leads to the fields', async () => {
      const { page, press } = await openNew();
      await press('Dodaj do rejestru');
      expect([...page.querySelectorAll('zit-error-summary a')].map((each) => each.getAttribute('href'))).toEqual([
        '#name',
        '#sector',
      ]);
    });

    it('a certain duplicate is shown with a link and blocks', async () => {
      const { page, type, duplicates, press, field } = await openNew('/organizacje/nowa?nazwa=Kompas');
      const form = (await (await field('Forma prawna')).getControl(MatSelectHarness)) as MatSelectHarness;
      await form.clickOptions({ text: 'stowarzyszenie' });
      await type('NIP', '999-000-00-14');
      await duplicates(
        { name: 'Kompas', nip: '9990000014' },
        {
          certain: [{ ...item('1', 'Stowarzyszenie „Kompas”'), by: ['nip'] }],
        },
      );
      expect(page.querySelector('zit-duplicates-notice a')?.getAttribute('href')).toBe('/organizacje/1');
      await press('Dodaj do rejestru');
      expect(page.querySelector('zit-error-summary')?.textContent).toContain(
        'Organizacja z tym numerem NIP jest już w rejestrze.',
      );
      http.expectNone({ method: 'POST', url: '/api/v1/organisations' });
    });

    it('a likely duplicate warns and lets through', async () => {
      const { page, duplicates, press, field, stable } = await openNew('/organizacje/nowa?nazwa=Kompas');
      const form = (await (await field('Forma prawna')).getControl(MatSelectHarness)) as MatSelectHarness;
      await form.clickOptions({ text: 'stowarzyszenie' });
      await duplicates({ name: 'Kompas' }, { likely: [item('1', 'Stowarzyszenie „Kompas”')] });
      expect(page.textContent).toContain('Podobne organizacje w rejestrze');
      await press('Dodaj do rejestru');
      const request = http.expectOne({ method: 'POST', url: '/api/v1/organisations' });
      expect(request.request.body).toMatchObject({ name: 'Kompas', sector: 'NGO', legalForm: '155', nip: null });
      request.flush({ ...item('7', 'Kompas'), version: 1 });
      await stable();
      expect(TestBed.inject(Router).url).toBe('/organizacje/7');
    });

    it('shows what the server says at the field', async () => {
      const { page, press, field, stable, duplicates } = await openNew('/organizacje/nowa?nazwa=Kompas');
      const form = (await (await field('Forma prawna')).getControl(MatSelectHarness)) as MatSelectHarness;
      await form.clickOptions({ text: 'stowarzyszenie' });
      await duplicates({ name: 'Kompas' }, {});
      await press('Dodaj do rejestru');
      http.expectOne({ method: 'POST', url: '/api/v1/organisations' }).flush(
        {
          code: 'VALIDATION',
          status: 400,
          detail: 'x',
          trace: 't',
          errors: [{ pointer: '/name', message: 'Nazwa jest zajęta.' }],
        },
        { status: 400, statusText: 'x' },
      );
      await stable();
      expect(page.querySelector('zit-error-summary a')?.textContent).toContain('Nazwa jest zajęta.');
      expect(await (await field('Nazwa')).getTextErrors()).toEqual(['Nazwa jest zajęta.']);
    });

    it('adds people who may sign and brings back one removed by mistake', async () => {
      const { page, loader, type, press, stable } = await openNew();
      await press('Dodaj osobę');
      await type('Imię i nazwisko', 'Prezes Zarządu');
      await (await loader.getHarness(MatButtonHarness.with({ selector: '.remove' }))).click();
      expect(page.querySelectorAll('fieldset')).toHaveLength(0);
      const undo = [...document.querySelectorAll<HTMLButtonElement>('.mat-mdc-snack-bar-container button')].at(-1);
      undo?.click();
      await stable();
      expect(page.querySelector<HTMLInputElement>('fieldset input')?.value).toBe('Prezes Zarządu');
    });
  });
});
