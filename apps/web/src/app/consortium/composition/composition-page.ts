import { Component, computed, inject, Injector, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatSnackBar } from '@angular/material/snack-bar';
import type { MemberResponse } from '@zit/contracts';
import { compositionWords } from '@zit/words.pl/consortium-members';
import { EmptyState } from '../../ui/empty-state';
import { Icon } from '../../ui/icon';
import { problemOf, problemText } from '../../ui/problem';
import { ConsortiumStore } from '../consortium-store';
import { ConsortiumCard } from './consortium-card';
import { ExitAct } from './exit-act';
import { MemberCard } from './member-card';
import { NgoShare } from './ngo-share';

/** Who forms the consortium, in what role, and what its card says. */
@Component({
  selector: 'zit-composition-page',
  imports: [ConsortiumCard, EmptyState, Icon, MatButton, MemberCard, NgoShare],
  providers: [ExitAct],
  templateUrl: './composition-page.html',
  styleUrl: './composition-page.scss',
})
export class CompositionPage {
  /** From the address: the member and the field that a finding asks to fill. */
  readonly czlonek = input<string>();
  readonly pole = input<string>();

  protected readonly store = inject(ConsortiumStore);
  private readonly injector = inject(Injector);
  private readonly snackBar = inject(MatSnackBar);
  private readonly exit = inject(ExitAct);
  protected readonly words = compositionWords;
  protected readonly mayEdit = computed(() => this.store.may().edit);
  protected readonly ngoFinding = computed(
    () => this.store.check()?.findings.find((finding) => finding.code === 'R-NGO') ?? null,
  );

  protected async addMember(): Promise<void> {
    const { openAddMember } = await import('./add-member-dialog');
    const hasLeader = this.store.facts()?.members.some((member) => member.role === 'LEADER') ?? false;
    await openAddMember(this.injector, { sectors: [], role: hasLeader ? 'PARTNER' : 'LEADER' });
  }

  protected async appointLeader(member: MemberResponse): Promise<void> {
    try {
      await this.store.appointLeader(member.id);
      this.snackBar.open(compositionWords.leaderAppointed(member.name), undefined, { duration: 4_000 });
    } catch (thrown) {
      this.snackBar.open(problemText(problemOf(thrown)), undefined, { duration: 10_000 });
    }
  }

  protected leave(member: MemberResponse): void {
    void this.exit.begin(member);
  }
}
