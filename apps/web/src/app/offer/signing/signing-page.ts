import { Component, computed, effect, type ElementRef, inject, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatSnackBar } from '@angular/material/snack-bar';
import { RouterLink } from '@angular/router';
import { formatExactInstantPl } from '@zit/domain';
import { fingerprintWords, offerPlaceWords, signingWords } from '@zit/words.pl/offer-signing';
import { Differences } from '../../call/reading/differences';
import { ActingFor } from '../../shell/acting-for';
import { PageTitle } from '../../shell/page-title';
import { Loading } from '../../ui/loading';
import { newId } from '../../ui/new-id';
import { problemOf } from '../../ui/problem';
import { ProblemNotice } from '../../ui/problem-notice';
import { SubmissionHttp } from '../submit/submission-http';
import { OfferDesk } from '../workshop/offer-desk';
import { OfferHead } from '../workshop/offer-head';
import { Fingerprint } from './fingerprint';
import { MemberCard } from './member-card';
import { OfferContentsView } from './offer-contents';
import { OfferPlaces } from './offer-places';
import { OfferSeal } from './offer-seal';

/** Who has confirmed what, and where an authorised person reads exactly what they confirm, and confirms it. */
@Component({
  selector: 'zit-signing-page',
  imports: [
    Differences,
    Fingerprint,
    Loading,
    MatButton,
    MemberCard,
    OfferContentsView,
    OfferHead,
    OfferPlaces,
    ProblemNotice,
    RouterLink,
  ],
  providers: [OfferSeal],
  templateUrl: './signing-page.html',
  styleUrl: './signing-page.scss',
})
export class SigningPage {
  protected readonly desk = inject(OfferDesk);
  protected readonly seal = inject(OfferSeal);
  private readonly http = inject(SubmissionHttp);
  private readonly acting = inject(ActingFor);
  private readonly snackBar = inject(MatSnackBar);
  protected readonly words = signingWords;
  protected readonly hashWords = fingerprintWords;
  protected readonly placeWords = offerPlaceWords;

  protected readonly progress = computed(() => {
    const members = this.seal.signing()?.members ?? [];
    return signingWords.progress(members.filter(({ complete }) => complete).length, members.length);
  });
  /** One's own confirmation of what stands now; null: there is none. */
  protected readonly own = computed(() => {
    const confirmations = this.seal.signing()?.members.flatMap((member) => member.confirmations) ?? [];
    return confirmations.find(({ mine, holds }) => mine && holds) ?? null;
  });
  protected readonly ownSince = computed(() => {
    const own = this.own();
    return own ? signingWords.own(formatExactInstantPl(own.at)) : '';
  });
  protected readonly closed = computed(() => this.desk.offer()?.state === 'SUBMITTED');
  /** In which capacity and for whom one confirms here; null: one does not. */
  protected readonly capacity = computed(() => this.desk.offer()?.me.confirms ?? null);
  protected readonly confirmLead = computed(() => {
    const [capacity, member] = [this.capacity(), this.desk.nameOf(this.desk.offer()?.me.member ?? '')];
    return capacity ? signingWords.confirmLead[capacity](member) : '';
  });
  /** Why there is no button; null when there is one. */
  protected readonly obstacle = computed(() => {
    if (this.closed()) return signingWords.closed;
    if (!this.capacity()) return signingWords.notYours;
    return this.acting.viewer() ? signingWords.viewOnly : null;
  });
  protected readonly changes = computed(() => this.seal.changes().map((each) => ({ ...each, section: '' })));
  /** Names of fields that changed since the page opened, or since one's organisation confirmed. */
  protected readonly changed = computed(() => {
    const [signing, member] = [this.seal.signing(), this.desk.offer()?.me.member];
    const own = signing?.members.find((each) => each.member === member)?.confirmations ?? [];
    return [...this.changes(), ...own.flatMap(({ changed }) => changed)].map(({ label }) => label);
  });
  /** The server found another content than this page showed. */
  protected readonly stale = signal(false);
  protected readonly busy = signal(false);
  protected readonly thrown = signal<unknown>(null);
  private readonly panel = viewChild<ElementRef<HTMLElement>>('panel');
  /** One key for one content: a repeated request confirms once. */
  private key = { sha256: '', id: '' };

  constructor() {
    const title = inject(PageTitle);
    effect(() => title.set(`${this.desk.title()}: ${signingWords.title}`));
  }

  protected toConfirm(event: Event): void {
    event.preventDefault();
    this.panel()?.nativeElement.scrollIntoView({ block: 'start' });
    this.panel()?.nativeElement.focus({ preventScroll: true });
  }

  protected confirm(): Promise<void> {
    const sha256 = this.seal.signing()?.sha256;
    if (!sha256 || !this.seal.agreed()) return Promise.resolve();
    if (this.key.sha256 !== sha256) this.key = { sha256, id: newId() };
    const body = { id: this.key.id, sha256 };
    return this.act(async () => {
      this.seal.take(await this.http.confirm(this.offerId(), body));
      return signingWords.confirmed;
    });
  }

  protected revoke(): Promise<void> {
    const own = this.own();
    if (!own) return Promise.resolve();
    return this.act(async () => {
      this.seal.take(await this.http.revoke(this.offerId(), own.id));
      // The same content may be confirmed again; that is another act.
      this.key = { sha256: '', id: '' };
      return signingWords.revoked;
    });
  }

  private async act(perform: () => Promise<string>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.thrown.set(null);
    this.stale.set(false);
    try {
      this.snackBar.open(await perform(), undefined, { duration: 5_000 });
      this.panel()?.nativeElement.focus();
    } catch (thrown) {
      this.stale.set(problemOf(thrown).code === 'STALE');
      if (this.stale()) await this.seal.refresh();
      else this.thrown.set(thrown);
    } finally {
      this.busy.set(false);
    }
  }

  private offerId(): string {
    return this.desk.offer()?.id ?? '';
  }
}
