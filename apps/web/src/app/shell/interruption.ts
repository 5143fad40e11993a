import { inject, Injectable, signal } from '@angular/core';
import type { NavigationError } from '@angular/router';
import { problemOfStatus, ProblemError, problemText } from '../ui/problem';

/**
 * A page that could not be reached: the server did not say who is signed in, or a part of the portal did not load.
 * The page at hand stays as it is, with whatever was typed.
 */
@Injectable({ providedIn: 'root' })
export class Interruption {
  private readonly missed = signal<{ url: string; text: string } | null>(null);
  readonly now = this.missed.asReadonly();

  begin({ url, error }: NavigationError): void {
    // A part that does not load is nearly always a lost connection or a portal that was just replaced.
    const problem = error instanceof ProblemError ? error.problem : problemOfStatus(navigator.onLine ? 503 : 0);
    this.missed.set({ url, text: problemText(problem) });
  }

  end(): void {
    this.missed.set(null);
  }

  /** The whole page anew: a part that failed once is not asked for again by the same page. */
  retry(): void {
    location.assign(this.missed()?.url ?? '/');
  }
}

/** For the router. */
export const onNavigationError = (error: NavigationError): void => inject(Interruption).begin(error);
