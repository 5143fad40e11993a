import { Component, inject, output, signal } from '@angular/core';
import { form, FormField, maxLength, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import type { SessionResponse } from '@zit/contracts';
import { accountPageWords } from '@zit/words.pl/account-page';
import { makePasskey } from '../session/passkey';
import { Icon } from '../ui/icon';
import { TakesFocus } from '../ui/takes-focus';
import { AccountHttp } from './account-http';
import { Act } from './act';

/** Names a new passkey and has the browser make it. */
@Component({
  selector: 'zit-add-passkey',
  imports: [FormField, Icon, MatButton, MatError, MatFormField, MatHint, MatInput, MatLabel, TakesFocus],
  template: `
    <form zitTakesFocus (submit)="add($event)" novalidate>
      <mat-form-field appearance="outline" hideRequiredMarker>
        <mat-label>{{ words.passkeyName }}</mat-label>
        <input matInput id="passkey-name" autocomplete="off" [formField]="entry.name" />
        <mat-hint>{{ words.passkeyNameHint }}</mat-hint>
        @for (error of entry.name().errors(); track $index) {
          <mat-error>{{ error.message }}</mat-error>
        }
      </mat-form-field>
      @if (act.refused(); as text) {
        <p class="refused" role="alert">{{ text }}</p>
      }
      <span>
        <button matButton="filled" type="submit"><zit-icon name="key" /> {{ words.addPasskey }}</button>
      </span>
    </form>
  `,
  styleUrl: './enrolment.scss',
  providers: [Act],
})
export class AddPasskeyForm {
  private readonly http = inject(AccountHttp);
  /** The session after it: it may have risen. */
  readonly added = output<SessionResponse>();

  protected readonly words = accountPageWords.factors;
  protected readonly act = inject(Act);
  protected readonly entry = form(signal({ name: '' }), (path) => {
    required(path.name, { message: accountPageWords.factors.passkeyNameMissing });
    maxLength(path.name, 60, { message: accountPageWords.factors.passkeyNameLong });
  });

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    const field = this.entry.name();
    field.markAsTouched();
    if (field.invalid()) return;
    await this.act.run(async () => {
      const { challengeId, options } = await this.http.passkeyOptions();
      const response = await makePasskey(options);
      const session = await this.http.addPasskey({ challengeId, name: field.value().trim(), response });
      this.added.emit(session);
    }, this.words.passkeyAdded);
  }
}
