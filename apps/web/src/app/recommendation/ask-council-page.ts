import { Component, computed, DestroyRef, effect, inject, resource, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatSnackBar } from '@angular/material/snack-bar';
import type { OfferRecommendation } from '@zit/contracts';
import { recommendationWords } from '@zit/words.pl/recommendation';
import { OfferPlaces } from '../offer/signing/offer-places';
import { OfferDesk } from '../offer/workshop/offer-desk';
import { OfferHead } from '../offer/workshop/offer-head';
import { PageTitle } from '../shell/page-title';
import { UnsavedWork } from '../shell/unsaved-work';
import { ErrorSummary, type FieldFault } from '../ui/error-summary';
import { Loading } from '../ui/loading';
import { newId } from '../ui/new-id';
import { ProblemNotice } from '../ui/problem-notice';
import { RecommendationCard } from './recommendation-card';
import { RecommendationHttp } from './recommendation-http';

/** The contract's lower bound of what the council is told. */
const SHORTEST = 10;

/** What the consortium asks of the council of its county, and what came of it. */
@Component({
  selector: 'zit-ask-council-page',
  imports: [ErrorSummary, Loading, MatButton, OfferHead, OfferPlaces, ProblemNotice, RecommendationCard],
  templateUrl: './ask-council-page.html',
  styleUrl: '../sheet/_inputs.scss',
  styles: `
    form {
      max-inline-size: 720px;
    }
  `,
})
export class AskCouncilPage {
  protected readonly desk = inject(OfferDesk);
  private readonly http = inject(RecommendationHttp);
  private readonly snackBar = inject(MatSnackBar);
  protected readonly words = recommendationWords;
  private readonly asked = resource({
    params: () => this.desk.offer()?.id,
    loader: ({ params }) => this.http.ofOffer(params),
  });
  private readonly newest = signal<OfferRecommendation | null>(null);
  protected readonly state = computed(() => this.newest() ?? (this.asked.hasValue() ? this.asked.value() : null));
  protected readonly problem = computed(() => this.asked.error());
  /** What was typed; at first what the offer says of itself. */
  protected readonly typed = signal<string | null>(null);
  protected readonly summaryText = computed(() => this.typed() ?? this.desk.contents()?.basics.summary ?? '');
  protected readonly faults = signal<readonly FieldFault[]>([]);
  protected readonly thrown = signal<unknown>(null);
  protected readonly busy = signal(false);
  private readonly summary = viewChild(ErrorSummary);
  /** Made anew for each request: pressing twice asks once. */
  private key = newId();

  constructor() {
    const title = inject(PageTitle);
    effect(() => title.set(`${this.desk.title()}: ${recommendationWords.title}`));
    const unsaved = computed(() => this.typed() !== null && this.state()?.recommendation === null);
    inject(DestroyRef).onDestroy(inject(UnsavedWork).hold(unsaved));
  }

  protected reload(): void {
    this.asked.reload();
  }

  protected type(event: Event): void {
    this.typed.set((event.target as HTMLTextAreaElement).value);
  }

  protected async ask(event: Event): Promise<void> {
    event.preventDefault();
    const text = this.summaryText().trim();
    this.faults.set(text.length < SHORTEST ? [{ field: 'council-summary', message: recommendationWords.blank }] : []);
    if (this.faults().length > 0) return this.summary()?.focus();
    await this.act((offer) => this.http.ask(offer, { id: this.key, summary: text }), recommendationWords.sent);
  }

  protected async withdraw(): Promise<void> {
    await this.act((offer) => this.http.withdraw(offer), recommendationWords.withdrawn);
    this.key = newId();
  }

  private async act(send: (offer: string) => Promise<OfferRecommendation>, said: string): Promise<void> {
    const offer = this.desk.offer()?.id;
    if (this.busy() || !offer) return;
    this.busy.set(true);
    this.thrown.set(null);
    try {
      this.newest.set(await send(offer));
      this.typed.set(null);
      this.snackBar.open(said, undefined, { duration: 5_000 });
    } catch (thrown) {
      this.thrown.set(thrown);
    } finally {
      this.busy.set(false);
    }
  }
}
