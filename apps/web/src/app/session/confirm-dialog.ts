import { Component, inject, signal, type Injector } from '@angular/core';
import { form, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatDialog, MatDialogActions, MatDialogContent, MatDialogRef, MatDialogTitle } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import { sessionWords } from '@zit/words.pl/session-page';
import { Icon } from '../ui/icon';
import { passkeyFaultText } from './passkey';
import { PasswordField } from './password-field';
import { SecondStep } from './second-step';
import { SessionStore } from './session-store';

/** True once the person has proved themselves, false when they gave up. */
export const openConfirmation = async (injector: Injector): Promise<boolean> => {
  const dialog = injector.get(MatDialog).open<ConfirmDialog, never, boolean>(ConfirmDialog, { width: '440px' });
  return (await firstValueFrom(dialog.afterClosed())) ?? false;
};

@Component({
  selector: 'zit-confirm-dialog',
  imports: [Icon, MatButton, MatDialogActions, MatDialogContent, MatDialogTitle, PasswordField],
  templateUrl: './confirm-dialog.html',
  styleUrl: './form.scss',
})
export class ConfirmDialog {
  private readonly session = inject(SessionStore);
  private readonly second = inject(SecondStep);
  private readonly dialog = inject<MatDialogRef<ConfirmDialog, boolean>>(MatDialogRef);
  protected readonly words = sessionWords.confirm;
  protected readonly hasPasskey = this.session.session()?.factors.passkey ?? false;
  protected readonly email = this.session.person()?.email ?? '';
  protected readonly busy = signal(false);
  protected readonly refused = signal<string | null>(null);
  protected readonly entry = form(signal({ password: '' }), (path) => {
    required(path.password, { message: sessionWords.passwordMissing });
  });

  protected async confirm(event: Event): Promise<void> {
    event.preventDefault();
    this.entry().markAsTouched();
    if (this.entry().valid()) await this.prove(() => this.session.confirm(this.entry.password().value()));
  }

  /** A passkey shown now proves more than a password does. */
  protected async passkey(): Promise<void> {
    await this.prove(async () => this.session.resume(await this.second.passkey()));
  }

  protected cancel(): void {
    this.dialog.close(false);
  }

  private async prove(act: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.refused.set(null);
    try {
      await act();
      this.dialog.close(true);
    } catch (thrown) {
      this.refused.set(passkeyFaultText(thrown));
    } finally {
      this.busy.set(false);
    }
  }
}
