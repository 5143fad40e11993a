import { Component, input, signal } from '@angular/core';
import { FormField, type FieldTree } from '@angular/forms/signals';
import { MatIconButton } from '@angular/material/button';
import { MatError, MatFormField, MatHint, MatLabel, MatSuffix } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { sessionWords } from '@zit/words.pl/session-page';
import { Icon } from '../ui/icon';

/** A password that its writer may look at. */
@Component({
  selector: 'zit-password-field',
  imports: [FormField, Icon, MatError, MatFormField, MatHint, MatIconButton, MatInput, MatLabel, MatSuffix],
  template: `
    <mat-form-field appearance="outline" hideRequiredMarker>
      <mat-label>{{ label() }}</mat-label>
      <input
        matInput
        [id]="fieldId()"
        [type]="shown() ? 'text' : 'password'"
        [autocomplete]="autocomplete()"
        [formField]="field()"
      />
      <button
        matIconButton
        matSuffix
        type="button"
        [attr.aria-label]="shown() ? words.hidePassword : words.showPassword"
        [attr.aria-pressed]="shown()"
        (click)="shown.set(!shown())"
      >
        <zit-icon name="eye" />
      </button>
      @if (hint(); as text) {
        <mat-hint>{{ text }}</mat-hint>
      }
      @for (error of field()().errors(); track error.kind) {
        <mat-error>{{ error.message }}</mat-error>
      }
    </mat-form-field>
  `,
  styles: `
    :host {
      display: block;
    }
  `,
})
export class PasswordField {
  readonly field = input.required<FieldTree<string>>();
  readonly fieldId = input('password');
  readonly label = input<string>(sessionWords.password);
  readonly autocomplete = input<'current-password' | 'new-password'>('current-password');
  readonly hint = input<string>();
  protected readonly words = sessionWords;
  protected readonly shown = signal(false);
}
