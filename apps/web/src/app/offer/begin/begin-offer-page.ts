import { Component, computed, inject, input, linkedSignal, resource, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { formatInstantPl } from '@zit/domain';
import { beginOfferWords, offerListWords } from '@zit/words.pl/offer-page';
import { EmptyState } from '../../ui/empty-state';
import { ErrorSummary, type FieldFault } from '../../ui/error-summary';
import { Loading } from '../../ui/loading';
import { newId } from '../../ui/new-id';
import { PageHead } from '../../ui/page-head';
import { ProblemNotice } from '../../ui/problem-notice';
import { OfferHttp } from '../offer-http';

/** A call, one of the consortia that can answer it, and what the offer begins with. */
@Component({
  selector: 'zit-begin-offer-page',
  imports: [EmptyState, ErrorSummary, Loading, MatButton, PageHead, ProblemNotice, RouterLink],
  templateUrl: './begin-offer-page.html',
  styleUrl: './begin-offer-page.scss',
})
export class BeginOfferPage {
  /** Slug of the call from whose page one comes. */
  readonly nabor = input<string>();
  private readonly http = inject(OfferHttp);
  private readonly router = inject(Router);
  protected readonly words = beginOfferWords;
  protected readonly crumbs = [{ name: offerListWords.title, link: '/oferty' }];

  /** Made once: pressing again, or sending again after a broken line, makes no second offer. */
  private readonly id = newId();
  protected readonly asked = resource({ loader: () => this.http.openings() });
  private readonly offers = resource({ loader: async () => (await this.http.page()).items });
  protected readonly openings = computed(() => (this.asked.hasValue() ? this.asked.value() : null));
  /** The call from whose page one comes cannot be answered. */
  protected readonly misses = computed(() => {
    const [slug, openings] = [this.nabor(), this.openings()];
    return slug !== undefined && openings !== null && !openings.some((each) => each.slug === slug);
  });
  /** The call one comes from, or the only one, needs no choosing. */
  protected readonly callId = linkedSignal<string | null>(() => {
    const openings = this.openings() ?? [];
    const known = openings.find(({ slug }) => slug === this.nabor()) ?? (openings.length === 1 ? openings[0] : null);
    return known?.callId ?? null;
  });
  protected readonly opening = computed(() => this.openings()?.find(({ callId }) => callId === this.callId()) ?? null);
  protected readonly consortiumId = linkedSignal<string | null>(() => {
    const free = this.opening()?.consortia.filter(({ offerId }) => offerId === null) ?? [];
    return free.length === 1 ? (free[0]?.id ?? null) : null;
  });
  /** Offers that may be the starting point: of other calls, the newest first. */
  protected readonly earlier = computed(() =>
    this.offers.hasValue() ? this.offers.value().filter(({ callId }) => callId !== this.callId()) : [],
  );
  protected readonly copyOf = signal<string | null>(null);
  protected readonly faults = signal<readonly FieldFault[]>([]);
  protected readonly busy = signal(false);
  protected readonly thrown = signal<unknown>(null);
  private readonly summary = viewChild(ErrorSummary);

  protected until(instant: string): string {
    return beginOfferWords.until(formatInstantPl(instant));
  }

  protected async begin(event: Event): Promise<void> {
    event.preventDefault();
    const [callId, consortiumId, copyOf] = [this.callId(), this.consortiumId(), this.copyOf()];
    const { missing } = beginOfferWords;
    this.faults.set([
      ...(callId === null ? [{ field: 'offer-call', message: missing.call }] : []),
      ...(callId !== null && consortiumId === null ? [{ field: 'offer-consortium', message: missing.consortium }] : []),
    ]);
    if (this.faults().length > 0) return this.summary()?.focus();
    if (this.busy() || callId === null || consortiumId === null) return;
    this.busy.set(true);
    this.thrown.set(null);
    try {
      const { id } = await this.http.create({ id: this.id, callId, consortiumId, ...(copyOf ? { copyOf } : {}) });
      await this.router.navigate(['/oferty', id]);
    } catch (thrown) {
      this.thrown.set(thrown);
    } finally {
      this.busy.set(false);
    }
  }
}
