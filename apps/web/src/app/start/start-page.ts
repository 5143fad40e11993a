import { Component } from '@angular/core';
import { startWords } from '@zit/words.pl/start';
import { PageHead } from '../ui/page-head';

@Component({
  selector: 'zit-start-page',
  imports: [PageHead],
  template: `<zit-page-head [heading]="words.title" />`,
})
export class StartPage {
  protected readonly words = startWords;
}
