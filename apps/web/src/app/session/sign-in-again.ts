import { inject, Injectable, Injector } from '@angular/core';
import { SessionStore } from './session-store';

/**
 * Asks to sign in again over the page at hand, or for the second factor that is still missing;
 * requests that fail together share one question.
 */
@Injectable({ providedIn: 'root' })
export class SignInAgain {
  private readonly injector = inject(Injector);
  private readonly session = inject(SessionStore);
  private asking: Promise<boolean> | null = null;

  /** @param half the password was given already, elsewhere: only the second factor is asked. */
  ask(half = false): Promise<boolean> {
    this.asking ??= this.open(half).finally(() => (this.asking = null));
    return this.asking;
  }

  private async open(half: boolean): Promise<boolean> {
    const now = half ? await this.session.peek() : null;
    if (now?.level === 'FULL') return true;
    // Loaded when first needed: most sessions never see it.
    const { openSignInAgain } = await import('./sign-in-again-dialog');
    return openSignInAgain(this.injector, now?.level === 'PASSWORD' ? now : null);
  }
}
