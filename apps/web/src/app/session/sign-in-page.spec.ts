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
import { sessionOf } from '../../testing/session';
import { problemInterceptor } from './problem-interceptor';
import { SessionStore } from './session-store';
import { SignInPage } from './sign-in-page';

@Component({ template: '' })
class Page {}

/** Lets the answer, the promises behind it and the router run out. */
const settle = () => new Promise((done) => setTimeout(done));

describe('sign-in page', () => {
  let http: HttpTestingController;

  const open = async (url: string, demo: object | null, ways: object = {}) => {
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
    http
      .expectOne('/api/v1/session')
      .flush({ code: 'UNAUTHENTICATED', detail: 'Zaloguj się.', status: 401 }, { status: 401, statusText: 'x' });
    http.expectOne('/api/v1/sign-in-ways').flush({ passkey: true, providers: [], demo: demo !== null, ...ways });
    await settle();
    TestBed.tick();
    if (demo) http.expectOne('/api/v1/demo-logins').flush(demo);
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
    request.flush(sessionOf());
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
      items: [
        {
          group: 'Na początek',
          name: 'Audytor',
          email: 'a@example.org',
          password: 'demo',
          roleText: 'audytor',
          code: '123456',
        },
      ],
    });
    page.querySelector<HTMLButtonElement>('.demo li button')?.click();
    const request = http.expectOne({ method: 'POST', url: '/api/v1/demo-session' });
    expect(request.request.body).toEqual({ email: 'a@example.org' });
    request.flush(sessionOf());
    await settle();
    await harness.fixture.whenStable();
    expect(TestBed.inject(Router).url).toBe('/');
  });

  it('lists the demo people with their one password under a visible banner', async () => {
    const { page } = await open('/logowanie', {
      items: [
        {
          group: 'Na początek',
          name: 'Pracownik Gminy Miasta Sopotu',
          email: 'gmina@example.org',
          password: 'demo-1',
          roleText: 'pracownik gminy',
          code: null,
        },
        {
          group: 'Program',
          name: 'Audytor',
          email: 'audytor@example.org',
          password: 'demo-1',
          roleText: 'audytor',
          code: '123456',
        },
      ],
    });
    expect(page.querySelector('.demo h2')?.textContent).toContain('Wersja demonstracyjna');
    expect(page.querySelectorAll('.demo li')).toHaveLength(2);
    expect(page.querySelector('.demo code')?.textContent).toBe('demo-1');
    expect(page.querySelectorAll('.demo li')[1]?.textContent).toContain('kod 123456');
    expect(page.querySelector('.demo details:not([open]) summary')?.textContent).toContain('Program (1\u00a0osoba)');
    expect(page.querySelectorAll('.demo details li')).toHaveLength(1);
  });

  it('after the password asks for what the person has, and goes on', async () => {
    const { loader, press, harness, page } = await open('/logowanie?powrot=%2Fkonsorcja', null);
    const [email, password] = await loader.getAllHarnesses(MatInputHarness);
    await email?.setValue('gmina@example.org');
    await password?.setValue('tajne');
    await press();
    http
      .expectOne({ method: 'POST', url: '/api/v1/session' })
      .flush(sessionOf({ level: 'PASSWORD', factors: { passkey: false, totp: true, recoveryCodes: 3 } }));
    await settle();
    await harness.fixture.whenStable();
    expect(page.querySelector('h1')?.textContent).toBe('Drugi krok logowania');
    expect(page.textContent).not.toContain('Użyj klucza dostępu');

    const code = await loader.getHarness(MatInputHarness);
    await code.setValue('12345');
    await press();
    expect(page.querySelector('mat-error')?.textContent).toContain('Przepisz 6 cyfr');
    await code.setValue('123 456');
    await press();
    const shown = http.expectOne({ method: 'POST', url: '/api/v1/session/totp' });
    expect(shown.request.body).toEqual({ code: '123456' });
    shown.flush(sessionOf());
    await settle();
    await harness.fixture.whenStable();
    expect(TestBed.inject(Router).url).toBe('/konsorcja');
  });

  it('a wrong code says so; a recovery code is the other way', async () => {
    const { loader, press, harness, page } = await open('/logowanie', null);
    TestBed.inject(SessionStore).take(
      sessionOf({ level: 'PASSWORD', factors: { passkey: false, totp: true, recoveryCodes: 3 } }),
    );
    await harness.fixture.whenStable();
    await (await loader.getHarness(MatInputHarness)).setValue('111111');
    await press();
    http
      .expectOne({ method: 'POST', url: '/api/v1/session/totp' })
      .flush({ code: 'WRONG_CODE', detail: 'Ten kod nie pasuje.', status: 403 }, { status: 403, statusText: 'x' });
    await settle();
    await harness.fixture.whenStable();
    expect(page.querySelector('[role=alert]')?.textContent).toContain('Ten kod nie pasuje.');

    await (await loader.getHarness(MatButtonHarness.with({ text: /kodu odzyskiwania/ }))).click();
    expect(page.textContent).toContain('Pozostało 3\u00a0niewykorzystane kody.');
    await (await loader.getHarness(MatInputHarness)).setValue(' abcd-efgh-jkmn ');
    await press();
    const shown = http.expectOne({ method: 'POST', url: '/api/v1/session/recovery-code' });
    expect(shown.request.body).toEqual({ code: 'abcd-efgh-jkmn' });
    shown.flush(sessionOf());
    await settle();
    expect(TestBed.inject(Router).url).toBe('/');
  });

  it('offers what the installation offers, and says why another provider did not let in', async () => {
    const { page } = await open('/logowanie?blad=NOT_LINKED', null, {
      providers: [{ id: 'miasto', name: 'Konto miejskie' }],
    });
    const link = page.querySelector<HTMLAnchorElement>('.ways a');
    expect(link?.getAttribute('href')).toBe('/api/v1/providers/miasto/start');
    expect(link?.textContent?.trim()).toBe('Zaloguj się przez: Konto miejskie');
    expect(page.querySelector('.ways button')?.textContent).toContain('Zaloguj się kluczem dostępu');
    expect(page.querySelector('zit-error-summary')?.textContent).toContain('nie jest połączone');
    expect(page.querySelector('.demo')).toBeNull();
  });
});
