import { Component, computed, input } from '@angular/core';
import { organisationHistoryWords } from '@zit/words.pl/organisation';
import { TabLinks } from '../ui/tab-links';

/** The entry itself, and what happened to it. */
@Component({
  selector: 'zit-organisation-tabs',
  imports: [TabLinks],
  template: `<zit-tab-links [label]="words.tabsLabel" [tabs]="tabs()" />`,
})
export class OrganisationTabs {
  readonly id = input.required<string>();
  protected readonly words = organisationHistoryWords;
  protected readonly tabs = computed(() => [
    { name: organisationHistoryWords.entry, link: ['/organizacje', this.id()] },
    { name: organisationHistoryWords.title, link: ['/organizacje', this.id(), 'historia'] },
  ]);
}
