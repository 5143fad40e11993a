import { inject, Injectable, Injector } from '@angular/core';

/** Asks for the password again over the page at hand; requests that fail together share one question. */
@Injectable({ providedIn: 'root' })
export class SignInAgain {
  private readonly injector = inject(Injector);
  private asking: Promise<boolean> | null = null;

  ask(): Promise<boolean> {
    this.asking ??= this.open().finally(() => (this.asking = null));
    return this.asking;
  }

  private async open(): Promise<boolean> {
    // Loaded when first needed: most sessions never see it.
    const { openSignInAgain } = await import('./sign-in-again-dialog');
    return openSignInAgain(this.injector);
  }
}
