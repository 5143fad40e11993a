import { Component } from '@angular/core';
import { frameWords } from '@zit/words.pl/frame';
import { PageHead } from '../ui/page-head';

@Component({ selector: 'zit-budget-page', imports: [PageHead], template: '<zit-page-head [heading]="words.portal" />' })
export class BudgetPage {
  protected readonly words = frameWords;
}
