import { Location } from '@angular/common';
import { afterNextRender, Component, effect, inject, Injector, signal, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { ActivatedRoute } from '@angular/router';
import type { ReceiptCheck } from '@zit/contracts';
import { verifyWords } from '@zit/words.pl/offer-receipt';
import { ErrorSummary, type FieldFault } from '../ui/error-summary';
import { FieldFaultMark } from '../ui/field-fault';
import { ProblemNotice } from '../ui/problem-notice';
import { ReceiptVerdict } from './receipt-verdict';
import { VerifyHttp } from './verify-http';

/** The contract's upper bound of a receipt's number. */
const LONGEST = 60;
const HASH = /^[0-9a-f]{64}$/;

/** For who has the receipt on paper: its number, which the printed code brings along, its SHA-256, and the answer. */
@Component({
  selector: 'zit-paper-receipt',
  imports: [
    ErrorSummary,
    FieldFaultMark,
    MatButton,
    MatError,
    MatFormField,
    MatHint,
    MatInput,
    MatLabel,
    ProblemNotice,
    ReceiptVerdict,
  ],
  templateUrl: './paper-receipt.html',
  styleUrl: './paper-receipt.scss',
})
export class PaperReceipt {
  private readonly http = inject(VerifyHttp);
  private readonly fragment = toSignal(inject(ActivatedRoute).fragment, { initialValue: null });
  protected readonly words = verifyWords;
  protected readonly longest = LONGEST;
  protected readonly number = signal('');
  /** The printed code has brought the number. */
  protected readonly filled = signal(false);
  protected readonly sha256 = signal('');
  protected readonly faults = signal<readonly FieldFault[]>([]);
  protected readonly busy = signal(false);
  protected readonly thrown = signal<unknown>(null);
  protected readonly check = signal<ReceiptCheck | null>(null);
  private readonly summary = viewChild(ErrorSummary);

  constructor() {
    const [location, injector] = [inject(Location), inject(Injector)];
    effect(() => {
      const number = this.fragment()?.trim() ?? '';
      if (number === '') return;
      // Whose receipt somebody has looked at stays out of the address and of what the browser remembers of it.
      location.replaceState(location.path());
      if (number.length > LONGEST) return;
      this.number.set(number);
      this.filled.set(true);
      this.check.set(null);
      // Who comes by the code has to copy the hash: the field lies below the files.
      afterNextRender(() => document.getElementById('paper-sha')?.focus(), { injector });
    });
  }

  protected type(field: 'number' | 'sha256', event: Event): void {
    this[field].set((event.target as HTMLInputElement).value);
    this.check.set(null);
  }

  protected faultOf(field: string): string | null {
    return this.faults().find((fault) => fault.field === field)?.message ?? null;
  }

  protected async ask(event: Event): Promise<void> {
    event.preventDefault();
    const number = this.number().trim();
    const receiptSha256 = this.sha256().replace(/\s+/g, '').toLowerCase();
    this.faults.set([
      ...(number === '' ? [{ field: 'paper-number', message: verifyWords.paperNumberMissing }] : []),
      ...faultsOfHash(receiptSha256),
    ]);
    if (this.faults().length > 0) return this.summary()?.focus();
    if (this.busy()) return;
    this.busy.set(true);
    this.thrown.set(null);
    this.check.set(null);
    try {
      this.check.set(await this.http.check({ number, receiptSha256 }));
    } catch (thrown) {
      this.thrown.set(thrown);
    } finally {
      this.busy.set(false);
    }
  }
}

function faultsOfHash(hash: string): FieldFault[] {
  if (HASH.test(hash)) return [];
  const message = hash.length === 64 ? verifyWords.paperShaLetters : verifyWords.paperShaWrong(hash.length);
  return [{ field: 'paper-sha', message }];
}
