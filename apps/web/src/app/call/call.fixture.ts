import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { SessionResponse } from '@zit/contracts';
import { problemInterceptor } from '../session/problem-interceptor';
import { SessionStore } from '../session/session-store';
import { grantOf, signedInAs } from '../../testing/signed-in-as';
import { callRoutes, publicCallRoutes } from './call.routes';

export const officer = signedInAs([grantOf('MUNICIPALITY_OFFICER', 'gmina', '2264011')]);
export const coordinator = signedInAs([grantOf('COORDINATOR', 'kompas')]);

export const settle = (ms = 0) => new Promise((done) => setTimeout(done, ms));

/** A page of this room on its own routes, without a server; without a session: a visitor. */
export async function openCalls(url: string, session: SessionResponse | null) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([problemInterceptor])),
      provideHttpClientTesting(),
      { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } },
      provideRouter(
        [
          { path: 'nabory', children: callRoutes },
          { path: 'ogloszenia', children: publicCallRoutes },
          { path: '', pathMatch: 'full', children: [] },
        ],
        withComponentInputBinding(),
      ),
    ],
  });
  const http = TestBed.inject(HttpTestingController);
  if (session) TestBed.inject(SessionStore).take(session);
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
  /** A plain click: a page that asks its server is not still before it is answered. */
  const press = async (name: string) => {
    const buttons = [...document.querySelectorAll<HTMLButtonElement>('button')];
    const found = buttons.find((each) => each.textContent?.trim() === name);
    if (!found) throw new Error(`No button „${name}”`);
    found.click();
    await settle();
    TestBed.tick();
    await settle();
  };
  const text = () => page.textContent.replace(/\s+/g, ' ');
  /** The visitor is nobody: the head of a public page asks once. */
  const nobody = () => http.expectOne('/api/v1/session').flush(null, { status: 401, statusText: 'Unauthorized' });
  return { http, page, loader, root, press, stable, text, nobody, harness };
}
