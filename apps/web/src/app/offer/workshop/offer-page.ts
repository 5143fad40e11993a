import { Component, computed, DestroyRef, effect, inject, input, untracked } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { lostAccessWords } from '@zit/words.pl/frame';
import { offerDeskWords, offerListWords } from '@zit/words.pl/offer-page';
import { SHEET_OFFERS } from '../../sheet/offers';
import { SHEET_PARTIES, SHEET_RIGHTS } from '../../sheet/sheet-rights';
import { SheetStore } from '../../sheet/sheet-store';
import { Loading } from '../../ui/loading';
import { LostAccess } from '../../ui/lost-access';
import { PageHead } from '../../ui/page-head';
import { ProblemNotice } from '../../ui/problem-notice';
import { offerCodes } from './offer-codes';
import { OfferDesk } from './offer-desk';
import { offerParties, offerRights } from './offer-rights';

/** How often an open page asks for deadline, members and loans. */
const LOOK_MS = 20_000;

/** One offer: its desk, and under it the workshop, the signing, the handing in or a receipt. */
@Component({
  selector: 'zit-offer-page',
  imports: [Loading, LostAccess, PageHead, ProblemNotice, RouterOutlet],
  providers: [
    SheetStore,
    OfferDesk,
    { provide: SHEET_OFFERS, useFactory: offerCodes },
    { provide: SHEET_RIGHTS, useFactory: offerRights },
    { provide: SHEET_PARTIES, useFactory: offerParties },
  ],
  template: `
    @if (desk.sheet.lost(); as lost) {
      <zit-page-head [heading]="lostWords.title" [crumbs]="crumbs" />
      <zit-lost-access [text]="words.lost" [unsaved]="lost.unsaved" />
    } @else if (desk.offer()) {
      <router-outlet />
    } @else if (problem(); as thrown) {
      <zit-page-head [heading]="words.notLoaded" [crumbs]="crumbs" />
      <zit-problem-notice [thrown]="thrown" (retry)="desk.open(id())" />
    } @else {
      <zit-loading />
    }
  `,
})
export class OfferPage {
  readonly id = input.required<string>();
  protected readonly desk = inject(OfferDesk);
  protected readonly words = offerDeskWords;
  protected readonly lostWords = lostAccessWords;
  protected readonly crumbs = [{ name: offerListWords.title, link: '/oferty' }];
  protected readonly problem = computed(() => this.desk.problem() ?? this.desk.sheet.loadProblem());

  constructor() {
    effect(() => {
      const id = this.id();
      untracked(() => void this.desk.open(id));
    });
    // An act of somebody else closed or opened the sheet, or took a part away: what the offer is has changed, too.
    const moved = computed(() => [
      this.desk.sheet.closed(),
      this.desk.sheet.collisions().filter(({ because }) => because === 'NOT_YOURS').length,
    ]);
    effect(() => {
      moved();
      untracked(() => void this.desk.look());
    });
    const looking = setInterval(() => document.visibilityState === 'visible' && void this.desk.look(), LOOK_MS);
    inject(DestroyRef).onDestroy(() => clearInterval(looking));
  }
}
