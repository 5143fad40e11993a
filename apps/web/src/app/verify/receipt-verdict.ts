import { Component, computed, input } from '@angular/core';
import type { ReceiptCheck } from '@zit/contracts';
import { formatExactInstantPl } from '@zit/domain';
import { verifyWords } from '@zit/words.pl/offer-receipt';
import { Icon } from '../ui/icon';

/** Whether the portal knows a receipt, and when it came. */
@Component({
  selector: 'zit-receipt-verdict',
  imports: [Icon],
  template: `<p class="verdict" [attr.data-verdict]="check().known ? 'pass' : 'fail'">
    <zit-icon [name]="check().known ? 'check' : 'block'" /> <span>{{ text() }}</span>
  </p>`,
  styleUrl: './verdict.scss',
})
export class ReceiptVerdict {
  readonly check = input.required<ReceiptCheck>();
  protected readonly text = computed(() => {
    const { known, receivedAt } = this.check();
    return known ? verifyWords.known(formatExactInstantPl(receivedAt ?? '')) : verifyWords.unknown;
  });
}
