import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, RouterOutlet, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { problemInterceptor } from '../session/problem-interceptor';
import { MailboxPage } from './mailbox-page';
import { mailboxRoutes } from './mailbox.routes';
import { onlyInDemo } from './only-in-demo';

const mail = {
  id: 'm1',
  to: 'nowa@example.org',
  subject: 'Zaproszenie – Portal',
  writtenAt: '2026-11-22T08:00:00.000Z',
};
const settle = () => new Promise((done) => setTimeout(done));

@Component({ selector: 'zit-test-frame', imports: [RouterOutlet], template: '<router-outlet />' })
class Frame {}

@Component({ selector: 'zit-test-nowhere', template: 'nie ma takiej strony' })
class Nowhere {}

describe('mailbox of the demo', () => {
  const open = async (url: string) => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([problemInterceptor])),
        provideHttpClientTesting(),
        provideRouter([{ path: 'poczta', component: MailboxPage }], withComponentInputBinding()),
      ],
    });
    const http = TestBed.inject(HttpTestingController);
    const harness = await RouterTestingHarness.create();
    await harness.navigateByUrl(url);
    TestBed.tick();
    return { http, harness, page: () => harness.routeNativeElement as HTMLElement };
  };

  it.each(['/zaproszenie#token', 'https://portal.example/zaproszenie#token'])(
    'lists mails and opens the link of one inside this portal: %s',
    async (link) => {
      const { http, harness, page } = await open('/poczta?wiadomosc=m1');
      http.expectOne('/api/v1/mailbox').flush({ items: [mail] });
      http.expectOne('/api/v1/mailbox/m1').flush({ ...mail, text: 'Dzień dobry', link });
      await settle();
      await harness.fixture.whenStable();
      expect(page().querySelector('li a')?.getAttribute('aria-current')).toBe('true');
      expect(page().querySelector('article a')?.getAttribute('href')).toBe('/zaproszenie#token');
    },
  );

  it.each([
    [true, 'Skrzynka'],
    [false, 'nie ma takiej strony'],
  ])('its address leads there only in the demo: %s', async (demo, seen) => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([problemInterceptor])),
        provideHttpClientTesting(),
        provideRouter([
          { path: 'poczta', canMatch: [onlyInDemo], loadChildren: () => Promise.resolve(mailboxRoutes) },
          { path: '', component: Frame, children: [{ path: '**', component: Nowhere }] },
        ]),
      ],
    });
    const harness = await RouterTestingHarness.create();
    const opened = harness.navigateByUrl('/poczta');
    await settle();
    const http = TestBed.inject(HttpTestingController);
    http.expectOne('/api/v1/sign-in-ways').flush({ passkey: true, providers: [], demo });
    await opened;
    expect(harness.routeNativeElement?.textContent).toContain(seen);
  });

  it('a real installation has none, even for who knows the address of its data', async () => {
    const { http, harness, page } = await open('/poczta');
    http
      .expectOne('/api/v1/mailbox')
      .flush({ code: 'NOT_FOUND', detail: 'Tego nie ma.', status: 404 }, { status: 404, statusText: 'x' });
    await settle();
    await harness.fixture.whenStable();
    expect(page().querySelector('[role=alert]')?.textContent).toContain('Tego nie ma.');
  });
});
