import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { OfferPresence, OfferResponse, SaveSheet, SheetResponse, SheetSaved } from '@zit/contracts';
import { grantOf, signedInAs } from '../../testing/signed-in-as';
import { problemInterceptor } from '../session/problem-interceptor';
import { SessionStore } from '../session/session-store';
import { offerRoutes } from './offer.routes';

/** By the browser's own clock, so that a deadline tomorrow is tomorrow. */
export const coordinator = signedInAs([grantOf('COORDINATOR', 'kompas')], null, {
  serverTime: new Date().toISOString(),
});

export const settle = (ms = 0) => new Promise((done) => setTimeout(done, ms));

/** A page of this room on its own routes, without a server. */
export async function openOffers(url: string, session = coordinator) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([problemInterceptor])),
      provideHttpClientTesting(),
      { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } },
      provideRouter(
        [
          { path: 'oferty', children: offerRoutes },
          { path: '', pathMatch: 'full', children: [] },
        ],
        withComponentInputBinding(),
      ),
    ],
  });
  const http = TestBed.inject(HttpTestingController);
  TestBed.inject(SessionStore).take(session);
  const harness = await RouterTestingHarness.create();
  await harness.navigateByUrl(url);
  const tick = async () => {
    for (let round = 0; round < 3; round += 1) {
      TestBed.tick();
      await settle();
    }
  };
  const page = harness.fixture.nativeElement as HTMLElement;
  const root = TestbedHarnessEnvironment.documentRootLoader(harness.fixture);
  const named = (name: string) => {
    const found = [...document.querySelectorAll<HTMLElement>('button, a')].find(
      (each) => (each.getAttribute('aria-label') ?? each.textContent).replace(/\s+/g, ' ').trim() === name,
    );
    if (!found) throw new Error(`Nothing is called „${name}”`);
    return found;
  };
  /** A plain click: a page that asks its server is not still before it is answered. */
  const press = async (name: string) => {
    named(name).click();
    await tick();
    await tick();
  };
  const text = () => page.textContent.replace(/\s+/g, ' ');
  return { http, page, root, press, named, tick, text, harness };
}

/** Answers what the workshop asks when it opens. */
export async function openOffer(
  url: string,
  offer: OfferResponse,
  sheet: SheetResponse,
  others: OfferPresence['others'] = [],
) {
  const opened = await openOffers(url);
  const { http, tick } = opened;
  http.match(`/api/v1/offers/${offer.id}`).forEach((each) => each.flush(offer));
  http.expectOne(`/api/v1/offers/${offer.id}/sheet`).flush(sheet);
  for (let round = 0; round < 4; round += 1) {
    await tick();
    http.match(`/api/v1/offers/${offer.id}`).forEach((each) => each.flush(offer));
    http.match(`/api/v1/offers/${offer.id}/presence`).forEach((each) => each.flush({ others }));
  }
  /** The next save, answered as taken, or as the test says. */
  const saved = async (change: (body: SaveSheet) => Partial<SheetSaved> = () => ({})): Promise<SaveSheet> => {
    let body: SaveSheet | null = null;
    while (!body) {
      await settle(20);
      const [request] = http.match(({ method, url: asked }) => method === 'PATCH' && asked.endsWith('/sheet'));
      if (!request) continue;
      body = request.request.body as SaveSheet;
      const taken = body.changes.map(({ path, value }) => ({ path, value: value as string, rev: 2 }));
      request.flush({ from: 1, rev: 2, taken, collisions: [], savedAt: '2015-03-20T12:00:00.000Z', ...change(body) });
    }
    await tick();
    return body;
  };
  return { ...opened, saved };
}
