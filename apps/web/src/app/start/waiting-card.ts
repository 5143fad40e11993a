import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { ConsortiumListItem } from '@zit/contracts';
import { formatInstantPl, formatZloty } from '@zit/domain';
import { startWords } from '@zit/words.pl/start';
import { Icon } from '../ui/icon';
import { Loading } from '../ui/loading';
import { ProblemNotice } from '../ui/problem-notice';
import { StatusChip, type Tone } from '../ui/status-chip';
import { WaitingStore } from './waiting-store';

/** Sentences shown on the card; the panel of the consortium has them all. */
const SHOWN_FAULTS = 2;

/** One consortium on the desk: its verdict, its papers, and the one thing to do next. */
@Component({
  selector: 'zit-waiting-card',
  imports: [Icon, Loading, MatButton, ProblemNotice, RouterLink, StatusChip],
  templateUrl: './waiting-card.html',
  styleUrl: './waiting-card.scss',
})
export class WaitingCard {
  private readonly store = inject(WaitingStore);
  private readonly router = inject(Router);
  readonly item = input.required<ConsortiumListItem>();

  protected readonly words = startWords;
  protected readonly zloty = formatZloty;
  protected readonly instant = formatInstantPl;
  protected readonly waiting = resource({
    params: () => this.item().id,
    loader: ({ params }) => this.store.read(params),
  });
  protected readonly busy = signal(false);
  protected readonly failed = signal<unknown>(null);

  private readonly findings = computed(() => (this.waiting.hasValue() ? this.waiting.value().check.findings : []));
  protected readonly faults = computed(() => this.findings().filter((finding) => finding.verdict === 'fail'));
  protected readonly shownFaults = computed(() => this.faults().slice(0, SHOWN_FAULTS));
  protected readonly verdict = computed<{ tone: Tone; text: string }>(() => {
    const warnings = this.findings().filter((finding) => finding.verdict === 'warning').length;
    if (this.faults().length > 0) return { tone: 'blocked', text: startWords.verdict.blocked(this.faults().length) };
    if (warnings > 0) return { tone: 'attention', text: startWords.verdict.warnings(warnings) };
    return { tone: 'settled', text: startWords.verdict.ready };
  });
  protected readonly documents = computed(() => (this.waiting.hasValue() ? this.waiting.value().documents : []));
  protected readonly agreement = computed(() => this.documents().find((each) => each.kind === 'PARTNERSHIP_AGREEMENT'));
  protected readonly mayPrepare = computed(
    () => this.waiting.hasValue() && this.waiting.value().consortium.may.edit && !this.agreement(),
  );

  protected async prepareAgreement(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.failed.set(null);
    try {
      const draft = await this.store.draftAgreement(this.item().id);
      await this.router.navigate(['/dokumenty', draft.id]);
    } catch (thrown) {
      this.failed.set(thrown);
    } finally {
      this.busy.set(false);
    }
  }
}
