import { Component, inject, type Injector } from '@angular/core';
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
import { dataCareWords } from '@zit/words.pl/personal-page';

/** True when the person's data are to go. */
export const askToErase = async (injector: Injector, name: string): Promise<boolean> => {
  const dialog = injector
    .get(MatDialog)
    .open<EraseDialog, string, boolean>(EraseDialog, { data: name, width: '560px', maxWidth: '96vw' });
  return (await firstValueFrom(dialog.afterClosed())) ?? false;
};

/** What cannot be taken back is asked once more. */
@Component({
  selector: 'zit-erase-dialog',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  template: `
    <h2 mat-dialog-title>{{ words.confirm.title }}</h2>
    <mat-dialog-content>
      <p>{{ words.confirm.text(name) }}</p>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" [mat-dialog-close]="false" cdkFocusInitial>{{ cancel }}</button>
      <button matButton="filled" type="button" [mat-dialog-close]="true">{{ words.erase }}</button>
    </mat-dialog-actions>
  `,
})
export class EraseDialog {
  protected readonly name = inject<string>(MAT_DIALOG_DATA);
  protected readonly words = dataCareWords.erasures;
  protected readonly cancel = dataCareWords.cancel;
}
