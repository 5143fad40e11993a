import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { frameWords } from '@zit/words.pl/frame';
import { ThemeSwitch } from './theme-switch';

/** Above the pages that anybody opens, without signing in: the way to the portal, and light or dark. */
@Component({
  selector: 'zit-public-head',
  imports: [RouterLink, ThemeSwitch],
  template: `
    <header>
      <a class="brand" routerLink="/">
        <img src="favicon.svg" alt="" width="32" height="32" />
        <span class="serif">{{ words.portal }}</span>
      </a>
      <span class="tools"><ng-content /><zit-theme-switch /></span>
    </header>
  `,
  styles: `
    header {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--zit-3);
      margin-block-end: var(--zit-5);
    }
    .brand {
      display: inline-flex;
      align-items: center;
      gap: var(--zit-3);
      color: var(--zit-ink);
      font-size: 1.0625rem;
      text-decoration: none;
    }
    .tools {
      display: inline-flex;
      align-items: center;
      gap: var(--zit-2);
    }
  `,
})
export class PublicHead {
  protected readonly words = frameWords;
}
