import { Component, computed, inject, input, linkedSignal, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { OfferScores } from '@zit/contracts';
import { shownPoints } from '@zit/domain';
import { scoringPageWords } from '@zit/words.pl/scoring-page';
import { whenPl } from '../sheet/when';
import { ProblemNotice } from '../ui/problem-notice';
import { ScoringHttp } from './scoring-http';

/** How all have scored one offer, and what the commission writes about it: for who has handed in their own card. */
@Component({
  selector: 'zit-commission-scores',
  imports: [MatButton, ProblemNotice],
  templateUrl: './commission-scores.html',
  styleUrls: ['../sheet/_inputs.scss', './commission-scores.scss'],
})
export class CommissionScores {
  readonly call = input.required<string>();
  readonly offer = input.required<string>();
  /** Changes when somebody hands in here. */
  readonly version = input.required<number>();
  private readonly http = inject(ScoringHttp);
  protected readonly words = scoringPageWords.others;
  protected readonly asked = resource({
    params: () => ({ call: this.call(), offer: this.offer(), version: this.version() }),
    loader: ({ params }) => this.http.scores(params.call, params.offer),
  });
  private readonly written = linkedSignal<unknown, OfferScores | null>({
    source: () => this.asked.status(),
    computation: () => null,
  });
  protected readonly scores = computed(() => this.written() ?? (this.asked.hasValue() ? this.asked.value() : null));
  protected readonly cards = computed(() =>
    (this.scores()?.cards ?? []).map(({ name, mine, points }) => ({
      name: mine ? this.words.mine : (name ?? this.words.unnamed),
      points,
    })),
  );
  protected readonly lines = computed(() =>
    (this.scores()?.divergences ?? []).map(({ code, lowest, highest, mean, wide }) => ({
      ...{ code, wide },
      spread: lowest === highest ? String(lowest) : `${lowest}–${highest}`,
      mean: shownPoints(mean),
    })),
  );
  protected readonly newest = computed(() => this.scores()?.notes.at(-1) ?? null);
  protected readonly noteBy = computed(() => {
    const note = this.newest();
    return note && this.words.noteBy(note.by ?? this.words.unnamed, whenPl(note.at));
  });
  /** As it stands, until the person writes. */
  protected readonly text = linkedSignal(() => this.newest()?.text ?? '');
  protected readonly thrown = signal<unknown>(null);
  protected readonly said = signal('');

  protected type(event: Event): void {
    this.said.set('');
    this.text.set((event.target as HTMLTextAreaElement).value);
  }

  protected async save(): Promise<void> {
    this.thrown.set(null);
    const text = this.text();
    try {
      const answer = await this.http.writeNote(this.call(), this.offer(), { after: this.newest()?.no ?? 0, text });
      this.written.set(answer);
      this.said.set(this.words.savedNote);
    } catch (thrown) {
      this.thrown.set(thrown);
    }
  }
}
