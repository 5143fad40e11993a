import { Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { sessionWords } from '@zit/words.pl/session-page';
import { SignInWaysStore } from './sign-in-ways';

/**
 * Nobody takes the demo for the real thing: said on every page of it, and on none of a real installation. One line;
 * a phone opens the rest of it.
 */
@Component({
  selector: 'zit-demo-banner',
  imports: [RouterLink],
  template: `
    @if (ways.now().demo) {
      <aside [attr.aria-label]="words.title">
        <strong>{{ words.title }}</strong>
        <button
          class="phone"
          type="button"
          aria-controls="demo-more"
          [attr.aria-expanded]="open()"
          (click)="open.set(!open())"
        >
          {{ open() ? words.less : words.more }}
        </button>
        <div id="demo-more" [class.closed]="!open()">
          <p>{{ words.banner }}</p>
          <a routerLink="/poczta">{{ words.mailbox }}</a>
        </div>
      </aside>
    }
  `,
  styles: `
    aside,
    div {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0 var(--zit-4);
    }
    aside {
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
    button {
      margin-inline-start: auto;
      padding: 3px 0;
      border: 0;
      background: none;
      color: inherit;
      font: inherit;
      text-decoration: underline;
      cursor: pointer;
    }
    @media (width >= 768px) {
      .phone {
        display: none;
      }
    }
    @media (width < 768px) {
      .closed {
        display: none;
      }
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
  protected readonly open = signal(false);
}
