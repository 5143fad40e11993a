import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { scoringPageWords } from '@zit/words.pl/scoring-page';
import { csvOf } from '../offer/budget/csv';
import { ScoreDesk } from './score-desk';
import { cellsIn, readScores, scoreTable, type FileScore } from './score-file';

/** Faults that are shown at most. */
const MOST_SHOWN = 50;

/** The cards as a file to be filled in elsewhere; what comes back is checked cell by cell, and taken whole or not at all. */
@Component({
  selector: 'zit-score-file',
  imports: [MatButton],
  template: `
    <p>{{ words.lead }}</p>
    <p class="acts">
      <button matButton="outlined" type="button" (click)="save()">{{ words.save }}</button>
    </p>
    @if (desk.mayScore()) {
      <label class="label" for="score-file">{{ words.choose }}</label>
      <input id="score-file" type="file" accept=".csv,.xlsx" (change)="choose($event)" />
    }
    <div role="status">
      @if (problem(); as text) {
        <p class="problem">{{ text }}</p>
      }
      @if (faults().length > 0) {
        <p class="problem">{{ words.faults(faults().length) }}</p>
        <ul>
          @for (fault of shown(); track $index) {
            <li>{{ fault }}</li>
          }
          @if (faults().length > shown().length) {
            <li>{{ words.more(faults().length - shown().length) }}</li>
          }
        </ul>
      }
      @if (said(); as text) {
        <p>{{ text }}</p>
      }
    </div>
    @if (found().length > 0) {
      <p class="acts">
        <button matButton="filled" type="button" (click)="take()">{{ words.take }}</button>
        <button matButton type="button" (click)="drop()">{{ words.drop }}</button>
      </p>
    }
  `,
  styles: `
    .acts {
      display: flex;
      flex-wrap: wrap;
      gap: var(--zit-2);
    }
    .problem {
      color: var(--zit-red);
      font-weight: 600;
    }
    .label {
      display: block;
      font-weight: 600;
    }
    input {
      max-inline-size: 100%;
      min-block-size: var(--zit-touch);
    }
    li {
      overflow-wrap: anywhere;
    }
  `,
})
export class ScoreFilePanel {
  protected readonly desk = inject(ScoreDesk);
  protected readonly words = scoringPageWords.file;
  protected readonly problem = signal<string | null>(null);
  protected readonly faults = signal<readonly string[]>([]);
  protected readonly shown = computed(() => this.faults().slice(0, MOST_SHOWN));
  protected readonly found = signal<readonly FileScore[]>([]);
  protected readonly said = signal('');

  protected save(): void {
    const table = scoreTable(this.desk.rows(), this.desk.criteria());
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([csvOf(table)], { type: 'text/csv;charset=utf-8' }));
    link.download = this.words.name(this.desk.scoring()?.number ?? '');
    link.click();
    URL.revokeObjectURL(link.href);
  }

  protected async choose(event: Event): Promise<void> {
    const field = event.target as HTMLInputElement;
    const file = field.files?.[0];
    if (!file) return;
    this.drop();
    const cells = await cellsIn(file);
    const read = typeof cells === 'string' ? cells : readScores(cells, this.desk.rows(), this.desk.criteria());
    field.value = '';
    if (typeof read === 'string') return this.problem.set(read);
    this.faults.set(read.faults);
    if (read.faults.length > 0) return;
    this.found.set(read.changes);
    const offers = new Set(read.changes.map(({ row }) => row)).size;
    this.said.set(read.changes.length > 0 ? this.words.found(read.changes.length, offers) : this.words.nothing);
  }

  protected take(): void {
    const changes = this.found();
    this.drop();
    for (const { row, path, value } of changes) this.desk.set(row, path, value);
    this.desk.saveNow();
    this.said.set(this.words.taken(changes.length));
  }

  protected drop(): void {
    this.problem.set(null);
    this.faults.set([]);
    this.found.set([]);
    this.said.set('');
  }
}
