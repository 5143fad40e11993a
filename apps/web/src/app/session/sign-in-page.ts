import { Component, computed, inject, input, resource, signal, viewChild } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatError, MatFormField, MatLabel, MatSuffix } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Router } from '@angular/router';
import type { DemoLogin } from '@zit/contracts';
import { frameWords } from '@zit/words.pl/frame';
import { sessionWords } from '@zit/words.pl/session-page';
import { ErrorSummary, type FieldFault } from '../ui/error-summary';
import { Icon } from '../ui/icon';
import { problemOf, problemText } from '../ui/problem';
import { ThemeSwitch } from '../shell/theme-switch';
import { credentialsSchema } from './credentials';
import { SessionStore } from './session-store';

@Component({
  selector: 'zit-sign-in-page',
  imports: [
    ErrorSummary,
    FormField,
    Icon,
    MatButton,
    MatError,
    MatFormField,
    MatIconButton,
    MatInput,
    MatLabel,
    MatSuffix,
    ThemeSwitch,
  ],
  templateUrl: './sign-in-page.html',
  styleUrl: './sign-in-page.scss',
})
export class SignInPage {
  private readonly session = inject(SessionStore);
  private readonly router = inject(Router);
  /** Where the person was going. */
  readonly powrot = input<string>();

  protected readonly words = sessionWords;
  protected readonly portal = frameWords.portal;
  protected readonly login = form(signal({ email: '', password: '' }), credentialsSchema);
  protected readonly passwordShown = signal(false);
  protected readonly busy = signal(false);
  protected readonly faults = signal<readonly FieldFault[]>([]);
  protected readonly demo = resource({ loader: () => this.session.demoLogins() });
  /** The demo people share one password; it is said once. */
  protected readonly demoPassword = computed(() => {
    const passwords = new Set(this.demo.hasValue() ? this.demo.value().map((each) => each.password) : []);
    return passwords.size === 1 ? [...passwords][0] : undefined;
  });
  private readonly summary = viewChild.required(ErrorSummary);

  protected async signIn(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    this.login().markAsTouched();
    const { email, password } = this.login;
    const faults = [
      ...email()
        .errors()
        .map((error) => ({ field: 'email', message: error.message ?? '' })),
      ...password()
        .errors()
        .map((error) => ({ field: 'password', message: error.message ?? '' })),
    ];
    this.faults.set(faults);
    if (faults.length > 0) return this.summary().focus();
    await this.enter(email().value(), password().value());
  }

  protected signInAs(login: DemoLogin): Promise<void> {
    return this.enter(login.email, login.password);
  }

  private async enter(email: string, password: string): Promise<void> {
    this.busy.set(true);
    this.faults.set([]);
    try {
      await this.session.signIn(email, password);
      await this.router.navigateByUrl(this.destination());
    } catch (thrown) {
      this.faults.set([{ field: 'password', message: problemText(problemOf(thrown)) }]);
      this.summary().focus();
    } finally {
      this.busy.set(false);
    }
  }

  /** Only places inside the portal: a link from outside may not send people elsewhere. */
  private destination(): string {
    const wanted = this.powrot() ?? '/';
    return /^\/(?![/\\])/.test(wanted) && !wanted.startsWith('/logowanie') ? wanted : '/';
  }
}
