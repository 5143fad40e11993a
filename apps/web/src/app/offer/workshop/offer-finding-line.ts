import { Component, computed, inject, input, output } from '@angular/core';
import type { OfferFinding } from '@zit/domain';
import { findingWords } from '@zit/words.pl/frame';
import { offerDeskWords } from '@zit/words.pl/offer-page';
import { Icon, type IconName } from '../../ui/icon';
import { OfferDesk } from './offer-desk';
import { sectionNamed, titleOf } from './offer-sections';

const ICONS: Record<OfferFinding['verdict'], IconName> = { fail: 'block', warning: 'warning', pass: 'check' };

/** What one rule says of an offer: the sentence, whose part it is, the way out, and the way to the field. */
@Component({
  selector: 'zit-offer-finding-line',
  imports: [Icon],
  template: `
    <span class="mark"
      ><zit-icon [name]="icon()" /><span class="visually-hidden">{{ words.mark[finding().verdict] }}: </span></span
    >
    <div class="body">
      <p>{{ finding().text }}</p>
      @if (finding().way; as way) {
        <p class="mend">{{ way }}</p>
      }
      @if (whose(); as name) {
        <p class="soft">{{ name }}</p>
      }
      @if (finding().verdict !== 'pass' && leads()) {
        <button class="lead" type="button" [attr.aria-label]="desk.toFieldOf(section())" (click)="lead.emit()">
          {{ section() }} <zit-icon name="right" />
        </button>
      }
    </div>
  `,
  styleUrls: ['../../ui/finding-line.scss', '../../call/workshop/call-finding-line.scss'],
  host: { '[attr.data-verdict]': 'finding().verdict' },
})
export class OfferFindingLine {
  readonly finding = input.required<OfferFinding>();
  readonly leads = input(false);
  /** Leads to the place that the finding is about. */
  readonly lead = output();

  private readonly offerDesk = inject(OfferDesk);
  protected readonly words = findingWords;
  protected readonly desk = offerDeskWords;
  protected readonly icon = computed(() => ICONS[this.finding().verdict]);
  protected readonly section = computed(() => {
    const known = sectionNamed(this.finding().section);
    return known ? titleOf(known) : this.finding().section;
  });
  /** The organisation whose part it is. */
  protected readonly whose = computed(() => {
    const { member, verdict } = this.finding();
    return member && verdict !== 'pass' ? this.offerDesk.nameOf(member) : '';
  });
}
