import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { frameWords } from '@zit/words.pl/frame';
import { Loading } from '../ui/loading';
import { PageHead } from '../ui/page-head';

/** Stands for a moment between two hats. Whoever comes by its address finds the way to the start. */
@Component({
  selector: 'zit-hat-change-page',
  imports: [Loading, PageHead, RouterLink],
  template: `
    <zit-page-head [heading]="words.hatChange" />
    <zit-loading />
    <p>
      <a routerLink="/">{{ words.notFound.back }}</a>
    </p>
  `,
})
export class HatChangePage {
  protected readonly words = frameWords;
}
