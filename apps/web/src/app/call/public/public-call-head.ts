import { Component, computed, inject, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { publicCallWords } from '@zit/words.pl/call-page';
import { SessionStore } from '../../session/session-store';
import { PublicHead } from '../../shell/public-head';

/** Above public calls: the way to the list of them, and to signing in and back for who wants to hand in an offer. */
@Component({
  selector: 'zit-public-call-head',
  imports: [MatButton, PublicHead, RouterLink],
  template: `
    <zit-public-head>
      @if (inside()) {
        <a matButton routerLink="/nabory">{{ words.toPortal }}</a>
      } @else {
        <a matButton="outlined" routerLink="/logowanie" [queryParams]="{ powrot: back }">{{ words.signIn }}</a>
      }
    </zit-public-head>
  `,
  styles: `
    a {
      white-space: nowrap;
    }
  `,
  host: { class: 'screen-only' },
})
export class PublicCallHead {
  private readonly session = inject(SessionStore);
  protected readonly words = publicCallWords;
  protected readonly back = inject(Router).url;
  /** Who is signed in is not sent to sign in; a portal that does not say who this is leaves the page readable. */
  private readonly asked = resource({ loader: () => this.session.load().catch(() => null) });
  protected readonly inside = computed(() => this.asked.hasValue() && this.session.session()?.level === 'FULL');
}
