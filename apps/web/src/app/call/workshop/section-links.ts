import { Component, computed, inject, input } from '@angular/core';
import { callFormWords } from '@zit/words.pl/call-form';
import { callAttachmentPageWords } from '@zit/words.pl/call-attachments';
import { callDeskWords } from '@zit/words.pl/call-page';
import { SectionNav } from '../../sheet/section-nav';
import type { IconName } from '../../ui/icon';
import { CallDesk } from './call-desk';
import type { CallSection, SectionState } from './section-states';
import { FILES_SLUG, slugOf } from './section-slugs';

const ICONS: Record<SectionState, IconName> = {
  EMPTY: 'minus',
  FILLING: 'edit',
  ATTENTION: 'block',
  REMARKS: 'warning',
  DONE: 'check',
};

/** The task list of a call: its sections, how each stands, and the way to it. */
@Component({
  selector: 'zit-section-links',
  imports: [SectionNav],
  template: `<zit-section-nav [label]="words.tasks" [progress]="progress()" [rows]="all()" />`,
  styles: `
    :host {
      display: block;
    }
  `,
})
export class SectionLinks {
  /** The one that is open; null: none of them. */
  readonly section = input.required<CallSection | null>();
  /** The files are open. */
  readonly files = input(false);
  private readonly desk = inject(CallDesk);
  protected readonly words = callDeskWords;
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
  /** The files stand beside the form, so no rule looks at them. */
  protected readonly all = computed(() => [
    ...this.rows(),
    {
      section: 'attachments',
      slug: FILES_SLUG,
      icon: 'document' as const,
      title: callAttachmentPageWords.title,
      says: callAttachmentPageWords.counted(this.desk.call()?.attachments.length ?? 0),
      here: this.files(),
    },
  ]);
  protected readonly progress = computed(() => {
    const rows = this.rows();
    const done = rows.filter(({ state }) => state === 'DONE' || state === 'REMARKS').length;
    return callDeskWords.progress(done, rows.length);
  });
}
