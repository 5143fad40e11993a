import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import { sessionOf } from '../../testing/session';
import { ProblemError } from '../ui/problem';
import { lostRoleInterceptor } from './lost-role-interceptor';
import { problemInterceptor } from './problem-interceptor';
import { RoleNews } from './role-news';
import { hatOf, SessionStore } from './session-store';
import { SignInAgain } from './sign-in-again';
import { SignInWaysStore } from './sign-in-ways';
import { signInAgainInterceptor } from './sign-in-again-interceptor';
import { signedIn } from './signed-in';

@Component({ template: '' })
class Page {}

const session = sessionOf();
/** Lets promises and the router's own tasks run out. */
const settle = () => new Promise((done) => setTimeout(done));
const unauthenticated = { status: 401, statusText: 'Unauthorized' };

describe('session', () => {
  const again = { ask: jest.fn() };
  let http: HttpTestingController;

  beforeEach(() => {
    again.ask.mockReset();
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([problemInterceptor, lostRoleInterceptor, signInAgainInterceptor])),
        provideHttpClientTesting(),
        provideRouter([
          { path: 'logowanie', component: Page },
          { path: 'drugi-skladnik', component: Page },
          { path: 'organizacje', component: Page, canActivate: [signedIn] },
        ]),
        { provide: SignInAgain, useValue: again },
      ],
    });
    http = TestBed.inject(HttpTestingController);
  });
  afterEach(() => http.verify());

  /** The server knows nobody any more. */
  const ended = async () => {
    await settle();
    http.expectOne('/api/v1/session').flush(null, unauthenticated);
    await settle();
  };

  it('sends strangers to sign in and remembers where they were going', async () => {
    const going = TestBed.inject(Router).navigateByUrl('/organizacje?szukaj=kompas');
    await settle();
    http
      .expectOne('/api/v1/session')
      .flush({ code: 'UNAUTHENTICATED', detail: 'Zaloguj się.', status: 401 }, unauthenticated);
    await going;
    expect(TestBed.inject(Router).url).toBe('/logowanie?powrot=%2Forganizacje%3Fszukaj%3Dkompas');
  });

  it.each([
    ['PASSWORD', '/logowanie?powrot=%2Forganizacje'],
    ['ENROL', '/drugi-skladnik?powrot=%2Forganizacje'],
    ['FULL', '/organizacje'],
  ] as const)('at level %s the way leads to %s', async (level, url) => {
    const going = TestBed.inject(Router).navigateByUrl('/organizacje');
    await settle();
    http.expectOne('/api/v1/session').flush(sessionOf({ level }));
    await going;
    expect(TestBed.inject(Router).url).toBe(url);
  });

  it('acts for a body of the programme by the grants of that body', async () => {
    const store = TestBed.inject(SessionStore);
    store.take(sessionOf({ actingFor: null, actingBody: 'PROGRAMME' }));
    expect(store.role()).toBe('AUDITOR');
    expect(hatOf(store.grant()!)).toEqual({ organisationId: null, body: 'PROGRAMME' });
  });

  it('a session without its second factor asks for that alone and sends the work once more', async () => {
    again.ask.mockResolvedValue(true);
    const saved = firstValueFrom(TestBed.inject(HttpClient).patch('/api/v1/organisations/1', {}));
    http
      .expectOne('/api/v1/organisations/1')
      .flush({ code: 'SECOND_FACTOR', detail: 'x', status: 403 }, { status: 403, statusText: 'x' });
    await settle();
    expect(again.ask).toHaveBeenCalledWith(true);
    http.expectOne('/api/v1/organisations/1').flush({ ok: true });
    expect(await saved).toEqual({ ok: true });
  });

  it('asks the server once who it is', async () => {
    const store = TestBed.inject(SessionStore);
    const first = store.load();
    http.expectOne('/api/v1/session').flush(session);
    await first;
    await store.load();
    expect(store.person()?.name).toBe('Pracownik Gminy Miasta Sopotu');
    expect(store.role()).toBe('COORDINATOR');
  });

  it('switches whom one acts for', async () => {
    const store = TestBed.inject(SessionStore);
    const done = store.actFor({ organisationId: 'gmina', body: null });
    const request = http.expectOne({ method: 'PUT', url: '/api/v1/session/acting-for' });
    expect(request.request.body).toEqual({ organisationId: 'gmina', body: null });
    request.flush({ ...session, actingFor: 'gmina' });
    await done;
    expect(store.role()).toBe('MUNICIPALITY_OFFICER');
  });

  it('a session that ended asks to sign in on the spot and sends the work once more', async () => {
    again.ask.mockResolvedValue(true);
    const saved = firstValueFrom(TestBed.inject(HttpClient).patch('/api/v1/organisations/1', { name: 'Kompas' }));
    http.expectOne('/api/v1/organisations/1').flush(null, unauthenticated);
    await ended();
    const second = http.expectOne('/api/v1/organisations/1');
    expect(second.request.body).toEqual({ name: 'Kompas' });
    second.flush({ ok: true });
    expect(await saved).toEqual({ ok: true });
  });

  describe('a request under way while the cookie is renewed', () => {
    const wearing = (actingFor: string) => sessionOf({ actingFor });
    const client = () => TestBed.inject(HttpClient);
    beforeEach(() => TestBed.inject(SessionStore).take(wearing('kompas')));

    it('is read once more when the change of the hat is through, and nobody is asked to sign in', async () => {
      const read = firstValueFrom(client().get('/api/v1/consortia'));
      const first = http.expectOne('/api/v1/consortia');
      const changed = TestBed.inject(SessionStore).actFor({ organisationId: 'gmina', body: null });
      const change = http.expectOne({ method: 'PUT', url: '/api/v1/session/acting-for' });
      first.flush(null, unauthenticated);
      await settle();
      // The new cookie is not here yet: whoever asked now would hear that the session has ended.
      http.expectNone('/api/v1/session');
      change.flush(wearing('gmina'));
      await changed;
      await settle();
      http.expectOne('/api/v1/session').flush(wearing('gmina'));
      await settle();
      http.expectOne('/api/v1/consortia').flush({ items: [] });
      expect(await read).toEqual({ items: [] });
      expect(again.ask).not.toHaveBeenCalled();
    });

    it('shares one question with all others, also after a change in another tab', async () => {
      const both = ['/api/v1/consortia', '/api/v1/organisations'].map((url) => firstValueFrom(client().get(url)));
      http.expectOne('/api/v1/consortia').flush(null, unauthenticated);
      http.expectOne('/api/v1/organisations').flush(null, unauthenticated);
      await settle();
      http.expectOne('/api/v1/session').flush(wearing('gmina'));
      await settle();
      http.expectOne('/api/v1/consortia').flush(1);
      http.expectOne('/api/v1/organisations').flush(2);
      expect(await Promise.all(both)).toEqual([1, 2]);
      expect(again.ask).not.toHaveBeenCalled();
    });

    it.each([
      ['goes out once more under the same hat', 'kompas', true],
      ['is not done under another hat', 'gmina', false],
    ] as const)('when it writes, it %s', async (_, hat, repeated) => {
      const saved = firstValueFrom(client().patch('/api/v1/organisations/1', {})).catch((thrown: unknown) => thrown);
      http.expectOne('/api/v1/organisations/1').flush(null, unauthenticated);
      await settle();
      http.expectOne('/api/v1/session').flush(wearing(hat));
      await settle();
      if (repeated) http.expectOne('/api/v1/organisations/1').flush('saved');
      else http.expectNone('/api/v1/organisations/1');
      // Not an ended session: nothing may ask to sign in because of it.
      expect(await saved).toEqual(
        repeated
          ? 'saved'
          : expect.objectContaining({ problem: expect.objectContaining({ status: 409, code: 'OTHER_HAT' }) }),
      );
      expect(TestBed.inject(SessionStore).elsewhere()?.actingFor ?? null).toBe(repeated ? null : hat);
      expect(again.ask).not.toHaveBeenCalled();
    });

    it('is not written at all once another tab is known to wear another hat', async () => {
      TestBed.inject(SessionStore).meet(wearing('gmina'));
      const saved = firstValueFrom(client().patch('/api/v1/organisations/1', {}));
      const lost = expect(saved).rejects.toMatchObject({ problem: { code: 'OTHER_HAT' } });
      http.expectNone('/api/v1/organisations/1');
      await lost;
      client().get('/api/v1/consortia').subscribe();
      http.expectOne('/api/v1/consortia').flush(null);
    });

    it('waits for another tab whose change of the hat is not through yet', async () => {
      let through = (): void => undefined;
      const locks = {
        request: (_name: string, _how: object, work: () => unknown) =>
          new Promise<void>((done) => (through = done)).then(work),
      };
      Object.defineProperty(navigator, 'locks', { value: locks, configurable: true });
      try {
        const read = firstValueFrom(client().get('/api/v1/consortia'));
        http.expectOne('/api/v1/consortia').flush(null, unauthenticated);
        await settle();
        // Asked now, with the old cookie, the server would say that the session has ended.
        http.expectNone('/api/v1/session');
        through();
        await settle();
        http.expectOne('/api/v1/session').flush(wearing('gmina'));
        await settle();
        http.expectOne('/api/v1/consortia').flush({ items: [] });
        expect(await read).toEqual({ items: [] });
        expect(again.ask).not.toHaveBeenCalled();
      } finally {
        Reflect.deleteProperty(navigator, 'locks');
      }
    });

    it('is repeated once: refused again, it asks the person', async () => {
      again.ask.mockResolvedValue(false);
      const read = firstValueFrom(client().get('/api/v1/consortia')).catch((thrown: unknown) => thrown);
      http.expectOne('/api/v1/consortia').flush(null, unauthenticated);
      await settle();
      http.expectOne('/api/v1/session').flush(wearing('kompas'));
      await settle();
      http.expectOne('/api/v1/consortia').flush(null, unauthenticated);
      await settle();
      expect(again.ask).toHaveBeenCalledTimes(1);
      expect(await read).toBeInstanceOf(ProblemError);
    });

    it('of somebody else who signed in meanwhile is not sent in their name', async () => {
      again.ask.mockResolvedValue(false);
      const read = firstValueFrom(client().get('/api/v1/consortia')).catch((thrown: unknown) => thrown);
      http.expectOne('/api/v1/consortia').flush(null, unauthenticated);
      await settle();
      http.expectOne('/api/v1/session').flush(sessionOf({ person: { id: 'q', name: 'Inna', email: 'i@example.org' } }));
      await settle();
      http.expectNone('/api/v1/consortia');
      expect(again.ask).toHaveBeenCalledWith(false);
      expect(await read).toBeInstanceOf(ProblemError);
    });
  });

  describe('a role that is gone', () => {
    const refused = { status: 403, statusText: 'Forbidden' };
    const kept = sessionOf().grants.filter(({ role }) => role !== 'COORDINATOR');
    const open = () => {
      const news = TestBed.inject(RoleNews);
      TestBed.inject(SessionStore).take(sessionOf());
      TestBed.tick();
      return news;
    };
    const refuse = async (problem: object = { code: 'FORBIDDEN', detail: 'Nie.', status: 403 }) => {
      const saved = firstValueFrom(TestBed.inject(HttpClient).patch('/api/v1/organisations/1', {}));
      const lost = expect(saved).rejects.toBeInstanceOf(ProblemError);
      http.expectOne('/api/v1/organisations/1').flush(problem, refused);
      await lost;
      await settle();
    };

    it('is found out by the refusal, taken from the list of hats, and said', async () => {
      const news = open();
      await refuse();
      http.expectOne('/api/v1/session').flush(sessionOf({ grants: kept }));
      await settle();
      TestBed.tick();
      expect(TestBed.inject(SessionStore).grants()).toEqual(kept);
      // The server counts no other role under the hat that is bare now, and the page claims none.
      expect(TestBed.inject(SessionStore).grant()).toBeNull();
      expect(news.text()).toBe(
        'Nie masz już roli: koordynator konsorcjum, Stowarzyszenie „Kompas”. Wybierz u góry strony, w czyim imieniu działasz dalej.',
      );
      news.close();
      expect(news.text()).toBeNull();
    });

    it('is not imagined: a plain refusal says nothing of roles, and a step that is missing asks nobody', async () => {
      const news = open();
      await refuse();
      http.expectOne('/api/v1/session').flush(sessionOf());
      await settle();
      TestBed.tick();
      expect(news.text()).toBeNull();
      await refuse({ code: 'CONFIRM_FIRST', detail: 'x', status: 403 });
      http.expectNone('/api/v1/session');
    });
  });

  it('what the page asks by itself does not prolong the session', async () => {
    const isBackground = ({ headers }: { headers: { get(name: string): string | null } }) =>
      headers.get('zit-background') === 'true';
    const looked = TestBed.inject(SessionStore).peek();
    const look = http.expectOne('/api/v1/session');
    look.flush(session);
    await looked;
    const listed = TestBed.inject(SignInWaysStore).demoLogins();
    const list = http.expectOne('/api/v1/demo-logins');
    list.flush({ items: [] });
    await listed;
    TestBed.tick();
    http.expectOne('/api/v1/sign-in-ways').flush({ passkey: false, providers: [], demo: true });
    expect([look.request, list.request].map(isBackground)).toEqual([true, true]);
  });

  it('whoever gives up signing in keeps the problem, not a silent loss', async () => {
    again.ask.mockResolvedValue(false);
    const saved = firstValueFrom(TestBed.inject(HttpClient).patch('/api/v1/organisations/1', {}));
    const lost = expect(saved).rejects.toMatchObject({ problem: { code: 'UNAUTHENTICATED' } });
    http.expectOne('/api/v1/organisations/1').flush(null, unauthenticated);
    await ended();
    await lost;
  });

  it('every failure becomes a problem with a Polish sentence', async () => {
    const client = TestBed.inject(HttpClient);
    const lost = firstValueFrom(client.get('/api/v1/time'));
    http.expectOne('/api/v1/time').error(new ProgressEvent('error'));
    await expect(lost).rejects.toBeInstanceOf(ProblemError);
    await expect(lost).rejects.toMatchObject({ problem: { code: 'OFFLINE' } });

    const told = firstValueFrom(client.get('/api/v1/time'));
    http
      .expectOne('/api/v1/time')
      .flush(
        { code: 'VALIDATION', detail: 'NIP powinien mieć 10 cyfr.', status: 400 },
        { status: 400, statusText: 'x' },
      );
    await expect(told).rejects.toThrow('NIP powinien mieć 10 cyfr.');

    const proxy = firstValueFrom(client.get('/api/v1/time'));
    http.expectOne('/api/v1/time').flush('<html>', { status: 503, statusText: 'x' });
    await expect(proxy).rejects.toMatchObject({ problem: { code: 'UNAVAILABLE', status: 503 } });
  });

  it('sends JSON even where there is nothing to say', () => {
    TestBed.inject(HttpClient).delete('/api/v1/session').subscribe();
    const request = http.expectOne({ method: 'DELETE', url: '/api/v1/session' });
    expect(request.request.body).toEqual({});
    request.flush(null);
  });
});
