import { Component, computed, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { CallFinding } from '@zit/domain';
import { callFormWords } from '@zit/words.pl/call-form';
import { callDeskWords } from '@zit/words.pl/call-page';
import { findingWords } from '@zit/words.pl/frame';
import { Icon, type IconName } from '../../ui/icon';

const ICONS: Record<CallFinding['verdict'], IconName> = { fail: 'block', warning: 'warning', pass: 'check' };

/** What one rule says of a call: the sentence, where it comes from, the way out, and the mend by one click. */
@Component({
  selector: 'zit-call-finding-line',
  imports: [Icon, MatButton],
  templateUrl: './call-finding-line.html',
  styleUrls: ['../../ui/finding-line.scss', './call-finding-line.scss'],
  host: { '[attr.data-verdict]': 'finding().verdict' },
})
export class CallFindingLine {
  readonly finding = input.required<CallFinding>();
  /** The person may mend, here and now. */
  readonly mends = input(false);
  readonly mend = output();
  /** Leads to the place that the finding is about. */
  readonly lead = output();

  protected readonly words = findingWords;
  protected readonly desk = callDeskWords;
  protected readonly sourceShown = signal(false);
  protected readonly icon = computed(() => ICONS[this.finding().verdict]);
  protected readonly section = computed(() => {
    const { section } = this.finding();
    const sections: Readonly<Record<string, { title: string }>> = callFormWords.sections;
    return sections[section]?.title ?? section;
  });
  /** A button begins like a sentence. */
  protected readonly act = computed(() => {
    const text = this.finding().fix?.text ?? '';
    return text.charAt(0).toLocaleUpperCase('pl') + text.slice(1);
  });
}
