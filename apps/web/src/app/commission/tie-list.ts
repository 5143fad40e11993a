import { Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Tie } from '@zit/contracts';
import { formatDatePl } from '@zit/domain/calendar/local-date';
import { commissionPageWords as words } from '@zit/words.pl/commission-page';

/** Ties to organisations, one in a line; with `ends`, entries of others may be taken back. */
@Component({
  selector: 'zit-tie-list',
  imports: [MatButton],
  template: `
    @if (rows().length > 0) {
      <ul>
        @for (row of rows(); track row.tie.id) {
          <li>
            @if (row.name) {
              <strong>{{ row.name }}:</strong>
            }
            {{ row.text }} <span class="soft">{{ row.more }}</span>
            @if (row.ends) {
              <button
                matButton
                type="button"
                [attr.aria-label]="words.endTie + ': ' + row.text"
                (click)="end.emit(row.tie)"
              >
                {{ words.endTie }}
              </button>
            }
          </li>
        }
      </ul>
    } @else {
      <p class="soft">{{ words.noTies }}</p>
    }
  `,
})
export class TieList {
  readonly ties = input.required<readonly Tie[]>();
  /** By person; null: they are one's own. */
  readonly names = input<ReadonlyMap<string, string> | null>(null);
  /** Id of the person who may take back entries of others; null: nobody may. */
  readonly ends = input<string | null>(null);
  readonly end = output<Tie>();
  protected readonly words = words;
  protected readonly rows = computed(() =>
    this.ties().map((tie) => ({
      tie,
      name: this.names()?.get(tie.personId) ?? null,
      text: `${words.tieKinds[tie.kind]}, ${words.identity(tie.nip, tie.krs)}`,
      more: [words.period(day(tie.from), day(tie.to)), words.sources[tie.source], tie.note].filter(Boolean).join(', '),
      ends: this.ends() !== null && tie.personId !== this.ends() && tie.source !== 'PORTAL',
    })),
  );
}

const day = (date: string | null): string | null => (date === null ? null : formatDatePl(date));
