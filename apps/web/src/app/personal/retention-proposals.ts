import { Component, computed, inject, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { RetentionProposal } from '@zit/contracts';
import { formatInstantPl } from '@zit/domain';
import { dataCareWords } from '@zit/words.pl/personal-page';
import { Act } from '../account/act';
import { ActingFor } from '../shell/acting-for';
import { StatusChip, type Tone } from '../ui/status-chip';
import { Decisions } from './decisions';
import { PersonalHttp } from './personal-http';

const TONE: Record<RetentionProposal['state'], Tone> = { PROPOSED: 'attention', APPROVED: 'settled', REFUSED: 'quiet' };

/** What is past its time: how much, since when, on what ground; it goes when a person agrees. */
@Component({
  selector: 'zit-retention-proposals',
  imports: [Decisions, MatButton, StatusChip],
  templateUrl: './retention-proposals.html',
  styleUrl: './decisions.scss',
  providers: [Act],
})
export class RetentionProposals {
  private readonly http = inject(PersonalHttp);
  private readonly acting = inject(ActingFor);
  protected readonly act = inject(Act);
  protected readonly words = dataCareWords.retention;
  protected readonly closed = computed(() => this.acting.why('decideRetention'));
  protected readonly found = resource({ loader: () => this.http.proposals() });
  protected readonly rows = computed(() =>
    this.found.hasValue()
      ? this.found.value().map((item) => ({
          item,
          tone: TONE[item.state],
          state: this.words.state[item.state],
          about: [
            this.words.rows(item.removed ?? item.rows),
            this.words.before(formatInstantPl(item.before)),
            this.words.proposed(formatInstantPl(item.proposedAt)),
          ].join(', '),
        }))
      : null,
  );

  protected async decide({ id, rows }: RetentionProposal, decision: 'APPROVE' | 'REFUSE'): Promise<void> {
    const done = decision === 'APPROVE' ? this.words.approved(rows) : this.words.refused;
    if (await this.act.run(() => this.http.decideProposal(id, decision), done)) this.found.reload();
  }
}
