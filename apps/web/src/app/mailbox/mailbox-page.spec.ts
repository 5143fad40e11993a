import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { problemInterceptor } from '../session/problem-interceptor';
import { MailboxPage } from './mailbox-page';

const mail = {
  id: 'm1',
  to: 'nowa@example.org',
  subject: 'Zaproszenie – Portal',
  writtenAt: '2026-11-22T08:00:00.000Z',
};
const settle = () => new Promise((done) => setTimeout(done));

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

  it('a real installation has none', async () => {
    const { http, harness, page } = await open('/poczta');
    http
      .expectOne('/api/v1/mailbox')
      .flush({ code: 'NOT_FOUND', detail: 'Tego nie ma.', status: 404 }, { status: 404, statusText: 'x' });
    await settle();
    await harness.fixture.whenStable();
    expect(page().querySelector('[role=alert]')?.textContent).toContain('Tego nie ma.');
  });
});
