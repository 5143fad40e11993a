import { Component, inject, input, output, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatSnackBar } from '@angular/material/snack-bar';
import type { EnterTie, TieEntered } from '@zit/contracts';
import { commissionPageWords as words } from '@zit/words.pl/commission-page';
import { SessionStore } from '../session/session-store';
import { ErrorSummary, type FieldFault } from '../ui/error-summary';
import { newId } from '../ui/new-id';
import { problemOf } from '../ui/problem';
import { ProblemNotice } from '../ui/problem-notice';
import { CommissionHttp } from './commission-http';

const KINDS = ['EMPLOYMENT', 'BOARD', 'MEMBERSHIP', 'OWNERSHIP', 'FAMILY', 'COMMON_PROJECT'] as const;
type Kind = EnterTie['kind'];
const NOTHING = { personId: '', nip: '', krs: '', from: '', to: '', note: '' };
type Field = keyof typeof NOTHING;

/** Enters a tie: one's own, or of another of the commission, with its source. */
@Component({
  selector: 'zit-tie-form',
  imports: [ErrorSummary, MatButton, ProblemNotice],
  templateUrl: './tie-form.html',
  styleUrls: ['../sheet/_inputs.scss', './commission.scss'],
})
export class TieForm {
  readonly call = input.required<string>();
  /** Whose ties may be entered; null: one's own. */
  readonly people = input.required<readonly { personId: string; name: string }[] | null>();
  readonly entered = output<TieEntered>();
  private readonly http = inject(CommissionHttp);
  private readonly session = inject(SessionStore);
  private readonly snackBar = inject(MatSnackBar);
  protected readonly words = words;
  protected readonly kinds = KINDS;
  protected readonly kind = signal<Kind>('EMPLOYMENT');
  protected readonly typed = signal(NOTHING);
  protected readonly faults = signal<readonly FieldFault[]>([]);
  protected readonly thrown = signal<unknown>(null);
  protected readonly busy = signal(false);
  private readonly summary = viewChild(ErrorSummary);
  private key = newId();

  protected type(field: Field, event: Event): void {
    const { value } = event.target as HTMLInputElement | HTMLSelectElement;
    this.typed.update((typed) => ({ ...typed, [field]: value }));
  }

  protected choose(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    this.kind.set(KINDS.find((kind) => kind === value) ?? 'EMPLOYMENT');
  }

  protected idOf(field: Field | 'kind'): string {
    return `${this.people() === null ? 'tie' : 'other-tie'}-${field}`;
  }

  protected faultOf(field: Field): string | null {
    return this.faults().find((fault) => fault.field === this.idOf(field))?.message ?? null;
  }

  protected async enter(event: Event): Promise<void> {
    event.preventDefault();
    const { from, to, note, ...typed } = this.typed();
    const [nip, krs] = [digits(typed.nip), digits(typed.krs)];
    const personId = this.people() === null ? (this.session.person()?.id ?? '') : typed.personId;
    const others = this.people() !== null;
    this.show([
      ...(others && personId === '' ? [{ field: this.idOf('personId'), message: words.missing.person }] : []),
      ...(nip === null && krs === null ? [{ field: this.idOf('nip'), message: words.missing.tieWhom }] : []),
      ...(others && note.trim().length < 3 ? [{ field: this.idOf('note'), message: words.missing.source }] : []),
    ]);
    if (this.faults().length > 0 || this.busy()) return;
    this.busy.set(true);
    this.thrown.set(null);
    try {
      const body = { id: this.key, personId, kind: this.kind(), nip, krs, from: from || null, to: to || null };
      const done = await this.http.enterTie(this.call(), { ...body, note: note.trim() || null });
      this.key = newId();
      this.typed.set(NOTHING);
      this.snackBar.open(words.tieAdded, undefined, { duration: 5_000 });
      this.entered.emit(done);
    } catch (thrown) {
      const { errors = [] } = problemOf(thrown);
      this.show(errors.map(({ pointer, message }) => ({ field: this.idOf(pointer.slice(1) as Field), message })));
      if (errors.length === 0) this.thrown.set(thrown);
    } finally {
      this.busy.set(false);
    }
  }

  private show(faults: readonly FieldFault[]): void {
    this.faults.set(faults);
    if (faults.length > 0) this.summary()?.focus();
  }
}

/** Without spaces and hyphens; null: nothing was typed. */
const digits = (typed: string): string | null => typed.replaceAll(/[\s-]/g, '') || null;
