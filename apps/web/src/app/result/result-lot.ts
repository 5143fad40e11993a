import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { RankingPreview } from '@zit/contracts';
import { resultPageWords as words } from '@zit/words.pl/result-page';
import { ErrorSummary, type FieldFault } from '../ui/error-summary';
import { ProblemNotice } from '../ui/problem-notice';
import { ResultHttp } from './result-http';

/** The witnessed lot, step by step: promised, then drawn. */
@Component({
  selector: 'zit-result-lot',
  imports: [ErrorSummary, MatButton, ProblemNotice],
  template: `
    <h2>{{ words.lot }}</h2>
    <p class="soft">{{ words.lotLead }}</p>
    @if (thrown(); as failure) {
      <zit-problem-notice [thrown]="failure" [retryable]="false" />
    }
    @if (lot(); as lot) {
      <p class="half">{{ words.promised(lot.commitment) }}</p>
      @if (drawn(); as text) {
        <p class="half">{{ text }}</p>
      } @else {
        <form novalidate (submit)="draw($event)">
          <zit-error-summary [faults]="faults()" />
          <label class="label" for="lot-witnesses">{{ words.witnesses }}</label>
          <input id="lot-witnesses" maxlength="1000" />
          <label class="label" for="lot-half">{{ words.half }}</label>
          <input id="lot-half" maxlength="200" autocomplete="off" aria-describedby="lot-help" />
          <p class="soft" id="lot-help">{{ words.halfHelp }}</p>
          <button matButton="filled" type="submit" [disabled]="busy()">{{ words.draw }}</button>
        </form>
      }
    } @else {
      <button matButton="filled" type="button" [disabled]="busy()" (click)="promise()">{{ words.promise }}</button>
    }
  `,
  styles: `
    .half {
      overflow-wrap: anywhere;
    }
    .label {
      margin-block-start: var(--zit-3);
    }
  `,
  styleUrl: '../sheet/_inputs.scss',
})
export class ResultLot {
  readonly call = input.required<string>();
  readonly lot = input.required<RankingPreview['lot']>();
  readonly changed = output();
  private readonly http = inject(ResultHttp);
  protected readonly words = words;
  protected readonly busy = signal(false);
  protected readonly thrown = signal<unknown>(null);
  protected readonly faults = signal<readonly FieldFault[]>([]);
  protected readonly drawn = computed(() => {
    const drawn = this.lot()?.drawn;
    return drawn ? words.drawn(drawn.witnessHalf, drawn.portalHalf, drawn.seed) : null;
  });

  protected promise(): Promise<void> {
    return this.act(() => this.http.promise(this.call()));
  }

  protected async draw(event: Event): Promise<void> {
    event.preventDefault();
    const [witnesses, half] = ['lot-witnesses', 'lot-half'].map(
      (id) => (document.getElementById(id) as HTMLInputElement | null)?.value.trim() ?? '',
    );
    const faults = [
      ...(witnesses ? [] : [{ field: 'lot-witnesses', message: words.missing.witnesses }]),
      ...(half ? [] : [{ field: 'lot-half', message: words.missing.half }]),
    ];
    this.faults.set(faults);
    if (witnesses && half) await this.act(() => this.http.draw(this.call(), { witnesses, half }));
  }

  private async act(work: () => Promise<unknown>): Promise<void> {
    this.busy.set(true);
    this.thrown.set(null);
    try {
      await work();
      this.changed.emit();
    } catch (thrown) {
      this.thrown.set(thrown);
    } finally {
      this.busy.set(false);
    }
  }
}
