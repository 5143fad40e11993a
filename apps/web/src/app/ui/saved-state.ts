import { Component, computed, input } from '@angular/core';
import { savedWords } from '@zit/words.pl/frame';
import { Icon, type IconName } from './icon';

/** What a person may rely on right now. `at` is an instant of the browser's clock, null: saved before this visit. */
export type Saved =
  | { state: 'saved'; at: Date | null }
  | { state: 'saving' }
  | { state: 'unsaved'; changes: number }
  | { state: 'offline'; waiting: number }
  | { state: 'failed'; text?: string };

const ICONS: Record<Saved['state'], IconName> = {
  saved: 'check',
  saving: 'cloud',
  unsaved: 'edit',
  offline: 'offline',
  failed: 'warning',
};
const clock = new Intl.DateTimeFormat('pl-PL', {
  hour: '2-digit',
  minute: '2-digit',
  // The same clock as every other hour in the portal.
  timeZone: 'Europe/Warsaw',
});

export const savedText = (saved: Saved): string => {
  switch (saved.state) {
    case 'saved':
      return saved.at ? savedWords.saved(clock.format(saved.at)) : savedWords.savedEarlier;
    case 'saving':
      return savedWords.saving;
    case 'unsaved':
      return savedWords.unsaved(saved.changes);
    case 'offline':
      return savedWords.offline(saved.waiting);
    case 'failed':
      return saved.text ?? savedWords.failed;
  }
};

/** „Zapisano 14:03”, „Zapisywanie…”, „Brak połączenia, 3 zmiany czekają”, said politely. */
@Component({
  selector: 'zit-saved-state',
  imports: [Icon],
  template: `<zit-icon [name]="icon()" /><span role="status">{{ text() }}</span>`,
  host: { '[attr.data-state]': 'saved().state' },
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      min-block-size: 28px;
      color: var(--zit-ink-soft);
      font-size: 0.9375rem;
    }
    zit-icon {
      font-size: 0.875rem;
    }
    :host([data-state='saved']) zit-icon {
      color: var(--zit-green);
    }
    :host([data-state='offline']) {
      color: var(--zit-amber);
      font-weight: 600;
    }
    :host([data-state='failed']) {
      color: var(--zit-red);
      font-weight: 600;
    }
  `,
})
export class SavedState {
  readonly saved = input.required<Saved>();
  protected readonly text = computed(() => savedText(this.saved()));
  protected readonly icon = computed(() => ICONS[this.saved().state]);
}
