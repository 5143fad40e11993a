import { Component, computed, inject, input, linkedSignal, output, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { RankingPreview, RankingStability } from '@zit/contracts';
import { fromWarsaw } from '@zit/domain';
import { resultPageWords as words } from '@zit/words.pl/result-page';
import { ErrorSummary, type FieldFault } from '../ui/error-summary';
import { newId } from '../ui/new-id';
import { problemOf } from '../ui/problem';
import { ProblemNotice } from '../ui/problem-notice';
import { ResultHttp } from './result-http';

type Field = 'place' | 'began' | 'ended' | 'dissent' | 'newVersion';
const NOTHING: Record<Field, string> = { place: '', began: '', ended: '', dissent: '', newVersion: '' };

/** What the minutes need beside the ranking, and the act that freezes both. */
@Component({
  selector: 'zit-freeze-form',
  imports: [ErrorSummary, MatButton, ProblemNotice],
  templateUrl: './freeze-form.html',
  styleUrls: ['../sheet/_inputs.scss', './freeze-form.scss'],
})
export class FreezeForm {
  readonly call = input.required<string>();
  readonly preview = input.required<RankingPreview>();
  readonly stability = input.required<RankingStability['stability']>();
  /** There is a frozen version already. */
  readonly further = input.required<boolean>();
  /** What the reason of a further version begins with: it names the appeals that led to it. */
  readonly because = input('');
  readonly frozen = output();
  private readonly http = inject(ResultHttp);
  private readonly summary = viewChild(ErrorSummary);
  /** Of this attempt: sent again, it is not frozen twice. */
  private id = newId();
  protected readonly words = words;
  protected readonly typed = linkedSignal(() => ({ ...NOTHING, newVersion: this.because() }));
  protected readonly reasons = signal<Readonly<Record<string, string>>>({});
  protected readonly present = linkedSignal(
    () => new Set(this.preview().commission.flatMap(({ personId, stands }) => (stands ? [personId] : []))),
  );
  protected readonly faults = signal<readonly FieldFault[]>([]);
  protected readonly thrown = signal<unknown>(null);
  protected readonly busy = signal(false);
  protected readonly line = computed(() =>
    this.stability()
      .offers.filter(({ verdict }) => verdict === 'line')
      .map(({ offer }) => offer),
  );

  protected type(field: Field, event: Event): void {
    const { value } = event.target as HTMLInputElement;
    this.typed.update((typed) => ({ ...typed, [field]: value }));
  }

  protected reason(offer: string, event: Event): void {
    const { value } = event.target as HTMLTextAreaElement;
    this.reasons.update((reasons) => ({ ...reasons, [offer]: value }));
  }

  protected tick(personId: string, event: Event): void {
    const { checked } = event.target as HTMLInputElement;
    this.present.update((present) => {
      const others = [...present].filter((one) => one !== personId);
      return new Set(checked ? [...others, personId] : others);
    });
  }

  protected async freeze(event: Event): Promise<void> {
    event.preventDefault();
    const faults = this.missing();
    this.faults.set(faults);
    if (faults.length > 0) return this.summary()?.focus();
    if (this.busy()) return;
    this.busy.set(true);
    this.thrown.set(null);
    try {
      await this.http.freeze(this.call(), this.body());
      this.id = newId();
      this.frozen.emit();
    } catch (thrown) {
      this.refused(thrown);
    } finally {
      this.busy.set(false);
    }
  }

  private body(): Parameters<ResultHttp['freeze']>[1] {
    const { place, began, ended, dissent, newVersion } = this.typed();
    return {
      id: this.id,
      checked: this.preview().checked,
      place,
      beganAt: instantOf(began) ?? '',
      endedAt: instantOf(ended) ?? '',
      present: [...this.present()],
      reasons: this.line().map((offer) => ({ offer, reason: this.reasons()[offer] ?? '' })),
      dissent: dissent.split('\n').flatMap((text) => text.trim() || []),
      ...(this.further() ? { reason: newVersion } : {}),
    };
  }

  private missing(): FieldFault[] {
    const { place, began, ended, newVersion } = this.typed();
    const said: [boolean, FieldFault][] = [
      [place.trim().length >= 2, { field: 'freeze-place', message: words.missing.place }],
      [instantOf(began) !== null, { field: 'freeze-began', message: words.missing.began }],
      [instantOf(ended) !== null, { field: 'freeze-ended', message: words.missing.ended }],
      ...this.line().map((offer, at): [boolean, FieldFault] => [
        (this.reasons()[offer] ?? '').trim().length >= 3,
        { field: `reason-${at}`, message: words.missing.reason(offer) },
      ]),
      [
        !this.further() || newVersion.trim().length >= 10,
        { field: 'freeze-newVersion', message: words.missing.newVersion },
      ],
    ];
    return said.flatMap(([there, fault]) => (there ? [] : [fault]));
  }

  /** What the server says of the end of the meeting stands there; the rest above the form. */
  private refused(thrown: unknown): void {
    const { errors = [] } = problemOf(thrown);
    const faults = errors.flatMap(({ pointer, message }) =>
      pointer === '/endedAt'
        ? [{ field: 'freeze-ended', message }]
        : pointer === '/reason'
          ? [{ field: 'freeze-newVersion', message }]
          : [],
    );
    this.faults.set(faults);
    if (faults.length > 0) this.summary()?.focus();
    else this.thrown.set(thrown);
  }
}

/** An instant of what a field of date and time says, by the clock in Poland; null: it says none. */
function instantOf(typed: string): string | null {
  const [date = '', time = ''] = typed.split('T');
  return /^\d{4}-\d\d-\d\d$/.test(date) && /^\d\d:\d\d/.test(time)
    ? (fromWarsaw(date, time.slice(0, 5))[0] ?? null)
    : null;
}
