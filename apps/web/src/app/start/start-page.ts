import { Component, computed, inject, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { POLICY, relationsOf, type PolicyRule, type Role } from '@zit/domain';
import { startWords } from '@zit/words.pl/start';
import { ActLink } from '../shell/act-link';
import { ActingFor } from '../shell/acting-for';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { Loading } from '../ui/loading';
import { PageHead } from '../ui/page-head';
import { ProblemNotice } from '../ui/problem-notice';
import { ApprovalsCard } from './approvals-card';
import { CommissionsCard } from './commissions-card';
import { CouncilCard } from './council-card';
import { OffersCard } from './offers-card';
import { WaitingCard } from './waiting-card';
import { WaitingStore } from './waiting-store';

const standsNear = (rule: PolicyRule, role: Role): boolean =>
  relationsOf(rule, role).some((relation) => relation !== 'ANY');

/** The desk: what waits for the person in the role at hand. */
@Component({
  selector: 'zit-start-page',
  imports: [
    ActLink,
    ApprovalsCard,
    CommissionsCard,
    CouncilCard,
    EmptyState,
    Icon,
    Loading,
    MatButton,
    OffersCard,
    PageHead,
    ProblemNotice,
    RouterLink,
    WaitingCard,
  ],
  templateUrl: './start-page.html',
  styleUrl: './start-page.scss',
})
export class StartPage {
  private readonly acting = inject(ActingFor);
  private readonly store = inject(WaitingStore);

  protected readonly words = startWords;
  protected readonly lead = computed(() => {
    const role = this.acting.roles()[0];
    if (role) return startWords.waitingLead[role];
    return this.acting.hats().length > 0 ? startWords.waitingLeadNobody : startWords.waitingLeadNoRole;
  });
  /** Whether here, the server says. */
  protected readonly forms = computed(() => this.acting.holds('createConsortium'));
  /** Who sees consortia from where they stand asks why they form none; who only looks on has no use for the answer. */
  protected readonly near = computed(
    () => this.forms() || this.acting.roles().some((role) => standsNear(POLICY.readConsortium, role)),
  );
  /** Who may not form a consortium, but may ask somebody in who will. */
  protected readonly invites = computed(() => this.acting.holds('invite'));
  protected readonly writesOffers = computed(() => this.acting.holds('readOffer'));
  protected readonly council = this.acting.speaksForCouncil;
  protected readonly steers = computed(() => this.acting.has('ASSESSOR', 'CHAIR'));
  protected readonly approves = computed(() => this.acting.may('approveInvitation'));
  /** Asked again when the person begins to act for somebody else. */
  protected readonly desk = resource({
    params: () => ({ hat: this.acting.hat() }),
    loader: () => this.store.desk(),
  });
}
