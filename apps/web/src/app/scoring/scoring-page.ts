import { Component, computed, effect, inject, input, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { callListWords } from '@zit/words.pl/call-page';
import { scoringPageWords as words } from '@zit/words.pl/scoring-page';
import { sheetWords } from '@zit/words.pl/sheet-page';
import { PageTitle } from '../shell/page-title';
import { Loading } from '../ui/loading';
import { newId } from '../ui/new-id';
import { PageHead } from '../ui/page-head';
import { ProblemNotice } from '../ui/problem-notice';
import { SavedState } from '../ui/saved-state';
import { CommissionScores } from './commission-scores';
import { OfferText } from './offer-text';
import { ScoreDesk } from './score-desk';
import { ScoreFilePanel } from './score-file-panel';
import { ScoreGrid, type ScorePlace } from './score-grid';
import { ScorePanel } from './score-panel';

/** Where an evening is spent: all offers of a call with one's own points, and beside them the reason and the offer. */
@Component({
  selector: 'zit-scoring-page',
  imports: [
    CommissionScores,
    Loading,
    MatButton,
    OfferText,
    PageHead,
    ProblemNotice,
    SavedState,
    ScoreFilePanel,
    ScoreGrid,
    ScorePanel,
  ],
  providers: [ScoreDesk],
  templateUrl: './scoring-page.html',
  styleUrl: './scoring-page.scss',
})
export class ScoringPage {
  readonly id = input.required<string>();
  protected readonly desk = inject(ScoreDesk);
  protected readonly words = words;
  protected readonly sheetWords = sheetWords;
  private readonly grid = viewChild(ScoreGrid);
  private readonly panel = viewChild(ScorePanel);
  private readonly text = viewChild(OfferText);
  protected readonly place = signal<ScorePlace>({ row: 0, column: 0 });
  protected readonly said = signal('');
  protected readonly thrown = signal<unknown>(null);
  private readonly busy = signal(false);
  /** Cards handed in on this page. */
  protected readonly handed = signal(0);
  protected readonly row = computed(() => this.desk.rows()[this.place().row] ?? null);
  protected readonly criterion = computed(() => this.desk.criteria()[this.place().column] ?? null);
  protected readonly title = computed(() => {
    const number = this.desk.scoring()?.number;
    return number ? words.titleOf(number) : words.title;
  });
  protected readonly crumbs = computed(() => [
    { name: callListWords.title, link: '/nabory' as string | readonly unknown[] },
    { name: this.desk.scoring()?.title ?? '', link: ['/nabory', this.id()] },
  ]);
  protected readonly stuck = computed(() => ['unreachable', 'refused'].includes(this.desk.saving().is));

  constructor() {
    effect(() => void this.desk.open(this.id()));
    const page = inject(PageTitle);
    effect(() => page.set(this.title()));
  }

  protected give(points: number): void {
    this.grid()?.give(points);
  }

  protected goOn(): void {
    this.grid()?.goOn();
  }

  protected want(what: 'reason' | 'text'): void {
    if (what === 'reason') this.panel()?.focusReason();
    else this.text()?.focus();
  }

  protected back(): void {
    this.grid()?.focus();
  }

  /** All complete cards, one after the other; what the server refuses ends it there. */
  protected async handInAll(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.thrown.set(null);
    let done = 0;
    try {
      for (const row of this.desk.ready()) {
        await this.desk.handIn(row, newId());
        done += 1;
      }
    } catch (thrown) {
      this.thrown.set(thrown);
    }
    this.handed.update((count) => count + done);
    if (done > 0) this.said.set(words.panel.handedInAll(done));
    this.busy.set(false);
  }
}
