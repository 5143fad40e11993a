import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatFormFieldHarness } from '@angular/material/form-field/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { problemInterceptor } from './problem-interceptor';
import { SignInPage } from './sign-in-page';

@Component({ template: '' })
class Page {}

/** Lets the answer, the promises behind it and the router run out. */
const settle = () => new Promise((done) => setTimeout(done));

describe('sign-in page', () => {
  let http: HttpTestingController;

  const open = async (url: string, demo: object | null) => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([problemInterceptor])),
        provideHttpClientTesting(),
        provideRouter(
          [
            { path: 'logowanie', component: SignInPage },
            { path: '**', component: Page },
          ],
          withComponentInputBinding(),
        ),
      ],
    });
    http = TestBed.inject(HttpTestingController);
    const harness = await RouterTestingHarness.create();
    const arriving = harness.navigateByUrl(url);
    await arriving;
    TestBed.tick();
    const asked = http.expectOne('/api/v1/demo-logins');
    if (demo) asked.flush(demo);
    else asked.flush({ code: 'NOT_FOUND', detail: '', status: 404 }, { status: 404, statusText: 'x' });
    await harness.fixture.whenStable();
    const loader = TestbedHarnessEnvironment.loader(harness.fixture);
    const press = async () => (await loader.getHarness(MatButtonHarness.with({ selector: '[type=submit]' }))).click();
    return { harness, loader, press, page: harness.routeNativeElement as HTMLElement };
  };

  it('refuses an empty form with a summary and the same words at the fields', async () => {
    const { page, press, loader } = await open('/logowanie', null);
    await press();
    const links = [...page.querySelectorAll('zit-error-summary a')].map((each) => each.textContent?.trim());
    expect(links).toEqual(['Podaj adres e-mail, np. jan@example.org.', 'Podaj hasło.']);
    const fields = await loader.getAllHarnesses(MatFormFieldHarness);
    expect((await Promise.all(fields.map((each) => each.getTextErrors()))).flat()).toEqual(links);
    expect(page.querySelector('.demo')).toBeNull();
  });

  it('signs in and goes where the person was going', async () => {
    const { loader, press, harness } = await open('/logowanie?powrot=%2Forganizacje', null);
    const [email, password] = await loader.getAllHarnesses(MatInputHarness);
    await email?.setValue('gmina@example.org');
    await password?.setValue('tajne');
    await press();
    const request = http.expectOne({ method: 'POST', url: '/api/v1/session' });
    expect(request.request.body).toEqual({ email: 'gmina@example.org', password: 'tajne' });
    request.flush({ person: { id: 'p', name: 'x', email: 'gmina@example.org' }, grants: [], actingFor: null });
    await settle();
    await harness.fixture.whenStable();
    expect(TestBed.inject(Router).url).toBe('/organizacje');
  });

  it('shows the refusal of the server and keeps what was typed', async () => {
    const { loader, press, harness, page } = await open('/logowanie', null);
    const [email, password] = await loader.getAllHarnesses(MatInputHarness);
    await email?.setValue('gmina@example.org');
    await password?.setValue('zle');
    await press();
    http
      .expectOne('/api/v1/session')
      .flush(
        { code: 'UNAUTHENTICATED', detail: 'Adres albo hasło się nie zgadza.', status: 401 },
        { status: 401, statusText: 'x' },
      );
    await settle();
    await harness.fixture.whenStable();
    expect(page.querySelector('zit-error-summary')?.textContent).toContain('Adres albo hasło się nie zgadza.');
    expect(await email?.getValue()).toBe('gmina@example.org');
  });

  it('does not send people to a foreign address', async () => {
    const { harness, page } = await open('/logowanie?powrot=%2F%2Fevil.example', {
      items: [{ name: 'Audytor', email: 'a@example.org', password: 'demo', roleText: 'audytor' }],
    });
    page.querySelector<HTMLButtonElement>('.demo li button')?.click();
    http.expectOne({ method: 'POST', url: '/api/v1/session' }).flush({ person: {}, grants: [], actingFor: null });
    await settle();
    await harness.fixture.whenStable();
    expect(TestBed.inject(Router).url).toBe('/');
  });

  it('lists the demo people with their one password under a visible banner', async () => {
    const { page } = await open('/logowanie', {
      items: [
        {
          name: 'Pracownik Gminy Miasta Sopotu',
          email: 'gmina@example.org',
          password: 'demo-1',
          roleText: 'pracownik gminy',
        },
        { name: 'Audytor', email: 'audytor@example.org', password: 'demo-1', roleText: 'audytor' },
      ],
    });
    expect(page.querySelector('.demo h2')?.textContent).toContain('Wersja pokazowa');
    expect(page.querySelectorAll('.demo li')).toHaveLength(2);
    expect(page.querySelector('.demo code')?.textContent).toBe('demo-1');
  });
});
