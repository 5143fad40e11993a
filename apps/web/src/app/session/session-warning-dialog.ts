import { Component, computed, DestroyRef, inject, signal, type Injector } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog, MatDialogActions, MatDialogContent, MatDialogRef, MatDialogTitle } from '@angular/material/dialog';
import { Router } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import { inWarsaw } from '@zit/domain';
import { sessionWords } from '@zit/words.pl/session-page';
import { UnsavedWork } from '../shell/unsaved-work';
import { problemOf, problemText } from '../ui/problem';
import { OtherTabs } from './other-tabs';
import { WARN_MS } from './session-clock';
import { SessionStore } from './session-store';
import { SignInAgain } from './sign-in-again';

/** The words change once a minute, and so often are they read out. */
const TICK_MS = 1_000;
const MINUTE_MS = 60_000;
/** An end that is no further away than this cannot be moved: the session's twelve hours are over. */
const LAST_MS = 1_000;

/** Resolves when the person prolonged the session, signed in again or out. */
export const openSessionWarning = async (injector: Injector): Promise<void> => {
  const dialog = injector.get(MatDialog).open(SessionWarningDialog, { disableClose: true, width: '440px' });
  await firstValueFrom(dialog.afterClosed());
};

@Component({
  selector: 'zit-session-warning-dialog',
  imports: [MatButton, MatDialogActions, MatDialogContent, MatDialogTitle],
  templateUrl: './session-warning-dialog.html',
  styleUrl: './form.scss',
})
export class SessionWarningDialog {
  private readonly session = inject(SessionStore);
  private readonly again = inject(SignInAgain);
  private readonly tabs = inject(OtherTabs);
  private readonly unsaved = inject(UnsavedWork);
  private readonly router = inject(Router);
  private readonly dialog = inject<MatDialogRef<SessionWarningDialog>>(MatDialogRef);
  private readonly now = signal(this.session.serverNow());

  protected readonly words = sessionWords.warning;
  protected readonly refused = signal<string | null>(null);
  private readonly expiresAt = computed(() => Date.parse(this.session.session()?.expiresAt ?? ''));
  private readonly endsAt = computed(() => this.session.session()?.endsAt ?? '');
  protected readonly left = computed(() => this.words.left(Math.floor((this.expiresAt() - this.now()) / MINUTE_MS)));
  /** Prolonging helps: the absolute end is further away. */
  protected readonly extensible = computed(() => Date.parse(this.endsAt()) - this.expiresAt() > LAST_MS);
  protected readonly end = computed(() => (this.endsAt() ? this.words.last(inWarsaw(this.endsAt()).time) : ''));

  constructor() {
    const ticking = setInterval(() => this.tick(), TICK_MS);
    inject(DestroyRef).onDestroy(() => clearInterval(ticking));
  }

  protected async extend(): Promise<void> {
    this.refused.set(null);
    try {
      await this.session.extend();
      this.tabs.tell('prolonged');
      this.dialog.close();
    } catch (thrown) {
      if (problemOf(thrown).status === 401) return this.signInAgain();
      this.refused.set(problemText(problemOf(thrown)));
    }
  }

  protected signInAgain(): void {
    this.dialog.close();
    void this.again.ask();
  }

  protected async signOut(): Promise<void> {
    if (!(await this.unsaved.mayLeave())) return;
    await this.session.signOut();
    this.dialog.close();
    await this.router.navigateByUrl('/logowanie');
  }

  private tick(): void {
    this.now.set(this.session.serverNow());
    const left = this.expiresAt() - this.now();
    // Another tab prolonged it, or time is up: the page stays, the person signs in over it.
    if (left > WARN_MS) this.dialog.close();
    else if (left <= 0) this.signInAgain();
  }
}
