import { computed, inject, type Signal } from '@angular/core';
import type { ChangeBudget } from '@zit/contracts';
import type { ConsortiumFacts, MemberFacts } from '@zit/domain';
import { budgetWords } from '@zit/words.pl/budget';
import { ConsortiumStore } from '../consortium/consortium-store';
import type { LineFields, Lines, SheetLine } from './sheet';

/** A line as the place that keeps it knows it. */
export interface HomeLine extends LineFields {
  id: string;
  version: number;
  /** What stands there and cannot be read, where the place keeps such texts too. */
  faults?: SheetLine['faults'];
}

export type BudgetMember = Pick<MemberFacts, 'id' | 'name' | 'nip' | 'regon' | 'krs' | 'role'>;

/**
 * Where the lines of a budget are kept: in the rooms of a consortium, or in the sheet of an offer. The grid, its tools
 * and its sums know nothing else of it. A page that keeps its budget elsewhere provides its own.
 */
export abstract class BudgetHome {
  /** What it is called to who only hears it. */
  abstract readonly name: string;
  /** What is open; null: nothing yet. */
  abstract readonly id: Signal<string | null>;
  /** In their order; null: not read yet. The same array as long as nothing has changed. */
  abstract readonly lines: Signal<readonly HomeLine[] | null>;
  abstract readonly members: Signal<readonly BudgetMember[]>;
  abstract readonly additions: Signal<ConsortiumFacts['catalogueAdditions']>;
  /** May the person write at all; single lines may be closed nevertheless. */
  abstract readonly mayEdit: Signal<boolean>;
  /** Member of the very first line; null: the leader. */
  abstract readonly own: Signal<string | null>;
  /** It keeps texts that cannot be read, beside the values. */
  abstract readonly keepsTyped: boolean;
  /** Why the person may not write this line: a sentence that says whose it is; null: they may. */
  abstract closed(id: string): string | null;
  /** Why a line of the person may not be given to this member; null: it may. */
  abstract foreign(member: string): string | null;
  /** Takes one act; `lines` is the whole sheet as it is after it, `name` what was done. */
  abstract take(change: ChangeBudget, lines: Lines, name: string): void;
  abstract saveNow(): void;
}

/** The budget of the consortium that is open, made where its store is in reach: who may write it writes all of it. */
export class ConsortiumBudget extends BudgetHome {
  private readonly store = inject(ConsortiumStore);
  readonly name = budgetWords.sheetName;
  readonly id = computed(() => this.store.facts()?.id ?? null);
  readonly lines = computed(() => this.store.facts()?.lines ?? null);
  readonly members = computed(() => this.store.facts()?.members ?? []);
  readonly additions = computed(() => this.store.facts()?.catalogueAdditions ?? []);
  readonly mayEdit = computed(() => this.store.may().edit);
  readonly own = computed(() => null);
  readonly keepsTyped = false;

  closed(): null {
    return null;
  }

  foreign(): null {
    return null;
  }

  take(change: ChangeBudget): void {
    this.store.changeBudget(change);
  }

  saveNow(): void {
    this.store.saveNow();
  }
}
