import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { OfferState } from '@zit/contracts';
import { formatInstantPl } from '@zit/domain';
import { correctionWords } from '@zit/words.pl/correction';
import { offerDeskWords, offerListWords, offerStateWords } from '@zit/words.pl/offer-page';
import { Countdown } from '../../call/public/countdown';
import { Icon } from '../../ui/icon';
import { PageHead } from '../../ui/page-head';
import { StatusChip, type Tone } from '../../ui/status-chip';
import { OfferDesk } from './offer-desk';

export const STATE_TONES: Record<OfferState, Tone> = {
  DRAFT: 'quiet',
  SUBMITTED: 'settled',
  AMENDING: 'attention',
  WITHDRAWN: 'attention',
  CURING: 'attention',
};

/** The head of every page of an offer: what it is, until when, by whose clock, and the ways to signing and handing in. */
@Component({
  selector: 'zit-offer-head',
  imports: [Countdown, Icon, MatButton, PageHead, RouterLink, StatusChip],
  templateUrl: './offer-head.html',
  styleUrl: './offer-head.scss',
})
export class OfferHead {
  /** Title of the page when it is not the workshop. */
  readonly part = input<string>();
  protected readonly desk = inject(OfferDesk);
  protected readonly words = offerDeskWords;
  protected readonly toCorrection = correctionWords.go;
  protected readonly states = offerStateWords.chip;
  protected readonly tones = STATE_TONES;
  protected readonly crumbs = computed(() => [
    { name: offerListWords.title, link: '/oferty' as string | readonly unknown[] },
    ...(this.part() ? [{ name: this.desk.title(), link: ['/oferty', this.desk.offer()?.id] }] : []),
  ]);
  protected readonly deadline = computed(() => formatInstantPl(this.desk.offer()?.call.deadlineAt ?? ''));
  private readonly curing = computed(() => {
    const correction = this.desk.offer()?.correction;
    if (!correction) return null;
    const until = formatInstantPl(correction.closesAt);
    return correction.shut === null ? offerDeskWords.curing(until) : offerDeskWords.curingOver(until);
  });
  /** Somebody called for a correction that may still be handed in. */
  protected readonly called = computed(() => this.desk.offer()?.correction?.shut === null);
  private readonly handedIn = computed(() => {
    const offer = this.desk.offer();
    if (offer?.correction?.shut === null) return offerDeskWords.called(formatInstantPl(offer.correction.closesAt));
    return offer?.call.phase === 'OPEN' ? offerDeskWords.submitted : offerDeskWords.kept;
  });
  protected readonly says = computed(() => {
    const state = this.desk.offer()?.state;
    if (state === 'SUBMITTED') return this.handedIn();
    if (state === 'AMENDING') return offerDeskWords.amending;
    if (state === 'CURING') return this.curing();
    return state === 'WITHDRAWN' ? offerDeskWords.withdrawn : null;
  });
}
