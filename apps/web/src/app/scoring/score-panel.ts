import {
  Component,
  computed,
  type ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { gapText, reasonPath, type ScoringCriterion } from '@zit/domain';
import { scoringPageWords } from '@zit/words.pl/scoring-page';
import { whenPl } from '../sheet/when';
import { newId } from '../ui/new-id';
import { ProblemNotice } from '../ui/problem-notice';
import { askForReason } from '../ui/reason-dialog';
import { ScoreDesk } from './score-desk';
import type { ScoreRow } from './score-row';

/** The score of the cursor: points to press, the reason, what the card lacks, and handing it in. */
@Component({
  selector: 'zit-score-panel',
  imports: [MatButton, ProblemNotice],
  templateUrl: './score-panel.html',
  styleUrls: ['../sheet/_inputs.scss', './score-panel.scss'],
})
export class ScorePanel {
  readonly row = input.required<ScoreRow>();
  readonly criterion = input.required<ScoringCriterion>();
  readonly given = output<number>();
  readonly next = output();
  /** The person wants back to the grid. */
  readonly back = output();
  readonly handedIn = output();
  private readonly injector = inject(Injector);
  private readonly reasonField = viewChild<ElementRef<HTMLTextAreaElement>>('reason');
  protected readonly desk = inject(ScoreDesk);
  protected readonly all = scoringPageWords;
  protected readonly words = scoringPageWords.panel;
  protected readonly busy = signal(false);
  protected readonly thrown = signal<unknown>(null);
  protected readonly pad = computed(() =>
    Array.from({ length: (this.desk.scoring()?.mostPoints ?? 0) + 1 }, (_, points) => points),
  );
  protected readonly points = computed(() => this.row().points(this.criterion()));
  protected readonly reasonText = computed(() => this.row().reason(this.criterion()));
  protected readonly heading = computed(() => {
    const { code, name, weight } = this.criterion();
    return this.words.criterion(code, name, weight);
  });
  protected readonly writes = computed(() => this.desk.mayWrite(this.row()) && !this.row().closed());
  protected readonly gaps = computed(() =>
    this.row()
      .gaps()
      .map((gap) => ({ id: gap.path, text: gapText(gap, this.row().criteria, this.row().values()) })),
  );
  /** Whether this very reason is missing. */
  protected readonly missing = computed(
    () => this.gaps().find(({ id }) => id === reasonPath(this.criterion().id))?.text ?? null,
  );
  protected readonly sealed = computed(() => {
    const version = this.row().handedIn();
    return version && this.words.handedIn(version.no, whenPl(version.handedAt));
  });

  focusReason(): void {
    this.reasonField()?.nativeElement.focus();
  }

  protected write(event: Event): void {
    const { value } = event.target as HTMLTextAreaElement;
    this.desk.set(this.row(), reasonPath(this.criterion().id), value === '' ? null : value);
  }

  protected async handIn(): Promise<void> {
    const row = this.row();
    if (this.busy()) return;
    this.thrown.set(null);
    if (row.handedIn()) return this.handInAgain(row);
    await this.act(() => this.desk.handIn(row, newId()));
  }

  protected correct(): Promise<void> {
    return this.act(() => this.desk.correct(this.row()));
  }

  private async handInAgain(row: ScoreRow): Promise<void> {
    const { title, lead, label, hint, missing, go, working } = this.words.whyCorrect;
    const done = await askForReason(this.injector, {
      ...{ title, lead, go, working },
      reason: { label, hint, missing, shortest: 3, longest: 2_000 },
      act: async (id, reason) => {
        await this.desk.handIn(row, id, reason);
        return true;
      },
    });
    if (done) this.handedIn.emit();
  }

  private async act(work: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    try {
      await work();
      this.handedIn.emit();
    } catch (thrown) {
      this.thrown.set(thrown);
    } finally {
      this.busy.set(false);
    }
  }
}
