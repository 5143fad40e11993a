import { Directive, effect, inject, input } from '@angular/core';
import { MatFormFieldControl } from '@angular/material/form-field';
import type { MatInput } from '@angular/material/input';
import type { MatSelect } from '@angular/material/select';

/**
 * Tells a field without a form control that it is wrong: Material then shows its `mat-error`, and says so to who only
 * hears the page.
 */
@Directive({ selector: '[zitFieldFault]' })
export class FieldFaultMark {
  /** The sentence at the field; null: nothing is wrong. */
  readonly zitFieldFault = input.required<string | null>();
  private readonly control = inject(MatFormFieldControl) as MatInput | MatSelect;

  constructor() {
    effect(() => {
      this.control.errorState = this.zitFieldFault() !== null;
      this.control.stateChanges.next();
    });
  }
}
