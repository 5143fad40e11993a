import { Component, computed, inject, linkedSignal, resource, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { mailedLinkWords } from '@zit/words.pl/mailed-links';
import { Gate } from '../session/gate';
import { SessionStore } from '../session/session-store';
import { Loading } from '../ui/loading';
import { Act } from './act';
import { MailToken } from './mail-token';
import { isSpent, MailedLinksHttp } from './mailed-links-http';

const PAGE = '/potwierdzenie';

/** The link sent to a new address. It takes a click: programs that open links in mails press no buttons. */
@Component({
  selector: 'zit-email-confirmation-page',
  imports: [Gate, Loading, MatButton, RouterLink],
  template: `
    <zit-gate [heading]="words.title">
      @if (done()) {
        <p role="status">{{ words.done }}</p>
        @if (signedIn()) {
          <a routerLink="/konto">{{ words.toAccount }}</a>
        } @else {
          <a routerLink="/logowanie">{{ words.toSignIn }}</a>
        }
      } @else if (spent()) {
        <p class="refused" role="alert">{{ words.spent }}</p>
        <a routerLink="/konto">{{ words.toAccount }}</a>
      } @else if (reading.isLoading()) {
        <zit-loading />
      } @else if (token(); as token) {
        <p>{{ words.text }}</p>
        @if (act.refused(); as text) {
          <p class="refused" role="alert">{{ text }}</p>
        }
        <button matButton="filled" type="button" class="submit" (click)="confirm(token)">
          {{ act.busy() ? words.confirming : words.confirm }}
        </button>
      } @else {
        <p>{{ noToken.text }}</p>
        <a routerLink="/logowanie">{{ noToken.toSignIn }}</a>
      }
    </zit-gate>
  `,
  styleUrl: './mailed-link.scss',
  providers: [Act],
})
export class EmailConfirmationPage {
  private readonly http = inject(MailedLinksHttp);
  private readonly session = inject(SessionStore);
  private readonly tokens = inject(MailToken);
  private readonly fragment = toSignal(inject(ActivatedRoute).fragment, { initialValue: null });

  protected readonly words = mailedLinkWords.confirmation;
  protected readonly noToken = mailedLinkWords.noToken;
  protected readonly act = inject(Act);
  protected readonly token = linkedSignal(() => this.tokens.take(PAGE, this.fragment()));
  protected readonly reading = resource({
    params: () => this.token() ?? undefined,
    loader: ({ params }) => this.http.works('email-confirmations', params),
  });
  private readonly refused = signal(false);
  protected readonly spent = computed(() => this.refused() || (this.reading.hasValue() && !this.reading.value()));
  protected readonly done = signal(false);
  protected readonly signedIn = signal(false);

  protected async confirm(token: string): Promise<void> {
    await this.act.run(async () => {
      try {
        await this.http.confirmEmail(token);
      } catch (thrown) {
        if (!isSpent(thrown)) throw thrown;
        return this.refused.set(true);
      }
      this.tokens.spend(PAGE);
      this.done.set(true);
      // Whoever is signed in here is known by the new address from now on.
      this.signedIn.set((await this.session.reload()) !== null);
    });
  }
}
