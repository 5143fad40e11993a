import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withNavigationErrorHandler } from '@angular/router';
import { App } from './app';
import { onNavigationError } from './shell/interruption';
import { ProblemError, problemOfStatus } from './ui/problem';

describe('the whole portal', () => {
  it('says what happened when a page cannot be reached, instead of a blank one', async () => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter(
          [
            {
              path: 'organizacje',
              children: [],
              canActivate: [() => Promise.reject(new ProblemError(problemOfStatus(0)))],
            },
            { path: '**', children: [] },
          ],
          withNavigationErrorHandler(onNavigationError),
        ),
      ],
    });
    const fixture = TestBed.createComponent(App);
    TestBed.tick();
    TestBed.inject(HttpTestingController)
      .expectOne('/api/v1/sign-in-ways')
      .flush({ passkey: false, providers: [], demo: false });
    await TestBed.inject(Router)
      .navigateByUrl('/organizacje')
      .catch(() => false);
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    expect(page.querySelector('[role=alert]')?.textContent).toContain('Nie ma połączenia z portalem.');
    page.querySelectorAll('button')[1]?.click();
    await fixture.whenStable();
    expect(page.querySelector('[role=alert]')).toBeNull();
  });

  it.each([true, false])(
    'says on every page that it is the demo when it is, and nothing of the sort else: %s',
    async (demo) => {
      TestBed.configureTestingModule({
        providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([{ path: '**', children: [] }])],
      });
      const fixture = TestBed.createComponent(App);
      TestBed.tick();
      TestBed.inject(HttpTestingController)
        .expectOne('/api/v1/sign-in-ways')
        .flush({ passkey: false, providers: [], demo });
      await fixture.whenStable();
      const banner = (fixture.nativeElement as HTMLElement).querySelector('zit-demo-banner');
      const button = banner?.querySelector('button');
      expect(button?.getAttribute('aria-expanded') ?? null).toBe(demo ? 'false' : null);
      button?.click();
      await fixture.whenStable();
      expect(button?.getAttribute('aria-expanded') ?? null).toBe(demo ? 'true' : null);
      expect(banner?.querySelector('.closed')).toBeNull();
      expect(banner?.textContent?.includes('Wersja demonstracyjna')).toBe(demo);
      expect(banner?.querySelector('a')?.getAttribute('href') ?? null).toBe(demo ? '/poczta' : null);
    },
  );
});
