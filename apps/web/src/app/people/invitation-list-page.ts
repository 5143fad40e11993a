import { Component, computed, inject, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatSnackBar } from '@angular/material/snack-bar';
import { RouterLink } from '@angular/router';
import type { InvitationItem } from '@zit/contracts';
import { formatInstantPl } from '@zit/domain';
import { whoMayWords } from '@zit/words.pl/closed-acts';
import { grantedRole } from '@zit/words.pl/county';
import { frameWords } from '@zit/words.pl/frame';
import { invitationWords, peopleWords } from '@zit/words.pl/people-page';
import { ActLink } from '../shell/act-link';
import { ActingFor } from '../shell/acting-for';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { Loading } from '../ui/loading';
import { PageHead } from '../ui/page-head';
import { ProblemNotice } from '../ui/problem-notice';
import { StatusChip, type Tone } from '../ui/status-chip';
import { PeopleHttp } from './people-http';
import { PeopleTabs } from './people-tabs';

const TONE: Record<InvitationItem['state'], Tone> = {
  PROPOSED: 'attention',
  SENT: 'place',
  ACCEPTED: 'settled',
  EXPIRED: 'quiet',
  WITHDRAWN: 'quiet',
};

/** Invitations on their way, with what can still be done about each. */
@Component({
  selector: 'zit-invitation-list-page',
  imports: [ActLink, EmptyState, Icon, Loading, MatButton, PageHead, PeopleTabs, ProblemNotice, RouterLink, StatusChip],
  templateUrl: './invitation-list-page.html',
  styleUrl: './invitation-list-page.scss',
})
export class InvitationListPage {
  private readonly http = inject(PeopleHttp);
  private readonly snackBar = inject(MatSnackBar);
  protected readonly acting = inject(ActingFor);
  protected readonly words = invitationWords;
  protected readonly people = peopleWords;
  protected readonly frame = frameWords;
  protected readonly noRight = `${whoMayWords.invite} ${peopleWords.noRightHint}`;
  protected readonly crumbs = [{ name: peopleWords.title, link: '/osoby' }];
  protected readonly busy = signal(false);
  protected readonly failed = signal<unknown>(null);

  protected readonly found = resource({
    params: () => (this.acting.seesInvitations() ? {} : undefined),
    loader: async () => (await this.http.invitations()).items,
  });
  protected readonly rows = computed(() =>
    this.found.hasValue()
      ? this.found.value().map((invitation) => ({
          invitation,
          role: [grantedRole(invitation), invitation.organisationName].filter(Boolean).join(', '),
          tone: TONE[invitation.state],
          state: invitationWords.state[invitation.state],
          by: invitationWords.by(invitation.invitedBy, formatInstantPl(invitation.invitedAt)),
          until:
            invitation.state === 'SENT' || invitation.state === 'PROPOSED'
              ? invitationWords.until(formatInstantPl(invitation.expiresAt))
              : null,
          open: invitation.state === 'SENT' || invitation.state === 'PROPOSED',
          closed: this.acting.viewer() ? peopleWords.viewOnly : invitation.may.reason,
          withdraws: invitation.may.withdraw && !this.acting.viewer(),
          approves: invitation.may.approve && !this.acting.viewer(),
        }))
      : null,
  );

  protected withdraw({ id }: InvitationItem): Promise<void> {
    return this.act(() => this.http.withdraw(id), invitationWords.withdrawn);
  }

  protected approve({ id }: InvitationItem): Promise<void> {
    return this.act(() => this.http.approve(id), invitationWords.approved);
  }

  private async act(work: () => Promise<void>, done: string): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.failed.set(null);
    try {
      await work();
      this.snackBar.open(done, undefined, { duration: 4_000 });
    } catch (thrown) {
      this.failed.set(thrown);
    } finally {
      this.busy.set(false);
      // A refusal often means that somebody else was faster: the list says how it stands.
      this.found.reload();
    }
  }
}
