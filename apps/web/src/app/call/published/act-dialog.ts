import { Component, computed, inject, resource, signal, viewChild, type Injector } from '@angular/core';
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
import type { AnnulmentCause, CallResponse } from '@zit/contracts';
import { formatInstantPl, parseTyped, unreadReason } from '@zit/domain';
import { callActWords } from '@zit/words.pl/call-page';
import { outagePageWords } from '@zit/words.pl/outages';
import { frameWords } from '@zit/words.pl/frame';
import { newId } from '../../ui/new-id';
import { SessionStore } from '../../session/session-store';
import { MomentFields } from '../../sheet/moment-fields';
import { ErrorSummary, type FieldFault } from '../../ui/error-summary';
import { FieldFaultMark } from '../../ui/field-fault';
import { ProblemNotice } from '../../ui/problem-notice';
import { CallHttp } from '../call-http';
import { OutageHttp } from '../outages/outage-http';
import { spanTold } from '../outages/outage-words';

export type CallAct = 'annex' | 'abandon' | 'extend' | 'annul';

export interface CallActQuestion {
  act: CallAct;
  call: CallResponse;
}

/** Resolves with the call as it stands after the act; null when the person thought better of it. */
export const askForAct = async (injector: Injector, data: CallActQuestion): Promise<CallResponse | null> => {
  const dialog = injector.get(MatDialog).open<ActDialog, CallActQuestion, CallResponse>(ActDialog, {
    data,
    injector,
    width: '620px',
    maxWidth: '96vw',
  });
  return (await firstValueFrom(dialog.afterClosed())) ?? null;
};

/** The contract's lower bound of a reason. */
const SHORTEST_REASON = 10;
const MOMENT = { is: 'moment' } as const;
/** Id of the day, where the summary of faults leads. */
const DEADLINE = 'act-deadline';

/** What an act on a published call means, what it needs, and the button that names it. */
@Component({
  selector: 'zit-act-dialog',
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
    MomentFields,
    ProblemNotice,
  ],
  templateUrl: './act-dialog.html',
  styles: `
    zit-moment-fields {
      display: block;
      margin-block-end: var(--zit-4);
    }
    .label {
      display: block;
      margin-block-end: var(--zit-1);
      font-weight: 600;
    }
    select {
      inline-size: 100%;
      min-block-size: 48px;
      margin-block-end: var(--zit-1);
      padding: var(--zit-2) var(--zit-3);
      border: 1px solid var(--zit-line-strong);
      border-radius: var(--zit-radius);
      background: var(--zit-surface);
      color: inherit;
      font: inherit;
    }
  `,
})
export class ActDialog {
  private readonly http = inject(CallHttp);
  private readonly outages = inject(OutageHttp);
  private readonly session = inject(SessionStore);
  private readonly dialog = inject<MatDialogRef<ActDialog, CallResponse>>(MatDialogRef);
  private readonly question = inject<CallActQuestion>(MAT_DIALOG_DATA);
  protected readonly words = callActWords;
  protected readonly cancel = frameWords.cancel;
  protected readonly act = this.question.act;
  protected readonly deadline = DEADLINE;
  protected readonly title = {
    annex: callActWords.annexTitle,
    abandon: callActWords.abandonTitle,
    extend: callActWords.extendTitle,
    annul: callActWords.annulTitle,
  }[this.act];
  protected readonly lead = {
    annex: callActWords.annexLead,
    abandon: callActWords.abandonLead,
    extend: callActWords.extendLead,
    annul: callActWords.annulLead,
  }[this.act];
  protected readonly go = {
    annex: callActWords.annexGo,
    abandon: callActWords.abandonGo,
    extend: callActWords.extendGo,
    annul: callActWords.annulGo,
  }[this.act];
  protected readonly asksReason = this.act === 'extend' || this.act === 'annul';
  protected readonly none = 'NO_VALID_OFFERS';
  protected readonly cause = signal<AnnulmentCause>('REASONS');
  protected readonly present = computed(() => {
    const { deadlineAt } = this.question.call;
    return this.act === 'extend' && deadlineAt ? callActWords.extendNow(formatInstantPl(deadlineAt)) : null;
  });

  /** The newest entries of the register, for an extension that makes up for one. */
  private readonly register = resource({
    params: () => (this.act === 'extend' ? {} : undefined),
    loader: async () => (await this.outages.page()).items.filter(({ correctedBy }) => correctedBy === null),
  });
  protected readonly known = computed(() =>
    this.register.hasValue() ? this.register.value().map((each) => ({ ...each, span: spanTold(each) })) : [],
  );
  protected readonly outage = signal('');
  protected readonly outageWords = outagePageWords;

  /** Made once: a repeated request does the act no second time. */
  private readonly id = newId();
  protected readonly moment = signal('');
  protected readonly reason = signal('');
  protected readonly faults = signal<readonly FieldFault[]>([]);
  protected readonly busy = signal(false);
  protected readonly thrown = signal<unknown>(null);
  private readonly summary = viewChild(ErrorSummary);

  protected typeReason(event: Event): void {
    this.reason.set((event.target as HTMLTextAreaElement).value);
  }

  /** What the outage was is a reason that nobody has to type again. */
  protected nameOutage(event: Event): void {
    this.outage.set((event.target as HTMLSelectElement).value);
    const named = this.known().find(({ id }) => id === this.outage());
    if (named && this.reason().trim() === '') this.reason.set(outagePageWords.ofEdition(named.span, named.what));
  }

  protected faultOf(field: string): string | null {
    return this.faults().find((fault) => fault.field === field)?.message ?? null;
  }

  protected async confirm(event: Event): Promise<void> {
    event.preventDefault();
    const reason = this.reason().trim();
    const deadline = parseTyped(MOMENT, this.moment());
    this.faults.set([
      ...(this.act === 'extend' ? this.faultsOfDeadline(deadline) : []),
      ...(this.asksReason && reason.length < SHORTEST_REASON
        ? [{ field: 'act-reason', message: callActWords.missing.reason }]
        : []),
    ]);
    if (this.faults().length > 0) return this.summary()?.focus();
    if (this.busy()) return;
    this.busy.set(true);
    this.thrown.set(null);
    try {
      this.dialog.close(await this.done(reason, String(deadline)));
    } catch (thrown) {
      this.thrown.set(thrown);
    } finally {
      this.busy.set(false);
    }
  }

  private done(reason: string, deadlineAt: string): Promise<CallResponse> {
    const { call } = this.question;
    const outage = this.outage();
    switch (this.act) {
      case 'annex':
        return this.http.beginAnnex(call.id);
      case 'abandon':
        return this.http.abandonAnnex(call.id);
      case 'extend':
        return this.http.extend(call.id, { id: this.id, deadlineAt, reason, ...(outage ? { outage } : {}) });
      case 'annul':
        return this.http.annul(call.id, { id: this.id, reason, cause: this.cause() });
    }
  }

  private faultsOfDeadline(deadline: unknown): FieldFault[] {
    const { missing } = callActWords;
    const fault = (message: string): FieldFault[] => [{ field: DEADLINE, message }];
    if (typeof deadline !== 'string') {
      return fault(this.moment() === '' ? missing.moment : unreadReason(MOMENT, this.moment()) || missing.moment);
    }
    const at = Date.parse(deadline);
    const present = Date.parse(this.question.call.deadlineAt ?? '');
    if (at <= present) return fault(missing.notLater);
    return at <= this.session.serverNow() ? fault(missing.past) : [];
  }
}
