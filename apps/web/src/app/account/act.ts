import { inject, Injectable, signal } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { passkeyFaultText } from '../session/passkey';

/** How long a word of success stays: long enough to read, and it is read out as well. */
const SAID_MS = 5_000;

/** One act of a section at a time: busy while it runs, a sentence when it was refused, a word when it is done. */
@Injectable()
export class Act {
  private readonly snackBar = inject(MatSnackBar);
  readonly busy = signal(false);
  readonly refused = signal<string | null>(null);

  /** @returns whether it was done. */
  async run(act: () => Promise<unknown>, done?: string): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(true);
    this.refused.set(null);
    try {
      await act();
      if (done) this.snackBar.open(done, undefined, { duration: SAID_MS });
      return true;
    } catch (thrown) {
      this.refused.set(passkeyFaultText(thrown));
      return false;
    } finally {
      this.busy.set(false);
    }
  }
}
