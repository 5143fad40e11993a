import { Component, computed, inject, input } from '@angular/core';
import { callFormWords } from '@zit/words.pl/call-form';
import { sheetWords } from '@zit/words.pl/sheet-page';
import { fieldId } from '../../sheet/field-id';
import { CallDesk } from './call-desk';

const PATH = 'rules.ruleSet';

/** The rule set of a call, chosen among those that there are. */
@Component({
  selector: 'zit-rule-set-field',
  template: `
    <label class="label" [for]="id">{{ words.label }}</label>
    @if (readonly()) {
      <p [id]="id">{{ value() || sheet.empty }}</p>
    } @else {
      <p class="soft" [id]="id + '-help'">{{ words.help }}</p>
      <select [id]="id" [attr.aria-describedby]="id + '-help'" (change)="choose($event)">
        <option value="" [selected]="value() === ''">{{ sheet.choose }}</option>
        @for (each of choices(); track each) {
          <option [value]="each" [selected]="each === value()">{{ each }}</option>
        }
      </select>
    }
  `,
  styleUrl: '../../sheet/_inputs.scss',
  styles: `
    :host {
      display: block;
      max-inline-size: 480px;
      margin-block-end: var(--zit-4);
    }
    p {
      margin-block-end: var(--zit-1);
    }
  `,
})
export class RuleSetField {
  readonly readonly = input(false);
  private readonly desk = inject(CallDesk);
  protected readonly words = callFormWords.sections.rules.fields.ruleSet;
  protected readonly sheet = sheetWords;
  protected readonly id = fieldId(PATH);
  protected readonly value = computed(() => {
    const value = this.desk.sheet.value(PATH);
    return typeof value === 'string' ? value : '';
  });
  /** What is chosen is shown, even when it is not offered any more. */
  protected readonly choices = computed(() => {
    const offered = this.desk.call()?.ruleSets ?? [];
    const value = this.value();
    return value === '' || offered.includes(value) ? offered : [...offered, value];
  });

  protected choose(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    this.desk.sheet.set(PATH, value || null);
    this.desk.sheet.saveNow();
  }
}
