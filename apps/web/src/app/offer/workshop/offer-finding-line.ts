import { Component, computed, input, output } from '@angular/core';
import type { OfferFinding } from '@zit/domain';
import { findingWords } from '@zit/words.pl/frame';
import { offerDeskWords } from '@zit/words.pl/offer-page';
import { Icon, type IconName } from '../../ui/icon';
import { sectionNamed, titleOf } from './offer-sections';

const ICONS: Record<OfferFinding['verdict'], IconName> = { fail: 'block', warning: 'warning', pass: 'check' };

/** What one rule says of an offer: the sentence with whose part it is, the way out, and the way to the field. */
@Component({
  selector: 'zit-offer-finding-line',
  imports: [Icon],
  template: `
    <span class="mark"
      ><zit-icon [name]="icon()" /><span class="visually-hidden">{{ words.mark[finding().verdict] }}: </span></span
    >
    <div class="body">
      <p>{{ finding().text }}</p>
      @if (way(); as text) {
        <p class="mend">{{ text }}</p>
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

  protected readonly words = findingWords;
  protected readonly desk = offerDeskWords;
  protected readonly icon = computed(() => ICONS[this.finding().verdict]);
  /** A line begins like a sentence. */
  protected readonly way = computed(() => {
    const way = this.finding().way ?? '';
    return way.charAt(0).toLocaleUpperCase('pl') + way.slice(1);
  });
  protected readonly section = computed(() => {
    const known = sectionNamed(this.finding().section);
    return known ? titleOf(known) : this.finding().section;
  });
}
