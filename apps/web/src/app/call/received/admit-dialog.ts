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
import type { ReceivedOffer } from '@zit/contracts';
import { frameWords } from '@zit/words.pl/frame';
import { receivedWords } from '@zit/words.pl/offer-receipt';
import { exactSpan } from '@zit/words.pl/offer-signing';
import { ErrorSummary, type FieldFault } from '../../ui/error-summary';
import { FieldFaultMark } from '../../ui/field-fault';
import { newId } from '../../ui/new-id';
import { ProblemNotice } from '../../ui/problem-notice';
import { ReceivedHttp } from './received-http';

/** True once the chair has admitted the offer, false when they thought better of it. */
export const askToAdmit = async (injector: Injector, offer: ReceivedOffer): Promise<boolean> => {
  const dialog = injector.get(MatDialog).open<AdmitDialog, ReceivedOffer, boolean>(AdmitDialog, {
    data: offer,
    injector,
    width: '620px',
    maxWidth: '96vw',
  });
  return (await firstValueFrom(dialog.afterClosed())) ?? false;
};

/** The contract's lower bound of minutes. */
const SHORTEST_MINUTES = 10;
const FIELD = 'admission-minutes';

/** What admitting a late offer means, and the minutes without which it is not possible. */
@Component({
  selector: 'zit-admit-dialog',
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
    <h2 mat-dialog-title>{{ words.admitTitle }}</h2>
    <form (submit)="confirm($event)" novalidate>
      <mat-dialog-content>
        <zit-error-summary [faults]="faults()" />
        <p>{{ lead }}</p>
        <mat-form-field appearance="outline">
          <mat-label>{{ words.minutes }}</mat-label>
          <textarea
            matInput
            [id]="field"
            rows="5"
            maxlength="4000"
            [value]="minutes()"
            [zitFieldFault]="faults()[0]?.message ?? null"
            (input)="typeMinutes($event)"
          ></textarea>
          <mat-hint>{{ words.minutesHint }}</mat-hint>
          @if (faults()[0]; as fault) {
            <mat-error>{{ fault.message }}</mat-error>
          }
        </mat-form-field>
        @if (thrown(); as failure) {
          <zit-problem-notice [thrown]="failure" [retryable]="false" />
        }
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" mat-dialog-close>{{ cancel }}</button>
        <button matButton="filled" type="submit">{{ busy() ? words.working : words.admitGo }}</button>
      </mat-dialog-actions>
    </form>
  `,
})
export class AdmitDialog {
  private readonly http = inject(ReceivedHttp);
  private readonly dialog = inject<MatDialogRef<AdmitDialog, boolean>>(MatDialogRef);
  private readonly offer = inject<ReceivedOffer>(MAT_DIALOG_DATA);
  protected readonly words = receivedWords;
  protected readonly cancel = frameWords.cancel;
  protected readonly field = FIELD;
  protected readonly lead = receivedWords.admitLead(this.offer.title, exactSpan(this.offer.lateMs));

  /** Made once: a repeated request admits no second time. */
  private readonly id = newId();
  protected readonly minutes = signal('');
  protected readonly faults = signal<readonly FieldFault[]>([]);
  protected readonly busy = signal(false);
  protected readonly thrown = signal<unknown>(null);
  private readonly summary = viewChild(ErrorSummary);

  protected typeMinutes(event: Event): void {
    this.minutes.set((event.target as HTMLTextAreaElement).value);
  }

  protected async confirm(event: Event): Promise<void> {
    event.preventDefault();
    const minutes = this.minutes().trim();
    const lacks = minutes.length < SHORTEST_MINUTES;
    this.faults.set(lacks ? [{ field: FIELD, message: receivedWords.minutesMissing }] : []);
    if (lacks) return this.summary()?.focus();
    if (this.busy()) return;
    this.busy.set(true);
    this.thrown.set(null);
    try {
      await this.http.admit(this.offer.offerId, { id: this.id, minutes });
      this.dialog.close(true);
    } catch (thrown) {
      this.thrown.set(thrown);
    } finally {
      this.busy.set(false);
    }
  }
}
