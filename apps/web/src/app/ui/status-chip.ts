import { Component, computed, input } from '@angular/core';
import { Icon, type IconName } from './icon';

export type Tone = 'settled' | 'attention' | 'blocked' | 'place' | 'quiet';

const ICONS: Record<Tone, IconName> = {
  settled: 'check',
  attention: 'warning',
  blocked: 'block',
  place: 'info',
  quiet: 'minus',
};

/** A state in a word, with a mark of its own shape: colour is never alone. The word is projected. */
@Component({
  selector: 'zit-status-chip',
  imports: [Icon],
  template: `<zit-icon [name]="icon()" /><span><ng-content /></span>`,
  host: { '[attr.data-tone]': 'tone()' },
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      padding: 2px 10px 2px 7px;
      border: 1px solid currentColor;
      border-radius: 99px;
      font-size: 0.875rem;
      font-weight: 600;
      line-height: 1.4;
      color: var(--zit-ink-soft);
      background: var(--zit-sunken);
    }
    zit-icon {
      font-size: 0.75rem;
    }
    :host([data-tone='settled']) {
      color: var(--zit-green);
      background: var(--zit-green-soft);
    }
    :host([data-tone='attention']) {
      color: var(--zit-amber);
      background: var(--zit-amber-soft);
    }
    :host([data-tone='blocked']) {
      color: var(--zit-red);
      background: var(--zit-red-soft);
    }
    :host([data-tone='place']) {
      color: var(--zit-sea);
      background: var(--zit-sea-soft);
    }
  `,
})
export class StatusChip {
  readonly tone = input<Tone>('quiet');
  protected readonly icon = computed(() => ICONS[this.tone()]);
}
