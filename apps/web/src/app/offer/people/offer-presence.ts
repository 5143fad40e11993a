import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import type { OfferPresence } from '@zit/contracts';
import { offerDeskWords } from '@zit/words.pl/offer-page';
import { newId } from '../../ui/new-id';
import { OfferHttp } from '../offer-http';
import { sectionNamed, titleOf, type OfferSection } from '../workshop/offer-sections';

/** The server forgets who has not been heard of for fifteen seconds. */
const SHOW_MS = 5_000;

/** Who else writes this offer now, and where; provided with the workshop. */
@Injectable()
export class OfferPresenceStore {
  private readonly http = inject(OfferHttp);
  /** Two tabs are two. */
  private readonly tab = newId();
  private readonly there = signal<OfferPresence['others']>([]);
  private at: { offer: string; section: string } | null = null;
  private asking = false;
  private readonly timer = setInterval(() => void this.show(), SHOW_MS);

  /** „Fundacja Przystań pisze: Budżet”, one sentence for each organisation and section. */
  readonly sentences = computed(() => [
    ...new Set(
      this.there().flatMap(({ name, section }) => {
        // Who is in no section only reads.
        const known = sectionNamed(section);
        return known ? [offerDeskWords.writes(name, titleOf(known))] : [];
      }),
    ),
  ]);

  constructor() {
    inject(DestroyRef).onDestroy(() => clearInterval(this.timer));
  }

  /** Organisations that are in this section now. */
  in(section: OfferSection): string[] {
    return [
      ...new Set(
        this.there()
          .filter((each) => each.section === section)
          .map(({ name }) => name),
      ),
    ];
  }

  /** The person has gone to a section: said at once, and again while the tab is in sight. */
  go(offer: string, section: string): void {
    this.at = { offer, section };
    void this.show();
  }

  private async show(): Promise<void> {
    const { at } = this;
    if (!at || this.asking || document.visibilityState !== 'visible') return;
    this.asking = true;
    try {
      const { others } = await this.http.show(at.offer, { section: at.section, tab: this.tab });
      this.there.set(others);
    } catch {
      // Who cannot be asked for is not shown; saving says by itself that the line is broken.
      this.there.set([]);
    } finally {
      this.asking = false;
    }
  }
}
