import { Component, computed, input, linkedSignal, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { MatButton } from '@angular/material/button';
import type { ConsortiumResponse, MemberFields, MemberResponse } from '@zit/contracts';
import { formatZloty, isNgo, type MemberTotals } from '@zit/domain';
import { compositionWords } from '@zit/words.pl/consortium-members';
import { organisationKindWords } from '@zit/words.pl/organisation-kinds';
import { Icon } from '../../ui/icon';
import { StatusChip } from '../../ui/status-chip';
import { MemberDetails } from './member-details';

/** One member: who it is, what it gets and brings, and, unfolded, what it does. */
@Component({
  selector: 'zit-member-card',
  imports: [Icon, MatButton, MemberDetails, RouterLink, StatusChip],
  templateUrl: './member-card.html',
  styleUrl: './member-card.scss',
})
export class MemberCard {
  readonly member = input.required<MemberResponse>();
  readonly facts = input.required<ConsortiumResponse>();
  readonly money = input.required<MemberTotals | null>();
  readonly readonly = input(false);
  /** Unfolded from outside, when a finding leads here. */
  readonly opened = input(false);
  readonly focusField = input<string | null>(null);
  readonly changes = output<Partial<MemberFields>>();
  readonly leads = output();
  readonly leaves = output();

  protected readonly words = compositionWords;
  protected readonly unfolded = linkedSignal(() => this.opened());
  protected readonly ngo = computed(() => isNgo(this.member().sector));
  protected readonly sector = computed(() => organisationKindWords.sector[this.member().sector]);
  protected readonly identifiers = computed(() => {
    const { nip, regon, krs } = this.member();
    return Object.entries({ NIP: nip, REGON: regon, KRS: krs })
      .filter(([, number]) => number)
      .map(([name, number]) => `${name}\u00a0${number}`)
      .join(', ');
  });
  protected readonly moneyText = computed(() => {
    const money = this.money();
    if (!money || money.total === 0) return compositionWords.noMoney;
    const own = money.cash + money.inKind;
    return [
      money.zit > 0 ? compositionWords.receives(formatZloty(money.zit)) : '',
      own > 0 ? compositionWords.brings(formatZloty(own)) : '',
    ]
      .filter(Boolean)
      .join(', ');
  });
}
