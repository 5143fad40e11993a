import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { frameWords } from '@zit/words.pl/frame';
import { EmptyState } from '../ui/empty-state';
import { PageHead } from '../ui/page-head';

@Component({
  selector: 'zit-not-found-page',
  imports: [EmptyState, PageHead, RouterLink],
  template: `
    <zit-page-head [heading]="words.title" />
    <zit-empty-state [text]="words.text">
      <a routerLink="/">{{ words.back }}</a>
    </zit-empty-state>
  `,
})
export class NotFoundPage {
  protected readonly words = frameWords.notFound;
}
