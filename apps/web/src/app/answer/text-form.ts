import { Component, inject, input, output, signal, viewChild, type ElementRef } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatSnackBar } from '@angular/material/snack-bar';
import { answersPageWords } from '@zit/words.pl/answers-page';
import { newId } from '../ui/new-id';
import { problemOf } from '../ui/problem';
import { ProblemNotice } from '../ui/problem-notice';

/** One text that is sent once: an answer, a statement, an appeal. */
@Component({
  selector: 'zit-text-form',
  imports: [MatButton, ProblemNotice],
  template: `
    @if (thrown(); as failure) {
      <zit-problem-notice [thrown]="failure" [retryable]="false" />
    }
    <form novalidate (submit)="send($event)">
      <ng-content />
      <label class="label" [for]="name()">{{ label() }}</label>
      <p class="soft" [id]="name() + '-help'">{{ help() }}</p>
      <textarea
        #typed
        rows="5"
        [id]="name()"
        [attr.maxlength]="longest()"
        [attr.aria-describedby]="name() + '-help ' + name() + '-fault'"
        [attr.aria-invalid]="fault() ? true : null"
        [value]="text()"
        (input)="type($event)"
      ></textarea>
      <p class="fault" [id]="name() + '-fault'" role="status">{{ fault() }}</p>
      <p>
        <button matButton="filled" type="submit" [disabled]="busy()">{{ busy() ? words.working : go() }}</button>
      </p>
    </form>
  `,
  styleUrl: '../sheet/_inputs.scss',
})
export class TextForm {
  /** Id of the field on its page. */
  readonly name = input.required<string>();
  readonly label = input.required<string>();
  readonly help = input('');
  /** What is said when the text is too short. */
  readonly missing = input.required<string>();
  readonly shortest = input(3);
  readonly longest = input(4_000);
  readonly go = input.required<string>();
  readonly said = input<string>(answersPageWords.done);
  /** Sends it: `id` is the same until it was taken. */
  readonly act = input.required<(id: string, text: string) => Promise<unknown>>();
  readonly done = output();
  private readonly snackBar = inject(MatSnackBar);
  private readonly typed = viewChild.required<ElementRef<HTMLTextAreaElement>>('typed');
  protected readonly words = answersPageWords;
  protected readonly text = signal('');
  protected readonly fault = signal<string | null>(null);
  protected readonly thrown = signal<unknown>(null);
  protected readonly busy = signal(false);
  private id = newId();

  protected type(event: Event): void {
    this.text.set((event.target as HTMLTextAreaElement).value);
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const text = this.text().trim();
    if (this.busy()) return;
    this.refuse(text.length < this.shortest() ? this.missing() : null);
    if (this.fault()) return;
    this.busy.set(true);
    this.thrown.set(null);
    try {
      await this.act()(this.id, text);
      this.id = newId();
      this.text.set('');
      this.snackBar.open(this.said(), undefined, { duration: 5_000 });
      this.done.emit();
    } catch (thrown) {
      const wrong = problemOf(thrown).errors?.find(({ pointer }) => ['/text', '/grounds'].includes(pointer));
      if (wrong) this.refuse(wrong.message);
      else this.thrown.set(thrown);
    } finally {
      this.busy.set(false);
    }
  }

  private refuse(fault: string | null): void {
    this.fault.set(fault);
    if (fault) this.typed().nativeElement.focus();
  }
}
