import { Component, computed, effect, inject, input } from '@angular/core';
import { callDeskWords, callListWords } from '@zit/words.pl/call-page';
import { lostAccessWords } from '@zit/words.pl/frame';
import { SHEET_OFFERS } from '../../sheet/offers';
import { SheetStore } from '../../sheet/sheet-store';
import { Loading } from '../../ui/loading';
import { LostAccess } from '../../ui/lost-access';
import { PageHead } from '../../ui/page-head';
import { ProblemNotice } from '../../ui/problem-notice';
import { CallPublished } from '../published/call-published';
import { CallDesk } from './call-desk';
import { callOffers } from './call-offers';
import { CallWorkshop } from './call-workshop';

/** One call: its workshop while it is being written, what was published and what may be done with it afterwards. */
@Component({
  selector: 'zit-call-page',
  imports: [CallPublished, CallWorkshop, Loading, LostAccess, PageHead, ProblemNotice],
  providers: [SheetStore, CallDesk, { provide: SHEET_OFFERS, useFactory: callOffers }],
  template: `
    @if (desk.sheet.lost(); as lost) {
      <zit-page-head [heading]="lostWords.title" [crumbs]="crumbs" />
      <zit-lost-access [text]="words.lost" [unsaved]="lost.unsaved" />
    } @else if (desk.call(); as call) {
      @if (workshop()) {
        <zit-call-workshop [sekcja]="sekcja()" />
      } @else {
        <zit-call-published [czesc]="czesc()" />
      }
    } @else if (problem(); as thrown) {
      <zit-page-head [heading]="words.notLoaded" [crumbs]="crumbs" />
      <zit-problem-notice [thrown]="thrown" (retry)="desk.open(id())" />
    } @else {
      <zit-loading />
    }
  `,
})
export class CallPage {
  readonly id = input.required<string>();
  /** The section of the workshop, and the part of a published call: both live in the address. */
  readonly sekcja = input<string>();
  readonly czesc = input<string>();
  protected readonly desk = inject(CallDesk);
  protected readonly words = callDeskWords;
  protected readonly lostWords = lostAccessWords;
  protected readonly crumbs = [{ name: callListWords.title, link: '/nabory' }];
  protected readonly problem = computed(() => this.desk.problem() ?? this.desk.sheet.loadProblem());
  /** Who may not write an annex reads what is in force; a draft has nothing else to be read. */
  protected readonly workshop = computed(() => {
    const state = this.desk.call()?.state;
    return state === 'DRAFT' || (state === 'ANNEX' && this.desk.may('changeCall'));
  });

  constructor() {
    effect(() => void this.desk.open(this.id()));
  }
}
