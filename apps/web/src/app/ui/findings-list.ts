import { Component, computed, input, output, signal } from '@angular/core';
import type { Finding, NotChecked, Verdict } from '@zit/domain';
import { findingWords } from '@zit/words.pl/frame';
import { FindingLine } from './finding-line';
import { Icon } from './icon';

export const groupFindings = (findings: readonly Finding[]): Record<Verdict, Finding[]> => ({
  fail: findings.filter((finding) => finding.verdict === 'fail'),
  warning: findings.filter((finding) => finding.verdict === 'warning'),
  pass: findings.filter((finding) => finding.verdict === 'pass'),
});

/** Stable while a rule stays: the same line turns green instead of one vanishing and another appearing. */
export const findingKey = (finding: Finding): string =>
  `${finding.code}/${finding.aspect}/${finding.subject?.kind ?? ''}/${finding.subject?.id ?? ''}`;

/** The living check: what blocks, what to look at, and, folded, what is in order. */
@Component({
  selector: 'zit-findings-list',
  imports: [FindingLine, Icon],
  templateUrl: './findings-list.html',
  styleUrl: './findings-list.scss',
})
export class FindingsList {
  readonly findings = input.required<readonly Finding[]>();
  readonly notChecked = input<readonly NotChecked[]>([]);
  /** Why this person may not apply fixes; null: may. */
  readonly reason = input<string | null>(null);
  readonly fix = output<Finding>();

  protected readonly words = findingWords;
  protected readonly open = ['fail', 'warning'] as const;
  protected readonly key = findingKey;
  protected readonly groups = computed(() => groupFindings(this.findings()));
  protected readonly passedShown = signal(false);
}
