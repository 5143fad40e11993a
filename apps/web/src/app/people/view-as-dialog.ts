import { Component, computed, inject, signal, type Injector } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialog,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { firstValueFrom } from 'rxjs';
import { frameWords } from '@zit/words.pl/frame';
import { viewAsWords } from '@zit/words.pl/people-page';

/** The contract's lower bound: shorter says nothing to the person who will read it. */
const SHORTEST_REASON = 10;

/** Resolves with the reason, or null when the person thought better of it. */
export const askWhyToView = async (injector: Injector, name: string): Promise<string | null> => {
  const dialog = injector
    .get(MatDialog)
    .open<ViewAsDialog, string, string>(ViewAsDialog, { data: name, width: '560px', maxWidth: '96vw' });
  return (await firstValueFrom(dialog.afterClosed())) ?? null;
};

/** Why an administrator looks through another's eyes; that person will read it. */
@Component({
  selector: 'zit-view-as-dialog',
  imports: [
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    MatFormField,
    MatHint,
    MatInput,
    MatLabel,
  ],
  template: `
    <h2 mat-dialog-title>{{ words.title }}</h2>
    <form (submit)="$event.preventDefault(); begin()" novalidate>
      <mat-dialog-content>
        <p>{{ words.lead(name) }}</p>
        <p>{{ words.readOnly }}</p>
        <mat-form-field appearance="outline">
          <mat-label>{{ words.reason }}</mat-label>
          <textarea
            matInput
            cdkFocusInitial
            rows="3"
            maxlength="500"
            [value]="reason()"
            (input)="type($event)"
            [attr.aria-invalid]="asked() && short()"
          ></textarea>
          <mat-hint>{{ words.reasonHint }}</mat-hint>
        </mat-form-field>
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        @if (asked() && short()) {
          <span class="why" role="alert">{{ words.reasonShort }}</span>
        }
        <button matButton type="button" mat-dialog-close>{{ cancel }}</button>
        <button matButton="filled" type="submit">{{ words.begin }}</button>
      </mat-dialog-actions>
    </form>
  `,
  styles: `
    .why {
      margin-inline-end: auto;
      color: var(--zit-red);
    }
  `,
})
export class ViewAsDialog {
  private readonly dialog = inject<MatDialogRef<ViewAsDialog, string>>(MatDialogRef);
  protected readonly name = inject<string>(MAT_DIALOG_DATA);
  protected readonly words = viewAsWords;
  protected readonly cancel = frameWords.cancel;
  protected readonly reason = signal('');
  protected readonly asked = signal(false);
  protected readonly short = computed(() => this.reason().trim().length < SHORTEST_REASON);

  protected type(event: Event): void {
    this.reason.set((event.target as HTMLTextAreaElement).value);
  }

  protected begin(): void {
    this.asked.set(true);
    if (!this.short()) this.dialog.close(this.reason().trim());
  }
}
