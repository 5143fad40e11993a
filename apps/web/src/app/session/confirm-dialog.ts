import { Component, DOCUMENT, inject, signal, type Injector } from '@angular/core';
import { form, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatDialog, MatDialogActions, MatDialogContent, MatDialogRef, MatDialogTitle } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import type { SessionResponse } from '@zit/contracts';
import { sessionWords } from '@zit/words.pl/session-page';
import { TakesFocus } from '../ui/takes-focus';
import { passkeyFaultText } from './passkey';
import { PasswordField } from './password-field';
import { SecondStepForm } from './second-step-form';
import { SessionStore } from './session-store';

/** True once the person has proved themselves, false when they gave up. */
export const openConfirmation = async (injector: Injector): Promise<boolean> => {
  const dialog = injector.get(MatDialog).open<ConfirmDialog, never, boolean>(ConfirmDialog, { width: '440px' });
  return (await firstValueFrom(dialog.afterClosed())) ?? false;
};

@Component({
  selector: 'zit-confirm-dialog',
  imports: [MatButton, MatDialogActions, MatDialogContent, MatDialogTitle, PasswordField, SecondStepForm, TakesFocus],
  templateUrl: './confirm-dialog.html',
  styleUrl: './form.scss',
})
export class ConfirmDialog {
  private readonly session = inject(SessionStore);
  private readonly document = inject(DOCUMENT);
  private readonly dialog = inject<MatDialogRef<ConfirmDialog, boolean>>(MatDialogRef);
  protected readonly words = sessionWords.confirm;
  private readonly has = this.session.session()?.factors;
  protected readonly hasFactor = (this.has?.passkey || this.has?.totp) ?? false;
  protected readonly byFactor = signal(false);
  /** The person turned back to the password. */
  protected readonly returned = signal(false);
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

  /** A factor shown now proves as much as the password does; some people have no password. */
  protected async shown(session: SessionResponse): Promise<void> {
    // Somebody else's passkey opened somebody else's session: their page starts anew.
    if (session.person.id !== this.session.person()?.id) return this.document.location.assign('/');
    await this.session.resume(session);
    this.dialog.close(true);
  }

  protected turn(factor: boolean): void {
    this.returned.set(!factor);
    this.byFactor.set(factor);
    this.refused.set(null);
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
