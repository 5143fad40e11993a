import { Component } from '@angular/core';
import { peopleWords } from '@zit/words.pl/people-page';
import { TabLinks } from '../ui/tab-links';

/** People on one side, invitations on the other. */
@Component({
  selector: 'zit-people-tabs',
  imports: [TabLinks],
  template: `<zit-tab-links [label]="words.tabsLabel" [tabs]="tabs" />`,
})
export class PeopleTabs {
  protected readonly words = peopleWords;
  protected readonly tabs = [
    { link: '/osoby', name: peopleWords.tabs.people },
    { link: '/osoby/zaproszenia', name: peopleWords.tabs.invitations },
  ];
}
