import { Component, inject, input, output, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatSnackBar } from '@angular/material/snack-bar';
import type { Outage } from '@zit/contracts';
import { parseTyped, unreadReason, type SheetValue } from '@zit/domain';
import { outagePageWords } from '@zit/words.pl/outages';
import { ErrorSummary, type FieldFault } from '../../ui/error-summary';
import { newId } from '../../ui/new-id';
import { ProblemNotice } from '../../ui/problem-notice';
import { OutageHttp } from './outage-http';

const MOMENT = { is: 'moment' } as const;
const FIELDS = [
  { name: 'beganAt', long: false, max: 40 },
  { name: 'endedAt', long: false, max: 40 },
  { name: 'what', long: true, max: 1_000 },
  { name: 'minutes', long: true, max: 10_000 },
] as const;
type Name = (typeof FIELDS)[number]['name'];
/** The contract's lower bounds. */
const SHORTEST: Partial<Record<Name, number>> = { what: 5, minutes: 10 };

/** An entry of the register of outages: from when to when, what did not work, and the minutes of it. */
@Component({
  selector: 'zit-record-outage',
  imports: [ErrorSummary, MatButton, ProblemNotice],
  template: `
    <form (submit)="send($event)" novalidate>
      <h2>{{ corrects() ? words.correctTitle : words.recordTitle }}</h2>
      <p class="soft">{{ words.recordLead }}</p>
      <zit-error-summary [faults]="faults()" />
      @for (field of fields; track field.name) {
        <label class="label" [for]="'outage-' + field.name">{{ words.fields[field.name].label }}</label>
        <p class="soft" [id]="'outage-help-' + field.name">{{ words.fields[field.name].help }}</p>
        @if (field.long) {
          <textarea
            [id]="'outage-' + field.name"
            rows="3"
            [attr.maxlength]="field.max"
            [attr.aria-describedby]="'outage-help-' + field.name"
            [attr.aria-invalid]="faultOf(field.name) ? true : null"
            [value]="typed()[field.name]"
            (input)="type(field.name, $event)"
          ></textarea>
        } @else {
          <input
            type="text"
            [id]="'outage-' + field.name"
            [attr.maxlength]="field.max"
            [attr.aria-describedby]="'outage-help-' + field.name"
            [attr.aria-invalid]="faultOf(field.name) ? true : null"
            [value]="typed()[field.name]"
            (input)="type(field.name, $event)"
          />
        }
        @if (faultOf(field.name); as text) {
          <p class="fault">{{ text }}</p>
        }
      }
      @if (thrown(); as failure) {
        <zit-problem-notice [thrown]="failure" [retryable]="false" />
      }
      <p class="acts">
        <button matButton="filled" type="submit">{{ words.record }}</button>
        <button matButton type="button" (click)="left.emit()">{{ words.leave }}</button>
      </p>
    </form>
  `,
  styleUrls: ['../../sheet/_inputs.scss', '../questions/questions.scss'],
})
export class RecordOutage {
  /** The entry to put right; null: a new one. */
  readonly corrects = input<Outage | null>(null);
  readonly recorded = output();
  readonly left = output();
  private readonly http = inject(OutageHttp);
  private readonly snackBar = inject(MatSnackBar);
  private readonly summary = viewChild(ErrorSummary);
  protected readonly words = outagePageWords;
  protected readonly fields = FIELDS;
  protected readonly typed = signal<Readonly<Record<Name, string>>>({
    beganAt: '',
    endedAt: '',
    what: '',
    minutes: '',
  });
  protected readonly faults = signal<readonly FieldFault[]>([]);
  protected readonly thrown = signal<unknown>(null);
  /** Made once: a repeated request makes no second entry. */
  private readonly id = newId();
  private busy = false;

  protected type(name: Name, event: Event): void {
    const { value } = event.target as HTMLInputElement | HTMLTextAreaElement;
    this.typed.update((all) => ({ ...all, [name]: value }));
  }

  protected faultOf(name: Name): string | null {
    return this.faults().find(({ field }) => field === `outage-${name}`)?.message ?? null;
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const { what, minutes, ...moments } = this.typed();
    const [beganAt, endedAt] = [parseTyped(MOMENT, moments.beganAt), parseTyped(MOMENT, moments.endedAt)];
    this.faults.set([
      ...this.faultsOfMoment('beganAt', beganAt),
      ...this.faultsOfMoment('endedAt', endedAt),
      ...this.tooShort('what', what),
      ...this.tooShort('minutes', minutes),
    ]);
    if (this.faults().length > 0) return this.summary()?.focus();
    if (this.busy) return;
    this.busy = true;
    this.thrown.set(null);
    const corrects = this.corrects();
    try {
      await this.http.record({
        id: this.id,
        beganAt: String(beganAt),
        endedAt: String(endedAt),
        what: what.trim(),
        minutes: minutes.trim(),
        ...(corrects ? { corrects: corrects.id } : {}),
      });
      this.snackBar.open(outagePageWords.recorded, undefined, { duration: 5_000 });
      this.recorded.emit();
    } catch (thrown) {
      this.thrown.set(thrown);
    } finally {
      this.busy = false;
    }
  }

  private faultsOfMoment(name: 'beganAt' | 'endedAt', read: SheetValue): FieldFault[] {
    if (typeof read === 'string') return [];
    const message = unreadReason(MOMENT, this.typed()[name]) || outagePageWords.missing.moment;
    return [{ field: `outage-${name}`, message }];
  }

  private tooShort(name: 'what' | 'minutes', text: string): FieldFault[] {
    if (text.trim().length >= (SHORTEST[name] ?? 0)) return [];
    return [{ field: `outage-${name}`, message: outagePageWords.missing[name] }];
  }
}
