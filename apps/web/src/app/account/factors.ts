import { Component, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { AccountResponse, SessionResponse } from '@zit/contracts';
import { formatDatePl, inWarsaw } from '@zit/domain';
import { accountPageWords } from '@zit/words.pl/account-page';
import { SessionStore } from '../session/session-store';
import { StatusChip } from '../ui/status-chip';
import { TakesFocus } from '../ui/takes-focus';
import { AccountHttp } from './account-http';
import { Act } from './act';
import { AddPasskeyForm } from './add-passkey';
import { AddTotpForm } from './add-totp';
import { RecoveryCodesSheet } from './recovery-codes';

/** Passkeys, the app with codes, recovery codes: what there is, one more, one less. */
@Component({
  selector: 'zit-factors',
  imports: [AddPasskeyForm, AddTotpForm, MatButton, RecoveryCodesSheet, StatusChip, TakesFocus],
  templateUrl: './factors.html',
  styleUrl: './section.scss',
  providers: [Act],
})
export class Factors {
  private readonly http = inject(AccountHttp);
  private readonly session = inject(SessionStore);
  readonly account = input.required<AccountResponse>();
  readonly changed = output();
  /** Recovery codes are on the screen: they alone belong on paper now. */
  readonly codesShown = output<boolean>();

  protected readonly words = accountPageWords.factors;
  protected readonly page = accountPageWords;
  protected readonly act = inject(Act);
  protected readonly adding = signal<'passkey' | 'totp' | null>(null);
  protected readonly codes = signal<readonly string[] | null>(null);
  /** The codes were on the screen: the keyboard comes back to where they were asked for. */
  protected readonly returned = signal(false);

  protected day(at: string): string {
    return formatDatePl(inWarsaw(at).date);
  }

  /** What was pressed goes away; the keyboard stays at the heading over it. */
  protected close(head: HTMLElement): void {
    this.adding.set(null);
    head.focus();
  }

  protected added(session: SessionResponse, head: HTMLElement): void {
    this.session.take(session);
    this.close(head);
    this.changed.emit();
  }

  protected removePasskey(id: string, head: HTMLElement): Promise<void> {
    return this.remove(() => this.http.removePasskey(id), head);
  }

  protected removeTotp(head: HTMLElement): Promise<void> {
    return this.remove(() => this.http.removeTotp(), head);
  }

  protected async makeCodes(): Promise<void> {
    await this.act.run(async () => this.show(await this.http.makeRecoveryCodes()));
  }

  protected show(codes: readonly string[] | null): void {
    this.returned.set(true);
    this.codes.set(codes);
    this.codesShown.emit(codes !== null);
    this.changed.emit();
  }

  private async remove(act: () => Promise<void>, head: HTMLElement): Promise<void> {
    if (!(await this.act.run(act, this.words.removed))) return;
    head.focus();
    await this.session.reload();
    this.changed.emit();
  }
}
