import { Component, computed, effect, inject, input, resource } from '@angular/core';
import { lostAccessWords } from '@zit/words.pl/frame';
import { organisationWords } from '@zit/words.pl/organisation';
import { PageTitle } from '../shell/page-title';
import { Loading } from '../ui/loading';
import { LostAccess } from '../ui/lost-access';
import { PageHead } from '../ui/page-head';
import { ProblemNotice } from '../ui/problem-notice';
import { SavedState } from '../ui/saved-state';
import { OrganisationCard } from './organisation-card';
import { OrganisationEditing } from './organisation-editing';
import { OrganisationForm } from './organisation-form';
import { OrganisationStore } from './organisation-store';
import { OrganisationTabs } from './organisation-tabs';

@Component({
  selector: 'zit-organisation-page',
  imports: [
    Loading,
    LostAccess,
    OrganisationCard,
    OrganisationForm,
    OrganisationTabs,
    PageHead,
    ProblemNotice,
    SavedState,
  ],
  providers: [OrganisationEditing],
  templateUrl: './organisation-page.html',
  styleUrl: './organisation-page.scss',
})
export class OrganisationPage {
  private readonly store = inject(OrganisationStore);
  private readonly title = inject(PageTitle);
  protected readonly editing = inject(OrganisationEditing);
  readonly id = input.required<string>();

  protected readonly words = organisationWords;
  protected readonly lostWords = lostAccessWords;
  protected readonly crumbs = [{ name: organisationWords.title, link: '/organizacje' }];
  protected readonly found = resource({ params: () => this.id(), loader: ({ params }) => this.store.read(params) });
  protected readonly organisation = computed(() => this.editing.organisation());

  constructor() {
    effect(() => {
      if (this.found.hasValue()) this.editing.open(this.found.value());
    });
    effect(() => {
      const name = this.organisation()?.name;
      if (name) this.title.set(name);
    });
  }
}
