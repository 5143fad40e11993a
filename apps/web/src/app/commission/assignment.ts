import { Component, computed, inject, input, linkedSignal, resource, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatSnackBar } from '@angular/material/snack-bar';
import type { AssignmentResponse } from '@zit/contracts';
import { assignOffers } from '@zit/domain';
import { formatInstantPl } from '@zit/domain/calendar/instant';
import { commissionPageWords as words } from '@zit/words.pl/commission-page';
import { ErrorSummary, type FieldFault } from '../ui/error-summary';
import { Loading } from '../ui/loading';
import { newId } from '../ui/new-id';
import { ProblemNotice } from '../ui/problem-notice';
import { CommissionHttp } from './commission-http';

interface Pair {
  offerId: string;
  personId: string;
}

/** Who scores what: what holds, and a try with another number of assessors before it is confirmed. */
@Component({
  selector: 'zit-assignment',
  imports: [ErrorSummary, Loading, MatButton, ProblemNotice],
  templateUrl: './assignment.html',
  styleUrls: ['../sheet/_inputs.scss', './commission.scss'],
})
export class Assignment {
  readonly call = input.required<string>();
  private readonly http = inject(CommissionHttp);
  private readonly snackBar = inject(MatSnackBar);
  protected readonly words = words;
  protected readonly asked = resource({ params: this.call, loader: ({ params }) => this.http.assignment(params) });
  protected readonly board = linkedSignal<AssignmentResponse | null>(() =>
    this.asked.hasValue() ? this.asked.value() : null,
  );
  protected readonly current = computed(() => {
    const current = this.board()?.current;
    return current ? words.current(current.no, formatInstantPl(current.confirmedAt), current.each) : words.none;
  });
  protected readonly balanced = signal(false);
  protected readonly each = signal(3);
  /** Pairs kept apart to see what would be. */
  protected readonly apart = signal<readonly Pair[]>([]);
  protected readonly offerId = signal('');
  protected readonly personId = signal('');
  protected readonly reason = signal('');
  protected readonly faults = signal<readonly FieldFault[]>([]);
  protected readonly thrown = signal<unknown>(null);
  protected readonly busy = signal(false);
  private readonly summary = viewChild(ErrorSummary);
  private key = newId();

  /** Worked out here as the server will work it out again; null: everybody scores everything. */
  protected readonly plan = computed(() => {
    const board = this.board();
    if (!board || !this.balanced()) return null;
    const { offers, assessors, barred } = board;
    const pairs = [...barred, ...this.apart()];
    const plan = assignOffers({
      offers: offers.map(({ offerId }) => offerId),
      assessors: assessors.map(({ personId }) => personId),
      each: this.each(),
      barred: pairs.map(({ offerId, personId }) => ({ offer: offerId, assessor: personId })),
    });
    const name = (id: string): string => assessors.find(({ personId }) => personId === id)?.name ?? '';
    const offer = (id: string): string => offers.find(({ offerId }) => offerId === id)?.consortium ?? '';
    return {
      byOffer: [...plan.byOffer].map(([offerId, personIds]) => ({ offerId, personIds })),
      rows: [...plan.byOffer].map(([id, people]) => ({ id, offer: offer(id), people: people.map(name).join(', ') })),
      load: [...plan.load].map(([id, cards]) => ({ id, name: name(id), cards })),
      short: plan.short.map((one) => words.short(offer(one.offer), one.missing)),
      proof: words.proof(plan.proof.assessors.map(name).join(', '), plan.proof.cards, plan.proof.greatest),
    };
  });

  protected valueOf(event: Event): string {
    return (event.target as HTMLInputElement | HTMLSelectElement).value;
  }

  protected setEach(event: Event): void {
    this.each.set(Math.min(100, Math.max(1, Math.trunc(Number(this.valueOf(event))) || 1)));
  }

  protected keepApart(): void {
    const [offerId, personId] = [this.offerId(), this.personId()];
    if (offerId === '' || personId === '') return;
    this.apart.update((pairs) => [...pairs, { offerId, personId }]);
  }

  protected async confirm(event: Event): Promise<void> {
    event.preventDefault();
    const reason = this.reason().trim();
    const lacks = this.board()?.current && reason.length < 3;
    this.faults.set(lacks ? [{ field: 'assignment-reason', message: words.missing.reason }] : []);
    if (lacks) return this.summary()?.focus();
    if (this.busy()) return;
    this.busy.set(true);
    this.thrown.set(null);
    try {
      const plan = this.plan();
      const done = await this.http.confirm(this.call(), {
        ...{ id: this.key, each: plan ? this.each() : null, offers: plan?.byOffer ?? [], reason: reason || null },
        apart: plan ? this.apart().map(({ offerId, personId }) => ({ offerId, personIds: [personId] })) : [],
      });
      this.key = newId();
      this.reason.set('');
      this.board.set(done);
      this.snackBar.open(words.confirmed, undefined, { duration: 5_000 });
    } catch (thrown) {
      this.thrown.set(thrown);
    } finally {
      this.busy.set(false);
    }
  }
}
