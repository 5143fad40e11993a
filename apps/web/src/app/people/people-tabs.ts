import { Component, computed, inject } from '@angular/core';
import { peopleWords } from '@zit/words.pl/people-page';
import { ActingFor } from '../shell/acting-for';
import { TabLinks } from '../ui/tab-links';

/** People on one side, invitations on the other. */
@Component({
  selector: 'zit-people-tabs',
  imports: [TabLinks],
  template: `<zit-tab-links [label]="words.tabsLabel" [tabs]="tabs()" />`,
})
export class PeopleTabs {
  protected readonly words = peopleWords;
  private readonly acting = inject(ActingFor);
  protected readonly tabs = computed(() => [
    { link: '/osoby', name: peopleWords.tabs.people },
    ...(this.acting.seesInvitations() ? [{ link: '/osoby/zaproszenia', name: peopleWords.tabs.invitations }] : []),
    ...(this.acting.may('listErasures') ? [{ link: '/administracja/dane', name: peopleWords.tabs.data }] : []),
  ]);
}
