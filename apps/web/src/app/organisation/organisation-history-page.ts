import { Component, computed, inject, input, resource } from '@angular/core';
import { organisationHistoryWords, organisationWords } from '@zit/words.pl/organisation';
import { HistoryList } from '../journal/history-list';
import { Loading } from '../ui/loading';
import { PageHead } from '../ui/page-head';
import { ProblemNotice } from '../ui/problem-notice';
import { OrganisationStore } from './organisation-store';
import { OrganisationTabs } from './organisation-tabs';

/** What happened to the organisation's entry in the register. */
@Component({
  selector: 'zit-organisation-history-page',
  imports: [HistoryList, Loading, OrganisationTabs, PageHead, ProblemNotice],
  template: `
    @if (found.error(); as thrown) {
      <zit-page-head [heading]="registerWords.title" [crumbs]="crumbs" />
      <zit-problem-notice [thrown]="thrown" (retry)="found.reload()" />
    } @else if (name(); as name) {
      <zit-page-head [heading]="name" [thing]="true" [crumbs]="crumbs" />
      <zit-organisation-tabs [id]="id()" />
      <h2>{{ words.title }}</h2>
      <p class="soft">{{ words.lead }}</p>
      <zit-history-list [of]="id()" [load]="load" />
    } @else {
      <zit-loading />
    }
  `,
  styles: `
    :host {
      display: block;
      max-inline-size: 960px;
    }
  `,
})
export class OrganisationHistoryPage {
  readonly id = input.required<string>();
  private readonly store = inject(OrganisationStore);
  protected readonly words = organisationHistoryWords;
  protected readonly registerWords = organisationWords;
  protected readonly crumbs = [{ name: organisationWords.title, link: '/organizacje' }];
  protected readonly found = resource({ params: () => this.id(), loader: ({ params }) => this.store.read(params) });
  protected readonly name = computed(() => (this.found.hasValue() ? this.found.value().name : null));
  protected readonly load = (id: string, after?: string) => this.store.history(id, after);
}
