import { Component, computed, inject, linkedSignal, resource, signal, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { form, FormField, maxLength, minLength, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { formatInstantPl } from '@zit/domain';
import { accountPageWords } from '@zit/words.pl/account-page';
import { accountClause } from '@zit/words.pl/clauses';
import { grantedRole } from '@zit/words.pl/county';
import { mailedLinkWords } from '@zit/words.pl/mailed-links';
import { faultsOf, refusalsOf } from '../session/field-faults';
import { Gate } from '../session/gate';
import { PasswordField } from '../session/password-field';
import { SessionStore } from '../session/session-store';
import { ErrorSummary, type FieldFault } from '../ui/error-summary';
import { Loading } from '../ui/loading';
import { problemOf } from '../ui/problem';
import { ProblemNotice } from '../ui/problem-notice';
import { MailToken } from './mail-token';
import { MailedLinksHttp } from './mailed-links-http';

const PAGE = '/zaproszenie';
/** Elements of the fields that the server may refuse. */
const IDS = { name: 'invited-name', password: 'invited-password', clause: 'invited-clause' };

/** Who invites to what; a new account, or the new role for the account that is there. */
@Component({
  selector: 'zit-invitation-page',
  imports: [
    ErrorSummary,
    FormField,
    Gate,
    Loading,
    MatButton,
    MatError,
    MatFormField,
    MatInput,
    MatLabel,
    PasswordField,
    ProblemNotice,
    RouterLink,
  ],
  templateUrl: './invitation-page.html',
  styleUrl: './mailed-link.scss',
})
export class InvitationPage {
  private readonly http = inject(MailedLinksHttp);
  private readonly session = inject(SessionStore);
  private readonly router = inject(Router);
  private readonly tokens = inject(MailToken);
  private readonly fragment = toSignal(inject(ActivatedRoute).fragment, { initialValue: null });

  protected readonly words = mailedLinkWords.invitation;
  protected readonly outer = mailedLinkWords;
  protected readonly rules = accountPageWords.password.rules;
  protected readonly clause = accountClause;
  protected readonly token = linkedSignal(() => this.tokens.take(PAGE, this.fragment()));
  protected readonly reading = resource({
    params: () => this.token() ?? undefined,
    loader: async ({ params }) => {
      const [shown] = await Promise.all([this.http.readInvitation(params), this.session.load()]);
      return shown;
    },
  });
  /** What the server says of an invitation that nobody can accept any more; trying again would not help. */
  protected readonly voided = computed(() => {
    const problem = this.reading.error() && problemOf(this.reading.error());
    return problem?.status === 404 ? problem.detail : null;
  });
  protected readonly shown = computed(() => (this.reading.hasValue() ? this.reading.value() : null));
  protected readonly role = computed(() => {
    const shown = this.shown();
    return shown && grantedRole(shown);
  });
  protected readonly me = this.session.person;
  /** Somebody else is signed in here. */
  protected readonly stranger = computed(() => {
    const [me, shown] = [this.me(), this.shown()];
    return me && shown && me.email.toLowerCase() !== shown.email.toLowerCase() ? me.email : null;
  });
  protected readonly needsAccount = computed(() => !this.me() && this.shown()?.hasAccount === false);

  protected readonly entry = form(signal({ name: '', password: '' }), (path) => {
    required(path.name, { message: mailedLinkWords.invitation.nameMissing });
    minLength(path.name, 2, { message: mailedLinkWords.invitation.nameMissing });
    maxLength(path.name, 200, { message: mailedLinkWords.invitation.nameMissing });
    required(path.password, { message: accountPageWords.password.freshShort });
    minLength(path.password, 12, { message: accountPageWords.password.freshShort });
  });
  protected readonly acknowledged = signal(false);
  protected readonly busy = signal(false);
  protected readonly faults = signal<readonly FieldFault[]>([]);
  private readonly summary = viewChild.required(ErrorSummary);

  protected moment(at: string): string {
    return formatInstantPl(at);
  }

  protected async accept(event: Event, token: string): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    this.entry().markAsTouched();
    const { name, password } = this.entry;
    const faults = [
      ...(this.needsAccount() ? faultsOf({ [IDS.name]: name, [IDS.password]: password }) : []),
      ...(this.acknowledged() ? [] : [{ field: IDS.clause, message: this.words.clauseMissing }]),
    ];
    this.faults.set(faults);
    if (faults.length > 0) return this.summary().focus();
    const fresh = this.needsAccount() ? { name: name().value().trim(), password: password().value() } : {};
    this.busy.set(true);
    try {
      const session = await this.http.acceptInvitation({ token, clause: accountClause.version, ...fresh });
      this.tokens.spend(PAGE);
      this.session.take(session);
      // The guard leads on to what is still missing, a second factor for instance.
      await this.router.navigateByUrl('/');
    } catch (thrown) {
      const { status, code } = problemOf(thrown);
      // Void by now, or the address has got an account: the page says so, and what helps.
      if (status === 404 || code === 'SIGN_IN_FIRST') return void this.reading.reload();
      this.faults.set(refusalsOf(thrown, this.needsAccount() ? IDS.password : IDS.clause, IDS));
      this.summary().focus();
    } finally {
      this.busy.set(false);
    }
  }

  protected async signOut(): Promise<void> {
    await this.session.signOut();
  }
}
