import { Component, inject, input, output, signal } from '@angular/core';
import { email, form, FormField, maxLength, minLength, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import type { AccountResponse } from '@zit/contracts';
import { accountPageWords } from '@zit/words.pl/account-page';
import { sessionWords } from '@zit/words.pl/session-page';
import { SessionStore } from '../session/session-store';
import { TakesFocus } from '../ui/takes-focus';
import { AccountHttp } from './account-http';
import { Act } from './act';

/** Name and e-mail. The old address holds until the link sent to the new one was opened. */
@Component({
  selector: 'zit-account-details',
  imports: [FormField, MatButton, MatError, MatFormField, MatHint, MatInput, MatLabel, TakesFocus],
  templateUrl: './account-details.html',
  styleUrl: './section.scss',
  providers: [Act],
})
export class AccountDetails {
  private readonly http = inject(AccountHttp);
  private readonly session = inject(SessionStore);
  readonly account = input.required<AccountResponse>();
  readonly changed = output();

  protected readonly words = accountPageWords.details;
  protected readonly page = accountPageWords;
  protected readonly act = inject(Act);
  protected readonly open = signal<'name' | 'email' | null>(null);
  private button: MatButton | null = null;
  protected readonly entry = form(signal({ name: '', email: '' }), (path) => {
    required(path.name, { message: accountPageWords.details.nameMissing });
    minLength(path.name, 2, { message: accountPageWords.details.nameMissing });
    maxLength(path.name, 200, { message: accountPageWords.details.nameMissing });
    required(path.email, { message: sessionWords.emailMissing });
    email(path.email, { message: sessionWords.emailWrong });
  });

  /** @param button to which the keyboard comes back */
  protected begin(what: 'name' | 'email', button: MatButton): void {
    if (this.open() === what) return this.close();
    this.button = button;
    this.entry[what]().value.set(what === 'name' ? this.account().name : '');
    this.entry[what]().reset();
    this.act.refused.set(null);
    this.open.set(what);
  }

  protected async rename(event: Event): Promise<void> {
    event.preventDefault();
    const field = this.entry.name();
    field.markAsTouched();
    if (field.invalid()) return;
    const saved = await this.act.run(() => this.http.rename(field.value().trim()), this.words.nameSaved);
    if (!saved) return;
    this.done();
    await this.session.reload();
  }

  protected async changeEmail(event: Event): Promise<void> {
    event.preventDefault();
    const field = this.entry.email();
    field.markAsTouched();
    if (field.invalid()) return;
    if (await this.act.run(() => this.http.changeEmail(field.value().trim()), this.words.emailSent)) this.done();
  }

  protected close(): void {
    this.open.set(null);
    this.button?.focus();
  }

  private done(): void {
    this.close();
    this.changed.emit();
  }
}
