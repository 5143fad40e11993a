import { Component, inject, input, output, signal } from '@angular/core';
import { form, minLength, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { AccountResponse } from '@zit/contracts';
import { accountPageWords } from '@zit/words.pl/account-page';
import { PasswordField } from '../session/password-field';
import { TakesFocus } from '../ui/takes-focus';
import { AccountHttp } from './account-http';
import { Act } from './act';

/** A new password; whoever has one already proves it. All other rules are the server's, which knows the lists. */
@Component({
  selector: 'zit-change-password',
  imports: [MatButton, PasswordField, TakesFocus],
  templateUrl: './change-password.html',
  styleUrl: './section.scss',
  providers: [Act],
})
export class ChangePasswordSection {
  private readonly http = inject(AccountHttp);
  readonly account = input.required<AccountResponse>();
  readonly changed = output();

  protected readonly words = accountPageWords.password;
  protected readonly page = accountPageWords;
  protected readonly act = inject(Act);
  protected readonly open = signal(false);
  /** The form was open: the keyboard comes back to its button. */
  protected readonly returned = signal(false);
  protected readonly entry = form(signal({ current: '', fresh: '' }), (path) => {
    required(path.current, { message: accountPageWords.password.currentMissing });
    required(path.fresh, { message: accountPageWords.password.freshShort });
    minLength(path.fresh, 12, { message: accountPageWords.password.freshShort });
  });

  protected begin(open: boolean): void {
    this.entry.current().value.set('');
    this.entry.fresh().value.set('');
    this.entry().reset();
    this.act.refused.set(null);
    this.returned.set(!open);
    this.open.set(open);
  }

  protected async change(event: Event): Promise<void> {
    event.preventDefault();
    this.entry().markAsTouched();
    const { current, fresh } = this.entry;
    const known = this.account().hasPassword;
    if (fresh().invalid() || (known && current().invalid())) return;
    const act = () => this.http.changePassword(known ? current().value() : null, fresh().value());
    if (!(await this.act.run(act, this.words.saved))) return;
    this.begin(false);
    this.changed.emit();
  }
}
