import { effect, inject, Injectable, Injector, untracked } from '@angular/core';
import { OtherTabs } from './other-tabs';
import { SessionStore } from './session-store';
import { SignInAgain } from './sign-in-again';

/** Long enough to finish a sentence and find the button (WCAG 2.2.1 asks for 20 seconds; the issue for five minutes). */
export const WARN_MS = 5 * 60_000;
/** A server that cannot be asked now is asked again after this. */
const RETRY_MS = 30_000;

/** Warns before the session ends; nothing on the page is lost either way. */
@Injectable({ providedIn: 'root' })
export class SessionClock {
  private readonly session = inject(SessionStore);
  private readonly again = inject(SignInAgain);
  private readonly tabs = inject(OtherTabs);
  private readonly injector = inject(Injector);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asking = false;

  begin(): void {
    effect(
      () => {
        const session = this.session.session();
        untracked(() => this.wait(session?.level === 'FULL' ? Date.parse(session.expiresAt) : Number.NaN));
      },
      { injector: this.injector },
    );
    // A laptop that slept: its timers slept too.
    document.addEventListener('visibilitychange', () => {
      const session = this.session.session();
      if (document.visibilityState === 'visible' && session?.level === 'FULL') this.wait(Date.parse(session.expiresAt));
    });
    this.tabs.hear('prolonged', () => void (this.asking ? this.refresh() : this.look()));
  }

  private wait(expiresAt: number): void {
    clearTimeout(this.timer);
    if (!Number.isFinite(expiresAt)) return;
    const due = expiresAt - WARN_MS - this.session.serverNow();
    this.timer = setTimeout(() => void this.look(), Math.max(0, due));
  }

  /** Work done since prolonged the session without this page knowing: the server is asked before anybody is troubled. */
  private async look(): Promise<void> {
    if (this.asking || !this.session.session()) return;
    this.asking = true;
    try {
      await this.decide();
    } catch {
      // Offline, most likely; the page says so by itself.
      this.timer = setTimeout(() => void this.look(), RETRY_MS);
    } finally {
      this.asking = false;
    }
  }

  private async refresh(): Promise<void> {
    const now = await this.session.peek();
    if (now) this.session.meet(now);
  }

  private async decide(): Promise<void> {
    const now = await this.session.peek();
    if (!now) return void (await this.again.ask());
    if (now.level !== 'FULL') return void (await this.again.ask(true));
    const far = Date.parse(now.expiresAt) - Date.parse(now.serverTime) > WARN_MS;
    this.session.meet(now);
    // Under another hat the page at hand goes away first; its successor is warned in time.
    if (far || this.session.elsewhere()) return;
    const { openSessionWarning } = await import('./session-warning-dialog');
    await openSessionWarning(this.injector);
  }
}
