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
import type { OfferReceipt, OfferResponse } from '@zit/contracts';
import { frameWords } from '@zit/words.pl/frame';
import { receiptWords } from '@zit/words.pl/offer-receipt';
import { ErrorSummary, type FieldFault } from '../../ui/error-summary';
import { FieldFaultMark } from '../../ui/field-fault';
import { newId } from '../../ui/new-id';
import { ProblemNotice } from '../../ui/problem-notice';
import { SubmissionHttp } from '../submit/submission-http';

export interface OfferActQuestion {
  act: 'amend' | 'abandon' | 'withdraw';
  /** Id of the offer. */
  offer: string;
}

export type OfferActDone =
  { act: 'amend' | 'abandon'; offer: OfferResponse } | { act: 'withdraw'; receipt: OfferReceipt };

/** Resolves with what the act answered; null when the person thought better of it. */
export const askForOfferAct = async (injector: Injector, data: OfferActQuestion): Promise<OfferActDone | null> => {
  const dialog = injector.get(MatDialog).open<OfferActDialog, OfferActQuestion, OfferActDone>(OfferActDialog, {
    data,
    injector,
    width: '620px',
    maxWidth: '96vw',
  });
  return (await firstValueFrom(dialog.afterClosed())) ?? null;
};

/** The contract's lower bound of a reason. */
const SHORTEST_REASON = 3;
const FIELD = 'withdrawal-reason';

/** What an act on an offer that was handed in means, the reason it needs, and the button that names it. */
@Component({
  selector: 'zit-offer-act-dialog',
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
    <h2 mat-dialog-title>{{ say.title }}</h2>
    <form (submit)="confirm($event)" novalidate>
      <mat-dialog-content>
        <zit-error-summary [faults]="faults()" />
        <p>{{ say.lead }}</p>
        @if (question.act === 'withdraw') {
          <mat-form-field appearance="outline">
            <mat-label>{{ words.reason }}</mat-label>
            <textarea
              matInput
              [id]="field"
              rows="4"
              maxlength="2000"
              [value]="reason()"
              [zitFieldFault]="faults()[0]?.message ?? null"
              (input)="typeReason($event)"
            ></textarea>
            <mat-hint>{{ words.reasonHint }}</mat-hint>
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
        <button matButton="filled" type="submit">{{ busy() ? words.working : say.go }}</button>
      </mat-dialog-actions>
    </form>
  `,
})
export class OfferActDialog {
  private readonly http = inject(SubmissionHttp);
  private readonly dialog = inject<MatDialogRef<OfferActDialog, OfferActDone>>(MatDialogRef);
  protected readonly question = inject<OfferActQuestion>(MAT_DIALOG_DATA);
  protected readonly words = receiptWords;
  protected readonly cancel = frameWords.cancel;
  protected readonly field = FIELD;
  protected readonly say = {
    amend: { title: receiptWords.amendTitle, lead: receiptWords.amendLead, go: receiptWords.amendGo },
    abandon: { title: receiptWords.abandonTitle, lead: receiptWords.abandonLead, go: receiptWords.abandonGo },
    withdraw: { title: receiptWords.withdrawTitle, lead: receiptWords.withdrawLead, go: receiptWords.withdrawGo },
  }[this.question.act];

  /** Made once: a repeated request withdraws no second time. */
  private readonly id = newId();
  protected readonly reason = signal('');
  protected readonly faults = signal<readonly FieldFault[]>([]);
  protected readonly busy = signal(false);
  protected readonly thrown = signal<unknown>(null);
  private readonly summary = viewChild(ErrorSummary);

  protected typeReason(event: Event): void {
    this.reason.set((event.target as HTMLTextAreaElement).value);
  }

  protected async confirm(event: Event): Promise<void> {
    event.preventDefault();
    const lacks = this.question.act === 'withdraw' && this.reason().trim().length < SHORTEST_REASON;
    this.faults.set(lacks ? [{ field: FIELD, message: receiptWords.reasonMissing }] : []);
    if (lacks) return this.summary()?.focus();
    if (this.busy()) return;
    this.busy.set(true);
    this.thrown.set(null);
    try {
      this.dialog.close(await this.done());
    } catch (thrown) {
      this.thrown.set(thrown);
    } finally {
      this.busy.set(false);
    }
  }

  private async done(): Promise<OfferActDone> {
    const { act, offer } = this.question;
    if (act === 'withdraw')
      return { act, receipt: await this.http.withdraw(offer, { id: this.id, reason: this.reason().trim() }) };
    return { act, offer: await (act === 'amend' ? this.http.amend(offer) : this.http.abandon(offer)) };
  }
}
