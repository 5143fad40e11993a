import { Location } from '@angular/common';
import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { OfferDocumentFacts } from '@zit/domain';
import { offerReadingWords } from '@zit/words.pl/offer-signing';
import { ReadingBlocks } from '../../call/reading/reading-blocks';
import { Icon } from '../../ui/icon';
import { whilePrinting } from '../../ui/while-printing';
import type { FileAt } from './offer-parties';
import { offerReading, sectionOfLabel, sectionsOf } from './offer-reading';

/**
 * All that an offer says, for reading: exactly what is confirmed, handed in and received. Each section folds by itself;
 * what is folded is still in the page, so a browser's search finds it and paper shows it.
 */
@Component({
  selector: 'zit-offer-contents',
  imports: [Icon, MatButton, ReadingBlocks],
  templateUrl: './offer-contents.html',
  styleUrl: './offer-contents.scss',
})
export class OfferContentsView {
  readonly document = input.required<OfferDocumentFacts>();
  /** Whose items stand open from the beginning; null: everything does. */
  readonly member = input<string | null>(null);
  /** Names of fields that changed, as differences call them: „Budżet: animator, kwota”. Their sections stand open. */
  readonly changes = input<readonly string[]>([]);
  readonly fileAt = input<FileAt>(() => null);
  protected readonly words = offerReadingWords;
  /** Kept in links within the page, which `href="#…"` would lose to the base. */
  protected readonly page = inject(Location).path();

  protected readonly sections = computed(() => {
    const own = sectionsOf(this.document(), this.member());
    const changed = new Set(this.changes().map(sectionOfLabel));
    return offerReading(this.document(), this.fileAt()).map((section) => ({
      ...section,
      own: own.has(section.key),
      changed: changed.has(section.key),
    }));
  });
  /** What stands open anyhow; a change that comes while one reads opens its section and folds none. */
  private readonly given = computed(() =>
    this.sections()
      .filter(({ own, changed }) => this.member() === null || own || changed)
      .map(({ key }) => key)
      .join(' '),
  );
  private readonly unfolded = linkedSignal<string, ReadonlySet<string>>({
    source: this.given,
    computation: (given, before) => new Set([...(before?.value ?? []), ...given.split(' ')]),
  });
  protected readonly printing = whilePrinting();
  protected readonly all = computed(() => this.sections().every(({ key }) => this.unfolded().has(key)));

  /** What stands open on paper is not what the reader has chosen. */
  protected follow(key: string, event: Event): void {
    const { open } = event.target as HTMLDetailsElement;
    if (this.printing() || open === this.unfolded().has(key)) return;
    this.unfolded.update((all) => new Set(open ? [...all, key] : [...all].filter((each) => each !== key)));
  }

  protected turnAll(): void {
    this.unfolded.set(new Set(this.all() ? [] : this.sections().map(({ key }) => key)));
  }

  /** Opens the section and puts the reader at its beginning. */
  protected go(event: Event, key: string): void {
    event.preventDefault();
    this.unfolded.update((all) => new Set([...all, key]));
    const summary = document.getElementById(`read-${key}`)?.closest('summary');
    summary?.scrollIntoView({ block: 'start' });
    summary?.focus({ preventScroll: true });
  }
}
