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
import type { PersonGrant, PersonItem } from '@zit/contracts';
import { grantedRole } from '@zit/words.pl/county';
import { frameWords } from '@zit/words.pl/frame';
import { revokeWords } from '@zit/words.pl/people-page';

export interface RevokeQuestion {
  person: PersonItem;
  grant: PersonGrant;
  /** The person takes the role from themselves. */
  self: boolean;
}

/** True when the role is to go. */
export const askToRevoke = async (injector: Injector, data: RevokeQuestion): Promise<boolean> => {
  const dialog = injector
    .get(MatDialog)
    .open<RevokeDialog, RevokeQuestion, boolean>(RevokeDialog, { data, width: '560px', maxWidth: '96vw' });
  return (await firstValueFrom(dialog.afterClosed())) ?? false;
};

/** What taking the role means, before it is taken. */
@Component({
  selector: 'zit-revoke-dialog',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  template: `
    <h2 mat-dialog-title>{{ words.title }}</h2>
    <mat-dialog-content>
      <p>
        <strong>{{ lead() }}</strong>
      </p>
      <h3>{{ words.consequences }}</h3>
      <ul>
        @for (text of consequences(); track text) {
          <li>{{ text }}</li>
        }
      </ul>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" [mat-dialog-close]="false" cdkFocusInitial>{{ cancel }}</button>
      <button matButton="filled" type="button" [mat-dialog-close]="true">{{ words.confirm }}</button>
    </mat-dialog-actions>
  `,
  styles: `
    ul {
      margin: 0;
      padding-inline-start: 1.2em;
    }
    li {
      padding-block: 3px;
    }
  `,
})
export class RevokeDialog {
  private readonly question = inject<RevokeQuestion>(MAT_DIALOG_DATA);
  protected readonly words = revokeWords;
  protected readonly cancel = frameWords.cancel;
  protected readonly lead = computed(() => {
    const { person, grant } = this.question;
    return revokeWords.lead(person.name, grantedRole(grant), grant.organisationName);
  });
  protected readonly consequences = computed(() => {
    const { person, grant, self } = this.question;
    const others = person.grants.length - 1;
    return [
      revokeWords.ends(grant.role),
      revokeWords.atOnce,
      others === 0 ? revokeWords.last : revokeWords.keeps(others),
      ...(self ? [revokeWords.self] : []),
      revokeWords.trace,
    ];
  });
}
