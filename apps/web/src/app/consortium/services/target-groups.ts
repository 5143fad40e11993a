import { Component, computed, input, output, signal } from '@angular/core';
import type { ConsortiumFields, ConsortiumResponse } from '@zit/contracts';
import { groupThousands, TARGET_GROUPS } from '@zit/domain';
import { groupWords } from '@zit/words.pl/consortium-services';
import { countOf, optionalCount } from '../readings';
import { SavedField } from '../saved-field';

/** A head-count that no centre reaches; the server takes no more. */
const MOST_PERSONS = 1_000_000;
const MOST_DISTINCT = 10_000_000;

/** The 15 target groups with planned head-counts, and how many different persons they make. */
@Component({
  selector: 'zit-target-groups',
  imports: [SavedField],
  templateUrl: './target-groups.html',
  styleUrl: './target-groups.scss',
})
export class TargetGroups {
  readonly facts = input.required<ConsortiumResponse>();
  readonly readonly = input(false);
  readonly changes = output<Partial<ConsortiumFields>>();

  protected readonly words = groupWords;
  private readonly count = countOf(MOST_PERSONS);
  /** What is being typed, by group; a plain field each, because fifteen framed ones would drown the page. */
  private readonly drafts = signal<Readonly<Record<string, string>>>({});
  protected readonly faults = computed(() =>
    Object.fromEntries(
      Object.entries(this.drafts()).flatMap(([code, text]) => {
        const reading = this.count(text);
        return reading.ok ? [] : [[code, reading.text]];
      }),
    ),
  );
  protected readonly distinct = optionalCount(MOST_DISTINCT);
  protected readonly rows = computed(() => {
    const planned = new Map(this.facts().targetGroups.map((group) => [group.code, group.planned]));
    return TARGET_GROUPS.map((group) => ({ ...group, planned: planned.get(group.code) ?? 0 }));
  });
  private readonly plannedSum = computed(() => this.rows().reduce((sum, row) => sum + row.planned, 0));
  protected readonly sum = computed(() => groupThousands(this.plannedSum()));
  protected readonly sumSays = computed(() => groupWords.sumSays(this.rows().filter((row) => row.planned > 0).length));
  /** A remark, not a refusal: both numbers may still be on their way. */
  protected readonly remark = computed(() => {
    const distinct = this.facts().distinctPersons;
    const largest = Math.max(...this.rows().map((row) => row.planned));
    if (distinct === null || this.plannedSum() === 0) return null;
    if (distinct > this.plannedSum()) return groupWords.distinctTooMany(this.plannedSum());
    return distinct < largest ? groupWords.distinctTooFew(largest) : null;
  });

  /** Zero is an empty field: fifteen zeros would hide the few numbers that matter. */
  protected shown(code: string, planned: number): string {
    return this.drafts()[code] ?? (planned === 0 ? '' : String(planned));
  }

  protected type(code: string, event: Event): void {
    const text = (event.target as HTMLInputElement).value;
    this.drafts.update((drafts) => ({ ...drafts, [code]: text }));
    const reading = this.count(text);
    if (reading.ok) {
      this.plan(code, reading.value);
    }
  }

  protected leave(code: string): void {
    if (!this.faults()[code]) {
      this.drafts.update(({ [code]: _done, ...others }) => others);
    }
  }

  private plan(code: string, planned: number): void {
    const others = this.facts().targetGroups;
    const next = others.some((group) => group.code === code)
      ? others.map((group) => (group.code === code ? { ...group, planned } : group))
      : [...others, { code, planned }];
    this.changes.emit({ targetGroups: next.filter((group) => group.planned > 0) });
  }
}
