import { afterNextRender, Component, type ElementRef, inject, input, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { frameWords } from '@zit/words.pl/frame';
import { Icon } from './icon';

export interface Crumb {
  name: string;
  link: string | readonly unknown[];
}

/**
 * The head of a page: where one is, its one `h1`, its one primary action (`<button action …>`) at the same place,
 * and whatever else belongs under the title (projected). `thing` sets the title in the letter of the paper.
 */
@Component({
  selector: 'zit-page-head',
  imports: [Icon, RouterLink],
  template: `
    @if (crumbs().length > 0) {
      <nav class="trail" [attr.aria-label]="words.trail">
        <ol>
          @for (crumb of crumbs(); track crumb.name) {
            <li>
              <a [routerLink]="crumb.link">{{ crumb.name }}</a><zit-icon name="right" />
            </li>
          }
        </ol>
      </nav>
    }
    <div class="row">
      <h1 #title tabindex="-1" [class.serif]="thing()">{{ heading() }}</h1>
      <span class="action screen-only"><ng-content select="[action]" /></span>
    </div>
    <ng-content />
  `,
  styles: `
    :host {
      display: block;
      margin-block-end: var(--zit-5);
    }
    ol {
      display: flex;
      flex-wrap: wrap;
      gap: var(--zit-1);
      margin: 0 0 var(--zit-1);
      padding: 0;
      list-style: none;
      font-size: 0.9375rem;
      color: var(--zit-ink-soft);
    }
    li {
      display: inline-flex;
      align-items: center;
      gap: var(--zit-1);
    }
    li a {
      padding-block: var(--zit-1);
    }
    li zit-icon {
      font-size: 0.75rem;
    }
    .row {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--zit-3) var(--zit-5);
    }
    .row:not(:last-child) {
      margin-block-end: var(--zit-2);
    }
    h1 {
      flex: 1 1 16rem;
      min-inline-size: 0;
      margin: 0;
    }
    .action {
      display: flex;
      flex-wrap: wrap;
      gap: var(--zit-2);
    }
    .action:empty {
      display: none;
    }
    @media print {
      .trail {
        display: none;
      }
    }
  `,
})
export class PageHead {
  readonly heading = input.required<string>();
  readonly crumbs = input<readonly Crumb[]>([]);
  readonly thing = input(false);
  protected readonly words = frameWords;
  private readonly title = viewChild.required<ElementRef<HTMLElement>>('title');

  constructor() {
    const router = inject(Router);
    afterNextRender(() => {
      // After a move inside the portal the new page's title is read and Tab goes on from there; on arrival nothing moves.
      const arrival =
        (router.lastSuccessfulNavigation()?.id ?? 1) <= 1 && !router.currentNavigation()?.previousNavigation;
      if (!arrival) this.title().nativeElement.focus({ preventScroll: true });
    });
  }
}
