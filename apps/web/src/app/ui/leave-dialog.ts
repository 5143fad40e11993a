import { Component, type Injector } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MatDialog,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import { frameWords } from '@zit/words.pl/frame';

/** True when the person leaves although something is unsaved. */
export const askToLeave = async (injector: Injector): Promise<boolean> =>
  (await firstValueFrom(injector.get(MatDialog).open<LeaveDialog, never, boolean>(LeaveDialog).afterClosed())) ?? false;

@Component({
  selector: 'zit-leave-dialog',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  template: `
    <h2 mat-dialog-title>{{ words.title }}</h2>
    <mat-dialog-content>{{ words.text }}</mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" [mat-dialog-close]="true">{{ words.go }}</button>
      <button matButton="filled" type="button" [mat-dialog-close]="false" cdkFocusInitial>{{ words.stay }}</button>
    </mat-dialog-actions>
  `,
})
export class LeaveDialog {
  protected readonly words = frameWords.leave;
}
