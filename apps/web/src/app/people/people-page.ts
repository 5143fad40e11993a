import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { frameWords } from '@zit/words.pl/frame';
import { peopleWords } from '@zit/words.pl/people-page';
import { ActLink } from '../shell/act-link';
import { ActingFor } from '../shell/acting-for';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { Loading } from '../ui/loading';
import { PageHead } from '../ui/page-head';
import { paged } from '../ui/paged';
import { ProblemNotice } from '../ui/problem-notice';
import { SearchBox } from '../ui/search-box';
import { ShowMore } from '../ui/show-more';
import { PeopleHttp } from './people-http';
import { PeopleTabs } from './people-tabs';
import { PersonRow } from './person-row';

/** Who acts for the organisation, or, for the programme, everybody. */
@Component({
  selector: 'zit-people-page',
  imports: [
    ActLink,
    EmptyState,
    Icon,
    Loading,
    PageHead,
    PeopleTabs,
    PersonRow,
    ProblemNotice,
    RouterLink,
    SearchBox,
    ShowMore,
  ],
  templateUrl: './people-page.html',
  styleUrl: './people-page.scss',
})
export class PeoplePage {
  private readonly http = inject(PeopleHttp);
  protected readonly acting = inject(ActingFor);

  protected readonly words = peopleWords;
  protected readonly frame = frameWords;
  protected readonly lead = computed(() =>
    this.acting.has('ADMINISTRATOR', 'AUDITOR') ? peopleWords.lead.all : peopleWords.lead.own,
  );
  /** Here only, not in the address: what is searched for is a person's name or e-mail. */
  protected readonly search = signal('');
  protected readonly list = paged(
    () => (this.acting.seesPeople() ? { search: this.search() } : undefined),
    (asked, after) => this.http.search({ ...asked, after }),
  );
}
