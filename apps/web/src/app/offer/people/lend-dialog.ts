import { Component, inject, signal, type Injector } from '@angular/core';
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
import type { OfferResponse } from '@zit/contracts';
import { frameWords } from '@zit/words.pl/frame';
import { offerPeopleWords } from '@zit/words.pl/offer-page';
import { ProblemNotice } from '../../ui/problem-notice';
import { OfferHttp } from '../offer-http';

export interface LendQuestion {
  offer: string;
  /** Name of a section, or id of the member whose own part it is. */
  part: string;
  title: string;
  lead: string;
  /** All but the owner. */
  members: readonly { id: string; name: string }[];
  lent: readonly string[];
}

/** Resolves with the offer as it is lent now; null when the person thought better of it. */
export const askToLend = async (injector: Injector, data: LendQuestion): Promise<OfferResponse | null> => {
  const dialog = injector
    .get(MatDialog)
    .open<LendDialog, LendQuestion, OfferResponse>(LendDialog, { data, width: '560px', maxWidth: '96vw' });
  return (await firstValueFrom(dialog.afterClosed())) ?? null;
};

/** Which other members may write a part, too. */
@Component({
  selector: 'zit-lend-dialog',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, ProblemNotice],
  template: `
    <h2 mat-dialog-title>{{ data.title }}</h2>
    <form novalidate (submit)="lend($event)">
      <mat-dialog-content>
        <p>{{ data.lead }}</p>
        @for (member of data.members; track member.id) {
          <label>
            <input type="checkbox" [checked]="chosen().has(member.id)" (change)="toggle(member.id)" />
            <span>{{ member.name }}</span>
          </label>
        } @empty {
          <p class="soft">{{ words.nobodyElse }}</p>
        }
        @if (thrown(); as failure) {
          <zit-problem-notice [thrown]="failure" [retryable]="false" />
        }
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" mat-dialog-close>{{ frame.cancel }}</button>
        @if (data.members.length > 0) {
          <button matButton="filled" type="submit">{{ busy() ? words.lending : words.lendSave }}</button>
        }
      </mat-dialog-actions>
    </form>
  `,
  styles: `
    label {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      align-items: start;
      gap: var(--zit-2);
      padding-block: 10px;
      line-height: 1.35;
      cursor: pointer;
    }
    input {
      inline-size: 22px;
      block-size: 22px;
      margin: 0;
      accent-color: var(--zit-sea);
    }
  `,
})
export class LendDialog {
  protected readonly data = inject<LendQuestion>(MAT_DIALOG_DATA);
  private readonly http = inject(OfferHttp);
  private readonly dialog = inject<MatDialogRef<LendDialog, OfferResponse>>(MatDialogRef);
  protected readonly words = offerPeopleWords;
  protected readonly frame = frameWords;
  protected readonly chosen = signal<ReadonlySet<string>>(new Set(this.data.lent));
  protected readonly busy = signal(false);
  protected readonly thrown = signal<unknown>(null);

  protected toggle(member: string): void {
    this.chosen.update((all) => new Set(all.has(member) ? [...all].filter((id) => id !== member) : [...all, member]));
  }

  protected async lend(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    this.busy.set(true);
    this.thrown.set(null);
    try {
      const { offer, part } = this.data;
      this.dialog.close(await this.http.lend(offer, { part, members: [...this.chosen()] }));
    } catch (thrown) {
      this.thrown.set(thrown);
    } finally {
      this.busy.set(false);
    }
  }
}
