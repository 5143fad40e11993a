import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { criteriaText } from '@zit/domain';
import { callFormWords } from '@zit/words.pl/call-form';
import { adoptedWords } from '@zit/words.pl/call-page';
import { fieldId } from '../../sheet/field-id';
import { StatusChip } from '../../ui/status-chip';
import { CallDesk } from './call-desk';

const PATH = 'resolution.adopted';

/**
 * Which criteria the resolution adopted. They are kept word for word as a machine writes them; people say with one
 * click that these are the ones, and see when the criteria have been changed since.
 */
@Component({
  selector: 'zit-adopted-criteria',
  imports: [MatButton, StatusChip],
  template: `
    <h3 [id]="id" tabindex="-1">{{ label }}</h3>
    <p>
      <zit-status-chip [tone]="state() === 'same' ? 'settled' : 'attention'">{{ words[state()] }}</zit-status-chip>
    </p>
    @if (!readonly() && state() !== 'same') {
      <p class="soft">{{ words.help }}</p>
      <button matButton="outlined" type="button" (click)="adopt()">{{ words.adopt }}</button>
    }
  `,
  styles: `
    :host {
      display: block;
      margin-block-start: var(--zit-5);
    }
  `,
})
export class AdoptedCriteria {
  readonly readonly = input(false);
  private readonly desk = inject(CallDesk);
  protected readonly words = adoptedWords;
  protected readonly label = callFormWords.sections.resolution.fields.adopted.label;
  protected readonly id = fieldId(PATH);
  private readonly now = computed(() => {
    const contents = this.desk.contents();
    return contents ? criteriaText(contents) : '';
  });
  protected readonly state = computed(() => {
    const adopted = this.desk.sheet.value(PATH);
    if (adopted === null) return 'none';
    return adopted === this.now() ? 'same' : 'other';
  });

  protected adopt(): void {
    this.desk.sheet.apply([{ path: PATH, value: this.now() }], adoptedWords.step);
    document.getElementById(this.id)?.focus();
  }
}
