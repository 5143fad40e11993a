import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { MatButtonHarness } from '@angular/material/button/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { InvitationItem, PersonItem, SessionResponse } from '@zit/contracts';
import { problemInterceptor } from '../session/problem-interceptor';
import { SessionStore } from '../session/session-store';
import { HatChangePage } from '../shell/hat-change-page';
import { grantOf, signedInAs } from '../../testing/signed-in-as';
import { peopleRoutes } from './people.routes';

export const owner = signedInAs([grantOf('OWNER', 'kompas')]);
export const administrator = signedInAs([grantOf('ADMINISTRATOR')], 'PROGRAMME');

export const person = (more: Partial<PersonItem> = {}): PersonItem => ({
  id: 'redaktor',
  name: 'Redaktor „Kompasu”',
  email: 'redaktor@example.org',
  factor: false,
  seenAt: '2015-03-05T09:12:00.000Z',
  grants: [
    {
      id: 'g1',
      role: 'EDITOR',
      organisationId: 'kompas',
      organisationName: 'Stowarzyszenie „Kompas”',
      teryt: null,
      grantedAt: '2015-01-10T08:00:00.000Z',
      may: { revoke: true, reason: null },
    },
  ],
  may: { viewAs: false },
  ...more,
});
export const invitation = (more: Partial<InvitationItem> = {}): InvitationItem => ({
  id: 'i1',
  email: 'nowa@example.org',
  role: 'COORDINATOR',
  organisationId: 'kompas',
  organisationName: 'Stowarzyszenie „Kompas”',
  teryt: null,
  state: 'PROPOSED',
  invitedBy: 'Administrator programu',
  invitedAt: '2015-03-05T09:12:00.000Z',
  expiresAt: '2015-03-12T09:12:00.000Z',
  may: { withdraw: true, approve: false, reason: 'Zatwierdza drugi administrator, nie ten, który zaprosił.' },
  ...more,
});
export const settle = (ms = 0) => new Promise((done) => setTimeout(done, ms));

/** A page of this room on its own routes, without a server. */
export const openPeople = async (url: string, session: SessionResponse) => {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([problemInterceptor])),
      provideHttpClientTesting(),
      { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } },
      provideRouter(
        [
          { path: 'osoby', children: peopleRoutes },
          { path: 'zmiana', component: HatChangePage },
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
  TestBed.tick();
  await settle();
  const stable = async () => {
    await settle();
    await harness.fixture.whenStable();
  };
  const page = harness.routeNativeElement as HTMLElement;
  const loader = TestbedHarnessEnvironment.loader(harness.fixture);
  const root = TestbedHarnessEnvironment.documentRootLoader(harness.fixture);
  const press = async (text: string | RegExp) => (await root.getHarness(MatButtonHarness.with({ text }))).click();
  return { http, page, loader, root, press, stable, text: () => page.textContent.replace(/\s+/g, ' ') };
};
