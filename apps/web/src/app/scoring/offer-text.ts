import { Component, computed, ElementRef, inject, input, output, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { concernedSections, type OfferDocumentFacts, type ScoringCriterion } from '@zit/domain';
import { offerFormWords } from '@zit/words.pl/offer-form';
import { scoringPageWords } from '@zit/words.pl/scoring-page';
import { receivedAttachment, ReceivedHttp } from '../call/received/received-http';
import { OfferContentsView } from '../offer/signing/offer-contents';
import { ProblemNotice } from '../ui/problem-notice';

/** Whoever passes over many offers reads none of them: only where the cursor rests an offer is fetched. */
const REST_MS = 250;

/** What an offer says, beside its points, with jumps to the sections that the criterion is about. */
@Component({
  selector: 'zit-offer-text',
  imports: [OfferContentsView, ProblemNotice, RouterLink],
  template: `
    <h2>{{ words.title }}</h2>
    @if (jumps().length > 0) {
      <nav [attr.aria-label]="words.jumps">
        <ul class="jumps">
          @for (jump of jumps(); track jump.key) {
            <li>
              <button type="button" (click)="go(jump.key)">{{ jump.title }}</button>
            </li>
          }
        </ul>
      </nav>
    } @else {
      <p class="soft">{{ words.noJumps }}</p>
    }
    <p>
      <a [routerLink]="['/nabory', call(), 'oferty', offer()]">{{ words.whole }}</a>
    </p>
    <div class="text" role="region" tabindex="0" [attr.aria-label]="words.title" (keydown.escape)="back.emit()">
      @if (document(); as document) {
        <zit-offer-contents [document]="document" [fileAt]="fileAt" />
      } @else if (asked.error()) {
        <zit-problem-notice [thrown]="asked.error()" (retry)="asked.reload()" />
      } @else {
        <p class="soft">{{ words.loading }}</p>
      }
    </div>
  `,
  styleUrl: './offer-text.scss',
})
export class OfferText {
  readonly call = input.required<string>();
  readonly offer = input.required<string>();
  readonly criterion = input.required<ScoringCriterion>();
  readonly back = output();
  private readonly http = inject(ReceivedHttp);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly words = scoringPageWords.text;
  private readonly read = new Map<string, OfferDocumentFacts>();
  protected readonly asked = resource({
    params: () => ({ call: this.call(), offer: this.offer() }),
    loader: ({ params, abortSignal }) => this.load(params.call, params.offer, abortSignal),
  });
  protected readonly document = computed(() => (this.asked.hasValue() ? this.asked.value() : null));
  protected readonly jumps = computed(() =>
    concernedSections(this.criterion()).map((key) => ({
      key,
      title: offerFormWords.sections[key as keyof typeof offerFormWords.sections].title,
    })),
  );
  protected readonly fileAt = (attachment: string): string => receivedAttachment(this.call(), this.offer(), attachment);

  /** Puts the keyboard at the first section that the criterion is about, else at the text. */
  focus(): void {
    const [first] = this.jumps();
    if (first && this.go(first.key)) return;
    this.host.querySelector<HTMLElement>('.text')?.focus();
  }

  protected go(key: string): boolean {
    const details = this.host.querySelector(`#read-${key}`)?.closest('details');
    const summary = details?.querySelector('summary');
    if (!details || !summary) return false;
    details.open = true;
    summary.scrollIntoView({ block: 'start' });
    summary.focus({ preventScroll: true });
    return true;
  }

  private async load(call: string, offer: string, abort: AbortSignal): Promise<OfferDocumentFacts> {
    const before = this.read.get(offer);
    if (before) return before;
    await new Promise((rested) => setTimeout(rested, REST_MS));
    abort.throwIfAborted();
    const { document } = await this.http.read(call, offer);
    // Frozen by this portal from its own form.
    const facts = document as unknown as OfferDocumentFacts;
    this.read.set(offer, facts);
    return facts;
  }
}
