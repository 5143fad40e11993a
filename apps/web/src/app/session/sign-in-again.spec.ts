import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { sessionOf } from '../../testing/session';
import { problemInterceptor } from './problem-interceptor';
import { SessionStore } from './session-store';
import { SignInAgain } from './sign-in-again';

@Component({ template: '' })
class Page {}

const settle = () => new Promise((done) => setTimeout(done));

describe('signing in again in the middle of work', () => {
  const open = async () => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withInterceptors([problemInterceptor])), provideHttpClientTesting()],
    });
    const http = TestBed.inject(HttpTestingController);
    const signing = TestBed.inject(SessionStore).signIn('gmina@example.org', 'x');
    http.expectOne('/api/v1/session').flush(sessionOf());
    await signing;
    const fixture = TestBed.createComponent(Page);
    const again = TestBed.inject(SignInAgain);
    const answers = [again.ask(), again.ask()];
    await settle();
    TestBed.tick();
    await settle();
    http.expectOne('/api/v1/sign-in-ways').flush({ passkey: true, providers: [], demo: false });
    await fixture.whenStable();
    const loader = TestbedHarnessEnvironment.documentRootLoader(fixture);
    const enter = async (password: string) => {
      await (await loader.getHarness(MatInputHarness)).setValue(password);
      await (await loader.getHarness(MatButtonHarness.with({ selector: '[type=submit]' }))).click();
      return http.expectOne({ method: 'POST', url: '/api/v1/session' });
    };
    return { answers, enter, fixture, http, loader };
  };

  it('asks once for all requests, for the same person, and goes on', async () => {
    const { answers, enter } = await open();
    expect(document.querySelectorAll('zit-sign-in-again-dialog')).toHaveLength(1);
    const request = await enter('tajne');
    expect(request.request.body).toEqual({ email: 'gmina@example.org', password: 'tajne' });
    request.flush(sessionOf());
    expect(await Promise.all(answers)).toEqual([true, true]);
  });

  it('a wrong password says so and asks again', async () => {
    const { answers, enter, fixture } = await open();
    (await enter('zle')).flush(
      { code: 'UNAUTHENTICATED', detail: 'Adres albo hasło się nie zgadza.', status: 401 },
      { status: 401, statusText: 'x' },
    );
    await settle();
    await fixture.whenStable();
    expect(document.querySelector('zit-sign-in-again-dialog [role=alert]')?.textContent).toContain('się nie zgadza');
    (await enter('tajne')).flush(sessionOf());
    expect(await Promise.all(answers)).toEqual([true, true]);
  });

  it('asks for the second factor too, and puts the hat on again before the work goes on', async () => {
    const { answers, enter, fixture, http, loader } = await open();
    const half = sessionOf({ level: 'PASSWORD', factors: { passkey: false, totp: true, recoveryCodes: 0 } });
    (await enter('tajne')).flush(half);
    await settle();
    await fixture.whenStable();
    await (await loader.getHarness(MatInputHarness)).setValue('123456');
    await (await loader.getHarness(MatButtonHarness.with({ selector: '[type=submit]' }))).click();
    http.expectOne({ method: 'POST', url: '/api/v1/session/totp' }).flush(sessionOf({ actingFor: 'gmina' }));
    await settle();
    const hat = http.expectOne({ method: 'PUT', url: '/api/v1/session/acting-for' });
    expect(hat.request.body).toEqual({ organisationId: 'kompas', body: null });
    expect(TestBed.inject(SessionStore).session()?.actingFor).toBe('kompas');
    hat.flush(sessionOf());
    expect(await Promise.all(answers)).toEqual([true, true]);
  });
});
