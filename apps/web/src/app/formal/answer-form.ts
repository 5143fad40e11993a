import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { FormalCard, FormalItemAnswered } from '@zit/contracts';
import { formalWords } from '@zit/words.pl/formal';
import { formalRoomWords } from '@zit/words.pl/formal-room';
import { ErrorSummary, type FieldFault } from '../ui/error-summary';
import { newId } from '../ui/new-id';
import { ProblemNotice } from '../ui/problem-notice';
import { FormalHttp } from './formal-http';
import { PARTS } from './formal-chips';

const ANSWERS = ['YES', 'NO', 'NOT_APPLICABLE'] as const;
type Answer = (typeof ANSWERS)[number];

/** A person's answer to one item of a card: what no rule can answer. */
@Component({
  selector: 'zit-answer-form',
  imports: [ErrorSummary, MatButton, ProblemNotice],
  templateUrl: './answer-form.html',
  styleUrls: ['../sheet/_inputs.scss', './answer-form.scss'],
})
export class AnswerForm {
  readonly call = input.required<string>();
  readonly offer = input.required<string>();
  readonly item = input.required<FormalItemAnswered>();
  readonly answered = output<FormalCard>();
  private readonly http = inject(FormalHttp);
  protected readonly words = formalRoomWords;
  protected readonly answers = ANSWERS;
  protected readonly parts = PARTS;
  protected readonly chosen = signal<Answer | null>(null);
  protected readonly note = signal('');
  protected readonly fields = signal<readonly string[]>([]);
  protected readonly faults = signal<readonly FieldFault[]>([]);
  protected readonly thrown = signal<unknown>(null);
  protected readonly busy = signal(false);
  private readonly summary = viewChild(ErrorSummary);
  protected readonly name = computed(() => formalRoomWords.answerTo(formalWords.items[this.item().code]));
  /** Of ids on a page with several of these. */
  protected readonly key = computed(() => this.item().code.toLowerCase());
  protected readonly opens = computed(() => this.chosen() === 'NO' && this.item().curable);
  /** Made anew after each answer: pressing twice answers once. */
  private request = newId();

  protected choose(answer: Answer): void {
    this.chosen.set(answer);
  }

  protected type(event: Event): void {
    this.note.set((event.target as HTMLTextAreaElement).value);
  }

  protected tick(part: string, event: Event): void {
    const on = (event.target as HTMLInputElement).checked;
    this.fields.update((fields) => (on ? [...fields, part] : fields.filter((each) => each !== part)));
  }

  protected faultOf(field: string): string | null {
    return this.faults().find((fault) => fault.field === `${this.key()}-${field}`)?.message ?? null;
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.faults.set(this.missing());
    const answer = this.chosen();
    if (this.faults().length > 0 || answer === null) return this.summary()?.focus();
    if (this.busy()) return;
    this.busy.set(true);
    this.thrown.set(null);
    try {
      const note = this.note().trim();
      this.answered.emit(
        await this.http.answer(this.call(), this.offer(), {
          ...{ id: this.request, code: this.item().code, answer, fields: this.opens() ? [...this.fields()] : [] },
          ...(note ? { note } : {}),
        }),
      );
      this.request = newId();
    } catch (thrown) {
      this.thrown.set(thrown);
    } finally {
      this.busy.set(false);
    }
  }

  private missing(): FieldFault[] {
    const key = this.key();
    if (this.chosen() === null) return [{ field: `${key}-YES`, message: formalRoomWords.chooseAnswer }];
    const faults: FieldFault[] = [];
    if (this.chosen() === 'NO' && this.note().trim().length < 3)
      faults.push({ field: `${key}-note`, message: formalRoomWords.noteMissing });
    if (this.opens() && this.fields().length === 0)
      faults.push({ field: `${key}-part-${PARTS[0]?.name}`, message: formalRoomWords.fieldsMissing });
    return faults;
  }
}
