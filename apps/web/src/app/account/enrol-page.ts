import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import type { SessionResponse } from '@zit/contracts';
import { accountPageWords } from '@zit/words.pl/account-page';
import { destination } from '../session/destination';
import { Gate } from '../session/gate';
import { SessionStore } from '../session/session-store';
import { SignInWaysStore } from '../session/sign-in-ways';
import { Icon } from '../ui/icon';
import { TakesFocus } from '../ui/takes-focus';
import { AccountHttp } from './account-http';
import { Act } from './act';
import { AddPasskeyForm } from './add-passkey';
import { AddTotpForm } from './add-totp';
import { RecoveryCodesSheet } from './recovery-codes';

/** The first second factor of somebody whose role demands one; then on to where the person was going. */
@Component({
  selector: 'zit-enrol-page',
  imports: [AddPasskeyForm, AddTotpForm, Gate, Icon, MatButton, RecoveryCodesSheet, TakesFocus],
  templateUrl: './enrol-page.html',
  styleUrl: './enrolment.scss',
  providers: [Act],
})
export class EnrolPage {
  private readonly http = inject(AccountHttp);
  private readonly session = inject(SessionStore);
  private readonly ways = inject(SignInWaysStore);
  private readonly router = inject(Router);
  /** Where the person was going. */
  readonly powrot = input<string>();

  protected readonly words = accountPageWords.enrol;
  protected readonly factorWords = accountPageWords.factors;
  protected readonly codeWords = accountPageWords.codes;
  protected readonly act = inject(Act);
  protected readonly adding = signal<'passkey' | 'totp' | null>(null);
  protected readonly added = signal(false);
  protected readonly codes = signal<readonly string[] | null>(null);
  /** Passkeys need the portal's lasting address. */
  protected readonly passkeys = computed(() => this.ways.now().passkey);

  protected enrolled(session: SessionResponse): void {
    this.session.take(session);
    this.added.set(true);
  }

  protected async makeCodes(): Promise<void> {
    await this.act.run(async () => this.codes.set(await this.http.makeRecoveryCodes()));
  }

  protected async goOn(): Promise<void> {
    await this.router.navigateByUrl(destination(this.powrot()));
  }

  protected async signOut(): Promise<void> {
    await this.act.run(() => this.session.signOut());
    if (!this.session.session()) await this.router.navigateByUrl('/logowanie');
  }
}
