import { Component, computed, effect, inject, Injector, input, linkedSignal, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatSnackBar } from '@angular/material/snack-bar';
import { Router, RouterLink } from '@angular/router';
import type { OfferReceipts } from '@zit/contracts';
import { formatExactInstantPl, formatInstantPl } from '@zit/domain';
import { receiptWords } from '@zit/words.pl/offer-receipt';
import { ActingFor } from '../../shell/acting-for';
import { PageTitle } from '../../shell/page-title';
import { Icon } from '../../ui/icon';
import { Loading } from '../../ui/loading';
import { ProblemNotice } from '../../ui/problem-notice';
import { StatusChip } from '../../ui/status-chip';
import { OfferPlaces } from '../signing/offer-places';
import { offerFile, receiptFile, receiptNo, SubmissionHttp } from '../submit/submission-http';
import { OfferDesk } from '../workshop/offer-desk';
import { OfferHead } from '../workshop/offer-head';
import { askForOfferAct } from './offer-act';
import { chipsOf, nextSteps, successorOf } from './receipt-standing';

/** One receipt: what was received and when, its proofs and files, what happens next, and what may still be done. */
@Component({
  selector: 'zit-receipt-page',
  imports: [Icon, Loading, MatButton, OfferHead, OfferPlaces, ProblemNotice, RouterLink, StatusChip],
  templateUrl: './receipt-page.html',
  styleUrl: './receipt-page.scss',
})
export class ReceiptPage {
  /** The last digits of the receipt's number. */
  readonly no = input.required<string>();
  protected readonly desk = inject(OfferDesk);
  private readonly http = inject(SubmissionHttp);
  private readonly acting = inject(ActingFor);
  private readonly injector = inject(Injector);
  private readonly router = inject(Router);
  private readonly snackBar = inject(MatSnackBar);
  protected readonly words = receiptWords;

  protected readonly asked = resource({
    // Withdrawing or handing in again makes another receipt and gives this one a successor.
    params: () => ({ id: this.desk.offer()?.id ?? '', state: this.desk.offer()?.state, no: this.no() }),
    loader: ({ params }) => this.http.receipts(params.id),
  });
  /** While they are asked again, those of this offer that are known stay in sight. */
  private readonly all = linkedSignal<OfferReceipts | null, OfferReceipts | null>({
    source: () => (this.asked.hasValue() ? this.asked.value() : null),
    computation: (now, before) => now ?? ofOffer(before?.value ?? null, this.desk.offer()?.id),
  });
  protected readonly receipt = computed(
    () => this.all()?.receipts.find(({ number }) => receiptNo(number) === this.no()) ?? null,
  );
  protected readonly missing = computed(() => this.asked.hasValue() && this.receipt() === null);
  protected readonly shown = computed(() => {
    const [receipt, all] = [this.receipt(), this.all()];
    if (!receipt || !all) return null;
    const { number, offerId } = receipt;
    const admission = all.admissions.find(({ receiptNumber }) => receiptNumber === number);
    return {
      ...receipt,
      chips: chipsOf(receipt, all),
      received: formatExactInstantPl(receipt.receivedAt),
      deadline: formatInstantPl(receipt.deadlineAt),
      call: receiptWords.callOf(receipt.callNumber, receipt.edition),
      shaLabel: receipt.kind === 'WITHDRAWAL' ? receiptWords.shaWithdrawn : receiptWords.sha,
      replaces: receipt.replaces
        ? { label: receiptWords.replaces[receipt.kind], number: receipt.replaces, no: receiptNo(receipt.replaces) }
        : null,
      admission: admission && {
        text: receiptWords.admittedText(formatInstantPl(admission.at)),
        minutes: admission.minutes,
      },
      next: nextSteps(receipt, all, this.closed()),
      files: [
        { name: receiptWords.pdf, href: receiptFile(offerId, number, 'pdf') },
        { name: receiptWords.html, href: receiptFile(offerId, number, 'html') },
        { name: receiptWords.json, href: receiptFile(offerId, number, 'json') },
        { name: receiptWords.offerJson, href: offerFile(offerId, number) },
      ],
    };
  });
  private readonly closed = computed(() => this.desk.offer()?.call.phase !== 'OPEN');
  /** This receipt stands, and the deadline has not gone by: its offer may be mended or taken back. */
  protected readonly open = computed(() => {
    const [offer, receipt, all] = [this.desk.offer(), this.receipt(), this.all()];
    if (!offer || !receipt || !all || this.closed() || this.acting.viewer()) return false;
    return offer.me.submits && receipt.kind === 'SUBMISSION' && successorOf(receipt, all) === null;
  });
  protected readonly amending = computed(() => this.desk.offer()?.state === 'AMENDING');

  constructor() {
    const title = inject(PageTitle);
    effect(() => title.set(receiptWords.title(this.receipt()?.number ?? this.no())));
  }

  protected async perform(act: 'amend' | 'abandon' | 'withdraw'): Promise<void> {
    const offer = this.desk.offer();
    if (!offer) return;
    const done = await askForOfferAct(this.injector, act, offer.id);
    if (!done) return;
    if (done.act === 'withdraw') {
      await this.desk.look();
      this.say(receiptWords.withdrawnNow(done.receipt.number));
      await this.router.navigate(['/oferty', offer.id, 'potwierdzenia', receiptNo(done.receipt.number)]);
      return;
    }
    await this.desk.take(done.offer);
    this.say(done.act === 'amend' ? receiptWords.amended : receiptWords.abandoned);
    if (done.act === 'amend') await this.router.navigate(['/oferty', offer.id]);
  }

  protected print(): void {
    window.print();
  }

  private say(text: string): void {
    this.snackBar.open(text, undefined, { duration: 6_000 });
  }
}

const ofOffer = (known: OfferReceipts | null, offer: string | undefined): OfferReceipts | null =>
  known?.receipts.some(({ offerId }) => offerId === offer) ? known : null;
