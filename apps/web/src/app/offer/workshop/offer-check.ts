import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { OfferFinding } from '@zit/domain';
import { findingWords } from '@zit/words.pl/frame';
import { offerDeskWords } from '@zit/words.pl/offer-page';
import { Icon } from '../../ui/icon';
import { OfferDesk } from './offer-desk';
import { OfferFindingLine } from './offer-finding-line';

/** The living check of an offer: what stands in the way and whose it is, what to look at, and what is in order. */
@Component({
  selector: 'zit-offer-check',
  imports: [Icon, OfferFindingLine],
  templateUrl: './offer-check.html',
  styleUrls: ['../../ui/findings-list.scss', './offer-check.scss'],
})
export class OfferCheck {
  /** Leads nowhere on a page that has no fields. */
  readonly leads = input(true);
  readonly lead = output<OfferFinding>();

  private readonly desk = inject(OfferDesk);
  protected readonly words = findingWords;
  protected readonly whose = offerDeskWords.whose;
  protected readonly open = ['fail', 'warning'] as const;
  protected readonly passedShown = signal(false);
  protected readonly ownOnly = signal(false);
  private readonly shown = computed(() => {
    return this.desk.findings().filter((each) => !this.ownOnly() || this.desk.isOwn(each));
  });
  protected readonly none = computed(() => this.shown().length === 0);
  protected readonly groups = computed(() => ({
    fail: this.shown().filter(({ verdict }) => verdict === 'fail'),
    warning: this.shown().filter(({ verdict }) => verdict === 'warning'),
    pass: this.shown().filter(({ verdict }) => verdict === 'pass'),
  }));

  /** Stable while a rule says the same of the same place. */
  protected key({ code, section, path, member, text }: OfferFinding): string {
    return `${code}/${path ?? section}/${member ?? ''}/${text}`;
  }
}
