import { Component } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { peopleWords } from '@zit/words.pl/people-page';

/** People on one side, invitations on the other. */
@Component({
  selector: 'zit-people-tabs',
  imports: [RouterLink, RouterLinkActive],
  template: `
    <nav class="screen-only" [attr.aria-label]="words.tabsLabel">
      <ul>
        @for (tab of tabs; track tab.link) {
          <li>
            <a
              [routerLink]="tab.link"
              routerLinkActive="here"
              [routerLinkActiveOptions]="{ exact: true }"
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
export class PeopleTabs {
  protected readonly words = peopleWords;
  protected readonly tabs = [
    { link: '/osoby', name: peopleWords.tabs.people },
    { link: '/osoby/zaproszenia', name: peopleWords.tabs.invitations },
  ];
}
