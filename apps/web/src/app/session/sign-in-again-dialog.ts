import { Component, inject, signal, type Injector } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialog,
  MatDialogActions,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { MatError, MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { firstValueFrom } from 'rxjs';
import { sessionWords } from '@zit/words.pl/session-page';
import { problemOf, problemText } from '../ui/problem';
import { credentialsSchema } from './credentials';
import { SessionStore } from './session-store';

interface Who {
  email: string;
}

/** Resolves with true once the same person is signed in again, false when the person gave up. */
export const openSignInAgain = async (injector: Injector): Promise<boolean> => {
  const email = injector.get(SessionStore).person()?.email ?? '';
  const dialog = injector.get(MatDialog).open<SignInAgainDialog, Who, boolean>(SignInAgainDialog, {
    data: { email },
    disableClose: true,
    width: '440px',
  });
  return (await firstValueFrom(dialog.afterClosed())) ?? false;
};

@Component({
  selector: 'zit-sign-in-again-dialog',
  imports: [
    FormField,
    MatButton,
    MatDialogActions,
    MatDialogContent,
    MatDialogTitle,
    MatError,
    MatFormField,
    MatInput,
    MatLabel,
  ],
  templateUrl: './sign-in-again-dialog.html',
})
export class SignInAgainDialog {
  private readonly session = inject(SessionStore);
  private readonly dialog = inject<MatDialogRef<SignInAgainDialog, boolean>>(MatDialogRef);
  protected readonly words = sessionWords;
  protected readonly who = inject<Who>(MAT_DIALOG_DATA);
  protected readonly busy = signal(false);
  protected readonly refused = signal<string | null>(null);
  protected readonly login = form(signal({ email: this.who.email, password: '' }), credentialsSchema);

  protected async signIn(event: Event): Promise<void> {
    event.preventDefault();
    this.login().markAsTouched();
    if (this.login().invalid() || this.busy()) return;
    this.busy.set(true);
    this.refused.set(null);
    try {
      const { email, password } = this.login().value();
      await this.session.signIn(email, password);
      this.dialog.close(true);
    } catch (thrown) {
      this.refused.set(problemText(problemOf(thrown)));
    } finally {
      this.busy.set(false);
    }
  }

  protected other(): void {
    this.dialog.close(false);
    // A whole new page: nothing of the first person's work may stay on the screen of the second.
    location.assign('/logowanie');
  }
}
