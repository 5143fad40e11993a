import { inject, Injectable, Injector } from '@angular/core';

/** Asks the person to prove themselves again before a sensitive change; changes that fail together share one question. */
@Injectable({ providedIn: 'root' })
export class ConfirmFirst {
  private readonly injector = inject(Injector);
  private asking: Promise<boolean> | null = null;

  ask(): Promise<boolean> {
    this.asking ??= this.open().finally(() => (this.asking = null));
    return this.asking;
  }

  private async open(): Promise<boolean> {
    const { openConfirmation } = await import('./confirm-dialog');
    return openConfirmation(this.injector);
  }
}
