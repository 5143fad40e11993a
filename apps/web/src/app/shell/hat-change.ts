import { effect, inject, Injectable, signal, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { OtherTabs } from '../session/other-tabs';
import { SessionStore } from '../session/session-store';

/** Where nobody looks as anybody, for as long as it takes. */
const BETWEEN = '/zmiana';

/**
 * Changes who is looking: another hat, another's eyes, one's own again. The page at hand goes away first (and asks
 * about unsaved work), so that none of its requests leaves under the old hat and nothing of it stays under the new.
 * What one tab changed, the others follow in the same way: they share the session.
 */
@Injectable({ providedIn: 'root' })
export class HatChange {
  private readonly router = inject(Router);
  private readonly session = inject(SessionStore);
  private readonly tabs = inject(OtherTabs);
  private readonly failure = signal<unknown>(null);
  private changing = false;
  /** Why the last change did not happen. */
  readonly problem = this.failure.asReadonly();
  /** The page follows a change made in another tab: said until the person has read it. */
  readonly followed = signal(false);

  constructor() {
    this.tabs.hear('changed', () => void this.look());
    effect(() => {
      if (this.session.elsewhere()) untracked(() => void this.follow());
    });
  }

  /** True when the change was made; false when the person stayed with unsaved work, or the server refused. */
  async make(change: () => Promise<unknown>): Promise<boolean> {
    const from = this.router.url;
    this.failure.set(null);
    this.followed.set(false);
    this.changing = true;
    try {
      if (!(await this.leave())) return false;
      await change();
      this.tabs.tell('changed');
      await this.router.navigateByUrl('/');
      return true;
    } catch (thrown) {
      this.failure.set(thrown);
      await this.router.navigateByUrl(from);
      return false;
    } finally {
      this.changing = false;
    }
  }

  /** Puts on what another tab has put on. With unsaved work the person may stay; then nothing is written any more. */
  async follow(): Promise<void> {
    if (this.changing || !this.session.elsewhere() || !(await this.leave())) return;
    // Changed back meanwhile, or once more: the last one counts.
    const now = this.session.elsewhere();
    if (now) this.session.take(now);
    this.followed.set(true);
    await this.router.navigateByUrl('/');
  }

  private leave(): Promise<boolean> {
    return this.router.navigateByUrl(BETWEEN, { skipLocationChange: true });
  }

  private async look(): Promise<void> {
    if (this.changing || !this.session.session()) return;
    try {
      const now = await this.session.peek();
      if (now) this.session.meet(now);
    } catch {
      // Cannot be asked now: the next request of the page finds out.
    }
  }
}
