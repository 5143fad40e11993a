import { Component, input } from '@angular/core';
import { RouterLink, RouterLinkActive, type IsActiveMatchOptions } from '@angular/router';

export interface TabLink {
  name: string;
  link: string | readonly unknown[];
}

/** Parts of one thing, each with an address of its own. */
@Component({
  selector: 'zit-tab-links',
  imports: [RouterLink, RouterLinkActive],
  template: `
    <nav class="screen-only" [attr.aria-label]="label()">
      <ul>
        @for (tab of tabs(); track tab.name) {
          <li>
            <a
              [routerLink]="tab.link"
              routerLinkActive="here"
              [routerLinkActiveOptions]="here"
              ariaCurrentWhenActive="page"
              >{{ tab.name }}</a
            >
          </li>
        }
      </ul>
    </nav>
  `,
  styles: `
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: var(--zit-1);
      margin: 0 0 var(--zit-5);
      padding: 0;
      border-block-end: 1px solid var(--zit-line);
      list-style: none;
    }
    a {
      display: block;
      min-block-size: var(--zit-touch);
      padding: 10px var(--zit-3);
      border-block-end: 3px solid transparent;
      color: var(--zit-ink-soft);
      text-decoration: none;
    }
    a:hover {
      color: var(--zit-ink);
      border-block-end-color: var(--zit-line-strong);
    }
    a.here {
      color: var(--zit-sea-deep);
      border-block-end-color: var(--zit-sea);
      font-weight: 600;
    }
    a:focus-visible {
      outline-offset: -3px;
    }
  `,
})
export class TabLinks {
  /** The address counts, not what is chosen within the part. */
  protected readonly here: IsActiveMatchOptions = {
    paths: 'exact',
    queryParams: 'ignored',
    matrixParams: 'ignored',
    fragment: 'ignored',
  };
  readonly label = input.required<string>();
  readonly tabs = input.required<readonly TabLink[]>();
}
