import { Component, computed, effect, inject, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatSnackBar } from '@angular/material/snack-bar';
import { Router, RouterLink } from '@angular/router';
import { formatInstantPl } from '@zit/domain';
import { correctionWords } from '@zit/words.pl/correction';
import { offerPlaceWords, submitWords } from '@zit/words.pl/offer-signing';
import { Countdown } from '../../call/public/countdown';
import { Differences } from '../../call/reading/differences';
import { ActingFor } from '../../shell/acting-for';
import { PageTitle } from '../../shell/page-title';
import { Icon } from '../../ui/icon';
import { Loading } from '../../ui/loading';
import { newId } from '../../ui/new-id';
import { problemOf } from '../../ui/problem';
import { ProblemNotice } from '../../ui/problem-notice';
import { whyShut } from '../correction/correction-state';
import { Fingerprint } from '../signing/fingerprint';
import { OfferPlaces } from '../signing/offer-places';
import { OfferSeal } from '../signing/offer-seal';
import { OfferCheck } from '../workshop/offer-check';
import { OfferDesk } from '../workshop/offer-desk';
import { OfferHead } from '../workshop/offer-head';
import { Sending } from './sending';
import { receiptNo, SubmissionHttp } from './submission-http';

/** What is asked before an offer may go, how it stands, and the one button that hands it in. */
@Component({
  selector: 'zit-submit-page',
  imports: [
    Countdown,
    Differences,
    Fingerprint,
    Icon,
    Loading,
    MatButton,
    OfferCheck,
    OfferHead,
    OfferPlaces,
    ProblemNotice,
    RouterLink,
  ],
  providers: [OfferSeal, Sending],
  templateUrl: './submit-page.html',
  styleUrl: './submit-page.scss',
})
export class SubmitPage {
  protected readonly desk = inject(OfferDesk);
  protected readonly seal = inject(OfferSeal);
  protected readonly sending = inject(Sending);
  private readonly http = inject(SubmissionHttp);
  private readonly acting = inject(ActingFor);
  private readonly router = inject(Router);
  private readonly snackBar = inject(MatSnackBar);
  protected readonly words = submitWords;
  protected readonly placeWords = offerPlaceWords;
  protected readonly correctionWords = correctionWords;

  /** Made when the page opens: a hundred clicks hand in once. */
  private key = newId();
  private readonly asked = resource({
    params: () => this.desk.offer()?.id,
    loader: async ({ params }) => (await this.http.receipts(params)).receipts,
  });
  /** The newest proof that something was handed in; null: none yet. */
  protected readonly newest = computed(() => (this.asked.hasValue() ? (this.asked.value()[0] ?? null) : null));
  protected readonly receiptLink = computed(() => {
    const newest = this.newest();
    return newest ? ['/oferty', newest.offerId, 'potwierdzenia', receiptNo(newest.number)] : null;
  });

  protected readonly amending = computed(() => this.desk.offer()?.state === 'AMENDING');
  /** The correction that is handed in; null: the offer itself is. */
  protected readonly curing = computed(() => {
    const offer = this.desk.offer();
    return offer?.state === 'CURING' ? offer.correction : null;
  });
  protected readonly late = computed(() => this.desk.offer()?.call.phase === 'CLOSED' && !this.curing());
  protected readonly title = computed(() => {
    if (this.curing()) return correctionWords.submitTitle;
    return this.amending() ? submitWords.titleAmended : submitWords.title;
  });
  protected readonly until = computed(() => this.curing()?.closesAt ?? this.desk.offer()?.call.deadlineAt ?? '');
  protected readonly deadline = computed(() => formatInstantPl(this.until()));
  protected readonly lateMeans = computed(() => {
    const admits = this.desk.offer()?.call.admitsLate ?? false;
    return [...submitWords.late, admits ? submitWords.lateAdmits : submitWords.lateFinal];
  });
  protected readonly steps = computed(() => {
    if (this.curing()) return correctionWords.submitSteps;
    return this.late() ? submitWords.stepsLate : submitWords.steps;
  });
  protected readonly go = computed(() => {
    if (this.curing()) return correctionWords.submit;
    if (this.late()) return submitWords.submitLate;
    return this.amending() ? submitWords.submitAmended : submitWords.submit;
  });

  /** By the server's count; what the rules say stands in full below it. */
  protected readonly blocking = computed(() => this.seal.signing()?.blocking ?? 0);
  protected readonly unsigned = computed(() => this.seal.signing()?.members.filter(({ complete }) => !complete) ?? []);
  protected readonly signed = computed(() => {
    const all = this.seal.signing()?.members.length ?? 0;
    const lack = this.unsigned().length;
    return lack === 0 ? submitWords.signedOk(all) : submitWords.signedNot(all - lack, all);
  });
  /** Why there is no button; null when there is one. */
  protected readonly obstacle = computed(() => {
    const offer = this.desk.offer();
    if (!offer) return null;
    const { call, me } = offer;
    if (call.phase === 'ANNULLED') return submitWords.annulled;
    if (call.phase === 'ANNOUNCED') return submitWords.notOpen(formatInstantPl(call.opensAt));
    if (this.late() && this.amending()) return submitWords.lateEarlier(this.newest()?.number ?? '');
    const shut = this.curing() ? whyShut(offer) : null;
    if (shut !== null) return shut;
    if (this.blocking() > 0 || this.unsigned().length > 0) return submitWords.blocked;
    if (!me.submits) return submitWords.readsOnly;
    return this.acting.viewer() ? submitWords.viewOnly : null;
  });
  protected readonly changes = computed(() => this.seal.changes().map((each) => ({ ...each, section: '' })));
  /** The server found another content than this page showed. */
  protected readonly stale = signal(false);
  protected readonly thrown = signal<unknown>(null);

  constructor() {
    const title = inject(PageTitle);
    effect(() => title.set(`${this.desk.title()}: ${this.title()}`));
  }

  protected async submit(): Promise<void> {
    const [offer, signing] = [this.desk.offer(), this.seal.signing()];
    if (!offer || !signing || !this.seal.agreed() || this.sending.busy()) return;
    this.thrown.set(null);
    const body = { id: this.key, sha256: signing.sha256 };
    try {
      const receipt = await this.sending.send(() => this.http.submit(offer.id, body));
      if (!receipt) return;
      const said = receipt.kind === 'CURE' ? correctionWords.submitted : submitWords.submitted;
      this.snackBar.open(said(receipt.number), undefined, { duration: 6_000 });
      await this.desk.look();
      await this.router.navigate(['/oferty', offer.id, 'potwierdzenia', receiptNo(receipt.number)], {
        replaceUrl: true,
      });
    } catch (thrown) {
      await this.refused(thrown);
    }
  }

  /** A refusal is an answer: nothing was handed in under that key, and the next press is an act of its own. */
  private async refused(thrown: unknown): Promise<void> {
    this.key = newId();
    await this.seal.refresh();
    if (problemOf(thrown).code === 'STALE') this.stale.set(true);
    else this.thrown.set(thrown);
  }
}
