import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { SessionResponse } from '@zit/contracts';
import { sessionOf } from '../../testing/session';
import { problemInterceptor } from '../session/problem-interceptor';
import { SessionStore } from '../session/session-store';
import { FrameNews } from './frame-news';
import { HatChange } from './hat-change';

@Component({ template: '' })
class Page {}

/** Tabs of one browser, as far as they hear each other. */
class Channel extends EventTarget {
  static readonly all = new Set<Channel>();

  constructor() {
    super();
    Channel.all.add(this);
  }

  postMessage(data: unknown): void {
    for (const other of Channel.all) if (other !== this) other.dispatchEvent(new MessageEvent('message', { data }));
  }
}

const settle = () => new Promise((done) => setTimeout(done));
const SESSION = { method: 'GET', url: '/api/v1/session' };

describe('one session in several tabs', () => {
  const mayLeave = signal(true);
  let http: HttpTestingController;
  let store: SessionStore;
  let otherTab: Channel;

  beforeEach(async () => {
    Channel.all.clear();
    mayLeave.set(true);
    Object.defineProperty(globalThis, 'BroadcastChannel', { value: Channel, configurable: true });
    otherTab = new Channel();
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([problemInterceptor])),
        provideHttpClientTesting(),
        provideRouter([
          { path: 'konsorcja', component: Page, canDeactivate: [() => mayLeave()] },
          { path: '**', component: Page },
        ]),
      ],
    });
    http = TestBed.inject(HttpTestingController);
    store = TestBed.inject(SessionStore);
    store.take(sessionOf());
    TestBed.inject(HatChange);
    await (await RouterTestingHarness.create()).navigateByUrl('/konsorcja');
  });
  afterEach(() => {
    http.verify();
    Reflect.deleteProperty(globalThis, 'BroadcastChannel');
  });

  const hears = async (now: SessionResponse) => {
    otherTab.postMessage('changed');
    http.expectOne(SESSION).flush(now);
    await settle();
    TestBed.tick();
    await settle();
  };
  const news = async () => {
    const fixture = TestBed.createComponent(FrameNews);
    await fixture.whenStable();
    return fixture.nativeElement as HTMLElement;
  };

  it('tells the other tabs of a new hat, and not itself', async () => {
    const heard: unknown[] = [];
    otherTab.addEventListener('message', (event) => heard.push((event as MessageEvent).data));
    const made = TestBed.inject(HatChange).make(() => Promise.resolve(store.take(sessionOf({ actingFor: 'gmina' }))));
    expect(await made).toBe(true);
    expect(heard).toEqual(['changed']);
  });

  it('tells nobody of a change that was refused', async () => {
    const heard: unknown[] = [];
    otherTab.addEventListener('message', (event) => heard.push((event as MessageEvent).data));
    expect(await TestBed.inject(HatChange).make(() => Promise.reject(new Error('x')))).toBe(false);
    expect(heard).toEqual([]);
  });

  it('leaves the page of the former hat when another tab puts on another one, and says so', async () => {
    await hears(sessionOf({ actingFor: 'gmina' }));
    expect(TestBed.inject(Router).url).toBe('/');
    expect(store.session()?.actingFor).toBe('gmina');
    const page = await news();
    expect(page.querySelector('[role=status]')?.textContent).toContain('Teraz: Gmina Miasta Sopotu.');
    page.querySelector('button')?.click();
    TestBed.tick();
    expect(page.textContent).not.toContain('Gmina Miasta Sopotu');
  });

  it('S-42: sees the end of a view that another tab ended', async () => {
    const own = { id: 'a', name: 'Administrator', email: 'a@example.org' };
    store.take(sessionOf({ viewer: { name: own.name, reason: 'zgłoszenie' } }));
    await hears(sessionOf({ person: own, actingFor: null, actingBody: 'PROGRAMME' }));
    expect(store.session()?.viewer).toBeNull();
    expect(TestBed.inject(Router).url).toBe('/');
  });

  it('stays with unsaved work, under the former hat, until the person goes on', async () => {
    mayLeave.set(false);
    await hears(sessionOf({ actingFor: 'gmina' }));
    expect(TestBed.inject(Router).url).toBe('/konsorcja');
    expect(store.session()?.actingFor).toBe('kompas');
    const page = await news();
    expect(page.querySelector('[role=alert]')?.textContent).toContain('niczego tu już nie zapiszesz');
    mayLeave.set(true);
    page.querySelector('button')?.click();
    await settle();
    TestBed.tick();
    expect(store.session()?.actingFor).toBe('gmina');
    expect(page.querySelector('[role=alert]')).toBeNull();
  });

  it('keeps the page when nothing of the look has changed', async () => {
    await hears(sessionOf({ expiresAt: '2030-01-01T02:00:00.000Z' }));
    expect(TestBed.inject(Router).url).toBe('/konsorcja');
    expect(store.session()?.expiresAt).toBe('2030-01-01T02:00:00.000Z');
  });
});
