import { Component, computed, inject, signal } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatFormField, MatHint, MatLabel, MatSuffix } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { RouterLink } from '@angular/router';
import { frameWords } from '@zit/words.pl/frame';
import { peopleWords } from '@zit/words.pl/people-page';
import { ActingFor } from '../shell/acting-for';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { Loading } from '../ui/loading';
import { PageHead } from '../ui/page-head';
import { paged } from '../ui/paged';
import { ProblemNotice } from '../ui/problem-notice';
import { PeopleHttp } from './people-http';
import { PeopleTabs } from './people-tabs';
import { PersonRow } from './person-row';

/** Long enough that a name is not asked letter by letter, short enough to feel live. */
const TYPING_PAUSE_MS = 250;

/** Who acts for the organisation, or, for the programme, everybody. */
@Component({
  selector: 'zit-people-page',
  imports: [
    EmptyState,
    Icon,
    Loading,
    MatButton,
    MatFormField,
    MatHint,
    MatIconButton,
    MatInput,
    MatLabel,
    MatSuffix,
    PageHead,
    PeopleTabs,
    PersonRow,
    ProblemNotice,
    RouterLink,
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
  /** Not in the address: what is searched for is a person's name or e-mail. */
  protected readonly search = signal('');
  protected readonly list = paged(
    () => (this.acting.seesPeople() ? { search: this.search() } : undefined),
    (asked, after) => this.http.search({ ...asked, after }),
  );

  private typing: ReturnType<typeof setTimeout> | undefined;

  protected type(event: Event): void {
    const text = (event.target as HTMLInputElement).value;
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.find(text), TYPING_PAUSE_MS);
  }

  protected find(text: string): void {
    clearTimeout(this.typing);
    this.search.set(text.trim());
  }
}
