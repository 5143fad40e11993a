import { computed, inject, Injectable } from '@angular/core';
import type { ChangeBudget } from '@zit/contracts';
import { offerFacts } from '@zit/domain';
import { offerBudgetWords } from '@zit/words.pl/offer-budget';
import { BudgetHome, type HomeLine } from '../../budget/budget-home';
import type { Lines } from '../../budget/sheet';
import { SHEET_PARTIES, SHEET_RIGHTS } from '../../sheet/sheet-rights';
import { OfferDesk } from '../workshop/offer-desk';
import { placesFor } from './line-places';
import { LINES, fieldSets, homeLine, rawLines, sameLine } from './line-values';

/** The budget of an offer: lines of its sheet, each written by who writes for its member. */
@Injectable()
export class OfferBudgetHome extends BudgetHome {
  private readonly desk = inject(OfferDesk);
  private readonly rights = inject(SHEET_RIGHTS, { optional: true }) ?? ((): null => null);
  private readonly parties = inject(SHEET_PARTIES, { optional: true });
  private readonly sheet = this.desk.sheet;
  private cache = new Map<string, HomeLine>();
  private last: readonly HomeLine[] = [];

  readonly name = offerBudgetWords.sheetName;
  readonly id = computed(() => this.sheet.url());
  private readonly raw = computed(() => rawLines(this.sheet.values()));
  readonly lines = computed(() => (this.sheet.ready() ? this.same(this.raw().map(homeLine)) : null));
  readonly members = computed(() => this.desk.offer()?.members ?? []);
  readonly additions = computed(() => {
    const [contents, about] = [this.desk.contents(), this.desk.about()];
    return contents && about ? offerFacts(contents, about).catalogueAdditions : [];
  });
  readonly mayEdit = computed(() => !this.sheet.closed() && this.rights(LINES.slice(0, -1)) === null);
  readonly own = computed(() => this.parties?.own() ?? null);
  readonly keepsTyped = true;

  closed(id: string): string | null {
    const item = LINES + id;
    return this.sheet.value(item) === null ? null : this.rights(item);
  }

  foreign(member: string): string | null {
    const offered = this.parties?.offered(LINES.slice(0, -1));
    return !offered || offered.some(({ id }) => id === member) ? null : member;
  }

  take(change: ChangeBudget, lines: Lines, name: string): void {
    const places = new Map(this.raw().map(({ id, place }) => [id, place]));
    const gone = new Set(change.removed.map(({ id }) => id));
    const natural = [
      ...this.raw().flatMap(({ id }) => (gone.has(id) ? [] : [id])),
      ...change.added.map(({ id }) => id),
    ];
    const order = change.order ?? natural;
    for (const id of gone) places.delete(id);
    const placed = placesFor(order, places, (id) => this.closed(id) !== null);
    this.sheet.apply(
      [
        ...change.removed.map(({ id }) => ({ path: LINES + id, value: null })),
        ...[...placed].map(([id, value]) => ({ path: LINES + id, value })),
        ...fieldSets(change, lines),
      ],
      name,
    );
  }

  saveNow(): void {
    this.sheet.saveNow();
  }

  /** Lines that did not change stay the same objects, and so does the whole when none did. */
  private same(lines: HomeLine[]): readonly HomeLine[] {
    const kept = lines.map((line) => {
      const known = this.cache.get(line.id);
      return known && sameLine(known, line) ? known : line;
    });
    this.cache = new Map(kept.map((line) => [line.id, line]));
    const unchanged = kept.length === this.last.length && kept.every((line, i) => line === this.last[i]);
    if (!unchanged) this.last = kept;
    return this.last;
  }
}
