import { Component, computed, inject, input } from '@angular/core';
import { offerDeskWords } from '@zit/words.pl/offer-page';
import { SectionNav } from '../../sheet/section-nav';
import type { IconName } from '../../ui/icon';
import { OfferPresenceStore } from '../people/offer-presence';
import { OfferDesk } from './offer-desk';
import { OFFER_SECTIONS, slugOf, titleOf, type OfferSection } from './offer-sections';

type State = keyof typeof offerDeskWords.state;

const ICONS: Record<State, IconName> = { EMPTY: 'minus', STARTED: 'edit', FAULTY: 'block', COMPLETE: 'check' };

/** The task list of an offer: each part, how it stands, what is missing and whose it is, and who is in it now. */
@Component({
  selector: 'zit-section-tasks',
  imports: [SectionNav],
  template: `<zit-section-nav [label]="words.tasks" [progress]="progress()" [rows]="rows()" />`,
  styles: `
    :host {
      display: block;
    }
  `,
})
export class SectionTasks {
  /** The one that is open; null: none of them. */
  readonly section = input.required<OfferSection | null>();
  private readonly desk = inject(OfferDesk);
  private readonly presence = inject(OfferPresenceStore);
  protected readonly words = offerDeskWords;
  protected readonly rows = computed(() =>
    OFFER_SECTIONS.map((section) => {
      const { state, missing } = this.standing(section);
      return {
        section,
        slug: slugOf(section),
        icon: ICONS[state],
        title: titleOf(section),
        says: this.says(section, state, missing),
        here: section === this.section(),
        writing: this.presence.in(section).map((name) => offerDeskWords.here(name)),
      };
    }),
  );
  protected readonly progress = computed(() => {
    const rows = this.desk.standings();
    return offerDeskWords.progress(rows.filter(({ state }) => state === 'COMPLETE').length, rows.length);
  });

  /** Files are asked of nobody: they are there or they are not. */
  private standing(section: OfferSection): { state: State; missing: number } {
    const known = this.desk.standings().find((each) => each.section === section);
    if (known) return known;
    return { state: this.desk.offer()?.attachments.length ? 'COMPLETE' : 'EMPTY', missing: 0 };
  }

  /** „do poprawy · brakuje: 3 · u Was: 1” */
  private says(section: OfferSection, state: State, missing: number): string {
    if (section === 'attachments') return offerDeskWords.files(this.desk.offer()?.attachments.length ?? 0);
    const mine = this.desk.fails().filter((each) => each.section === section && this.desk.isOwn(each)).length;
    return [
      offerDeskWords.state[state],
      missing > 0 ? offerDeskWords.missing(missing) : '',
      mine > 0 && mine !== missing ? offerDeskWords.missingYours(mine) : '',
    ]
      .filter(Boolean)
      .join(' · ');
  }
}
