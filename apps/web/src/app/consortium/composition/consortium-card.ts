import { Component, computed, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatOption, MatSelect } from '@angular/material/select';
import type { ConsortiumFields, ConsortiumResponse } from '@zit/contracts';
import { LEGAL_REGIMES, monthsOf, periodOf, type LocalDate } from '@zit/domain';
import { cardWords } from '@zit/words.pl/consortium';
import { regimeWords } from '@zit/words.pl/regime';
import { MoneyField } from '../../ui/money-field';
import { optionalDate, optionalText, textOf } from '../readings';
import { SavedField } from '../saved-field';

/** The consortium's own card: name, call, period, legal basis, declared total. */
@Component({
  selector: 'zit-consortium-card',
  imports: [MatButton, MatFormField, MatHint, MatLabel, MatOption, MatSelect, MoneyField, SavedField],
  templateUrl: './consortium-card.html',
  styleUrl: './consortium-card.scss',
})
export class ConsortiumCard {
  readonly facts = input.required<ConsortiumResponse>();
  readonly readonly = input(false);
  readonly changes = output<Partial<ConsortiumFields>>();

  protected readonly words = cardWords;
  protected readonly regimes = LEGAL_REGIMES.map((code) => ({ code, name: regimeWords.name[code] }));
  protected readonly titleOf = textOf(2, cardWords.nameMissing);
  protected readonly optionalText = optionalText;
  protected readonly optionalDate = optionalDate;

  /** Days in the wrong order stay on the screen with their sentence and are not saved. */
  private readonly reversed = signal<{ from: LocalDate | null; to: LocalDate | null } | null>(null);
  protected readonly period = computed(
    () => this.reversed() ?? { from: this.facts().periodFrom, to: this.facts().periodTo },
  );
  protected readonly months = computed(() => this.facts().ruleSet.period.months);
  protected readonly periodSays = computed(() => {
    const { from, to } = this.period();
    if (from === null && to === null) return '';
    if (from === null || to === null) return cardWords.periodHalf;
    if (to < from) return cardWords.periodReversed;
    const months = monthsOf({ from, to });
    return months === null ? cardWords.periodNotWhole : cardWords.periodSays(months);
  });
  /** One press sets the last day, unless it stands there already. */
  protected readonly mayFill = computed(() => {
    const { from, to } = this.period();
    return !this.readonly() && from !== null && periodOf(from, this.months()).to !== to;
  });

  protected setPeriod(change: { from?: LocalDate | null; to?: LocalDate | null }): void {
    const { from, to } = { ...this.period(), ...change };
    const wrong = from !== null && to !== null && to < from;
    this.reversed.set(wrong ? { from, to } : null);
    if (!wrong) {
      this.changes.emit({ periodFrom: from, periodTo: to });
    }
  }

  protected fillPeriod(): void {
    const { from } = this.period();
    if (from !== null) {
      this.setPeriod(periodOf(from, this.months()));
    }
  }
}
