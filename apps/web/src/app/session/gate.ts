import { Component, input } from '@angular/core';
import { frameWords } from '@zit/words.pl/frame';
import { sessionWords } from '@zit/words.pl/session-page';
import { ThemeSwitch } from '../shell/theme-switch';

/** What stands around the pages before the portal: signing in, an invitation, a forgotten password. */
@Component({
  selector: 'zit-gate',
  imports: [ThemeSwitch],
  template: `
    <div class="top"><zit-theme-switch /></div>
    <main>
      <header>
        <img src="favicon.svg" alt="" width="44" height="44" />
        <p class="portal serif">{{ portal }}</p>
        <p class="soft">{{ lead }}</p>
      </header>
      <section class="card" aria-labelledby="gate-heading">
        <ng-content select="zit-error-summary" />
        <h1 id="gate-heading" tabindex="-1">{{ heading() }}</h1>
        <ng-content />
      </section>
      <ng-content select="[aside]" />
    </main>
  `,
  styleUrl: './gate.scss',
  host: { '[class.wide]': 'wide()' },
})
export class Gate {
  readonly heading = input.required<string>();
  /** Something stands beside the card. */
  readonly wide = input(false);
  protected readonly portal = frameWords.portal;
  protected readonly lead = sessionWords.lead;
}
