import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { provideRouter, Router } from '@angular/router';
import { sessionOf } from '../../testing/session';
import { problemInterceptor } from './problem-interceptor';
import { SessionClock } from './session-clock';
import { SessionStore } from './session-store';
import { SignInAgain } from './sign-in-again';

@Component({ template: '' })
class Page {}

const START = Date.parse('2030-01-01T00:00:00.000Z');
const at = (minutes: number) => new Date(START + minutes * 60_000).toISOString();

describe('the end of a session', () => {
  const again = { ask: jest.fn().mockResolvedValue(true) };
  let http: HttpTestingController;

  beforeEach(() => {
    again.ask.mockClear();
    jest.useFakeTimers({ now: START });
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([problemInterceptor])),
        provideHttpClientTesting(),
        { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } },
        provideRouter([{ path: '**', children: [] }]),
        { provide: SignInAgain, useValue: again },
      ],
    });
    http = TestBed.inject(HttpTestingController);
    TestBed.createComponent(Page);
    TestBed.inject(SessionClock).begin();
  });
  afterEach(() => jest.useRealTimers());

  const pass = async (minutes: number) => {
    TestBed.tick();
    await jest.advanceTimersByTimeAsync(minutes * 60_000);
    TestBed.tick();
    await jest.advanceTimersByTimeAsync(10);
  };
  const dialog = () => document.querySelector('zit-session-warning-dialog');
  /** A session that idles out after an hour. */
  const begin = (change = {}) =>
    TestBed.inject(SessionStore).take(sessionOf({ expiresAt: at(60), endsAt: at(720), serverTime: at(0), ...change }));
  const answer = (change: object) => http.expectOne({ method: 'GET', url: '/api/v1/session' }).flush(sessionOf(change));
  const warned = async () => {
    begin();
    await pass(55);
    answer({ expiresAt: at(60), endsAt: at(720), serverTime: at(55) });
    await pass(0);
    await pass(0);
  };
  const press = async (name: string) => {
    [...document.querySelectorAll<HTMLButtonElement>('zit-session-warning-dialog button')]
      .find((each) => each.textContent?.trim() === name)
      ?.click();
    await pass(0);
  };

  it('warns five minutes before, in words that change once a minute', async () => {
    await warned();
    expect(dialog()?.querySelector('[role=status]')?.textContent).toContain('Do końca sesji zostało 5\u00a0minut.');
    await pass(4);
    expect(dialog()?.querySelector('[role=status]')?.textContent).toContain('została 1\u00a0minuta.');
  });

  it('prolongs with one button, and waits again', async () => {
    await warned();
    await press('Przedłuż sesję');
    http
      .expectOne({ method: 'POST', url: '/api/v1/session/extend' })
      .flush(sessionOf({ expiresAt: at(115), endsAt: at(720), serverTime: at(55) }));
    await pass(1);
    expect(dialog()).toBeNull();
    await pass(50);
    http.expectNone({ method: 'GET', url: '/api/v1/session' });
    await pass(5);
    answer({ expiresAt: at(115), endsAt: at(720), serverTime: at(110) });
  });

  it('troubles nobody whose work has prolonged the session meanwhile', async () => {
    begin();
    await pass(55);
    answer({ expiresAt: at(100), endsAt: at(720), serverTime: at(55) });
    await pass(30);
    expect(dialog()).toBeNull();
    await pass(10);
    answer({ expiresAt: at(100), endsAt: at(720), serverTime: at(95) });
  });

  it('trusts the clock of the server, not the one of the browser', async () => {
    // This browser is half an hour late.
    begin({ serverTime: at(30) });
    await pass(24);
    http.expectNone({ method: 'GET', url: '/api/v1/session' });
    await pass(1);
    answer({ expiresAt: at(100), endsAt: at(720), serverTime: at(55) });
  });

  it('at the end asks to sign in over the page, which stays', async () => {
    await warned();
    await pass(5);
    expect(dialog()).toBeNull();
    expect(again.ask).toHaveBeenCalledTimes(1);
  });

  it('says when prolonging cannot help any more', async () => {
    begin({ endsAt: at(60) });
    await pass(55);
    answer({ expiresAt: at(60), endsAt: at(60), serverTime: at(55) });
    await pass(0);
    await pass(0);
    expect(dialog()?.textContent).toContain('Jedna sesja trwa najdłużej 12 godzin; ta kończy się o 02:00.');
    expect(dialog()?.textContent).not.toContain('Przedłuż sesję');
    await press('Zaloguj się ponownie');
    expect(again.ask).toHaveBeenCalledTimes(1);
  });

  it('signs out from the warning', async () => {
    await warned();
    await press('Wyloguj się');
    http.expectOne({ method: 'DELETE', url: '/api/v1/session' }).flush(null, { status: 204, statusText: 'x' });
    await pass(1);
    expect(TestBed.inject(Router).url).toBe('/logowanie');
    expect(dialog()).toBeNull();
  });
});
