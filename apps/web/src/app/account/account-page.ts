import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { accountPageWords } from '@zit/words.pl/account-page';
import { ownDataWords } from '@zit/words.pl/personal-page';
import { viewOnlyReason } from '@zit/words.pl/view-only';
import { SignInWaysStore } from '../session/sign-in-ways';
import { ActingFor } from '../shell/acting-for';
import { Loading } from '../ui/loading';
import { PageHead } from '../ui/page-head';
import { ProblemNotice } from '../ui/problem-notice';
import { AccountDetails } from './account-details';
import { AccountHttp } from './account-http';
import { ChangePasswordSection } from './change-password';
import { Factors } from './factors';
import { Identities } from './identities';
import { OwnSessions } from './own-sessions';
import { Views } from './views';

/** „Moje konto” */
@Component({
  selector: 'zit-account-page',
  imports: [
    AccountDetails,
    ChangePasswordSection,
    Factors,
    Identities,
    Loading,
    OwnSessions,
    PageHead,
    ProblemNotice,
    RouterLink,
    Views,
  ],
  template: `
    <zit-page-head [class.screen-only]="printing()" [heading]="words.title">
      <p class="soft">{{ words.lead }}</p>
    </zit-page-head>
    @if (account.error(); as thrown) {
      <zit-problem-notice [thrown]="thrown" (retry)="account.reload()" />
    } @else if (account.hasValue()) {
      @let mine = account.value();
      @if (viewing()) {
        <p id="view-only">{{ viewOnly }}</p>
      }
      <fieldset
        [disabled]="viewing()"
        [attr.aria-label]="viewing() ? words.title : null"
        [attr.aria-describedby]="viewing() ? 'view-only' : null"
      >
        <zit-account-details [class.screen-only]="printing()" [account]="mine" (changed)="account.reload()" />
        <zit-change-password [class.screen-only]="printing()" [account]="mine" (changed)="account.reload()" />
        <zit-factors [account]="mine" (changed)="account.reload()" (codesShown)="printing.set($event)" />
        @if (hasProviders()) {
          <zit-identities
            [class.screen-only]="printing()"
            [account]="mine"
            [code]="blad()"
            (changed)="account.reload()"
          />
        }
        <zit-own-sessions [class.screen-only]="printing()" />
        <zit-views [class.screen-only]="printing()" />
      </fieldset>
      <p [class.screen-only]="printing()">
        <a routerLink="/konto/dane">{{ toData }}</a>
      </p>
    } @else {
      <zit-loading />
    }
  `,
  styles: `
    :host {
      display: block;
      max-inline-size: 860px;
    }
    fieldset {
      min-inline-size: 0;
      margin: 0;
      padding: 0;
      border: 0;
    }
    /* Material knows its buttons as closed only by an attribute of their own. */
    fieldset:disabled {
      --zit-closed: color-mix(in srgb, var(--zit-ink) 38%, transparent);
      --mat-button-text-label-text-color: var(--zit-closed);
      --mat-button-outlined-label-text-color: var(--zit-closed);
      --mat-button-outlined-outline-color: var(--zit-closed);
    }
  `,
})
export class AccountPage {
  private readonly http = inject(AccountHttp);
  private readonly ways = inject(SignInWaysStore);
  private readonly acting = inject(ActingFor);
  /** Why another provider could not be linked. */
  readonly blad = input<string>();

  /** The account is another's: it is looked at, and every button of it is closed by the one fieldset. */
  protected readonly viewing = computed(() => this.acting.closedToEyes('changeAccount'));
  protected readonly viewOnly = viewOnlyReason;
  protected readonly words = accountPageWords;
  protected readonly toData = ownDataWords.toPage;
  protected readonly account = resource({ loader: () => this.http.read() });
  /** Recovery codes are on the screen, and only they go onto paper. */
  protected readonly printing = signal(false);
  protected readonly hasProviders = computed(
    () =>
      this.ways.now().providers.length > 0 || (this.account.hasValue() && this.account.value().identities.length > 0),
  );
}
