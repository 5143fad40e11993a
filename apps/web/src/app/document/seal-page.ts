import { Component, computed, effect, inject, input, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { factsDifferences, formatDatePl, formatZloty, totals, type Finding } from '@zit/domain';
import { documentPageWords } from '@zit/words.pl/document-page';
import { FactsDifferencesView } from '../award/facts-differences';
import { PageTitle } from '../shell/page-title';
import { FindingsList } from '../ui/findings-list';
import { Loading } from '../ui/loading';
import { PageHead } from '../ui/page-head';
import { problemOf } from '../ui/problem';
import { ProblemNotice } from '../ui/problem-notice';
import { DocumentStore } from './document-store';
import { factsHash } from './facts-hash';

/** Shows exactly what will be sealed, with the hash of it, and the one button that names the act. */
@Component({
  selector: 'zit-seal-page',
  imports: [FactsDifferencesView, FindingsList, Loading, MatButton, PageHead, ProblemNotice, RouterLink],
  providers: [DocumentStore],
  templateUrl: './seal-page.html',
  styleUrl: './seal-page.scss',
})
export class SealPage {
  readonly id = input.required<string>();
  protected readonly store = inject(DocumentStore);
  private readonly router = inject(Router);
  private readonly pageTitle = inject(PageTitle);

  protected readonly words = documentPageWords;
  protected readonly detail = this.store.detail;
  protected readonly sealing = signal(false);
  protected readonly thrown = signal<unknown>(null);
  protected readonly changed = signal(false);
  /** What the server says is in the way, after it refused. */
  protected readonly refusal = signal<readonly Finding[]>([]);

  protected readonly facts = this.store.facts;
  protected readonly hash = resource({
    params: () => this.facts() ?? undefined,
    loader: async ({ params }) => ({ computed: await factsHash(params) }),
  });
  protected readonly hashState = computed(() => {
    const [detail, computedHash] = [this.detail(), this.hash.hasValue() ? this.hash.value().computed : undefined];
    if (!detail || computedHash === undefined) return null;
    if (computedHash === null) return 'unchecked';
    return computedHash === detail.factsSha256 ? 'agrees' : 'differs';
  });
  protected readonly failing = computed(
    () => this.store.check()?.findings.filter((finding) => finding.verdict === 'fail') ?? [],
  );
  /** Why the button is not there; null when it is. */
  protected readonly obstacle = computed(() => {
    const detail = this.detail();
    if (!detail) return null;
    if (!detail.may.issue) return detail.may.reason;
    if (this.store.blocked()) return documentPageWords.blocked(this.failing().length);
    return this.hashState() === 'differs' ? documentPageWords.hashDiffers : null;
  });
  protected readonly title = computed(() => {
    const facts = this.facts();
    return facts ? `${documentPageWords.kind[facts.kind]}, ${facts.consortium.title}` : '';
  });
  protected readonly rows = computed(() => {
    const facts = this.facts();
    if (!facts) return [];
    const { consortium } = facts;
    const sums = totals(consortium.lines ?? [], consortium.members);
    const words = documentPageWords.seals;
    const period = consortium.period;
    return [
      { name: words.place, value: `${facts.place}, ${formatDatePl(facts.date)}`, part: false },
      {
        name: words.period,
        value: period ? `${formatDatePl(period.from)} – ${formatDatePl(period.to)}` : words.noPeriod,
        part: false,
      },
      { name: words.total, value: formatZloty(sums.total), part: false },
      { name: words.zit, value: formatZloty(sums.zit), part: false },
      { name: words.own, value: formatZloty(sums.own), part: false },
      { name: words.cash, value: formatZloty(sums.ownCash), part: true },
      { name: words.inKind, value: formatZloty(sums.ownInKind), part: true },
      { name: words.copies, value: String(facts.copies), part: false },
      { name: words.template, value: facts.templateVersion, part: false },
    ];
  });
  /** An annex: what it changes. */
  protected readonly differences = computed(() => {
    const facts = this.facts();
    return facts?.annex ? factsDifferences(facts.annex.before, facts.consortium) : null;
  });
  protected readonly parties = computed(() => {
    const facts = this.facts();
    if (!facts) return [];
    const { members } = facts.consortium;
    return facts.memberId ? members.filter((member) => member.id === facts.memberId) : members;
  });

  constructor() {
    effect(() => void this.store.open(this.id()));
    effect(() => {
      const detail = this.detail();
      if (!detail) return;
      this.pageTitle.set(documentPageWords.sealTitle[detail.kind]);
      // An issued document has nothing left to seal; a repeated visit leads to it.
      if (detail.status !== 'DRAFT' && !this.sealing()) void this.toDocument();
    });
  }

  protected async seal(): Promise<void> {
    const detail = this.detail();
    if (!detail || this.sealing()) return;
    this.sealing.set(true);
    this.thrown.set(null);
    this.changed.set(false);
    this.refusal.set([]);
    try {
      // What is sent is the hash of the very facts on this page, not the one that the server told.
      const hash = (await factsHash(this.facts())) ?? detail.factsSha256;
      if (hash !== detail.factsSha256) return;
      await this.store.issue(hash);
      await this.toDocument();
    } catch (thrown) {
      await this.refused(thrown);
    } finally {
      this.sealing.set(false);
    }
  }

  protected async reload(): Promise<void> {
    this.changed.set(false);
    await this.store.open(this.id());
  }

  private async refused(thrown: unknown): Promise<void> {
    const problem = problemOf(thrown);
    if (problem.code === 'STALE') {
      await this.store.open(this.id());
      this.changed.set(true);
    } else {
      this.refusal.set(problem.findings ?? []);
      this.thrown.set(thrown);
    }
  }

  private async toDocument(): Promise<void> {
    await this.router.navigate(['/dokumenty', this.id()], { replaceUrl: true });
  }
}
