import { Component, computed, inject, Injector, input, linkedSignal, output, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatSnackBar } from '@angular/material/snack-bar';
import { RouterLink } from '@angular/router';
import type { CallParty, OwnImpartiality, TieEntered } from '@zit/contracts';
import type { ConflictPolicy } from '@zit/domain';
import { formatInstantPl } from '@zit/domain/calendar/instant';
import { impartialityClause } from '@zit/words.pl/commission';
import { commissionPageWords as words } from '@zit/words.pl/commission-page';
import { Loading } from '../ui/loading';
import { newId } from '../ui/new-id';
import { ProblemNotice } from '../ui/problem-notice';
import { askForReason } from '../ui/reason-dialog';
import { StatusChip } from '../ui/status-chip';
import { CommissionHttp } from './commission-http';
import { TieForm } from './tie-form';
import { TieList } from './tie-list';

/** One's own declaration: the list of parties, the words that are declared, conflicts and ties. */
@Component({
  selector: 'zit-own-declaration',
  imports: [Loading, MatButton, ProblemNotice, RouterLink, StatusChip, TieForm, TieList],
  templateUrl: './own-declaration.html',
  styleUrl: './commission.scss',
})
export class OwnDeclaration {
  readonly call = input.required<string>();
  readonly policy = input.required<ConflictPolicy>();
  readonly declared = output();
  readonly left = output();
  private readonly http = inject(CommissionHttp);
  private readonly injector = inject(Injector);
  private readonly snackBar = inject(MatSnackBar);
  protected readonly words = words;
  protected readonly clause = impartialityClause.text;
  protected readonly asked = resource({ params: this.call, loader: ({ params }) => this.http.declaration(params) });
  protected readonly own = linkedSignal<OwnImpartiality | null>(() =>
    this.asked.hasValue() ? this.asked.value() : null,
  );
  protected readonly declaredAt = computed(() => {
    const at = this.own()?.declaredAt;
    return at ? words.declaredAt(formatInstantPl(at)) : null;
  });
  protected readonly thrown = signal<unknown>(null);
  protected readonly busy = signal(false);
  private readonly key = newId();

  protected async declare(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.thrown.set(null);
    try {
      const body = { id: this.key, clause: impartialityClause.version };
      if (this.taken(await this.http.declare(this.call(), body), words.declared)) this.declared.emit();
    } catch (thrown) {
      this.thrown.set(thrown);
    } finally {
      this.busy.set(false);
    }
  }

  protected async conflict({ offerId, consortium }: CallParty): Promise<void> {
    const done = await askForReason(this.injector, {
      title: words.declareConflictNamed(consortium),
      lead: words.conflictLead[this.policy()](consortium),
      ...{ go: words.declareConflict, working: words.declareConflict },
      reason: { label: words.conflictReason, hint: '', missing: words.missing.reason, shortest: 3, longest: 2_000 },
      act: (id, reason) => this.http.declareConflict(this.call(), { id, offerId, reason }),
    });
    if (done) this.taken(done, words.conflictDeclared);
  }

  /** A tie may take the person out of offers, or out of the call. */
  protected entered({ left }: TieEntered): void {
    if (left) this.left.emit();
    else this.asked.reload();
  }

  /** False: the person has left the call by it. */
  private taken(own: OwnImpartiality, said: string): boolean {
    this.snackBar.open(said, undefined, { duration: 5_000 });
    if (own.left) this.left.emit();
    else this.own.set(own);
    return !own.left;
  }
}
