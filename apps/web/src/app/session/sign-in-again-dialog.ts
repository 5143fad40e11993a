import { Component, inject, signal, type Injector } from '@angular/core';
import { form } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialog,
  MatDialogActions,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import type { SessionResponse } from '@zit/contracts';
import { sessionWords } from '@zit/words.pl/session-page';
import { Icon } from '../ui/icon';
import { credentialsSchema } from './credentials';
import { passkeyFaultText } from './passkey';
import { PasswordField } from './password-field';
import { SecondStep } from './second-step';
import { SecondStepForm } from './second-step-form';
import { SessionStore } from './session-store';
import { SignInWaysStore } from './sign-in-ways';

interface Who {
  /** Null: the session ended before the page knew anybody. */
  id: string | null;
  email: string;
  /** The session that waits for its second factor. */
  half: SessionResponse | null;
}

/** Resolves with true once the same person is signed in again, second factor included; false when they gave up. */
export const openSignInAgain = async (injector: Injector, half: SessionResponse | null): Promise<boolean> => {
  const person = injector.get(SessionStore).person() ?? half?.person;
  const dialog = injector.get(MatDialog).open<SignInAgainDialog, Who, boolean>(SignInAgainDialog, {
    data: { id: person?.id ?? null, email: person?.email ?? '', half },
    disableClose: true,
    width: '440px',
  });
  return (await firstValueFrom(dialog.afterClosed())) ?? false;
};

@Component({
  selector: 'zit-sign-in-again-dialog',
  imports: [Icon, MatButton, MatDialogActions, MatDialogContent, MatDialogTitle, PasswordField, SecondStepForm],
  templateUrl: './sign-in-again-dialog.html',
  styleUrl: './form.scss',
})
export class SignInAgainDialog {
  private readonly session = inject(SessionStore);
  private readonly second = inject(SecondStep);
  private readonly dialog = inject<MatDialogRef<SignInAgainDialog, boolean>>(MatDialogRef);
  protected readonly words = sessionWords;
  protected readonly who = inject<Who>(MAT_DIALOG_DATA);
  protected readonly ways = inject(SignInWaysStore);
  protected readonly half = signal(this.who.half);
  protected readonly busy = signal(false);
  protected readonly refused = signal<string | null>(null);
  protected readonly login = form(signal({ email: this.who.email, password: '' }), credentialsSchema);

  protected async signIn(event: Event): Promise<void> {
    event.preventDefault();
    this.login().markAsTouched();
    if (this.login().invalid()) return;
    const { email, password } = this.login().value();
    await this.enter(() => this.session.prove(email, password));
  }

  protected passkey(): Promise<void> {
    return this.enter(() => this.second.passkey());
  }

  protected async arrive(session: SessionResponse): Promise<void> {
    // Nothing of the first person's work may stay on the screen of the second.
    if (this.who.id !== null && session.person.id !== this.who.id) return location.assign('/');
    if (session.level === 'PASSWORD') return this.half.set(session);
    await this.session.resume(session);
    this.dialog.close(true);
  }

  protected startOver(reason: string): void {
    this.half.set(null);
    this.refused.set(reason);
  }

  private async enter(act: () => Promise<SessionResponse>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.refused.set(null);
    try {
      await this.arrive(await act());
    } catch (thrown) {
      this.refused.set(passkeyFaultText(thrown));
    } finally {
      this.busy.set(false);
    }
  }

  protected other(): void {
    this.dialog.close(false);
    // A whole new page, for the same reason.
    location.assign('/logowanie');
  }
}
