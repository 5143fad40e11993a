import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { callFormWords } from '@zit/words.pl/call-form';
import { callDeskWords } from '@zit/words.pl/call-page';
import { Icon, type IconName } from '../../ui/icon';
import { CallDesk } from './call-desk';
import type { CallSection, SectionState } from './section-states';
import { slugOf } from './section-slugs';

const ICONS: Record<SectionState, IconName> = {
  EMPTY: 'minus',
  FILLING: 'edit',
  ATTENTION: 'block',
  REMARKS: 'warning',
  DONE: 'check',
};

/** The task list of a call: its sections, how each stands, and the way to it. Folded on a narrow screen. */
@Component({
  selector: 'zit-section-links',
  imports: [Icon, RouterLink],
  templateUrl: './section-links.html',
  styleUrl: './section-links.scss',
})
export class SectionLinks {
  /** The one that is open; null: none of them. */
  readonly section = input.required<CallSection | null>();
  private readonly desk = inject(CallDesk);
  protected readonly words = callDeskWords;
  protected readonly unfolded = signal(false);
  protected readonly rows = computed(() =>
    this.desk.standings().map(({ section, state, fails }) => ({
      section,
      state,
      slug: slugOf(section),
      icon: ICONS[state],
      title: callFormWords.sections[section].title,
      says: state === 'ATTENTION' ? callDeskWords.findings(fails) : callDeskWords.state[state],
      here: section === this.section(),
    })),
  );
  protected readonly progress = computed(() => {
    const rows = this.rows();
    const done = rows.filter(({ state }) => state === 'DONE' || state === 'REMARKS').length;
    return callDeskWords.progress(done, rows.length);
  });
}
