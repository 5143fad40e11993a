import { Component, computed, inject, type Injector } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialog,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import { frameWords } from '@zit/words.pl/frame';
import { sheetRestoreWords } from '@zit/words.pl/sheet-page';
import { LongText } from './long-text';

export interface RestoreQuestion {
  /** The moment before which the sheet is wanted, in words. */
  when: string;
  changes: readonly { path: string; name: string; now: string; then: string }[];
  /** Names of what would have to change, too, and is somebody else's. */
  foreign: readonly string[];
}

/** So many changes are shown; of more it is told how many. */
const SHOWN = 50;

/** Resolves with true when the person wants the earlier version. */
export const askToRestore = async (injector: Injector, data: RestoreQuestion): Promise<boolean> => {
  const dialog = injector
    .get(MatDialog)
    .open<RestoreDialog, RestoreQuestion, boolean>(RestoreDialog, { data, width: '720px', maxWidth: '96vw' });
  return (await firstValueFrom(dialog.afterClosed())) ?? false;
};

/** Shows what going back to an earlier version of the whole sheet would change, before anything is changed. */
@Component({
  selector: 'zit-restore-dialog',
  imports: [LongText, MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  template: `
    <h2 mat-dialog-title>{{ words.title }}</h2>
    <mat-dialog-content>
      @if (data.changes.length === 0) {
        <p>{{ words.nothing }}</p>
      } @else {
        <p>{{ words.lead(data.when, data.changes.length) }}</p>
        <ul>
          @for (each of shown; track each.path) {
            <li>
              <strong>{{ each.name }}</strong>
              <dl>
                <div>
                  <dt>{{ words.now }}</dt>
                  <dd><zit-long-text [text]="each.now" /></dd>
                </div>
                <div>
                  <dt>{{ words.then }}</dt>
                  <dd><zit-long-text [text]="each.then" /></dd>
                </div>
              </dl>
            </li>
          }
        </ul>
        @if (more() > 0) {
          <p class="soft">{{ words.more(more()) }}</p>
        }
      }
      @if (data.foreign.length > 0) {
        <p class="soft">{{ words.foreign(data.foreign.length) }}</p>
      }
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" mat-dialog-close>{{ frame.cancel }}</button>
      @if (data.changes.length > 0) {
        <button matButton="filled" type="button" [mat-dialog-close]="true">
          {{ words.restore(data.changes.length) }}
        </button>
      }
    </mat-dialog-actions>
  `,
  styleUrl: './restore-dialog.scss',
})
export class RestoreDialog {
  protected readonly data = inject<RestoreQuestion>(MAT_DIALOG_DATA);
  protected readonly words = sheetRestoreWords;
  protected readonly frame = frameWords;
  protected readonly shown = this.data.changes.slice(0, SHOWN);
  protected readonly more = computed(() => this.data.changes.length - this.shown.length);
}
