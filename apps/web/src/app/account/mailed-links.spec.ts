import { Location } from '@angular/common';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { problemInterceptor } from '../session/problem-interceptor';
import { sessionOf } from '../../testing/session';
import { EmailConfirmationPage } from './email-confirmation-page';
import { EnrolPage } from './enrol-page';
import { InvitationPage } from './invitation-page';
import { ResetPage } from './reset-page';

@Component({ template: '' })
class Page {}

const TOKEN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNO-_';
const settle = () => new Promise((done) => setTimeout(done));
const nobody = { code: 'UNAUTHENTICATED', detail: 'Zaloguj się.', status: 401 };
const spent = { code: 'LINK_SPENT', detail: 'Ten link wygasł albo został już użyty. Poproś o nowy.', status: 410 };
const gone = { code: 'NOT_FOUND', detail: 'To zaproszenie jest nieważne. Poproś o nowe.', status: 404 };
const invitation = {
  email: 'nowa@example.org',
  role: 'EDITOR',
  teryt: null,
  organisationName: 'Stowarzyszenie „Kompas”',
  invitedBy: 'Opiekun dostępu organizacji',
  expiresAt: '2026-11-29T08:00:00.000Z',
  hasAccount: false,
  factorRequired: false,
};

describe('links from mails', () => {
  let http: HttpTestingController;

  const open = async (url: string) => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([problemInterceptor])),
        provideHttpClientTesting(),
        provideRouter(
          [
            { path: 'zaproszenie', component: InvitationPage },
            { path: 'potwierdzenie', component: EmailConfirmationPage },
            { path: 'nowe-haslo', component: ResetPage },
            { path: 'drugi-skladnik', component: EnrolPage },
            { path: '**', component: Page },
          ],
          withComponentInputBinding(),
        ),
      ],
    });
    http = TestBed.inject(HttpTestingController);
    const harness = await RouterTestingHarness.create();
    await harness.navigateByUrl(url);
    TestBed.tick();
    const loader = TestbedHarnessEnvironment.loader(harness.fixture);
    return {
      harness,
      page: () => harness.routeNativeElement as HTMLElement,
      stable: async () => {
        await settle();
        TestBed.tick();
        await harness.fixture.whenStable();
      },
      press: async (text: string | RegExp) => (await loader.getHarness(MatButtonHarness.with({ text }))).click(),
      type: async (id: string, text: string) =>
        (await loader.getHarness(MatInputHarness.with({ selector: `#${id}` }))).setValue(text),
    };
  };
  const read = (answer: object, session: object | null) => {
    const asked = http.expectOne({ method: 'POST', url: '/api/v1/invitations/reading' });
    expect(asked.request.body).toEqual({ token: TOKEN });
    asked.flush(answer);
    const who = http.expectOne('/api/v1/session');
    if (session) who.flush(session);
    else who.flush(nobody, { status: 401, statusText: 'x' });
  };

  /** The page asks first whether the link still works. */
  const checked = async (kind: string, stable: () => Promise<void>, works = true) => {
    const asked = http.expectOne({ method: 'POST', url: `/api/v1/${kind}/reading` });
    expect(asked.request.body).toEqual({ token: TOKEN });
    asked.flush(works ? null : spent, works ? { status: 204, statusText: 'x' } : { status: 410, statusText: 'x' });
    await stable();
  };

  /** Unlike the harness it does not wait for what the click asks of the server. */
  const click = (page: HTMLElement, text: string) => {
    [...page.querySelectorAll('button')].find((each) => each.textContent?.trim() === text)?.click();
    TestBed.tick();
  };

  it('takes the token out of the address at once', async () => {
    for (const page of ['/zaproszenie', '/potwierdzenie', '/nowe-haslo']) {
      TestBed.resetTestingModule();
      await open(`${page}#${TOKEN}`);
      expect(TestBed.inject(Location).path(true)).toBe(page);
    }
  });

  it('an invitation to a role of a county names the county', async () => {
    const { page, stable } = await open(`/zaproszenie#${TOKEN}`);
    read({ ...invitation, role: 'COUNTY_OPERATOR', teryt: '2215', organisationName: null }, null);
    await stable();
    expect(page().querySelector('dd')?.textContent).toBe('operator powiatowy (powiat wejherowski)');
  });

  it('an invitation to a new person asks for name, password and the clause, and goes on', async () => {
    const { page, stable, press, type } = await open(`/zaproszenie#${TOKEN}`);
    read(invitation, null);
    await stable();
    expect(page().textContent).toContain('Zaprasza: Opiekun dostępu organizacji');
    expect(page().textContent).toContain('redaktor partnera');
    expect(page().textContent).toContain('Informacja o przetwarzaniu danych osobowych');
    await press('Utwórz konto');
    expect([...page().querySelectorAll('zit-error-summary a')].map((each) => each.textContent)).toEqual([
      'Podaj imię i nazwisko, co najmniej 2 znaki.',
      'Hasło powinno mieć co najmniej 12 znaków.',
      'Zaznacz, że znasz informację o przetwarzaniu danych.',
    ]);
    await type('invited-name', 'Redaktor Partnera');
    await type('invited-password', 'kilka niepowiązanych słów');
    page().querySelector<HTMLInputElement>('#invited-clause')?.click();
    await press('Utwórz konto');
    const asked = http.expectOne({ method: 'POST', url: '/api/v1/invitations/acceptance' });
    expect(asked.request.body).toEqual({
      token: TOKEN,
      clause: '2026-11-1',
      name: 'Redaktor Partnera',
      password: 'kilka niepowiązanych słów',
    });
    asked.flush(
      {
        code: 'VALIDATION',
        detail: 'Popraw zaznaczone pola.',
        status: 400,
        errors: [{ pointer: '/password', message: 'To hasło jest na listach.' }],
      },
      { status: 400, statusText: 'x' },
    );
    await stable();
    const link = page().querySelector<HTMLAnchorElement>('zit-error-summary a');
    expect([link?.textContent, link?.getAttribute('href')]).toEqual(['To hasło jest na listach.', '#invited-password']);
    await press('Utwórz konto');
    http.expectOne({ method: 'POST', url: '/api/v1/invitations/acceptance' }).flush(sessionOf());
    await stable();
    expect(TestBed.inject(Router).url).toBe('/');
  });

  it('who has an account signs in and comes back; the token waited', async () => {
    const { harness, page, stable } = await open(`/zaproszenie#${TOKEN}`);
    read({ ...invitation, hasAccount: true }, null);
    await stable();
    expect(page().querySelector('a[mat-button], a[matButton], .submit')?.getAttribute('href')).toBe(
      '/logowanie?powrot=%2Fzaproszenie',
    );
    await harness.navigateByUrl('/logowanie');
    await harness.navigateByUrl('/zaproszenie');
    TestBed.tick();
    const again = http.expectOne({ method: 'POST', url: '/api/v1/invitations/reading' });
    expect(again.request.body).toEqual({ token: TOKEN });
  });

  it('somebody else who is signed in here does not take the role', async () => {
    const { page, stable } = await open(`/zaproszenie#${TOKEN}`);
    read(invitation, sessionOf());
    await stable();
    expect(page().textContent).toContain('jest teraz otwarte konto gmina@example.org');
    expect(page().querySelector('form')).toBeNull();
  });

  it('a void invitation offers no second try, but says what helps; a lost connection offers one', async () => {
    const { page, stable } = await open(`/zaproszenie#${TOKEN}`);
    const lost = http.expectOne({ method: 'POST', url: '/api/v1/invitations/reading' });
    lost.error(new ProgressEvent('error'));
    http.expectOne('/api/v1/session').flush(nobody, { status: 401, statusText: 'x' });
    await stable();
    click(page(), 'Spróbuj ponownie');
    http
      .expectOne({ method: 'POST', url: '/api/v1/invitations/reading' })
      .flush(gone, { status: 404, statusText: 'x' });
    await stable();
    expect(page().querySelector('[role=alert]')?.textContent).toContain('Poproś o nowe.');
    expect(page().textContent).toContain('Kto zapraszał, jest napisane w wiadomości.');
    expect(page().textContent).not.toContain('Spróbuj ponownie');
  });

  it('an invitation that becomes void while it is read says so when it is accepted', async () => {
    const { page, stable, type } = await open(`/zaproszenie#${TOKEN}`);
    read(invitation, null);
    await stable();
    await type('invited-name', 'Redaktor Partnera');
    await type('invited-password', 'kilka niepowiązanych słów');
    page().querySelector<HTMLInputElement>('#invited-clause')?.click();
    click(page(), 'Utwórz konto');
    http
      .expectOne({ method: 'POST', url: '/api/v1/invitations/acceptance' })
      .flush(gone, { status: 404, statusText: 'x' });
    await settle();
    TestBed.tick();
    http
      .expectOne({ method: 'POST', url: '/api/v1/invitations/reading' })
      .flush(gone, { status: 404, statusText: 'x' });
    await stable();
    expect(page().querySelector('form')).toBeNull();
    expect(page().querySelector('[role=alert]')?.textContent).toContain('To zaproszenie jest nieważne.');
  });

  it('half a link says what to do', async () => {
    const { page } = await open('/zaproszenie#abc');
    expect(page().textContent).toContain('Otwórz link z wiadomości jeszcze raz');
  });

  it('confirms a new address with a click', async () => {
    const { page, press, stable } = await open(`/potwierdzenie#${TOKEN}`);
    await checked('email-confirmations', stable);
    http.expectNone('/api/v1/email-confirmations');
    await press('Potwierdź adres');
    const asked = http.expectOne({ method: 'POST', url: '/api/v1/email-confirmations' });
    expect(asked.request.body).toEqual({ token: TOKEN });
    asked.flush(null, { status: 204, statusText: 'x' });
    await settle();
    http.expectOne('/api/v1/session').flush(nobody, { status: 401, statusText: 'x' });
    await stable();
    expect(page().textContent).toContain('Adres jest potwierdzony.');
  });

  it('says at once that a link to a new address is spent', async () => {
    const { page, stable } = await open(`/potwierdzenie#${TOKEN}`);
    await checked('email-confirmations', stable, false);
    expect(page().querySelector('[role=alert]')?.textContent).toContain('poproś tam o zmianę jeszcze raz');
    expect(page().querySelector('button.submit')).toBeNull();
  });

  it('asks for a new password with the same words for every address', async () => {
    const { page, press, type, stable } = await open('/nowe-haslo');
    await type('email', 'ktos@example.org');
    await press('Wyślij link');
    const asked = http.expectOne({ method: 'POST', url: '/api/v1/password-resets' });
    expect(asked.request.body).toEqual({ email: 'ktos@example.org' });
    asked.flush(null, { status: 204, statusText: 'x' });
    await stable();
    expect(page().textContent).toContain('Jeżeli adres ktos@example.org ma konto w portalu');
  });

  it('says at once that a link for a new password is spent, and asks for the address of a new one', async () => {
    const { page, press, type, stable } = await open(`/nowe-haslo#${TOKEN}`);
    await checked('password-resets', stable, false);
    expect(page().querySelector('#password-fresh')).toBeNull();
    expect(page().querySelector('[role=alert]')?.textContent).toContain('Ten link wygasł albo został już użyty.');
    await type('email', 'ktos@example.org');
    await press('Wyślij link');
    http.expectOne({ method: 'POST', url: '/api/v1/password-resets' });
  });

  it('sets a new password, and asks for a new link when this one is spent meanwhile', async () => {
    const { page, press, type, stable } = await open(`/nowe-haslo#${TOKEN}`);
    await checked('password-resets', stable);
    await type('password-fresh', 'kilka niepowiązanych słów');
    await press('Ustaw hasło');
    const asked = http.expectOne({ method: 'PUT', url: '/api/v1/password-resets' });
    expect(asked.request.body).toEqual({ token: TOKEN, password: 'kilka niepowiązanych słów' });
    asked.flush(spent, { status: 410, statusText: 'x' });
    await stable();
    expect(page().querySelector('[role=alert]')?.textContent).toContain('Ten link wygasł albo został już użyty.');
    expect(page().querySelector('h1')?.textContent).toBe('Nowe hasło');
  });

  it('a role that demands a factor: the app, the codes, and on to where one was going', async () => {
    const { page, press, type, stable } = await open('/drugi-skladnik?powrot=%2Fkonsorcja');
    http.expectOne('/api/v1/sign-in-ways').flush({ passkey: true, providers: [], demo: false });
    await stable();
    expect(page().textContent).toContain('Dodaj klucz dostępu');
    [...page().querySelectorAll('button')].find((each) => each.textContent?.trim() === 'Podłącz aplikację')?.click();
    TestBed.tick();
    http
      .expectOne({ method: 'POST', url: '/api/v1/account/totp' })
      .flush({ secret: 'ABCDEFGHIJKLMNOP', uri: 'otpauth://totp/x?secret=ABCDEFGHIJKLMNOP' });
    await stable();
    await type('totp-code', '123 456');
    await press('Potwierdź kodem');
    http.expectOne({ method: 'PUT', url: '/api/v1/account/totp' }).flush(sessionOf());
    await stable();
    await press('Pokaż kody odzyskiwania');
    http.expectOne({ method: 'POST', url: '/api/v1/account/recovery-codes' }).flush({ codes: ['aaaa-bbbb'] });
    await stable();
    page().querySelector<HTMLInputElement>('#codes-kept')?.click();
    await press('Przejdź dalej');
    await stable();
    expect(TestBed.inject(Router).url).toBe('/konsorcja');
  });
});
