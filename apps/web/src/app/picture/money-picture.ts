import { Component, computed, input } from '@angular/core';
import { formatPercent, formatZloty, type BudgetTotals } from '@zit/domain';
import { moneyPictureWords } from '@zit/words.pl/picture';
import { moneyFlow } from './money-flow';

/** Narrower parts carry no code under the bar: it would not fit. In percent. */
const CODE_FITS = 5;

/** Who brings and who receives: two stacked bars on one scale, one sentence, and the same numbers as a table. */
@Component({
  selector: 'zit-money-picture',
  templateUrl: './money-picture.html',
  styleUrl: './money-picture.scss',
})
export class MoneyPicture {
  readonly totals = input.required<BudgetTotals>();
  readonly members = input.required<readonly { id: string; name: string }[]>();
  /** Largest part of the total that ZIT money may be, in percent. */
  readonly zitMaxPercent = input.required<number>();

  protected readonly words = moneyPictureWords;
  protected readonly zloty = formatZloty;
  protected readonly percent = formatPercent;
  protected readonly codeFits = CODE_FITS;
  protected readonly flow = computed(() => moneyFlow(this.totals(), this.members()));
  protected readonly bars = computed(() => [
    { title: moneyPictureWords.brings, parts: this.flow().brings, limit: true },
    { title: moneyPictureWords.receives, parts: this.flow().receives, limit: false },
  ]);

  protected readonly says = computed(() => {
    const { zit, own, other, total } = this.totals();
    const most = this.flow().receives.reduce((a, b) => (b.amountGrosze > a.amountGrosze ? b : a));
    const sentence = moneyPictureWords.says(
      formatZloty(zit),
      formatPercent(zit, total),
      formatZloty(own),
      formatPercent(own, total),
      most.name,
      formatZloty(most.amountGrosze),
    );
    return other > 0 ? sentence + moneyPictureWords.saysOther(formatZloty(other)) : sentence;
  });
}
