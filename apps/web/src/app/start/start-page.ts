import { Component, computed, inject, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { startWords } from '@zit/words.pl/start';
import { SessionStore } from '../session/session-store';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { Loading } from '../ui/loading';
import { PageHead } from '../ui/page-head';
import { ProblemNotice } from '../ui/problem-notice';
import { WaitingCard } from './waiting-card';
import { WaitingStore } from './waiting-store';

/** The desk: what waits for the person in the role at hand. */
@Component({
  selector: 'zit-start-page',
  imports: [EmptyState, Icon, Loading, MatButton, PageHead, ProblemNotice, RouterLink, WaitingCard],
  templateUrl: './start-page.html',
  styleUrl: './start-page.scss',
})
export class StartPage {
  private readonly session = inject(SessionStore);
  private readonly store = inject(WaitingStore);

  protected readonly words = startWords;
  protected readonly lead = computed(() => {
    const role = this.session.role();
    return role ? startWords.waitingLead[role] : '';
  });
  /** The same roles that may form a consortium at all; whether here, the server says. */
  protected readonly mayForm = computed(() =>
    ['ADMINISTRATOR', 'MUNICIPALITY_OFFICER', 'COORDINATOR'].includes(this.session.role() ?? ''),
  );
  /** Asked again when the person begins to act for somebody else. */
  protected readonly desk = resource({
    params: () => ({ grant: this.session.grant() }),
    loader: () => this.store.desk(),
  });
}
