import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { helpWords } from '@zit/words.pl/start';
import { PageHead } from '../ui/page-head';

@Component({
  selector: 'zit-help-page',
  imports: [PageHead, RouterLink],
  template: `
    <zit-page-head [heading]="words.title"
      ><p class="soft">{{ words.lead }}</p></zit-page-head
    >
    <ol>
      @for (step of words.steps; track step.title) {
        <li>
          <h2>{{ step.title }}</h2>
          <p>{{ step.text }}</p>
        </li>
      }
    </ol>
    <p>
      <a routerLink="/konsorcja">{{ words.example }}</a>
    </p>
    <h2>{{ words.wordsTitle }}</h2>
    <dl>
      @for (each of words.words; track each.term) {
        <dt>{{ each.term }}</dt>
        <dd>{{ each.text }}</dd>
      }
    </dl>
    <h2>{{ words.keyboardTitle }}</h2>
    <p>{{ words.keyboard }}</p>
  `,
  styles: `
    :host {
      display: block;
      max-inline-size: var(--zit-text);
    }
    ol {
      padding-inline-start: 1.4em;
    }
    li::marker {
      color: var(--zit-sea);
      font-weight: 600;
    }
    li h2 {
      margin-block-end: var(--zit-1);
      font-size: 1.125rem;
    }
    dt {
      font-weight: 600;
    }
    dd {
      margin: 0 0 var(--zit-3);
    }
  `,
})
export class HelpPage {
  protected readonly words = helpWords;
}
