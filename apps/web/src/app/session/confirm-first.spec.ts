import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { provideRouter, Router } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import { sessionOf } from '../../testing/session';
import { confirmFirstInterceptor } from './confirm-first-interceptor';
import { problemInterceptor } from './problem-interceptor';
import { SessionStore } from './session-store';

@Component({ template: '' })
class Page {}

const settle = () => new Promise((done) => setTimeout(done));
const refusal = (code: string) => ({ code, detail: 'Nie teraz.', status: 403 });
const forbidden = { status: 403, statusText: 'x' };

describe('a change that has to be confirmed first', () => {
  const open = async () => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([problemInterceptor, confirmFirstInterceptor])),
        provideHttpClientTesting(),
        { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } },
        provideRouter([{ path: '**', component: Page }]),
      ],
    });
    const http = TestBed.inject(HttpTestingController);
    TestBed.inject(SessionStore).take(sessionOf());
    const fixture = TestBed.createComponent(Page);
    const change = firstValueFrom(TestBed.inject(HttpClient).put('/api/v1/account/email', { email: 'b@example.org' }));
    change.catch(() => undefined);
    const loader = TestbedHarnessEnvironment.documentRootLoader(fixture);
    const refuse = async (code: string) => {
      http.expectOne('/api/v1/account/email').flush(refusal(code), forbidden);
      await settle();
      await fixture.whenStable();
    };
    const press = async (text: string) => (await loader.getHarness(MatButtonHarness.with({ text }))).click();
    return { http, fixture, change, loader, refuse, press };
  };

  it('asks for the password, then goes out once more by itself', async () => {
    const { http, fixture, change, loader, refuse, press } = await open();
    await refuse('CONFIRM_FIRST');
    await press('Potwierdź');
    expect(document.querySelector('zit-confirm-dialog mat-error')?.textContent).toContain('Podaj hasło.');
    const password = await loader.getHarness(MatInputHarness);
    await password.setValue('zle');
    await press('Potwierdź');
    http
      .expectOne({ method: 'PUT', url: '/api/v1/session/confirmation' })
      .flush(
        { code: 'VALIDATION', detail: 'To nie jest hasło do tego konta.', status: 400 },
        { status: 400, statusText: 'x' },
      );
    await settle();
    await fixture.whenStable();
    expect(document.querySelector('zit-confirm-dialog [role=alert]')?.textContent).toContain('To nie jest hasło');
    await password.setValue('dobre');
    await press('Potwierdź');
    const confirmation = http.expectOne({ method: 'PUT', url: '/api/v1/session/confirmation' });
    expect(confirmation.request.body).toEqual({ password: 'dobre' });
    confirmation.flush(null, { status: 204, statusText: 'x' });
    await settle();
    const second = http.expectOne('/api/v1/account/email');
    expect(second.request.body).toEqual({ email: 'b@example.org' });
    second.flush({ ok: true });
    expect(await change).toEqual({ ok: true });
  });

  it('whoever gives up keeps the refusal, and nothing was changed', async () => {
    const { change, refuse, press } = await open();
    await refuse('CONFIRM_FIRST');
    await press('Anuluj');
    await expect(change).rejects.toMatchObject({ problem: { code: 'CONFIRM_FIRST' } });
  });

  it('a role that demands a second factor leads to where one is added', async () => {
    const { change, refuse } = await open();
    await refuse('ENROL_FACTOR');
    await expect(change).rejects.toMatchObject({ problem: { code: 'ENROL_FACTOR' } });
    expect(TestBed.inject(Router).url).toBe('/drugi-skladnik?powrot=%2F');
  });
});
