import { Component, effect, inject, linkedSignal, resource, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { email, form, FormField, minLength, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { accountPageWords } from '@zit/words.pl/account-page';
import { mailedLinkWords } from '@zit/words.pl/mailed-links';
import { sessionWords } from '@zit/words.pl/session-page';
import { Gate } from '../session/gate';
import { PasswordField } from '../session/password-field';
import { Loading } from '../ui/loading';
import { Act } from './act';
import { MailToken } from './mail-token';
import { isSpent, MailedLinksHttp } from './mailed-links-http';

const PAGE = '/nowe-haslo';

/** Without a token that works: asks for the mail. With one: sets the new password. */
@Component({
  selector: 'zit-reset-page',
  imports: [FormField, Gate, Loading, MatButton, MatError, MatFormField, MatInput, MatLabel, PasswordField, RouterLink],
  templateUrl: './reset-page.html',
  styleUrl: './mailed-link.scss',
  providers: [Act],
})
export class ResetPage {
  private readonly http = inject(MailedLinksHttp);
  private readonly tokens = inject(MailToken);
  private readonly fragment = toSignal(inject(ActivatedRoute).fragment, { initialValue: null });

  protected readonly words = mailedLinkWords.reset;
  protected readonly session = sessionWords;
  protected readonly password = accountPageWords.password;
  protected readonly act = inject(Act);
  protected readonly token = linkedSignal(() => this.tokens.take(PAGE, this.fragment()));
  /** Asked when the page opens, so that nobody thinks up a password for nothing. */
  protected readonly reading = resource({
    params: () => this.token() ?? undefined,
    loader: ({ params }) => this.http.works('password-resets', params),
  });
  protected readonly spent = signal(false);
  protected readonly sentTo = signal<string | null>(null);
  protected readonly done = signal(false);
  protected readonly entry = form(signal({ email: '', fresh: '' }), (path) => {
    required(path.email, { message: sessionWords.emailMissing });
    email(path.email, { message: sessionWords.emailWrong });
    required(path.fresh, { message: accountPageWords.password.freshShort });
    minLength(path.fresh, 12, { message: accountPageWords.password.freshShort });
  });

  constructor() {
    effect(() => {
      if (this.reading.hasValue() && !this.reading.value()) this.giveUp();
    });
  }

  protected async ask(event: Event): Promise<void> {
    event.preventDefault();
    const field = this.entry.email();
    field.markAsTouched();
    if (field.invalid()) return;
    const address = field.value().trim();
    if (await this.act.run(() => this.http.askReset(address))) this.sentTo.set(address);
  }

  protected async set(event: Event, token: string): Promise<void> {
    event.preventDefault();
    const field = this.entry.fresh();
    field.markAsTouched();
    if (field.invalid()) return;
    await this.act.run(async () => {
      try {
        await this.http.resetPassword(token, field.value());
      } catch (thrown) {
        if (isSpent(thrown)) return this.giveUp();
        throw thrown;
      }
      this.tokens.spend(PAGE);
      this.done.set(true);
    });
  }

  private giveUp(): void {
    this.spent.set(true);
    this.askAgain();
  }

  protected askAgain(): void {
    this.tokens.spend(PAGE);
    this.act.refused.set(null);
    this.token.set(null);
  }
}
