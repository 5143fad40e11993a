import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withNavigationErrorHandler } from '@angular/router';
import { App } from './app';
import { onNavigationError } from './shell/interruption';
import { ProblemError, problemOfStatus } from './ui/problem';

describe('the whole portal', () => {
  it('says what happened when a page cannot be reached, instead of a blank one', async () => {
    TestBed.configureTestingModule({
      providers: [
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
});
