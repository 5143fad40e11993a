import { Component, inject, signal, viewChild, type Injector } from '@angular/core';
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
import { MatError, MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { firstValueFrom } from 'rxjs';
import { frameWords } from '@zit/words.pl/frame';
import { ErrorSummary, type FieldFault } from './error-summary';
import { FieldFaultMark } from './field-fault';
import { newId } from './new-id';
import { ProblemNotice } from './problem-notice';

/** A text that an act cannot be done without; lengths are the contract's, in characters. */
export interface AskedReason {
  label: string;
  hint: string;
  missing: string;
  shortest: number;
  longest: number;
}

export interface ReasonQuestion<Answer> {
  title: string;
  lead: string;
  /** Names the act. */
  go: string;
  working: string;
  /** Null: it needs none. */
  reason: AskedReason | null;
  /** Does the act; asked again under the same id, it is not done a second time. */
  act: (id: string, reason: string) => Promise<Answer>;
}

/** Resolves with what the act answered; null when the person thought better of it. */
export async function askForReason<Answer>(
  injector: Injector,
  data: ReasonQuestion<Answer>,
): Promise<NonNullable<Answer> | null> {
  const dialog = injector.get(MatDialog).open<ReasonDialog, ReasonQuestion<Answer>, NonNullable<Answer>>(ReasonDialog, {
    data,
    injector,
    width: '620px',
    maxWidth: '96vw',
  });
  return (await firstValueFrom(dialog.afterClosed())) ?? null;
}

const FIELD = 'asked-reason';

/** What an act means, the reason it needs, and the button that names it. */
@Component({
  selector: 'zit-reason-dialog',
  imports: [
    ErrorSummary,
    FieldFaultMark,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    MatError,
    MatFormField,
    MatHint,
    MatInput,
    MatLabel,
    ProblemNotice,
  ],
  template: `
    <h2 mat-dialog-title>{{ question.title }}</h2>
    <form (submit)="confirm($event)" novalidate>
      <mat-dialog-content>
        <zit-error-summary [faults]="faults()" />
        <p>{{ question.lead }}</p>
        @if (question.reason; as asked) {
          <mat-form-field appearance="outline">
            <mat-label>{{ asked.label }}</mat-label>
            <textarea
              matInput
              [id]="field"
              rows="5"
              [attr.maxlength]="asked.longest"
              [value]="reason()"
              [zitFieldFault]="faults()[0]?.message ?? null"
              (input)="type($event)"
            ></textarea>
            <mat-hint>{{ asked.hint }}</mat-hint>
            @if (faults()[0]; as fault) {
              <mat-error>{{ fault.message }}</mat-error>
            }
          </mat-form-field>
        }
        @if (thrown(); as failure) {
          <zit-problem-notice [thrown]="failure" [retryable]="false" />
        }
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" mat-dialog-close>{{ cancel }}</button>
        <button matButton="filled" type="submit">{{ busy() ? question.working : question.go }}</button>
      </mat-dialog-actions>
    </form>
  `,
})
export class ReasonDialog {
  private readonly dialog = inject<MatDialogRef<ReasonDialog>>(MatDialogRef);
  protected readonly question = inject<ReasonQuestion<unknown>>(MAT_DIALOG_DATA);
  protected readonly cancel = frameWords.cancel;
  protected readonly field = FIELD;
  private readonly id = newId();
  protected readonly reason = signal('');
  protected readonly faults = signal<readonly FieldFault[]>([]);
  protected readonly busy = signal(false);
  protected readonly thrown = signal<unknown>(null);
  private readonly summary = viewChild(ErrorSummary);

  protected type(event: Event): void {
    this.reason.set((event.target as HTMLTextAreaElement).value);
  }

  protected async confirm(event: Event): Promise<void> {
    event.preventDefault();
    const [reason, asked] = [this.reason().trim(), this.question.reason];
    const lacks = asked !== null && reason.length < asked.shortest;
    this.faults.set(lacks ? [{ field: FIELD, message: asked.missing }] : []);
    if (lacks) return this.summary()?.focus();
    if (this.busy()) return;
    this.busy.set(true);
    this.thrown.set(null);
    try {
      this.dialog.close(await this.question.act(this.id, reason));
    } catch (thrown) {
      this.thrown.set(thrown);
    } finally {
      this.busy.set(false);
    }
  }
}
