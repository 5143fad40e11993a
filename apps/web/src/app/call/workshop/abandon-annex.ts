import { Component, inject, Injector } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { callActWords } from '@zit/words.pl/call-page';
import { askForAct } from '../published/act-dialog';
import { CallDesk } from './call-desk';

/** Gives up an annex that is being written: what is in force stays as it is. */
@Component({
  selector: 'zit-abandon-annex',
  imports: [MatButton],
  template: `
    @if (desk.may('abandonAnnex')) {
      <button matButton type="button" (click)="abandon()">{{ words.abandon }}</button>
    }
  `,
})
export class AbandonAnnex {
  protected readonly desk = inject(CallDesk);
  private readonly injector = inject(Injector);
  protected readonly words = callActWords;

  protected async abandon(): Promise<void> {
    const call = this.desk.call();
    if (!call) return;
    const done = await askForAct(this.injector, { act: 'abandon', call });
    if (done) await this.desk.take(done);
  }
}
