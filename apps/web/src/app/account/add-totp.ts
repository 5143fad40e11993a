import { Component, computed, inject, output, resource, signal } from '@angular/core';
import { form, FormField, pattern, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import type { SessionResponse } from '@zit/contracts';
import { accountPageWords } from '@zit/words.pl/account-page';
import { Loading } from '../ui/loading';
import { ProblemNotice } from '../ui/problem-notice';
import { TakesFocus } from '../ui/takes-focus';
import { AccountHttp } from './account-http';
import { Act } from './act';
import { QrCode } from './qr-code';

/** The secret for the app, as a picture and as text; it counts once a code was typed back. */
@Component({
  selector: 'zit-add-totp',
  imports: [
    FormField,
    Loading,
    MatButton,
    MatError,
    MatFormField,
    MatInput,
    MatLabel,
    ProblemNotice,
    QrCode,
    TakesFocus,
  ],
  templateUrl: './add-totp.html',
  styleUrl: './enrolment.scss',
  providers: [Act],
})
export class AddTotpForm {
  private readonly http = inject(AccountHttp);
  readonly added = output<SessionResponse>();

  protected readonly words = accountPageWords.factors;
  protected readonly act = inject(Act);
  protected readonly started = resource({ loader: () => this.http.startTotp() });
  /** In fours, as one reads it out. */
  protected readonly secret = computed(() =>
    this.started.hasValue() ? this.started.value().secret.replace(/(.{4})(?=.)/g, '$1 ') : '',
  );
  protected readonly entry = form(signal({ code: '' }), (path) => {
    required(path.code, { message: accountPageWords.factors.codeWrong });
    pattern(path.code, /^\s*\d{3}\s?\d{3}\s*$/, { message: accountPageWords.factors.codeWrong });
  });

  protected async confirm(event: Event): Promise<void> {
    event.preventDefault();
    const field = this.entry.code();
    field.markAsTouched();
    if (field.invalid()) return;
    await this.act.run(async () => {
      this.added.emit(await this.http.confirmTotp(field.value().replace(/\s/g, '')));
    }, this.words.totpAdded);
  }
}
