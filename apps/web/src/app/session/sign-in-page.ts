import { Component, computed, effect, inject, input, resource, signal, viewChild } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Router, RouterLink } from '@angular/router';
import type { SessionResponse } from '@zit/contracts';
import { sessionWords } from '@zit/words.pl/session-page';
import { ErrorSummary, type FieldFault } from '../ui/error-summary';
import { Icon } from '../ui/icon';
import { credentialsSchema } from './credentials';
import { DemoPeople } from './demo-people';
import { destination } from './destination';
import { faultsOf } from './field-faults';
import { Gate } from './gate';
import { passkeyFaultText } from './passkey';
import { PasswordField } from './password-field';
import { SecondStep } from './second-step';
import { SecondStepForm } from './second-step-form';
import { SessionStore } from './session-store';
import { SignInWaysStore } from './sign-in-ways';

const isProviderFault = (code: string): code is keyof typeof sessionWords.providerFaults =>
  code in sessionWords.providerFaults;

@Component({
  selector: 'zit-sign-in-page',
  imports: [
    DemoPeople,
    ErrorSummary,
    FormField,
    Gate,
    Icon,
    MatButton,
    MatError,
    MatFormField,
    MatInput,
    MatLabel,
    PasswordField,
    RouterLink,
    SecondStepForm,
  ],
  templateUrl: './sign-in-page.html',
  styleUrl: './sign-in-page.scss',
})
export class SignInPage {
  private readonly session = inject(SessionStore);
  private readonly second = inject(SecondStep);
  private readonly router = inject(Router);
  /** Where the person was going. */
  readonly powrot = input<string>();
  /** Why another provider's sign-in came back without a session. */
  readonly blad = input<string>();

  protected readonly words = sessionWords;
  protected readonly ways = inject(SignInWaysStore);
  protected readonly login = form(signal({ email: '', password: '' }), credentialsSchema);
  protected readonly busy = signal(false);
  protected readonly faults = signal<readonly FieldFault[]>([]);
  /** Another provider may have led here with a session that is half open. */
  protected readonly arrived = resource({ loader: () => this.session.load() });
  /** The password is right and the second factor is still to be shown. */
  protected readonly half = computed(() => this.session.session()?.level === 'PASSWORD');
  private readonly summary = viewChild.required(ErrorSummary);

  constructor() {
    effect(() => {
      const code = this.blad();
      if (!code) return;
      const { providerFaults } = sessionWords;
      const message = isProviderFault(code) ? providerFaults[code] : providerFaults.FAILED;
      this.faults.set([{ field: 'email', message }]);
    });
  }

  protected async signIn(event: Event): Promise<void> {
    event.preventDefault();
    this.login().markAsTouched();
    const faults = faultsOf({ email: this.login.email, password: this.login.password });
    this.faults.set(faults);
    if (faults.length > 0) return this.summary().focus();
    const { email, password } = this.login().value();
    await this.enter('password', () => this.session.prove(email, password));
  }

  protected passkey(): Promise<void> {
    return this.enter('email', () => this.second.passkey());
  }

  protected signInAs(email: string): Promise<void> {
    return this.enter('email', () => this.ways.demoSignIn(email));
  }

  /** The guard of the place sends on to whatever is still missing. */
  protected async arrive(session: SessionResponse): Promise<void> {
    this.session.take(session);
    if (session.level === 'PASSWORD') return;
    await this.router.navigateByUrl(destination(this.powrot()));
  }

  protected async startOver(reason?: string): Promise<void> {
    await this.session.signOut();
    this.login.password().value.set('');
    this.login().reset();
    this.faults.set(reason ? [{ field: 'password', message: reason }] : []);
  }

  private async enter(field: string, act: () => Promise<SessionResponse>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.faults.set([]);
    try {
      await this.arrive(await act());
    } catch (thrown) {
      this.faults.set([{ field, message: passkeyFaultText(thrown) }]);
      this.summary().focus();
    } finally {
      this.busy.set(false);
    }
  }
}
