import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { MatInputHarness } from '@angular/material/input/testing';
import { provideRouter } from '@angular/router';
import type { AccountResponse, SessionResponse } from '@zit/contracts';
import { viewOnlyReason } from '@zit/words.pl/view-only';
import { problemInterceptor } from '../session/problem-interceptor';
import { SessionStore } from '../session/session-store';
import { sessionOf } from '../../testing/session';
import { accountOf } from './account.fixture';
import { AccountPage } from './account-page';

const settle = () => new Promise((done) => setTimeout(done));
const noContent = { status: 204, statusText: 'x' };

describe('my account', () => {
  const open = async (
    account: AccountResponse,
    providers: { id: string; name: string }[] = [],
    session: Partial<SessionResponse> = {},
  ) => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([problemInterceptor])),
        provideHttpClientTesting(),
        provideRouter([{ path: '**', children: [] }]),
        { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } },
      ],
    });
    const http = TestBed.inject(HttpTestingController);
    TestBed.inject(SessionStore).take(sessionOf(session));
    const fixture = TestBed.createComponent(AccountPage);
    TestBed.tick();
    http.expectOne('/api/v1/account').flush(account);
    http.expectOne('/api/v1/sign-in-ways').flush({ passkey: true, providers, demo: false });
    await settle();
    TestBed.tick();
    http.expectOne('/api/v1/sessions').flush({
      items: [
        {
          id: 's1',
          present: true,
          device: 'Firefox, Windows',
          network: '203.0.113.0/24',
          beganAt: '2026-11-22T08:00:00.000Z',
          seenAt: '2026-11-22T09:00:00.000Z',
        },
        {
          id: 's2',
          present: false,
          device: 'Chrome, Android',
          network: '198.51.100.0/24',
          beganAt: '2026-11-20T08:00:00.000Z',
          seenAt: '2026-11-21T09:00:00.000Z',
        },
      ],
    });
    http.expectOne('/api/v1/account/views').flush({
      items: [
        { at: '2026-11-21T10:00:00.000Z', viewer: 'Administrator programu', reason: 'Zgłoszenie 12 od organizacji' },
      ],
    });
    await fixture.whenStable();
    const loader = TestbedHarnessEnvironment.loader(fixture);
    return {
      http,
      fixture,
      loader,
      page: fixture.nativeElement as HTMLElement,
      /** A click that begins to load something: it is not over before the answer is there. */
      begin: (text: string) => {
        [...(fixture.nativeElement as HTMLElement).querySelectorAll('button')]
          .find((each) => each.textContent?.trim() === text)
          ?.click();
        TestBed.tick();
      },
      press: async (text: string | RegExp) => {
        await (await loader.getHarness(MatButtonHarness.with({ text }))).click();
        TestBed.tick();
      },
      type: async (id: string, text: string) =>
        (await loader.getHarness(MatInputHarness.with({ selector: `#${id}` }))).setValue(text),
      /** The page asks for the account again after a change. */
      reloaded: async (account: AccountResponse) => {
        await settle();
        TestBed.tick();
        http.expectOne({ method: 'GET', url: '/api/v1/account' }).flush(account);
        await fixture.whenStable();
      },
    };
  };

  it('shows the person, where they are signed in, and who looked through their eyes', async () => {
    const { page } = await open(accountOf({ pendingEmail: 'nowy@example.org' }));
    expect(page.textContent).toContain('Adres nowy@example.org czeka na potwierdzenie.');
    const sessions = [...page.querySelectorAll('zit-own-sessions li')].map((each) => each.textContent);
    expect(sessions[0]).toContain('to urządzenie');
    expect(sessions[1]).toContain('sieć 198.51.100.0/24');
    expect(page.querySelector('zit-views')?.textContent).toContain(
      'Administrator programu: Zgłoszenie 12 od organizacji',
    );
    expect(page.querySelector('zit-identities')).toBeNull();
  });

  it('S-42: closes every button to who looks through another’s eyes, and says why', async () => {
    const viewer = { name: 'Administrator programu', reason: 'Zgłoszenie 12' };
    const { page } = await open(accountOf(), [{ id: 'city', name: 'Miasto' }], { viewer });
    const buttons = [...page.querySelectorAll('button')];
    expect(buttons.length).toBeGreaterThan(6);
    expect(buttons.filter((button) => !button.matches(':disabled')).map((button) => button.textContent)).toEqual([]);
    const why = page.querySelector('fieldset')?.getAttribute('aria-describedby');
    expect(page.querySelector(`#${why}`)?.textContent).toBe(viewOnlyReason);
  });

  it('changes the name', async () => {
    const { http, page, press, type, reloaded } = await open(accountOf());
    page.querySelector<HTMLButtonElement>('zit-account-details [aria-label="Zmień: Imię i nazwisko"]')?.click();
    await settle();
    await type('account-name', 'Pracownik');
    await press('Zapisz');
    const request = http.expectOne({ method: 'PATCH', url: '/api/v1/account' });
    expect(request.request.body).toEqual({ name: 'Pracownik' });
    request.flush(accountOf({ name: 'Pracownik' }));
    await settle();
    http.expectOne({ method: 'GET', url: '/api/v1/session' }).flush(sessionOf());
    await reloaded(accountOf({ name: 'Pracownik' }));
    expect(page.querySelector('zit-account-details dd')?.textContent).toContain('Pracownik');
  });

  it('changes the password and says what the server says about a bad one', async () => {
    const { http, page, fixture, press, type } = await open(accountOf());
    await press('Zmień hasło');
    await press('Zmień hasło');
    expect(page.querySelector('zit-change-password mat-error')?.textContent).toContain('Podaj obecne hasło.');
    await type('password-current', 'stare');
    await type('password-fresh', 'portal portal');
    await press('Zmień hasło');
    const request = http.expectOne({ method: 'PUT', url: '/api/v1/account/password' });
    expect(request.request.body).toEqual({ current: 'stare', password: 'portal portal' });
    request.flush(
      {
        code: 'VALIDATION',
        detail: 'Popraw zaznaczone pola.',
        status: 400,
        errors: [{ pointer: '/password', message: 'To hasło składa się głównie z nazwy portalu.' }],
      },
      { status: 400, statusText: 'x' },
    );
    await settle();
    await fixture.whenStable();
    expect(page.querySelector('zit-change-password [role=alert]')?.textContent).toContain('nazwy portalu');
  });

  it('shows the secret of the app as text and as a code for cameras, and takes the code that comes back', async () => {
    const { http, page, fixture, begin, press, type, reloaded } = await open(accountOf());
    begin('Podłącz aplikację');
    http
      .expectOne({ method: 'POST', url: '/api/v1/account/totp' })
      .flush({ secret: 'ABCDEFGHIJKLMNOP', uri: 'otpauth://totp/Portal:x?secret=ABCDEFGHIJKLMNOP' });
    await settle();
    await fixture.whenStable();
    expect(page.querySelector('zit-add-totp code')?.textContent).toBe('ABCD EFGH IJKL MNOP');
    expect(page.querySelector('zit-qr-code path')?.getAttribute('d')).toMatch(/^M\d+ \d+h7v1h-7z/);
    await type('totp-code', '123456');
    await press('Potwierdź kodem');
    const request = http.expectOne({ method: 'PUT', url: '/api/v1/account/totp' });
    expect(request.request.body).toEqual({ code: '123456' });
    request.flush(sessionOf({ factors: { passkey: false, totp: true, recoveryCodes: 0 } }));
    await reloaded(accountOf({ factors: { passkeys: [], totp: true, recoveryCodes: 0 } }));
    expect(page.querySelector('zit-factors')?.textContent).toContain('Aplikacja jest podłączona.');
  });

  it('shows recovery codes once and lets them go only when they are kept', async () => {
    const { http, page, begin, press, reloaded } = await open(
      accountOf({ factors: { passkeys: [], totp: true, recoveryCodes: 0 } }),
    );
    await press('Utwórz 10 nowych kodów');
    http
      .expectOne({ method: 'POST', url: '/api/v1/account/recovery-codes' })
      .flush({ codes: ['aaaa-bbbb', 'cccc-dddd'] });
    await reloaded(accountOf({ factors: { passkeys: [], totp: true, recoveryCodes: 10 } }));
    expect([...page.querySelectorAll('zit-recovery-codes li')].map((each) => each.textContent)).toEqual([
      'aaaa-bbbb',
      'cccc-dddd',
    ]);
    // Nothing else of the page goes onto paper.
    expect(page.querySelector('zit-own-sessions')?.classList).toContain('screen-only');
    await press('Gotowe');
    expect(page.querySelector('zit-recovery-codes [role=alert]')?.textContent).toContain(
      'Zaznacz, że kody są zapisane',
    );
    page.querySelector<HTMLInputElement>('#codes-kept')?.click();
    begin('Gotowe');
    await reloaded(accountOf({ factors: { passkeys: [], totp: true, recoveryCodes: 10 } }));
    expect(page.textContent).not.toContain('aaaa-bbbb');
    expect(page.textContent).toContain('Masz 10\u00a0niewykorzystanych kodów.');
  });

  it('takes the keyboard along when something opens in place of its button, and back when it closes', async () => {
    const { page, fixture, press } = await open(accountOf());
    const focused = () => document.activeElement;
    expect(focused()).toBe(document.body);
    await press('Zmień hasło');
    expect(focused()?.id).toBe('password-current');
    await press('Anuluj');
    expect(focused()?.textContent?.trim()).toBe('Zmień hasło');
    const email = page.querySelector<HTMLButtonElement>('[aria-label="Zmień: Adres e-mail"]');
    email?.click();
    await fixture.whenStable();
    expect(focused()?.id).toBe('account-email');
    await press('Anuluj');
    expect(focused()).toBe(email);
    await press('Dodaj klucz dostępu');
    expect(focused()?.id).toBe('passkey-name');
    await press('Anuluj');
    expect(focused()?.textContent).toBe('Klucze dostępu');
  });

  it('says why the last factor cannot go', async () => {
    const { http, page, fixture } = await open(
      accountOf({
        factorRequired: true,
        factors: {
          passkeys: [{ id: 'k1', name: 'Telefon służbowy', addedAt: '2026-11-01T08:00:00.000Z', usedAt: null }],
          totp: false,
          recoveryCodes: 3,
        },
      }),
    );
    page.querySelector<HTMLButtonElement>('[aria-label="Usuń klucz „Telefon służbowy”"]')?.click();
    http
      .expectOne({ method: 'DELETE', url: '/api/v1/account/passkeys/k1' })
      .flush({ code: 'LAST_FACTOR', detail: 'Najpierw dodaj inny.', status: 409 }, { status: 409, statusText: 'x' });
    await settle();
    await fixture.whenStable();
    expect(page.querySelector('zit-factors [role=alert]')?.textContent).toContain('Najpierw dodaj inny.');
  });

  it('ends one session and all others', async () => {
    const { http, page, fixture, press } = await open(accountOf());
    page.querySelector<HTMLButtonElement>('[aria-label^="Zakończ sesję: Chrome, Android"]')?.click();
    http.expectOne({ method: 'DELETE', url: '/api/v1/sessions/s2' }).flush(null, noContent);
    await settle();
    TestBed.tick();
    http.expectOne({ method: 'GET', url: '/api/v1/sessions' }).flush({ items: [] });
    await fixture.whenStable();
    expect(page.querySelectorAll('zit-own-sessions li')).toHaveLength(0);
    await expect(press('Zakończ wszystkie inne')).rejects.toThrow();
  });

  it('shows accounts at other providers where there are such, with the way to let go of one', async () => {
    const { page, http, reloaded } = await open(
      accountOf({ identities: [{ id: 'i1', provider: 'Konto miejskie', linkedAt: '2026-11-01T08:00:00.000Z' }] }),
      [{ id: 'miasto', name: 'Konto miejskie' }],
    );
    expect(page.querySelector('zit-identities')?.textContent).not.toContain('Połącz: Konto miejskie');
    page.querySelector<HTMLButtonElement>('[aria-label="Rozłącz: Konto miejskie"]')?.click();
    http.expectOne({ method: 'DELETE', url: '/api/v1/account/identities/i1' }).flush(null, noContent);
    await reloaded(accountOf());
    expect(page.querySelector('zit-identities')?.textContent).toContain('Żadne konto zewnętrzne nie jest połączone.');
    expect(page.querySelector('zit-identities')?.textContent).toContain('Połącz: Konto miejskie');
  });
});
