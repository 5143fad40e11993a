import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { sessionWords } from '@zit/words.pl/session-page';
import { SignInWaysStore } from './sign-in-ways';

/** Nobody takes the demo for the real thing: said on every page of it, and on none of a real installation. */
@Component({
  selector: 'zit-demo-banner',
  imports: [RouterLink],
  template: `
    @if (ways.now().demo) {
      <aside [attr.aria-label]="words.title">
        <p>{{ words.banner }}</p>
        <a routerLink="/poczta">{{ words.mailbox }}</a>
      </aside>
    }
  `,
  styles: `
    aside {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0 var(--zit-4);
      padding: 2px var(--zit-4);
      background: var(--zit-amber-soft);
      border-block-end: 1px solid var(--zit-amber);
      font-size: 0.9375rem;
    }
    p {
      margin: 0;
      max-width: none;
    }
    a {
      padding-block: 3px;
    }
    @media print {
      aside {
        display: none;
      }
    }
  `,
})
export class DemoBanner {
  protected readonly words = sessionWords.demo;
  protected readonly ways = inject(SignInWaysStore);
}
