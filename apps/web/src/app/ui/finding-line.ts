import { Component, computed, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Finding, Verdict } from '@zit/domain';
import { findingWords } from '@zit/words.pl/frame';
import { Icon, type IconName } from './icon';

const ICONS: Record<Verdict, IconName> = { fail: 'block', warning: 'warning', pass: 'check' };

/** One rule as a running calculation: mark, sentence, thin meter, source on demand, cheapest fix. */
@Component({
  selector: 'zit-finding-line',
  imports: [Icon, MatButton],
  templateUrl: './finding-line.html',
  styleUrl: './finding-line.scss',
  host: { '[attr.data-verdict]': 'finding().verdict' },
})
export class FindingLine {
  readonly finding = input.required<Finding>();
  readonly reason = input<string | null>(null);
  readonly fix = output();

  protected readonly words = findingWords;
  protected readonly sourceShown = signal(false);
  protected readonly icon = computed(() => ICONS[this.finding().verdict]);
  /** A button begins like a sentence; the fix itself stands inside other sentences. */
  protected readonly act = computed(() => {
    const text = this.finding().fix?.text ?? '';
    return text.charAt(0).toLocaleUpperCase('pl') + text.slice(1);
  });
  protected readonly meter = computed(() => {
    const meter = this.finding().meter;
    if (!meter) return null;
    const percent = (part: number) => Math.min(100, Math.max(0, part * 100));
    return { actual: percent(meter.actual), required: percent(meter.required) };
  });
}
