import { Component, computed, inject, signal, type Injector } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialog,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import { conflictWords } from '@zit/words.pl/frame';

/** One field that two people changed, its values already as text for people. */
export interface ConflictRow {
  field: string;
  label: string;
  base: string;
  theirs: string;
  mine: string;
}

export type Choice = 'mine' | 'theirs';

/** What the person chose per field; undefined when the person went back to editing and nothing is decided. */
export type Choices = Record<string, Choice> | undefined;

/** Load it lazily: `const { askAboutConflicts } = await import('../ui/conflict-dialog')`. */
export const askAboutConflicts = async (injector: Injector, rows: readonly ConflictRow[]): Promise<Choices> =>
  firstValueFrom(
    injector
      .get(MatDialog)
      .open<ConflictDialog, readonly ConflictRow[], Choices>(ConflictDialog, {
        data: rows,
        width: '720px',
        maxWidth: '96vw',
      })
      .afterClosed(),
  );

@Component({
  selector: 'zit-conflict-dialog',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  templateUrl: './conflict-dialog.html',
  styleUrl: './conflict-dialog.scss',
})
export class ConflictDialog {
  protected readonly words = conflictWords;
  protected readonly rows = inject<readonly ConflictRow[]>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<ConflictDialog, Choices>>(MatDialogRef);
  protected readonly choices = signal<Record<string, Choice>>({});
  protected readonly undecided = computed(() => this.rows.filter((row) => !this.choices()[row.field]).length);

  protected choose(field: string, choice: Choice): void {
    this.choices.update((now) => ({ ...now, [field]: choice }));
  }

  protected chooseAll(choice: Choice): void {
    this.choices.set(Object.fromEntries(this.rows.map((row) => [row.field, choice])));
  }

  protected confirm(): void {
    if (this.undecided() === 0) this.dialog.close(this.choices());
  }
}
